//! Personal data, types of one's own, and columns whose values are made.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use tablewright::prelude::*;
use uuid::Uuid;

/// A patient: most of it is nobody's business.
#[derive(Clone, PartialEq, Table)]
#[table(name = "patients")]
pub struct Patient {
    /// Made by the client.
    #[column(primary_key, default = uuid)]
    pub id: Uuid,
    /// Personal.
    #[column(max_length = 40, personal)]
    pub name: String,
    /// Personal and unique, so that it could stand in a message about a violation.
    #[column(max_length = 40, personal, unique)]
    pub email: Option<String>,
    /// Not personal.
    #[column(max_length = 20)]
    pub ward: String,
}

/// A colour of a closed list, whose words need care in SQL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ColumnEnum)]
pub enum Colour {
    /// Stored as `red`.
    Red,
    /// Stored as `night_blue`.
    NightBlue,
    /// Stored with a quote.
    #[column_enum(rename = "painter's green")]
    Green,
}

/// A number of one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ColumnType)]
pub struct Litres(pub i32);

/// A text of one's own.
#[derive(Debug, Clone, PartialEq, Eq, ColumnType)]
#[column_type(max_length = 12)]
pub struct BatchNumber(pub String);

/// A pot of paint.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "paints")]
pub struct Paint {
    /// Numbered by the database, 16 bits.
    #[column(primary_key, auto_increment, allow(narrow_key, reason = "numbers of every width are tried"))]
    pub id: i16,
    /// Of the list.
    #[column(default = Colour::NightBlue)]
    pub colour: Colour,
    /// Of the list, or none.
    pub second: Option<Colour>,
    /// A newtype around a number.
    pub volume: Litres,
    /// A newtype around a text.
    #[column(unique)]
    pub batch: Option<BatchNumber>,
}

/// A box whose area the database computes.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "boxes")]
pub struct Crate {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// Centimetres.
    pub width: i32,
    /// Centimetres.
    pub height: i32,
    /// Square centimetres.
    #[column(generated(width * height))]
    pub area: i32,
}

/// A mailbox, one to a name whatever its case.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "mailboxes")]
#[check(letters < 100)]
pub struct Mailbox {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// As it is written.
    #[column(max_length = 40)]
    pub name: String,
    /// As it is compared.
    #[column(generated(lower(name)), max_length = 40, unique)]
    pub name_key: String,
    /// Another one.
    #[column(max_length = 40)]
    pub other: Option<String>,
    /// How long that is.
    #[column(generated(length(other)))]
    #[index]
    pub letters: Option<i32>,
}

/// A row all of whose other columns have defaults.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "defaults")]
pub struct Defaults {
    /// Made by the client.
    #[column(primary_key, max_length = 36, default = uuid)]
    pub id: String,
    /// A literal text.
    #[column(max_length = 20, default = "it's")]
    pub word: String,
    /// A literal number.
    #[column(default = -7)]
    pub number: i64,
    /// A literal truth value.
    #[column(default = true)]
    pub truth: bool,
    /// The time of creation.
    #[column(default = now)]
    pub made_at: DateTime<Utc>,
}

/// A row whose number the database makes from an expression.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "evaluated")]
pub struct Evaluated {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// An expression of the database's.
    #[column(default = expr(2 + 3))]
    pub computed: i32,
    /// A number that one engine keeps as another one.
    #[column(precision = 10, scale = 2, default = expr(2 + 3))]
    pub price: Decimal,
    /// An instant, which is in UTC.
    #[column(default = expr(timestamp "2026-01-31 12:00:00"))]
    pub since: DateTime<Utc>,
}

/// A row whose expressions mean the same on every engine, however it keeps the values in them.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "stocks")]
#[check(name = "ck_stocks_whole", round(price, 0) = price or quantity > 0)]
#[check(
    name = "ck_stocks_counted",
    counted_at in (timestamp "2026-01-31 12:00:00", date "2026-02-01")
        or counted_at between timestamp "2026-03-01 00:00:00" and timestamp "2026-03-31 12:00:00"
)]
pub struct Stock {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// How many.
    pub quantity: i32,
    /// The price of one.
    #[column(precision = 10, scale = 2)]
    pub price: Decimal,
    /// When they were counted.
    pub counted_at: DateTime<Utc>,
    /// Whole numbers in a decimal.
    #[column(precision = 12, scale = 2, generated(quantity * 2))]
    pub doubled: Decimal,
    /// More digits after the point than there were.
    #[column(precision = 14, scale = 4, generated(price + 1))]
    pub raised: Decimal,
    /// Brackets count.
    #[column(generated((quantity + case when quantity > 1 then 1 else 2 end) * 3))]
    pub grouped: i32,
    /// A sign before brackets.
    #[column(generated(-(2 - quantity) + 3))]
    pub negated: i32,
}

/// A counter that many tasks raise at once.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "counters")]
pub struct Counter {
    /// The key.
    #[column(primary_key, max_length = 20)]
    pub name: String,
    /// What is counted.
    pub value: i64,
    /// What may be counted.
    pub extra: Option<i32>,
}
