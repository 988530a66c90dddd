//! A program that does not know the rules is refused by the database: NOT NULL and length.

use tablewright::Kind;

use super::EngineUnderTest;
use crate::table::library::{Author, LooseAuthor, NewLooseAuthor};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let loose = LooseAuthor::dao(&db);
    let error = loose.create(NewLooseAuthor::new(1_i64)).await.unwrap_err();
    assert_eq!(error.kind(), Kind::NotNull);
    let constraint = error.constraint().unwrap();
    assert_eq!(
        (constraint.table.as_deref(), constraint.columns.as_slice()),
        (Some("authors"), &["name".to_owned()][..])
    );

    let error = loose.create(NewLooseAuthor::new(1_i64).name("x".repeat(41))).await.unwrap_err();
    assert!(matches!(error.kind(), Kind::TooLong | Kind::Check), "{error}");
    loose.create(NewLooseAuthor::new(1_i64).name("x".repeat(40))).await.unwrap();
    assert_eq!(Author::dao(&db).get(1).await.unwrap().name.len(), 40);
}
