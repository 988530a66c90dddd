//! Rows of which more is computed than the columns of it hold, and more than the columns hold that it is computed from.

use rust_decimal::Decimal;
use tablewright::prelude::*;

schema! {
    /// Tables of what is computed.
    pub struct Parcels { tables: [Parcel] }
}

/// A number of sixteen bits that means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ColumnType)]
pub struct Grade(pub i16);

/// A parcel.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "parcels")]
#[check(name = "ck_parcels_is_wide", (width > 0) = (width >= 1))]
#[check(name = "ck_parcels_weighs", weight * weight > 40000 or -weight + abs(weight) = 0)]
pub struct Parcel {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// The width.
    pub width: i32,
    /// The length.
    pub length: i32,
    /// The weight.
    pub weight: i16,
    /// The force on it.
    pub force: f64,
    /// What stands on it.
    #[column(max_length = 20)]
    pub mark: String,
    /// The price.
    #[column(precision = 5, scale = 2)]
    pub price: Decimal,
    /// Twice as many bits as the two that it is made of.
    #[column(generated(width * length))]
    pub area: i64,
    /// As many bits.
    #[column(generated(width + length))]
    pub around: i32,
    /// As many bits, kept.
    #[column(generated(width - length, stored))]
    pub longer: i32,
    /// As many bits as one.
    #[column(generated(weight + 1))]
    pub rounded: i16,
    /// As many bits, in a type of one's own.
    #[column(generated(weight - 2))]
    pub grade: Option<Grade>,
    /// All bits that there are.
    #[column(generated(width * length * width))]
    pub volume: i64,
    /// Fewer bits.
    #[column(generated(force * force))]
    pub pull: f32,
    /// A text with a limit.
    #[column(max_length = 10, generated(mark || "!!"))]
    pub loud: String,
    /// Digits with a limit.
    #[column(precision = 5, scale = 2, generated(price + price))]
    pub both_ways: Decimal,
}
