//! PostgreSQL's values in other types.

use super::super::convert::{Converter, by_pattern, pattern};
use super::{Postgres, types};
use crate::model::DataType;

impl Converter for Postgres {
    fn convert(&self, from: &DataType, to: &DataType, value: &str) -> String {
        match (from, to) {
            // As many digits as the column has come with the assignment.
            (DataType::Decimal { .. }, DataType::Decimal { .. }) => value.to_owned(),
            (DataType::Bool, _) => format!("CASE {value} WHEN TRUE THEN 1 WHEN FALSE THEN 0 END"),
            (_, DataType::Bool) => format!("{value} = 1"),
            // Whatever the session's DateStyle.
            (DataType::Date, DataType::Text | DataType::Varchar(_)) => format!("to_char({value}, 'YYYY-MM-DD')"),
            // Without a length, for a cast to one cuts without a word.
            (_, to) => match types::cast(to) {
                Some(name) => format!("CAST({value} AS {name})"),
                None => value.to_owned(),
            },
        }
    }

    fn readable(&self, to: &DataType, text: &str) -> String {
        let matches = format!("{text} ~ '^({})$'", pattern(to).replace('~', "-"));
        by_pattern(to, matches, &format!("CAST({text} AS numeric)"))
    }

    /// With a USING clause.
    fn in_place(&self, _: &DataType, _: &DataType) -> bool {
        true
    }
}
