//! A row of SQL Server, read strictly: no conversion that could hide a wrong value.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use tiberius::{Column, ColumnData};
use uuid::Uuid;

use super::{decimal, time};
use crate::error::{Error, Kind, Result};
use crate::row::Row;

/// The row that came last.
pub struct SqlServerRow<'a>(pub &'a tiberius::Row);

impl SqlServerRow<'_> {
    fn value(&self, column: usize) -> Result<&ColumnData<'static>> {
        self.0.get_column_data(column).map_err(|_| {
            let columns = self.0.columns().len();
            Error::new(Kind::Decode, format!("the result has {columns} columns, and column {column} was asked for"))
        })
    }

    /// What `read` makes of the value; `None` is an error that names the column.
    fn read<'r, T>(
        &'r self,
        column: usize,
        wanted: &str,
        read: impl FnOnce(&'r ColumnData<'static>) -> Option<T>,
    ) -> Result<T> {
        let value = self.value(column)?;
        read(value).ok_or_else(|| self.wrong(column, wanted, value))
    }

    #[cold]
    fn wrong(&self, column: usize, wanted: &str, value: &ColumnData<'_>) -> Error {
        let name = self.0.columns().get(column).map_or("", Column::name);
        let (found, is_null) = describe(value);
        let found = if is_null { "NULL" } else { found };
        Error::new(Kind::Decode, format!("column `{name}` of the result holds no {wanted} (found {found})"))
    }
}

/// The server's name of a value's type, and whether the value is NULL.
fn describe(value: &ColumnData<'_>) -> (&'static str, bool) {
    match value {
        ColumnData::U8(value) => ("TINYINT", value.is_none()),
        ColumnData::I16(value) => ("SMALLINT", value.is_none()),
        ColumnData::I32(value) => ("INT", value.is_none()),
        ColumnData::I64(value) => ("BIGINT", value.is_none()),
        ColumnData::F32(value) => ("REAL", value.is_none()),
        ColumnData::F64(value) => ("FLOAT", value.is_none()),
        ColumnData::Bit(value) => ("BIT", value.is_none()),
        ColumnData::String(value) => ("a text", value.is_none()),
        ColumnData::Guid(value) => ("UNIQUEIDENTIFIER", value.is_none()),
        ColumnData::Binary(value) => ("bytes", value.is_none()),
        ColumnData::Numeric(value) => ("DECIMAL", value.is_none()),
        ColumnData::Xml(value) => ("XML", value.is_none()),
        ColumnData::DateTime(value) => ("DATETIME", value.is_none()),
        ColumnData::SmallDateTime(value) => ("SMALLDATETIME", value.is_none()),
        ColumnData::Time(value) => ("TIME", value.is_none()),
        ColumnData::Date(value) => ("DATE", value.is_none()),
        ColumnData::DateTime2(value) => ("DATETIME2", value.is_none()),
        ColumnData::DateTimeOffset(value) => ("DATETIMEOFFSET", value.is_none()),
    }
}

fn integer(value: &ColumnData<'_>) -> Option<i64> {
    match value {
        ColumnData::U8(value) => value.map(i64::from),
        ColumnData::I16(value) => value.map(i64::from),
        ColumnData::I32(value) => value.map(i64::from),
        ColumnData::I64(value) => *value,
        // What SUM makes of the largest integers.
        ColumnData::Numeric(value) => value.and_then(decimal::whole),
        _ => None,
    }
}

fn text<'r>(value: &'r ColumnData<'static>) -> Option<&'r str> {
    match value {
        ColumnData::String(Some(text)) => Some(text),
        _ => None,
    }
}

fn timestamp(value: &ColumnData<'_>) -> Option<NaiveDateTime> {
    match value {
        ColumnData::DateTime2(value) => value.and_then(time::read_timestamp),
        ColumnData::DateTime(value) => value.and_then(time::read_old),
        ColumnData::SmallDateTime(value) => value.and_then(time::read_small),
        _ => None,
    }
}

impl Row for SqlServerRow<'_> {
    fn is_null(&mut self, column: usize) -> Result<bool> {
        self.value(column).map(|value| describe(value).1)
    }

    /// A condition is no value of the server's, so that conditions come as the integers 0 and 1.
    fn bool(&mut self, column: usize) -> Result<bool> {
        self.read(column, "boolean", |value| match value {
            ColumnData::Bit(value) => *value,
            value => integer(value).and_then(|number| match number {
                0 => Some(false),
                1 => Some(true),
                _ => None,
            }),
        })
    }

    fn i16(&mut self, column: usize) -> Result<i16> {
        self.read(column, "16-bit integer", |value| integer(value)?.try_into().ok())
    }

    fn i32(&mut self, column: usize) -> Result<i32> {
        self.read(column, "32-bit integer", |value| integer(value)?.try_into().ok())
    }

    fn i64(&mut self, column: usize) -> Result<i64> {
        self.read(column, "integer", integer)
    }

    fn f32(&mut self, column: usize) -> Result<f32> {
        self.read(column, "32-bit float", |value| match value {
            ColumnData::F32(value) => *value,
            _ => None,
        })
    }

    fn f64(&mut self, column: usize) -> Result<f64> {
        self.read(column, "float", |value| match value {
            ColumnData::F64(value) => *value,
            ColumnData::F32(value) => value.map(f64::from),
            _ => None,
        })
    }

    fn decimal(&mut self, column: usize, _: u8, _: u8) -> Result<Decimal> {
        self.read(column, "decimal of 28 digits", |value| match value {
            ColumnData::Numeric(value) => value.and_then(decimal::read),
            value => integer(value).map(Decimal::from),
        })
    }

    fn text(&mut self, column: usize) -> Result<&str> {
        self.read(column, "text", text)
    }

    fn bytes(&mut self, column: usize) -> Result<&[u8]> {
        self.read(column, "bytes", |value| match value {
            ColumnData::Binary(Some(bytes)) => Some(bytes.as_ref()),
            _ => None,
        })
    }

    fn date(&mut self, column: usize) -> Result<NaiveDate> {
        self.read(column, "date", |value| match value {
            ColumnData::Date(value) => value.and_then(time::read_date),
            _ => None,
        })
    }

    fn time(&mut self, column: usize) -> Result<NaiveTime> {
        self.read(column, "time of a day", |value| match value {
            ColumnData::Time(value) => value.and_then(time::read_time),
            _ => None,
        })
    }

    fn timestamp(&mut self, column: usize) -> Result<NaiveDateTime> {
        self.read(column, "timestamp", timestamp)
    }

    fn timestamp_tz(&mut self, column: usize) -> Result<DateTime<Utc>> {
        self.read(column, "instant", |value| match value {
            ColumnData::DateTimeOffset(value) => value.and_then(time::read_instant),
            _ => None,
        })
    }

    fn uuid(&mut self, column: usize) -> Result<Uuid> {
        self.read(column, "UUID", |value| match value {
            ColumnData::Guid(value) => *value,
            _ => None,
        })
    }

    /// Documents are kept as text.
    fn json(&mut self, column: usize) -> Result<&str> {
        self.read(column, "document", text)
    }
}

#[cfg(test)]
mod tests {
    use tiberius::ColumnType;
    use tiberius::numeric::Numeric;

    use super::*;

    #[test]
    fn values_are_read_as_what_they_are_and_as_nothing_else() {
        let row = tiberius::Row::builder()
            .column("truth", ColumnType::Bitn, ColumnData::Bit(Some(true)))
            .column("sum", ColumnType::Numericn, ColumnData::Numeric(Some(Numeric::new_with_scale(70_000, 0))))
            .column("word", ColumnType::NVarchar, ColumnData::String(Some("7".into())))
            .column("none", ColumnType::Int4, ColumnData::I32(None))
            .build();
        let mut row = SqlServerRow(&row);
        assert!(row.bool(0).unwrap());
        assert_eq!(
            (row.i64(1).unwrap(), row.i32(1).unwrap(), row.decimal(1, 38, 0).unwrap()),
            (70_000, 70_000, 70_000.into())
        );
        assert_eq!(row.text(2).unwrap(), "7");
        assert!(row.is_null(3).unwrap() && !row.is_null(2).unwrap());
        let message = |result: Result<i16>| result.unwrap_err().to_string();
        assert_eq!(message(row.i16(1)), "column `sum` of the result holds no 16-bit integer (found DECIMAL)");
        assert_eq!(message(row.i16(2)), "column `word` of the result holds no 16-bit integer (found a text)");
        assert_eq!(message(row.i16(3)), "column `none` of the result holds no 16-bit integer (found NULL)");
        assert_eq!(message(row.i16(4)), "the result has 4 columns, and column 4 was asked for");
    }
}
