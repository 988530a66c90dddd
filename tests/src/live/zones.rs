//! The time zone of a server, a database, a role or a session changes no instant.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use tablewright::HandwrittenSql;
use tablewright::prelude::*;
use uuid::Uuid;

use crate::table::people::{Defaults, NewDefaults};
use crate::table::values::{Document, Moments, NewMoments};

/// Writes and reads instants over `old`, whose connection was there before, and over new connections after each change of
/// `zones`, which are statements for `administrator`. Both databases have one connection, and are the same.
pub async fn hold(administrator: &Database, zones: &[String], old: &Database, new: impl AsyncFn() -> Database) {
    Moments::dao(old).delete_where(Condition::all()).await.unwrap();
    let mut written = write(old).await;
    for change in zones {
        administrator.execute_sql(change, &[]).await.unwrap();
        let new = new().await;
        read(&new, &written, change).await;
        written.extend(write(&new).await);
        read(&new, &written, change).await;
        read(old, &written, change).await;
        new.close().await.unwrap();
    }
}

/// The same over one connection, whose session's zone each of the statements changes.
pub async fn hold_in_a_session(db: &Database, zones: &[&str]) {
    Moments::dao(db).delete_where(Condition::all()).await.unwrap();
    let mut written = write(db).await;
    for change in zones {
        db.execute_sql(change, &[]).await.unwrap();
        read(db, &written, change).await;
        written.extend(write(db).await);
        read(db, &written, change).await;
    }
}

/// Instants at which some clock is changed, and which others name otherwise than by their own date.
fn instants() -> [DateTime<Utc>; 6] {
    let utc = |year, month, day, hour, minute| {
        let day = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        day.and_hms_micro_opt(hour, minute, 0, 123_400).unwrap().and_utc()
    };
    [
        utc(1969, 12, 31, 23, 59),
        utc(2024, 1, 1, 0, 0),
        // Clocks go forward in New York, and back in Berlin.
        utc(2024, 3, 10, 7, 30),
        utc(2024, 10, 27, 0, 30),
        utc(2024, 10, 27, 1, 30),
        utc(2024, 12, 31, 23, 59),
    ]
}

async fn write(db: &Database) -> Vec<Moments> {
    let mut written = Vec::new();
    for instant in instants() {
        let local = instant.naive_utc();
        let document = Document { title: String::new(), parts: Vec::new(), nothing: None };
        let new = NewMoments::new(Uuid::new_v4(), local.date(), local.time(), local, instant, Json(document));
        written.push(Moments::dao(db).create(new).await.unwrap());
    }
    written
}

async fn read(db: &Database, written: &[Moments], change: &str) {
    for row in written {
        assert_eq!(Moments::dao(db).get(row.id).await.unwrap(), *row, "after {change}");
    }
    let rounds = written.len() as u64 / 6;
    let [_, new_year, new_york, ..] = instants();
    let between = Moments::dao(db).count(Moments::INSTANT.between(new_year, new_york)).await.unwrap();
    assert_eq!(between, 2 * rounds, "after {change}");
    let between = Moments::dao(db).count(Moments::LOCAL.between(new_year.naive_utc(), new_york.naive_utc())).await;
    assert_eq!(between.unwrap(), 2 * rounds, "after {change}");
    // Now is now, be it the client's or the database's own.
    Defaults::dao(db).delete_where(Condition::all()).await.unwrap();
    Defaults::dao(db).create(NewDefaults::new()).await.unwrap();
    let [table, id] = ["defaults", "id"].map(|name| {
        let mut quoted = String::new();
        db.dialect().quote(name, &mut quoted);
        quoted
    });
    db.execute_sql(&format!("INSERT INTO {table} ({id}) VALUES ('by the database')"), &[]).await.unwrap();
    for row in Defaults::dao(db).all().await.unwrap() {
        let age = Utc::now() - row.made_at;
        assert!(age.abs() < TimeDelta::minutes(5), "{} is {age} old after {change}", row.id);
    }
}
