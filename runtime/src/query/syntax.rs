//! The questions a query asks its dialect.

use tablewright_schema::{DataType, Dialect};

use super::order::Direction;
use super::pattern::{self, Step};

/// How a dialect keeps the values of a type, as far as comparing and adding are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Storage {
    /// As the values themselves.
    Natural,
    /// As whole numbers, this many digits of which stand for the part after the point.
    Scaled(u8),
    /// As text that is equal when the numbers are, and does not sort like them.
    DecimalText,
}

/// How a dialect matches patterns with regard to case.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Like {
    pub(crate) operator: &'static str,
    pub(crate) after: &'static str,
    any_text: char,
    any_one: char,
    literal: fn(char, &mut String),
}

impl Like {
    /// The pattern in the dialect's notation.
    pub(crate) fn translate(&self, pattern: &str) -> String {
        let mut translated = String::with_capacity(pattern.len() + 4);
        for step in pattern::steps(pattern) {
            match step {
                Step::AnyText => translated.push(self.any_text),
                Step::AnyOne => translated.push(self.any_one),
                Step::Literal(character) => (self.literal)(character, &mut translated),
            }
        }
        translated
    }
}

/// SQLite's LIKE ignores the case of ASCII letters, its GLOB does not, and can use an index too:
/// <https://www.sqlite.org/lang_expr.html#glob>.
const GLOB: Like = Like {
    operator: " GLOB ",
    after: "",
    any_text: '*',
    any_one: '?',
    literal: |character, out| match character {
        '*' | '?' | '[' => out.extend(['[', character, ']']),
        _ => out.push(character),
    },
};

/// The standard's LIKE. `!` is the escape character: `\` means something of its own in MySQL's literals.
const STANDARD: Like = Like {
    operator: " LIKE ",
    after: " ESCAPE '!'",
    any_text: '%',
    any_one: '_',
    literal: |character, out| match character {
        '%' | '_' | '!' => out.extend(['!', character]),
        _ => out.push(character),
    },
};

/// SQL Server's LIKE has character classes in brackets.
const BRACKETS: Like = Like {
    literal: |character, out| match character {
        '%' | '_' | '!' | '[' => out.extend(['!', character]),
        _ => out.push(character),
    },
    ..STANDARD
};

pub(crate) fn like(dialect: Dialect) -> Like {
    match dialect {
        Dialect::Sqlite => GLOB,
        Dialect::SqlServer => BRACKETS,
        _ => STANDARD,
    }
}

pub(crate) fn quote(dialect: Dialect, name: &str, out: &mut String) {
    let (open, close) = match dialect {
        Dialect::Mysql | Dialect::Mariadb => ('`', '`'),
        Dialect::SqlServer => ('[', ']'),
        _ => ('"', '"'),
    };
    out.push(open);
    out.push_str(name);
    out.push(close);
}

pub(crate) fn placeholder(dialect: Dialect, number: usize, out: &mut String) {
    match dialect {
        Dialect::Postgres => out.push_str(&format!("${number}")),
        Dialect::SqlServer => out.push_str(&format!("@P{number}")),
        Dialect::Oracle => out.push_str(&format!(":{number}")),
        _ => out.push('?'),
    }
}

pub(crate) fn paging_needs_order(dialect: Dialect) -> bool {
    matches!(dialect, Dialect::SqlServer)
}

pub(crate) fn paging(dialect: Dialect, limit: Option<u64>, offset: Option<u64>) -> String {
    match (dialect, limit, offset) {
        (_, None, None) => String::new(),
        (Dialect::SqlServer | Dialect::Oracle | Dialect::Firebird, limit, offset) => {
            let offset = format!(" OFFSET {} ROWS", offset.unwrap_or(0));
            limit.map_or(offset.clone(), |limit| format!("{offset} FETCH NEXT {limit} ROWS ONLY"))
        }
        (_, Some(limit), None) => format!(" LIMIT {limit}"),
        (_, Some(limit), Some(offset)) => format!(" LIMIT {limit} OFFSET {offset}"),
        (Dialect::Postgres, None, Some(offset)) => format!(" OFFSET {offset}"),
        (_, None, Some(offset)) => format!(" LIMIT 9223372036854775807 OFFSET {offset}"),
    }
}

pub(crate) fn nulls(dialect: Dialect, direction: Direction) -> &'static str {
    match (dialect, direction) {
        (Dialect::Postgres | Dialect::Oracle | Dialect::Firebird, Direction::Ascending) => " NULLS FIRST",
        (Dialect::Postgres | Dialect::Oracle | Dialect::Firebird, Direction::Descending) => " NULLS LAST",
        _ => "",
    }
}

pub(crate) fn longest_list(dialect: Dialect) -> usize {
    match dialect {
        Dialect::Oracle => 1_000,
        Dialect::Firebird => 1_500,
        _ => usize::MAX,
    }
}

pub(crate) fn storage(dialect: Dialect, data_type: &DataType) -> Storage {
    match (dialect, data_type) {
        (Dialect::Sqlite, DataType::Decimal { precision: 19.., .. }) => Storage::DecimalText,
        (Dialect::Sqlite, DataType::Decimal { scale, .. }) => Storage::Scaled(*scale),
        _ => Storage::Natural,
    }
}
