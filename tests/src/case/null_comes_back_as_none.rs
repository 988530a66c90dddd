//! NULL reads back as `None` in a column of every type, and a value as `Some`.

use chrono::DateTime;
use tablewright::prelude::*;
use uuid::Uuid;

use super::{EngineUnderTest, decimal};
use crate::table::values::{Document, NewOptionals, Optionals};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Optionals::dao(&db);
    let empty = dao.create(NewOptionals::new(1)).await.unwrap();
    assert_eq!(dao.get(1).await.unwrap(), empty);
    assert_eq!(empty, none(1));

    let time = DateTime::UNIX_EPOCH;
    let full = Optionals {
        id: 2,
        small: Some(1),
        medium: Some(2),
        large: Some(3),
        truth: Some(false),
        single: Some(0.5),
        double: Some(0.25),
        money: Some(decimal("1.23")),
        exact: Some(decimal("4.5678901234")),
        short: Some("short".to_owned()),
        long: Some("long".to_owned()),
        short_bytes: Some(vec![1]),
        long_bytes: Some(vec![2, 3]),
        day: Some(time.date_naive()),
        hour: Some(time.time()),
        local: Some(time.naive_utc()),
        instant: Some(time),
        identity: Some(Uuid::max()),
        document: Some(Json(Document { title: "t".to_owned(), parts: Vec::new(), nothing: None })),
    };
    dao.create(NewOptionals::new(2)).await.unwrap();
    dao.update(&full).await.unwrap();
    assert_eq!(dao.get(2).await.unwrap(), full);
    dao.update(&none(2)).await.unwrap();
    assert_eq!(dao.get(2).await.unwrap(), none(2));
}

fn none(id: i64) -> Optionals {
    Optionals {
        id,
        small: None,
        medium: None,
        large: None,
        truth: None,
        single: None,
        double: None,
        money: None,
        exact: None,
        short: None,
        long: None,
        short_bytes: None,
        long_bytes: None,
        day: None,
        hour: None,
        local: None,
        instant: None,
        identity: None,
        document: None,
    }
}
