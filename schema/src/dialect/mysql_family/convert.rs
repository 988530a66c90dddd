//! MySQL's and MariaDB's values in other types.

use super::super::convert::{Converter, by_pattern, pattern};
use crate::model::DataType;

/// Both.
pub(crate) struct Family;

impl Converter for Family {
    fn convert(&self, from: &DataType, to: &DataType, value: &str) -> String {
        match (from, to) {
            // `BIN_TO_UUID` is MySQL's alone.
            (DataType::Uuid, _) => {
                let part = |first: u8, count: u8| format!("SUBSTR(HEX({value}), {first}, {count})");
                let parts = [part(1, 8), part(9, 4), part(13, 4), part(17, 4), part(21, 12)];
                format!("LOWER(CONCAT({}))", parts.join(", '-', "))
            }
            (_, DataType::Uuid) => format!("UNHEX(REPLACE({value}, '-', ''))"),
            (DataType::Bool, _) | (_, DataType::Bool) => value.to_owned(),
            (_, DataType::Text | DataType::Varchar(_)) => format!("CAST({value} AS CHAR)"),
            (_, DataType::I16 | DataType::I32 | DataType::I64) => format!("CAST({value} AS SIGNED)"),
            (_, DataType::Decimal { precision, scale }) => format!("CAST({value} AS DECIMAL({precision}, {scale}))"),
            // A cast rounds to the next day; this does not.
            (DataType::Timestamp, DataType::Date) => format!("DATE({value})"),
            (_, DataType::Date) => format!("CAST({value} AS DATE)"),
            (_, DataType::Timestamp) => format!("CAST({value} AS DATETIME(6))"),
            // The engine knows a wider number by itself.
            _ => value.to_owned(),
        }
    }

    /// `$` matches before a line feed at the end too, which is why there is a sign that is no part of the text.
    fn readable(&self, to: &DataType, text: &str) -> String {
        let matches = format!("CONCAT({text}, ';') REGEXP '^({});$'", pattern(to).replace('~', "-"));
        by_pattern(to, matches, &format!("CAST({text} AS DECIMAL(20))"))
    }

    /// Bytes would be read as a text, and a time of day rounded to the next day
    /// (<https://dev.mysql.com/doc/refman/8.0/en/date-and-time-type-conversion.html>).
    fn in_place(&self, from: &DataType, to: &DataType) -> bool {
        !matches!((from, to), (DataType::Uuid, _) | (_, DataType::Uuid) | (DataType::Timestamp, DataType::Date))
    }
}
