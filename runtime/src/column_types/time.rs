//! Dates and times, to the microsecond.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, SubsecRound, Utc};
use tablewright_schema::{DataType, Dialect};

use crate::column_type::ColumnType;
use crate::error::Result;
use crate::param::{MICROSECONDS, Param};
use crate::row::Row;

impl ColumnType for NaiveDate {
    const TYPE: DataType = DataType::Date;

    fn param(&self, _: &DataType) -> Result<Param<'_>> {
        Ok(Param::Date(*self))
    }

    fn decode(row: &mut dyn Row, index: usize, _: &DataType) -> Result<Self> {
        row.date(index)
    }
}

macro_rules! fine {
    ($($type:ty: $variant:ident, $getter:ident;)+) => {$(
        impl ColumnType for $type {
            const TYPE: DataType = DataType::$variant;

            fn param(&self, _: &DataType) -> Result<Param<'_>> {
                Ok(Param::$variant(self.trunc_subsecs(MICROSECONDS)))
            }

            fn decode(row: &mut dyn Row, index: usize, _: &DataType) -> Result<Self> {
                row.$getter(index)
            }

            fn normalize(&mut self, dialect: Dialect) {
                *self = self.trunc_subsecs(dialect.syntax().second_digits);
            }
        }
    )+};
}

fine! {
    NaiveTime: Time, time;
    NaiveDateTime: Timestamp, timestamp;
    DateTime<Utc>: TimestampTz, timestamp_tz;
}
