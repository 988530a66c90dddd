//! `ensure` creates the tables, does nothing the second time, and keeps the rows.

use tablewright::prelude::*;

use super::EngineUnderTest;
use crate::table::Suite;
use crate::table::library::{Author, NewAuthor};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    Author::dao(&db).create(NewAuthor::new("kept")).await.unwrap();
    Suite::ensure(&db).await.unwrap();
    Suite::ensure(&db).await.unwrap();
    assert_eq!(Author::dao(&db).all().await.unwrap().len(), 1);
    Suite::drop(&db).await.unwrap();
    assert!(Author::dao(&db).all().await.is_err(), "the table is gone");
    Suite::ensure(&db).await.unwrap();
    assert_eq!(Author::dao(&db).all().await.unwrap(), []);
}
