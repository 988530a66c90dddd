//! Firebird's values in other types.

use super::super::convert::{Converter, by_pattern, pattern, text_width};
use super::{Firebird, types};
use crate::model::DataType;

/// Longer than any text that is read as something else.
const READ: &str = "VARCHAR(60) CHARACTER SET UTF8";

impl Converter for Firebird {
    fn convert(&self, from: &DataType, to: &DataType, value: &str) -> String {
        let text = text_width(from) == Some(u64::MAX);
        let value = if text { format!("CAST({value} AS {READ})") } else { value.to_owned() };
        match (from, to) {
            // As many digits as the column has come with the assignment.
            (DataType::Decimal { .. }, DataType::Decimal { .. }) => value,
            (DataType::Bool, _) => format!("CASE {value} WHEN TRUE THEN 1 WHEN FALSE THEN 0 END"),
            (_, DataType::Bool) => format!("({value} = 1)"),
            (DataType::Uuid, _) => format!("LOWER(UUID_TO_CHAR({value}))"),
            (_, DataType::Uuid) => format!("CHAR_TO_UUID({value})"),
            (_, DataType::Text | DataType::Varchar(_)) => format!("CAST({value} AS {READ})"),
            (_, to) => match types::sql(to) {
                Ok(sql) => format!("CAST({value} AS {})", sql.name),
                Err(_) => value,
            },
        }
    }

    /// <https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-commons-similar-to>
    fn readable(&self, to: &DataType, text: &str) -> String {
        let matches = format!("{text} SIMILAR TO '({})' ESCAPE '#'", pattern(to).replace('~', "#-"));
        by_pattern(to, matches, &format!("CAST(CAST({text} AS {READ}) AS DECIMAL(20, 0))"))
    }

    /// Types can only become wider.
    fn in_place(&self, _: &DataType, _: &DataType) -> bool {
        false
    }
}
