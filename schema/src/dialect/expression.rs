//! How a dialect writes what an expression may hold, where it differs.

use super::Dialect;
use crate::expr::{Function, Moment};
use crate::model::DataType;

/// How two texts are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Concat {
    /// `a || b`.
    Bars,
    /// `a + b`.
    Plus,
    /// `CONCAT(a, b)`.
    Function,
}

/// How a whole number is divided by another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Division {
    /// `a / b` is a whole number.
    Slash,
    /// `a DIV b`.
    Div,
    /// `TRUNC(a / b)`.
    Trunc,
}

impl Dialect {
    /// How two texts are joined.
    pub(crate) const fn concat(self) -> Concat {
        match self {
            Self::Sqlite | Self::Postgres | Self::Firebird | Self::Oracle => Concat::Bars,
            // `||` means OR unless the session says otherwise.
            Self::Mysql | Self::Mariadb => Concat::Function,
            Self::SqlServer => Concat::Plus,
        }
    }

    /// How a whole number is divided by another.
    pub(crate) const fn division(self) -> Division {
        match self {
            Self::Sqlite | Self::Postgres | Self::Firebird | Self::SqlServer => Division::Slash,
            Self::Mysql | Self::Mariadb => Division::Div,
            Self::Oracle => Division::Trunc,
        }
    }

    /// Whether the remainder is a function, `MOD(a, b)`, and not `a % b`.
    pub(crate) const fn remainder_is_function(self) -> bool {
        matches!(self, Self::Firebird | Self::Oracle)
    }

    /// Whether a comparison has no value that could be selected, stored or compared.
    pub(crate) const fn conditions_are_no_values(self) -> bool {
        matches!(self, Self::SqlServer | Self::Oracle)
    }

    /// A function with its arguments.
    pub(crate) fn call(self, function: Function, arguments: &[String]) -> String {
        let list = arguments.join(", ");
        match (function, self) {
            (Function::Length, Self::Mysql | Self::Mariadb | Self::Firebird) => format!("CHAR_LENGTH({list})"),
            // LEN leaves out blanks at the end, so something stands behind them
            // (https://learn.microsoft.com/en-us/sql/t-sql/functions/len-transact-sql).
            (Function::Length, Self::SqlServer) => format!("(LEN({list} + N'.') - 1)"),
            (Function::Substr, Self::SqlServer) => format!("SUBSTRING({list})"),
            (Function::Substr, Self::Firebird) => match arguments {
                [text, first, count] => format!("SUBSTRING({text} FROM {first} FOR {count})"),
                _ => format!("SUBSTRING({list})"),
            },
            (function, _) => format!("{}({list})", function.name().to_uppercase()),
        }
    }

    /// A literal of time. The text was checked: digits and their signs.
    pub(crate) fn moment(self, moment: Moment, text: &str, data_type: Option<&DataType>) -> String {
        match (self, moment) {
            (Self::Sqlite, Moment::Date) => format!("'{text}'"),
            (Self::Sqlite, Moment::Timestamp) => {
                // Times are kept with six digits, an instant with its zone, so that texts compare like times.
                let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
                let zone = if data_type == Some(&DataType::TimestampTz) { "+00:00" } else { "" };
                format!("'{whole}.{fraction:0<6}{zone}'")
            }
            (Self::SqlServer, Moment::Date) => format!("CAST('{text}' AS date)"),
            (Self::SqlServer, Moment::Timestamp) => format!("CAST('{}' AS datetime2(6))", text.replace(' ', "T")),
            (_, Moment::Date) => format!("DATE '{text}'"),
            (_, Moment::Timestamp) => format!("TIMESTAMP '{text}'"),
        }
    }
}
