//! What an expression says holds for the values as the struct has them, however an engine keeps them.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use tablewright::{Kind, Result};

use super::EngineUnderTest;
use crate::table::people::{NewStock, Stock};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Stock::dao(&db);
    let made = dao.create(stock(1, 3, "1.50", "2026-01-31T12:00:00Z")).await.unwrap();
    assert_eq!((made.doubled, made.raised), (decimal("6"), decimal("2.5")));
    assert_eq!((made.grouped, made.negated), (12, 4));
    assert_eq!(dao.find(1).await.unwrap(), Some(made));
    // Each end of what the checks let through, and what is just outside of it.
    for at in ["2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-03-31T12:00:00Z"] {
        dao.create(stock(2, 1, "1.50", at)).await.unwrap();
        dao.delete(2).await.unwrap();
    }
    for at in ["2026-01-31T12:00:01Z", "2026-02-28T23:59:59Z", "2026-03-31T12:00:01Z"] {
        refused(dao.create(stock(2, 1, "1.50", at)).await, "ck_stocks_counted");
    }
    dao.create(stock(3, 0, "-2.00", "2026-02-01T00:00:00Z")).await.unwrap();
    refused(dao.create(stock(4, 0, "-2.50", "2026-02-01T00:00:00Z")).await, "ck_stocks_whole");
}

fn stock(id: i64, quantity: i32, price: &str, counted_at: &str) -> NewStock {
    let counted_at: DateTime<Utc> = counted_at.parse().unwrap();
    NewStock::new(id, quantity, decimal(price), counted_at)
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn refused(outcome: Result<Stock>, check: &str) {
    let error = outcome.unwrap_err();
    assert_eq!((error.kind(), error.constraint().and_then(|at| at.name.as_deref())), (Kind::Check, Some(check)));
}
