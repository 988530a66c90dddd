//! Rows that are added together read back as they were written, whatever the types of their columns, NULLs among them.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use tablewright::prelude::*;
use uuid::Uuid;

use super::EngineUnderTest;
use crate::table::values::{Document, NewOptionals, Optionals};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Optionals::dao(&db);
    let made = dao.create_many((0..40).map(row).collect()).await.unwrap();
    assert_eq!(dao.all().order_by(Optionals::ID.asc()).await.unwrap(), made);

    let (day, next) = (made[20].instant.unwrap(), made[30].instant.unwrap());
    let between = dao.count(Optionals::INSTANT.between(day, next)).await.unwrap();
    assert_eq!(between, 6, "instants of one call do not compare with those of others");
}

/// Every other row has nothing but its key.
fn row(id: i64) -> NewOptionals {
    let new = NewOptionals::new(id);
    if id % 2 == 1 {
        return new;
    }
    let day = NaiveDate::from_ymd_opt(2024, 2, 1).unwrap() + chrono::Days::new(id.unsigned_abs());
    let time = day.and_hms_milli_opt(12, 34, 56, 789).unwrap();
    let document = Document { title: format!("document {id}"), parts: Vec::new(), nothing: None };
    new.small(id as i16)
        .medium(id as i32)
        .large(i64::MAX - id)
        .truth(id % 4 == 0)
        .single(id as f32 + 0.5)
        .double(id as f64 + 0.25)
        .money(Decimal::new(id * 100 + 1, 2))
        .exact(Decimal::new(id * 1_000 + 1, 10))
        .short("é".repeat(id as usize % 10))
        .long(format!("a text of row {id}"))
        .short_bytes(vec![id as u8; id as usize % 16])
        .long_bytes(vec![id as u8; 300])
        .day(day)
        .hour(time.time())
        .local(time)
        .instant(time.and_utc())
        .identity(Uuid::from_u128(id.unsigned_abs().into()))
        .document(Json(document))
}
