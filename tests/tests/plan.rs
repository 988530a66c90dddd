//! The plans of changes in each dialect are what their golden files say.

use tablewright_schema::Dialect;
use tablewright_tests::golden::{Golden, changes, kept, online};

#[test]
fn plans_are_as_kept() {
    let mut golden = Golden::new("plan");
    for dialect in Dialect::ALL {
        golden.compare(format!("{dialect}.sql"), &changes::text(dialect, &changes::cases(dialect)));
        golden.compare(format!("online/{dialect}.sql"), &online::text(dialect));
        golden.compare(format!("kept/{dialect}.sql"), &kept::text(dialect));
    }
    golden.finish();
}
