//! Live databases as definitions and as source.

use std::fs;

use orthanc::Orthanc;
use tablewright::drift::{changes, introspect, read, verify};
use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Schema};
use tablewright_schema::TableDef;

use super::tamper::Tampered;
use crate::source;
use crate::traced::traced;

/// What no definition says, and why; all else of the golden cases comes back.
const UNSAID: [(&str, &str); 2] = [
    // Structs cannot name their primary keys; this definition was built by hand.
    ("long_names", "the primary key is called `pk_long_names`"),
    // The condition of a unique index is a part of its expression where an engine has no partial indexes.
    ("partial_indexes", "index `ix_hands_worker`"),
];

/// The tables of a golden case, made and read back: no changes to what they were made from, and nothing is left unsaid.
pub async fn comes_back(db: &Database, case: &str, defs: &[TableDef]) {
    assert_eq!(changes(db, defs).await.unwrap(), [], "{case}");
    let found = introspect(db, case).await.unwrap();
    let notes = found.tables.iter().flat_map(|lifted| &lifted.notes);
    let is_known = |note: &&String| UNSAID.iter().any(|(of, what)| *of == case && note.contains(what));
    let unsaid: Vec<&String> = notes.filter(|note| !is_known(note)).collect();
    assert!(unsaid.is_empty(), "{case} on {}: {unsaid:#?}", db.dialect());
}

/// What was changed by hand is told as typed changes, and each is told apart.
pub async fn changes_by_hand_are_typed(db: &Database) {
    Tampered::create(db).await.unwrap();
    let defs: Vec<TableDef> = Tampered::TABLES.iter().map(|table| table.def.clone()).collect();
    assert_eq!(changes(db, &defs).await.unwrap(), []);
    let quoted = |name: &str| db.dialect().quoted(name);
    let create = format!("CREATE INDEX {} ON {} ({})", quoted("ix_more"), quoted("people"), quoted("age"));
    db.execute_sql(&create, &[]).await.unwrap();
    let told: Vec<String> = changes(db, &defs).await.unwrap().iter().map(|one| format!("{one:?}")).collect();
    assert_eq!(
        told,
        [
            "Change { verb: Drop, table: \"people\", part: \"index `ix_more`\", from: \"over age\", to: \"\", loses_data: false }"
        ]
    );
}

/// Tables whose structs would be called as each other, as the schema, or as a type of Rust.
mod clashing {
    use tablewright::prelude::*;

    #[derive(Debug, Clone, Copy, PartialEq, Eq, ColumnEnum)]
    pub enum Size {
        Small,
        Large,
    }

    macro_rules! tables {
        ($($name:ident = $table:literal),+ $(,)?) => {
            $(
                #[derive(Table)]
                #[table(name = $table)]
                pub struct $name {
                    #[column(primary_key)]
                    pub id: i64,
                    pub kind: Option<Size>,
                }
            )+

            schema! { pub struct Clashing { tables: [$($name),+], dialects: [sqlite] } }
        };
    }

    tables! {
        First = "people_1",
        Second = "people1",
        New = "new_people1",
        Kinds = "people1_kind",
        Optional = "option",
        Texts = "string",
        Itself = "self",
        Schemas = "library",
    }
}

/// Names that clash become ones that do not: the file compiles, and its tables are those of the database.
///
/// # Panics
/// If they do not.
pub async fn clashing_names_become_source<S: Schema>(db: &Database) {
    clashing::Clashing::create(db).await.unwrap();
    let (found, introspected) = traced(introspect(db, "library")).await;
    let (_, read) = traced(read(db)).await;
    let statements = |trace: &str| trace.matches("operation=Select").count();
    assert!(statements(&read) > 0 && statements(&introspected) == statements(&read), "the catalog is read once");
    let found = found.unwrap();
    is_kept("names", &found.source);
    let drift = S::verify(db).await.unwrap();
    assert!(drift.is_empty(), "{drift}");
    assert_eq!(S::TABLES.len(), clashing::Clashing::TABLES.len());
}

/// The file of this name is this source. `BLESS=1` rewrites it.
fn is_kept(name: &str, found: &str) {
    let path = source::root().join(format!("tests/introspected/{name}.txt"));
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        fs::write(&path, found).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap();
    let differs = kept.lines().zip(found.lines()).find(|(kept, found)| kept != found);
    assert!(kept == found, "{}: {differs:?}", path.display());
}

/// The reference application's tables become the file of their engine, whose own tables, compiled, are those of the database.
/// `BLESS=1` rewrites it.
///
/// # Panics
/// If they do not.
pub async fn becomes_source<S: Schema>(db: &Database) {
    Orthanc::create(db).await.unwrap();
    let found = introspect(db, "introspected").await.unwrap();
    is_kept(db.dialect().name(), &found.source);
    let drift = S::verify(db).await.unwrap();
    assert!(drift.is_empty() && drift.texts_not_compared.is_none(), "{} on {}:\n{drift}", S::NAME, db.dialect());
    assert_eq!(S::TABLES.len(), Orthanc::TABLES.len());
    let lifted = verify(db, found.tables.iter().map(|lifted| &lifted.def)).await.unwrap();
    assert!(lifted.is_empty(), "{lifted}");
}
