//! The DAO over derived tables of different shapes, on a live SQLite database.

#![allow(missing_docs, reason = "a test")]

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use tablewright::prelude::*;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ColumnEnum)]
enum Priority {
    Routine,
    Urgent,
}

/// Everything the client makes, so that rows are added in a batch.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "referrals")]
struct Referral {
    #[column(primary_key, max_length = 36, default = uuid)]
    id: String,
    #[column(max_length = 20, unique)]
    number: Option<String>,
    #[column(default = Priority::Routine)]
    priority: Priority,
    #[column(default = now)]
    created_at: DateTime<Utc>,
    tags: Option<Json<BTreeMap<String, i32>>>,
    #[column(precision = 10, scale = 2)]
    fee: rust_decimal::Decimal,
}

/// A key of two columns, and what the database makes.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "lines", primary_key(order_id, position))]
struct Line {
    order_id: i64,
    position: i32,
    #[column(default = expr(1 + 1))]
    quantity: i32,
    price: i32,
    #[column(generated(quantity * price))]
    total: i32,
}

/// Nothing names a row.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "events", allow(no_primary_key, reason = "what such a table can do is tried"))]
struct Event {
    what: String,
}

schema! {
    struct All { tables: [Referral, Line, Event], dialects: [sqlite, postgres] }
}

async fn database() -> Database {
    let db = Database::connect("sqlite::memory:").await.unwrap();
    All::create(&db).await.unwrap();
    db
}

fn fee(cents: i64) -> rust_decimal::Decimal {
    rust_decimal::Decimal::new(cents, 2)
}

#[tokio::test]
async fn what_the_client_makes_is_in_the_row() {
    let db = database().await;
    let referrals = Referral::dao(&db);
    let before = Utc::now();
    let made = referrals.create(NewReferral::new(fee(1250))).await.unwrap();
    assert_eq!((made.id.len(), made.priority, &made.number), (36, Priority::Routine, &None));
    assert!(made.created_at <= Utc::now() && made.created_at >= before - chrono::TimeDelta::microseconds(1));
    assert_eq!(referrals.find_by_id(&made.id).await.unwrap().unwrap(), made);
}

#[tokio::test]
async fn a_batch_gives_back_each_row() {
    let db = database().await;
    let referrals = Referral::dao(&db);
    let news = (0..3).map(|n| NewReferral::new(fee(n)).number(format!("R{n}"))).collect();
    let made = referrals.create_many(news).await.unwrap();
    assert_eq!(referrals.all().order_by(Referral::NUMBER.asc()).await.unwrap(), made);
    let again = vec![NewReferral::new(fee(9)).number("R9"), NewReferral::new(fee(9)).number("R1")];
    let error = referrals.create_many(again).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unique);
    assert_eq!(error.constraint().unwrap().columns, ["number"]);
    assert_eq!(referrals.count(Condition::all()).await.unwrap(), 3);
}

#[tokio::test]
async fn conditions_know_enumerations_times_and_decimals() {
    let db = database().await;
    let referrals = Referral::dao(&db);
    let urgent = referrals.create(NewReferral::new(fee(1000)).priority(Priority::Urgent)).await.unwrap();
    let routine = referrals.create(NewReferral::new(fee(99)).created_at(DateTime::UNIX_EPOCH)).await.unwrap();
    let ids = async |condition| {
        let rows: Vec<Referral> = referrals.find_all(condition).await.unwrap();
        rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(ids(Referral::PRIORITY.eq(Priority::Urgent)).await, [&*urgent.id]);
    assert_eq!(ids(Referral::PRIORITY.is_in([Priority::Routine])).await, [&*routine.id]);
    assert_eq!(ids(Referral::CREATED_AT.lt(urgent.created_at)).await, [&*routine.id]);
    assert_eq!(ids(Referral::FEE.gt(fee(500))).await, [&*urgent.id]);
    assert_eq!(ids(Referral::FEE.eq(fee(99))).await, [&*routine.id]);
    assert_eq!(ids(Referral::TAGS.is_not_null()).await, [""; 0]);
}

#[tokio::test]
async fn a_patch_takes_documents_and_decimals() {
    let db = database().await;
    let referrals = Referral::dao(&db);
    let made = referrals.create(NewReferral::new(fee(1000)).number("R1")).await.unwrap();
    let tags = BTreeMap::from([("a".to_owned(), 1)]);
    let patch =
        Referral::patch().set(Referral::TAGS, tags.clone()).add(Referral::FEE, fee(5)).set_null(Referral::NUMBER);
    referrals.patch(&made.id, patch).await.unwrap();
    let row = referrals.get(&made.id).await.unwrap();
    assert_eq!((row.tags, row.fee, row.number), (Some(Json(tags)), fee(1005), None));
}

#[tokio::test]
async fn an_upsert_by_a_unique_key_that_is_null_adds_a_row() {
    let db = database().await;
    let referrals = Referral::dao(&db);
    let first = referrals.upsert_by_number(NewReferral::new(fee(1))).await.unwrap();
    let second = referrals.upsert_by_number(NewReferral::new(fee(2))).await.unwrap();
    assert_ne!(first.id, second.id);
    let third = referrals.upsert_by_number(NewReferral::new(fee(3)).number("R3")).await.unwrap();
    let fourth = referrals.upsert_by_number(NewReferral::new(fee(4)).number("R3")).await.unwrap();
    assert_eq!((&fourth.id, fourth.fee), (&third.id, fee(4)));
    let fifth = referrals.upsert(NewReferral::new(fee(5)).id(first.id.clone())).await.unwrap();
    assert_eq!((&fifth.id, fifth.fee), (&first.id, fee(5)));
    assert_eq!(referrals.count(Condition::all()).await.unwrap(), 3);
}

#[tokio::test]
async fn a_key_of_two_columns_is_a_tuple() {
    let db = database().await;
    let lines = Line::dao(&db);
    let made = lines.create(NewLine::new(7, 1, 10)).await.unwrap();
    assert_eq!((made.quantity, made.total), (2, 20));
    let other = lines.create(NewLine::new(7, 2, 10).quantity(5)).await.unwrap();
    assert_eq!(lines.get((7, 2)).await.unwrap(), other);
    lines.patch((7, 2), Line::patch().set(Line::PRICE, 1)).await.unwrap();
    assert_eq!(lines.find_by_order_id_and_position(7, 2).await.unwrap().unwrap().total, 5);
    assert!(lines.delete((7, 1)).await.unwrap());
    let many = lines.create_many(vec![NewLine::new(8, 1, 3), NewLine::new(8, 2, 4).quantity(1)]).await.unwrap();
    assert_eq!(many.iter().map(|line| line.total).collect::<Vec<_>>(), [6, 4]);
    assert_eq!(lines.find_all(Line::TOTAL.ge(Line::PRICE).and(Line::ORDER_ID.eq(8))).count().await.unwrap(), 2);
}

#[tokio::test]
async fn a_table_without_a_key_is_read_and_changed_by_conditions() {
    let db = database().await;
    let events = Event::dao(&db);
    let made = events.create(NewEvent::new("a")).await.unwrap();
    events.create_many(vec![NewEvent::new("b"), NewEvent::new("b")]).await.unwrap();
    assert_eq!(events.update(&made).await.unwrap_err().kind(), Kind::Usage);
    assert_eq!(events.patch_where(Event::WHAT.eq("b"), Event::patch().set(Event::WHAT, "c")).await.unwrap(), 2);
    assert_eq!(events.delete_where(Event::WHAT.eq("c")).await.unwrap(), 2);
    assert_eq!(events.all().await.unwrap(), [made]);
}

#[tokio::test]
async fn a_schema_that_is_there_in_part_is_refused() {
    let db = database().await;
    db.execute_sql("DROP TABLE events", &[]).await.unwrap();
    let error = All::ensure(&db).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Usage);
    assert!(error.to_string().contains("without `events`"), "{error}");
}

#[tokio::test]
async fn values_a_column_cannot_hold_are_refused_before_they_are_sent() {
    let db = database().await;
    let long = NewReferral::new(fee(1)).number("x".repeat(21));
    let error = Referral::dao(&db).create(long).await.unwrap_err();
    assert_eq!(error.kind(), Kind::TooLong);
    let constraint = error.constraint().unwrap();
    assert_eq!((constraint.table.as_deref(), &constraint.columns[..]), (Some("referrals"), &["number".to_owned()][..]));
}
