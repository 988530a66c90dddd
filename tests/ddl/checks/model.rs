//! Conditions that every row fulfils, in the one expression language.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use tablewright::prelude::*;

use crate::golden::case::Model;

/// Conditions of every form.
#[derive(Debug, Table)]
#[table(name = "offers")]
#[check(name = "ck_offers_dates", starts < ends or ends is null)]
#[check(price >= 0 and price < 1000000)]
#[check(state in ("draft", "it's open", "done"))]
#[check(not (is_public and state = "draft"))]
#[check(length(title) between 3 and 60)]
#[check(coalesce(discount, 0) < 100)]
#[check(title like "A%" or title <> upper(title))]
pub struct Offer {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// The title.
    #[column(max_length = 60)]
    pub title: String,
    /// The price.
    #[column(precision = 12, scale = 2)]
    pub price: Decimal,
    /// How many.
    #[check(amount > 0)]
    pub amount: i32,
    /// Per cent.
    pub discount: Option<i32>,
    /// One of three words.
    #[column(max_length = 20)]
    pub state: String,
    /// Whether others see it.
    pub is_public: bool,
    /// From when on.
    pub starts: NaiveDate,
    /// Until when.
    pub ends: Option<NaiveDate>,
}

/// One table.
pub fn models() -> Vec<Model> {
    [Offer::META].map(Model::Derived).into()
}
