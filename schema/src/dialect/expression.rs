//! How a dialect writes what an expression may hold, where it differs.

use super::Dialect;
use super::rules::EmptyText;
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

    /// A decimal that is divided, so that the quotient has digits enough: Firebird's has as many after the point as both operands
    /// together, and cuts off the rest
    /// (<https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-datatypes-fixedtypes>).
    pub(crate) fn dividend(self, text: String) -> String {
        match self {
            Self::Firebird => format!("CAST({text} AS DECFLOAT(34))"),
            Self::Sqlite | Self::Postgres | Self::Mysql | Self::Mariadb | Self::SqlServer | Self::Oracle => text,
        }
    }

    /// A whole number that others are computed from in 64 bits, where the engine has no more for them than its operands have
    /// (<https://www.postgresql.org/docs/current/functions-math.html>,
    /// <https://learn.microsoft.com/en-us/sql/t-sql/data-types/int-bigint-smallint-and-tinyint-transact-sql>).
    pub(crate) fn widened(self, text: String) -> String {
        match self {
            Self::Postgres | Self::SqlServer => format!("CAST({text} AS bigint)"),
            Self::Sqlite | Self::Mysql | Self::Mariadb | Self::Firebird | Self::Oracle => text,
        }
    }

    /// A place or a count that is computed, as the argument of a function; PostgreSQL's take nothing wider than an integer
    /// (<https://www.postgresql.org/docs/current/functions-string.html>).
    pub(crate) fn count(self, text: String) -> String {
        match self {
            Self::Postgres => format!("CAST({text} AS integer)"),
            Self::Sqlite | Self::Mysql | Self::Mariadb | Self::Firebird | Self::SqlServer | Self::Oracle => text,
        }
    }

    /// A truth value that is all of a condition. MySQL takes comparisons only (error 3812).
    pub(crate) fn truth(self, text: String) -> String {
        match self {
            Self::Mysql => format!("{text} = TRUE"),
            Self::Sqlite | Self::Postgres | Self::Mariadb | Self::Firebird | Self::SqlServer | Self::Oracle => text,
        }
    }

    /// Whether an empty text is NULL.
    pub(crate) fn empty_text_is_null(self) -> bool {
        self.rules().empty_text() == EmptyText::Null
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

    /// A literal of time, read as the type of the column that it meets, if it meets one. The text was checked: digits and
    /// their signs. An instant is in UTC, and says so: without its zone it would depend on the session's.
    pub(crate) fn moment(self, moment: Moment, text: &str, data_type: Option<&DataType>) -> String {
        let is_instant = data_type == Some(&DataType::TimestampTz);
        match moment {
            Moment::Timestamp => self.timestamp(text, is_instant),
            Moment::Time => self.time(text),
            // A day among times is its first moment.
            Moment::Date if is_instant || data_type == Some(&DataType::Timestamp) => {
                self.timestamp(&format!("{text} 00:00:00"), is_instant)
            }
            Moment::Date => match self {
                Self::Sqlite => format!("'{text}'"),
                Self::SqlServer => format!("CAST('{text}' AS date)"),
                Self::Postgres | Self::Mysql | Self::Mariadb | Self::Firebird | Self::Oracle => {
                    format!("DATE '{text}'")
                }
            },
        }
    }

    fn time(self, text: &str) -> String {
        match self {
            Self::Sqlite => format!("'{}'", with_six_digits(text)),
            Self::SqlServer => format!("CAST('{text}' AS time(6))"),
            Self::Postgres | Self::Mysql | Self::Mariadb | Self::Firebird => format!("TIME '{text}'"),
            // A time of day is the interval since midnight.
            Self::Oracle => format!("INTERVAL '0 {text}' DAY TO SECOND"),
        }
    }

    fn timestamp(self, text: &str, is_instant: bool) -> String {
        match (self, is_instant) {
            // An instant is kept with its zone.
            (Self::Sqlite, _) => format!("'{}{}'", with_six_digits(text), if is_instant { "+00:00" } else { "" }),
            // <https://www.postgresql.org/docs/current/datatype-datetime.html#DATATYPE-DATETIME-INPUT-TIME-STAMPS>
            (Self::Postgres, true) => format!("TIMESTAMP WITH TIME ZONE '{text}+00'"),
            // <https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-commons-literals-datetime>,
            // <https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Literals.html>
            (Self::Firebird | Self::Oracle, true) => format!("TIMESTAMP '{text} +00:00'"),
            // <https://learn.microsoft.com/en-us/sql/t-sql/data-types/datetimeoffset-transact-sql>
            (Self::SqlServer, true) => format!("CAST('{}+00:00' AS datetimeoffset(6))", text.replace(' ', "T")),
            (Self::SqlServer, false) => format!("CAST('{}' AS datetime2(6))", text.replace(' ', "T")),
            // Both kinds of time have one type there.
            (Self::Mysql | Self::Mariadb, _) | (Self::Postgres | Self::Firebird | Self::Oracle, false) => {
                format!("TIMESTAMP '{text}'")
            }
        }
    }
}

/// A time with as many digits of its second as SQLite's columns keep, so that texts compare like times.
fn with_six_digits(text: &str) -> String {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}.{fraction:0<6}")
}
