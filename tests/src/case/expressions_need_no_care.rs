//! What engines make differently by themselves (division, times as texts, truth values, words as names) is the same in expressions.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rust_decimal::Decimal;
use tablewright::{Kind, Result, Schema as _};

use super::EngineUnderTest;
use crate::table::bookings::{Booking, Bookings, Frame, NewBooking, NewFrame};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    Bookings::create(&db).await.unwrap();
    let dao = Booking::dao(&db);
    let made = dao.create(booking(1).parts(2)).await.unwrap();
    assert_eq!((made.each, made.half, made.several, &*made.short), (Some(3), 3, Some(true), "ordinar"));
    assert_eq!(dao.find(1).await.unwrap(), Some(made));
    let made = dao.create(NewBooking { total: 3, ..booking(2) }.parts(0)).await.unwrap();
    assert_eq!((made.each, made.half, made.several, &*made.short), (None, 4, Some(false), "ord"));
    let made = dao.create(booking(3)).await.unwrap();
    assert_eq!((made.each, made.several), (None, None));

    for (check, new) in [
        ("ck_bookings_order", NewBooking { end: day(1), ..booking(4) }),
        ("ck_bookings_hours", NewBooking { opens: "07:59:59.9".parse().unwrap(), ..booking(4) }),
        ("ck_bookings_hours", NewBooking { closes: "18:00:01".parse().unwrap(), ..booking(4) }),
        (
            "ck_bookings_noon",
            NewBooking { kind: "vip".into(), booked_at: "2026-01-31T11:59:59Z".parse().unwrap(), ..booking(4) },
        ),
        ("ck_bookings_paid", NewBooking { kind: "paid".into(), price: Decimal::ZERO, ..booking(4) }),
        ("ck_bookings_undenied", booking(4).confirmed(false)),
        ("ck_bookings_open", NewBooking { is_open: false, ..booking(4) }),
    ] {
        refused(dao.create(new).await, check);
    }
    // The nearest to each of them that is let through; the hours of a booking are the first and the last.
    let vip = NewBooking { kind: "vip".into(), booked_at: "2026-01-31T12:00:00Z".parse().unwrap(), ..booking(5) };
    dao.create(vip).await.unwrap();
    dao.create(NewBooking { kind: "paid".into(), ..booking(6) }.confirmed(true)).await.unwrap();

    let frames = Frame::dao(&db);
    assert_eq!(frames.create(NewFrame::new(1_i64, 9)).await.unwrap().twice, 20);
    refused(frames.create(NewFrame::new(2_i64, 10)).await, "ck_frames_width");
}

fn booking(id: i64) -> NewBooking {
    let [opens, closes]: [NaiveTime; 2] = ["08:00:00", "18:00:00"].map(|time| time.parse().unwrap());
    let booked_at: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().unwrap();
    NewBooking::new(id, day(1), day(2), opens, closes, booked_at, "ordinary", Decimal::ONE, true, 7_i64)
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 2, day).unwrap()
}

fn refused<T: std::fmt::Debug>(outcome: Result<T>, check: &str) {
    let error = outcome.unwrap_err();
    assert_eq!((error.kind(), error.constraint().and_then(|at| at.name.as_deref())), (Kind::Check, Some(check)));
}
