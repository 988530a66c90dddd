//! The row that an engine does not send: the number it gave the row just added, or nothing.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::error::{Error, Kind, Result};
use crate::row::Row;

/// A row of one column, the number, or of none.
pub(super) struct OnlyId(pub(super) Option<i64>);

impl OnlyId {
    fn id<N: TryFrom<i64>>(&self, column: usize) -> Result<N> {
        let id = self.0.filter(|_| column == 0).ok_or_else(missing)?;
        N::try_from(id)
            .map_err(|_| Error::new(Kind::Decode, "the number the database gave the row does not fit the field"))
    }
}

#[cold]
fn missing() -> Error {
    Error::new(Kind::Decode, "the database gave no value for a column it makes")
}

impl Row for OnlyId {
    fn is_null(&mut self, column: usize) -> Result<bool> {
        Ok(self.0.is_none() || column > 0)
    }

    fn i16(&mut self, column: usize) -> Result<i16> {
        self.id(column)
    }

    fn i32(&mut self, column: usize) -> Result<i32> {
        self.id(column)
    }

    fn i64(&mut self, column: usize) -> Result<i64> {
        self.id(column)
    }

    fn bool(&mut self, _: usize) -> Result<bool> {
        Err(missing())
    }

    fn f32(&mut self, _: usize) -> Result<f32> {
        Err(missing())
    }

    fn f64(&mut self, _: usize) -> Result<f64> {
        Err(missing())
    }

    fn decimal(&mut self, _: usize, _: u8, _: u8) -> Result<Decimal> {
        Err(missing())
    }

    fn text(&mut self, _: usize) -> Result<&str> {
        Err(missing())
    }

    fn bytes(&mut self, _: usize) -> Result<&[u8]> {
        Err(missing())
    }

    fn date(&mut self, _: usize) -> Result<NaiveDate> {
        Err(missing())
    }

    fn time(&mut self, _: usize) -> Result<NaiveTime> {
        Err(missing())
    }

    fn timestamp(&mut self, _: usize) -> Result<NaiveDateTime> {
        Err(missing())
    }

    fn timestamp_tz(&mut self, _: usize) -> Result<DateTime<Utc>> {
        Err(missing())
    }

    fn uuid(&mut self, _: usize) -> Result<Uuid> {
        Err(missing())
    }

    fn json(&mut self, _: usize) -> Result<&str> {
        Err(missing())
    }
}
