//! What a user's own test of DDL says.

#![allow(missing_docs, reason = "a test")]

use tablewright::prelude::*;
use tablewright::testing::{assert_ddl, ddl};

#[derive(Clone, Table)]
#[table(name = "shelves")]
struct Shelf {
    #[column(primary_key)]
    id: i64,
    #[index]
    number: i32,
}

schema! {
    struct Library { tables: [Shelf] }
}

#[test]
fn what_was_made_is_what_was_kept() {
    for dialect in Dialect::ALL {
        let kept = ddl::<Library>(dialect).replace('\n', "  \n");
        assert_ddl::<Library>(dialect, &format!("\n{kept}\n\n"));
    }
}

#[test]
fn the_first_difference_is_shown() {
    let kept = ddl::<Library>(Dialect::Sqlite).replace("ix_shelves_number", "ix_shelf");
    let panic = std::panic::catch_unwind(|| assert_ddl::<Library>(Dialect::Sqlite, &kept)).unwrap_err();
    let message = panic.downcast_ref::<String>().unwrap();
    assert!(message.starts_with("the DDL of Library for sqlite differs from what was kept, first in line 2\n"));
    assert!(message.contains("kept: CREATE INDEX \"ix_shelf\""), "{message}");
    assert!(message.contains("made: CREATE INDEX \"ix_shelves_number\""), "{message}");
}
