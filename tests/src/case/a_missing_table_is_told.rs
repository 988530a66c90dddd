//! A statement on a table that is not there is an error that names it.

use tablewright::Kind;
use tablewright::prelude::*;

use super::EngineUnderTest;
use crate::table::Suite;
use crate::table::people::Counter;

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    Suite::drop(&db).await.unwrap();
    let error = Counter::dao(&db).all().await.unwrap_err();
    assert_eq!(error.kind(), Kind::MissingObject, "{error}");
    assert!(error.to_string().contains("counters"), "{error}");
}
