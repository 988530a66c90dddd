//! Rows whose checks and computed columns hold what engines make differently by themselves.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rust_decimal::Decimal;
use tablewright::prelude::*;

schema! {
    /// Tables of expressions.
    pub struct Bookings { tables: [Booking, Frame] }
}

schema! {
    /// A table that divides decimals, which SQLite keeps as whole numbers.
    pub struct Shares {
        tables: [Share],
        dialects: [postgres, mysql, mariadb, firebird, sqlserver, oracle],
    }
}

/// A booking.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "bookings")]
#[check(name = "ck_bookings_order", start < end)]
#[check(name = "ck_bookings_hours", opens >= "08:00" and closes <= time "18:00")]
#[check(name = "ck_bookings_noon", kind <> "vip" or booked_at >= "2026-01-31 12:00:00")]
#[check(name = "ck_bookings_paid", case when kind = "paid" then price > 0 else true end)]
#[check(name = "ck_bookings_undenied", coalesce(confirmed, true))]
#[check(name = "ck_bookings_open", is_open)]
pub struct Booking {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// A day.
    pub start: NaiveDate,
    /// A later day, called by a word of the language.
    pub end: NaiveDate,
    /// From when on.
    pub opens: NaiveTime,
    /// Until when.
    pub closes: NaiveTime,
    /// An instant.
    pub booked_at: DateTime<Utc>,
    /// A word.
    #[column(max_length = 10)]
    pub kind: String,
    /// The price.
    #[column(precision = 12, scale = 2)]
    pub price: Decimal,
    /// True, false or neither.
    pub confirmed: Option<bool>,
    /// True.
    pub is_open: bool,
    /// How many there are.
    pub total: i64,
    /// Among how many.
    pub parts: Option<i64>,
    /// A whole number, or NULL.
    #[column(generated(total / nullif(parts, 0)))]
    pub each: Option<i64>,
    /// A whole number.
    #[column(generated(case when total > 5 then total else 9 end / 2))]
    pub half: i64,
    /// As many characters as there are.
    #[column(max_length = 10, generated(substr(kind, 1, total)))]
    pub short: String,
    /// A condition that is unknown if there are no parts.
    #[column(generated(parts > 1))]
    pub several: Option<bool>,
}

/// Parts of a price.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "shares")]
pub struct Share {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// What is divided.
    #[column(precision = 12, scale = 2)]
    pub price: Decimal,
    /// Rounded by the column.
    #[column(precision = 12, scale = 2, generated(price / 3))]
    pub third: Decimal,
    /// Rounded before.
    #[column(precision = 12, scale = 2, generated(round(price / 3, 1)))]
    pub rounded: Decimal,
    /// A decimal that was rounded is still one.
    #[column(precision = 12, scale = 2, generated(round(price, 0) / 2 + 0.05))]
    pub half: Decimal,
}

/// A table of a macro, which hands on an expression that it captured.
macro_rules! frame {
    ($size:expr, $limit:expr) => {
        /// A frame.
        #[derive(Debug, Clone, PartialEq, Table)]
        #[table(name = "frames")]
        #[check(name = "ck_frames_width", width < $limit * 2)]
        pub struct Frame {
            /// The key.
            #[column(primary_key)]
            pub id: i64,
            /// The width.
            pub width: i32,
            /// Twice what was captured.
            #[column(generated($size * 2))]
            pub twice: i32,
        }
    };
}
frame!(width + 1, 3 + 2);
