//! Times read back the same from year 1 to year 9999, to the microsecond where the engine can, and sort in time.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use tablewright::prelude::*;
use uuid::Uuid;

use super::{EngineUnderTest, kept};
use crate::table::people::{Defaults, NewDefaults};
use crate::table::values::{Document, Moments, NewMoments, NewOptionals, Optionals};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Moments::dao(&db);
    let last = NaiveTime::from_hms_micro_opt(23, 59, 59, 999_999).unwrap();
    let times = [
        NaiveDate::from_ymd_opt(1, 1, 1).unwrap().and_time(NaiveTime::MIN),
        NaiveDate::from_ymd_opt(1969, 12, 31).unwrap().and_time(last),
        NaiveDate::from_ymd_opt(2024, 2, 29).unwrap().and_hms_micro_opt(12, 34, 56, 1).unwrap(),
        NaiveDate::from_ymd_opt(2038, 1, 19).unwrap().and_hms_opt(3, 14, 8).unwrap(),
        NaiveDate::from_ymd_opt(9999, 12, 31).unwrap().and_time(last),
    ];
    let sent = times;
    let times = sent.map(|time| kept(engine, time));
    let last = times[4].time();
    for (sent, time) in sent.into_iter().zip(times) {
        // What is finer than the engine keeps is cut off in the row in hand too.
        let made = dao.create(at(sent)).await.unwrap();
        let read = dao.get(made.id).await.unwrap();
        assert_eq!((read.day, read.hour, read.local, read.instant), (time.date(), time.time(), time, time.and_utc()));
        assert_eq!(made, read);
    }
    let sorted = dao.all().order_by(Moments::INSTANT.asc()).await.unwrap();
    assert_eq!(sorted.iter().map(|row| row.local).collect::<Vec<_>>(), times);
    let after = dao.count(Moments::LOCAL.gt(times[2])).await.unwrap();
    assert_eq!(after, 2);
    let between = dao.count(Moments::INSTANT.between(times[1].and_utc(), times[3].and_utc())).await.unwrap();
    assert_eq!(between, 3);
    assert_eq!(dao.count(Moments::DAY.le(times[1].date())).await.unwrap(), 2);
    assert_eq!(dao.count(Moments::HOUR.eq(last)).await.unwrap(), 2);

    // What no column keeps is cut before it is sent, so that the row in hand is the row in the database.
    let fine: DateTime<Utc> = times[2].and_utc() + TimeDelta::nanoseconds(789);
    let made = dao.create(at(fine.naive_utc())).await.unwrap();
    assert_eq!(made.instant, times[2].and_utc());
    assert_eq!(dao.get(made.id).await.unwrap(), made);
    for made in dao.create_many(vec![at(fine.naive_utc()), at(sent[1])]).await.unwrap() {
        assert_eq!(dao.get(made.id).await.unwrap(), made);
    }
    let optionals = Optionals::dao(&db);
    let new = NewOptionals::new(1_i64).hour(sent[1].time()).local(sent[1]).instant(sent[1].and_utc());
    let made = optionals.upsert(new).await.unwrap();
    assert_eq!((made.hour, made.local), (Some(times[1].time()), Some(times[1])));
    assert_eq!(optionals.get(1).await.unwrap(), made);
    // So is the current time.
    for _ in 0..20 {
        let made = Defaults::dao(&db).create(NewDefaults::new()).await.unwrap();
        assert_eq!(Defaults::dao(&db).get(&made.id).await.unwrap(), made);
    }
}

fn at(time: NaiveDateTime) -> NewMoments {
    let document = Document { title: String::new(), parts: Vec::new(), nothing: None };
    NewMoments::new(Uuid::new_v4(), time.date(), time.time(), time, time.and_utc(), Json(document))
}
