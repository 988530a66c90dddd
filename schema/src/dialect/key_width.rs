//! How wide a key may be, in columns and in bytes: `const`, for what is behind a type of the user's own is known to the finished
//! crate only, and asked there.

use super::context::Context;
use super::expression_width;
use super::rules::{ExpressionIndex, Limit};
use super::{Dialect, firebird, mysql_family, oracle, sqlserver};
use crate::expr;
use crate::model::{DataType, IndexDef, IndexPart};
use crate::problem::Place;

/// What a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyKind {
    /// A primary key.
    Primary,
    /// A unique constraint, or a unique index.
    Unique,
    /// An index that is not unique.
    Index,
}

/// How many bytes of a key a column takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyWidth {
    /// As many.
    Bytes(u32),
    /// The type is not known yet, or the engine does not ask.
    Unknown,
    /// The engine refuses such a column in a key of any kind, for this reason.
    Refused(&'static str),
    /// The engine refuses such a column in a primary key or unique constraint, and takes it in an index.
    RefusedInUnique(&'static str, u32),
}

impl KeyKind {
    /// What a message calls it.
    pub const fn what(self) -> &'static str {
        match self {
            Self::Primary => "a primary key",
            Self::Unique => "a unique key",
            Self::Index => "an index",
        }
    }
}

impl Dialect {
    /// How many bytes of a key a column takes.
    pub const fn key_width(self, data_type: &DataType) -> KeyWidth {
        match self {
            Self::Sqlite | Self::Postgres => KeyWidth::Unknown,
            Self::Mysql | Self::Mariadb => mysql_family::types::key_width(data_type),
            Self::Firebird => firebird::key_width(data_type),
            Self::SqlServer => sqlserver::key_width(data_type),
            Self::Oracle => oracle::key_width(data_type),
        }
    }

    /// How many bytes of it a column takes beside others, if it takes so many alone.
    pub const fn key_width_beside(self, width: u32) -> u32 {
        match self {
            // A key of several columns has a mark after each four bytes.
            Self::Firebird => width.div_ceil(4).saturating_mul(5),
            Self::Sqlite | Self::Postgres | Self::Mysql | Self::Mariadb | Self::SqlServer | Self::Oracle => width,
        }
    }

    /// How many bytes a key can have. `None` if the engine does not ask when the key is made.
    ///
    /// - InnoDB: <https://dev.mysql.com/doc/refman/8.0/en/innodb-limits.html>.
    /// - Firebird, with the default page of 8 KB:
    ///   <https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-ddl-idx-limits>.
    /// - SQL Server, where the primary key is clustered:
    ///   <https://learn.microsoft.com/sql/sql-server/maximum-capacity-specifications-for-sql-server>.
    /// - Oracle, with blocks of 8 KB: ORA-01450.
    pub const fn key_bytes(self, kind: KeyKind) -> Option<u32> {
        match self {
            Self::Sqlite | Self::Postgres => None,
            Self::Mysql | Self::Mariadb => Some(mysql_family::types::KEY_BYTES),
            Self::Firebird => Some(2_035),
            Self::SqlServer => Some(match kind {
                KeyKind::Primary => 900,
                KeyKind::Unique | KeyKind::Index => 1_700,
            }),
            Self::Oracle => Some(6_398),
        }
    }

    /// Whether a unique key that is too wide for a tree is kept as hashes, and compared as a whole
    /// (<https://mariadb.com/kb/en/getting-started-with-indexes/#unique-index>).
    pub const fn hashes_wide_unique(self) -> bool {
        match self {
            Self::Mariadb => true,
            Self::Sqlite | Self::Postgres | Self::Mysql | Self::Firebird | Self::SqlServer | Self::Oracle => false,
        }
    }

    /// Whether an index that is not unique can hold the beginning of a column.
    pub(crate) const fn has_index_prefixes(self) -> bool {
        match self {
            Self::Mysql | Self::Mariadb => true,
            Self::Sqlite | Self::Postgres | Self::Firebird | Self::SqlServer | Self::Oracle => false,
        }
    }

    /// How many characters (or bytes) of a column an index that is not unique holds, if not all of them.
    pub const fn index_prefix(self, data_type: &DataType) -> Option<u32> {
        match (self, data_type) {
            // A JSON document is a text there (<https://mariadb.com/kb/en/json-data-type/>).
            (Self::Mariadb, DataType::Json) => mysql_family::types::index_prefix(&DataType::Text),
            (Self::Mysql | Self::Mariadb, _) => mysql_family::types::index_prefix(data_type),
            (Self::Sqlite | Self::Postgres | Self::Firebird | Self::SqlServer | Self::Oracle, _) => None,
        }
    }

    /// How many bytes a column takes in a key of that kind, or why it cannot be in one.
    ///
    /// # Errors
    /// The reason.
    pub const fn width_in_key(self, data_type: &DataType, kind: KeyKind) -> Result<u32, &'static str> {
        let prefix = match kind {
            KeyKind::Index => self.index_prefix(data_type),
            KeyKind::Primary | KeyKind::Unique => None,
        };
        match (prefix, self.key_width(data_type), kind) {
            // A prefix counts characters of at most four bytes.
            (Some(length), ..) => Ok(length.saturating_mul(4)),
            (None, KeyWidth::Unknown, _) => Ok(0),
            (None, KeyWidth::Bytes(width), _) | (None, KeyWidth::RefusedInUnique(_, width), KeyKind::Index) => {
                Ok(width)
            }
            (None, KeyWidth::Refused(why), _)
            | (None, KeyWidth::RefusedInUnique(why, _), KeyKind::Primary | KeyKind::Unique) => Err(why),
        }
    }
}

/// What a key is over.
pub(crate) struct Parts<'a> {
    pub(crate) columns: &'a [&'a str],
    /// How many bytes the values of each expression take.
    pub(crate) expressions: Vec<u32>,
}

impl<'a> Parts<'a> {
    pub(crate) fn of_columns(columns: &'a [&'a str]) -> Self {
        Self { columns, expressions: Vec::new() }
    }

    /// Those of an index that has these columns.
    pub(crate) fn of_index(context: &Context<'_>, index: &IndexDef, columns: &'a [&'a str]) -> Self {
        let can_have = !matches!(context.rules.expression_index(), ExpressionIndex::No(_));
        let expressions = index.parts.iter().filter_map(|part| match part {
            IndexPart::Expression { expression, .. } if can_have => expr::parse(expression).ok(),
            IndexPart::Expression { .. } | IndexPart::Column { .. } => None,
        });
        let expressions = expressions.map(|expression| expression_width::of(context, &expression).bytes).collect();
        Self { columns, expressions }
    }
}

/// Finds what makes a key too wide, or impossible, in the dialect.
pub(crate) fn judge(
    context: &mut Context<'_>,
    kind: KeyKind,
    parts: Parts<'_>,
    place: Place,
    column_place: impl Fn(usize) -> Place,
) {
    let Parts { columns, expressions: mut widths } = parts;
    let (rules, dialect, what) = (context.rules, context.dialect, kind.what());
    if columns.len() > rules.max_key_columns() {
        let message =
            format!("{what} can have at most {} columns, this one has {}", rules.max_key_columns(), columns.len());
        context.problem("key-columns", place, Limit::new(message));
    }
    if kind == KeyKind::Unique && dialect.hashes_wide_unique() {
        return;
    }
    for (position, name) in columns.iter().enumerate() {
        let Some(column) = context.def.column(name) else { continue };
        match dialect.width_in_key(&column.data_type, kind) {
            Ok(width) => widths.push(width),
            Err(why) => {
                let limit = Limit::new(format!("`{name}` cannot be part of {what}: {why}"));
                let help = "limit its length with `max_length`, or leave it out";
                context.problem("key-column", column_place(position), limit.help(help));
            }
        }
    }
    let total = match widths.as_slice() {
        [width] => *width,
        widths => widths.iter().map(|width| dialect.key_width_beside(*width)).fold(0, u32::saturating_add),
    };
    if let Some(most) = dialect.key_bytes(kind).filter(|most| total > *most) {
        let message = format!("{what} can have at most {most} bytes, and this one can have {total}");
        let help = "shorten its columns with `max_length`, or leave some out";
        context.problem("key-width", place, Limit::new(message).help(help));
    }
}

/// Finds an expression whose values the dialect refuses in an index. One that is no value of a column's type is short.
pub(crate) fn judge_expression(context: &mut Context<'_>, unique: bool, text: &str, place: Place) {
    // One that cannot be read has been told.
    let Ok(expression) = expr::parse(text) else { return };
    let length = expression_width::of(context, &expression).length;
    if let Some((most, why)) = context.rules.longest_index_expression().filter(|(most, _)| length > *most) {
        let message = format!("an expression in an index can have at most {most} characters, this one {length}: {why}");
        let help = "shorten its columns with `max_length`, or take a part of them with `substr`";
        context.problem("key-column", place, Limit::new(message).help(help));
    }
    for column in expr::sources(&expression) {
        let Some(data_type) = context.def.column(column).map(|column| &column.data_type) else { continue };
        let why = match context.dialect.key_width(data_type) {
            KeyWidth::Refused(why) => why,
            KeyWidth::RefusedInUnique(why, _) if unique => why,
            KeyWidth::RefusedInUnique(..) | KeyWidth::Bytes(_) | KeyWidth::Unknown => continue,
        };
        let limit = Limit::new(format!("an expression made of `{column}` cannot be part of an index: {why}"));
        context.problem(
            "key-column",
            place,
            limit.help("limit its length with `max_length`, or leave the expression out"),
        );
    }
}
