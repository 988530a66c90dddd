//! How a dialect spells what is the same everywhere: names, parameters, paging, patterns, constants, savepoints.

use std::fmt::Write as _;

use super::Dialect;
use super::rules::Ability;
use crate::model::DataType;

/// A dialect's spellings and limits, for text that is built while a program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Syntax {
    /// What stands around a name.
    pub quotes: (char, char),
    /// How parameters are written.
    pub placeholder: Placeholder,
    /// How a part of a result is asked for.
    pub paging: Paging,
    /// How `LIKE` (or what stands for it) matches with regard to case.
    pub like: Like,
    /// How boolean constants are written.
    pub booleans: Booleans,
    /// Where NULLs come in an order.
    pub nulls: Nulls,
    /// The most parameters a statement can have.
    pub max_parameters: usize,
    /// The digits that a column keeps of a second.
    pub second_digits: u16,
    /// The most values in an `IN (..)`.
    pub max_list: usize,
    /// Whether `INSERT` gives back what the database made.
    pub insert_returns: Returning,
    /// Whether an upsert gives back the row.
    pub upsert_returns: Returning,
    /// How the numbers come back that an `INSERT` of many rows made.
    pub many_numbers: ManyNumbers,
    /// How savepoints are made and undone.
    pub savepoints: Savepoints,
}

/// How parameters are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Placeholder {
    /// `?`
    Question,
    /// `$1`
    Dollar,
    /// `@P1`
    AtP,
    /// `:1`
    Colon,
}

/// How a part of a result is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Paging {
    /// `LIMIT n OFFSET m`, and what stands for "all" where an offset needs a limit.
    LimitOffset {
        /// `None` if `OFFSET` can stand alone.
        all: Option<&'static str>,
    },
    /// `OFFSET m ROWS FETCH NEXT n ROWS ONLY`.
    OffsetFetch {
        /// Whether it needs an `ORDER BY`.
        order: OrderBy,
    },
}

/// Whether paging needs an `ORDER BY`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderBy {
    /// It may be absent.
    Optional,
    /// The engine refuses the statement without.
    Required,
}

/// How a pattern is matched so that case counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Like {
    /// The operator, with a space on both sides.
    pub operator: &'static str,
    /// What follows the pattern.
    pub after: &'static str,
    /// What stands around the column.
    pub around_column: (&'static str, &'static str),
    /// What stands around a pattern that is a parameter.
    pub around_parameter: (&'static str, &'static str),
    /// Stands for any text.
    pub any_text: char,
    /// Stands for any one character.
    pub any_one: char,
    /// How a character that means something is made to mean itself.
    pub escape: Escape,
    /// The characters that mean something.
    pub special: &'static str,
}

/// How a character of a pattern is made to mean itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Escape {
    /// This character before it.
    Before(char),
    /// Brackets around it.
    Brackets,
}

/// How boolean constants are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Booleans {
    /// `TRUE` and `FALSE`, as values and as conditions.
    Words,
    /// `1` and `0` as values, `1 = 1` and `1 = 0` as conditions.
    Numbers,
}

/// Where NULLs come in an ascending order. We sort them first everywhere, and last in a descending one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nulls {
    /// First by themselves; the dialect may have no words for anything else.
    First,
    /// Last unless told otherwise in words.
    Last,
}

/// Whether a statement gives back a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Returning {
    /// By a clause of its own.
    Clause,
    /// Not as rows: ask again, by key.
    Reselect,
}

/// How the numbers come back that an `INSERT` of many rows made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ManyNumbers {
    /// It cannot tell, or it gains nothing: each row has a statement of its own.
    EachAlone,
    /// In the rows that it gives back. They are made in the order of its lists of values.
    Returned,
    /// As that of the first row. Those of the others follow at the same distance, without gaps.
    FromFirst {
        /// The query for the distance, in the session as it is.
        step: &'static str,
    },
}

/// How savepoints are made and undone; a name follows each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Savepoints {
    /// Makes one.
    pub create: &'static str,
    /// Forgets one; absent where it needs no forgetting.
    pub release: Option<&'static str>,
    /// Goes back to one.
    pub rollback: &'static str,
}

/// How a dialect keeps the values of a type, as far as comparing and adding are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Storage {
    /// As the values themselves.
    Natural,
    /// As whole numbers, this many digits of which stand for the part after the point.
    Scaled(u8),
    /// As text with this many digits after the point: equal when the numbers are, and not sorted like them.
    DecimalText(u8),
}

impl Syntax {
    /// What most dialects share; each changes what differs.
    pub(crate) const STANDARD: Self = Self {
        quotes: ('"', '"'),
        placeholder: Placeholder::Question,
        paging: Paging::OffsetFetch { order: OrderBy::Optional },
        like: Like::STANDARD,
        booleans: Booleans::Words,
        nulls: Nulls::First,
        max_parameters: 65_535,
        second_digits: 6,
        max_list: usize::MAX,
        insert_returns: Returning::Clause,
        upsert_returns: Returning::Clause,
        many_numbers: ManyNumbers::EachAlone,
        savepoints: Savepoints {
            create: "SAVEPOINT ",
            release: Some("RELEASE SAVEPOINT "),
            rollback: "ROLLBACK TO SAVEPOINT ",
        },
    };

    /// A boolean as a value.
    pub const fn boolean(&self, value: bool) -> &'static str {
        match (self.booleans, value) {
            (Booleans::Words, true) => "TRUE",
            (Booleans::Words, false) => "FALSE",
            (Booleans::Numbers, true) => "1",
            (Booleans::Numbers, false) => "0",
        }
    }

    /// A boolean as a condition.
    pub const fn condition(&self, value: bool) -> &'static str {
        match (self.booleans, value) {
            (Booleans::Words, true) => "TRUE",
            (Booleans::Words, false) => "FALSE",
            (Booleans::Numbers, true) => "1 = 1",
            (Booleans::Numbers, false) => "1 = 0",
        }
    }
}

impl Like {
    /// The standard's LIKE. `!` is the escape character: `\` means something of its own in MySQL's literals.
    pub(crate) const STANDARD: Self = Self {
        operator: " LIKE ",
        after: " ESCAPE '!'",
        around_column: ("", ""),
        around_parameter: ("", ""),
        any_text: '%',
        any_one: '_',
        escape: Escape::Before('!'),
        special: "%_!",
    };

    /// A pattern of ours (`%` any text, `_` any one character, `\` before one that stands for itself) in the dialect's
    /// notation. A `\` at the end stands for itself.
    pub fn pattern(&self, pattern: &str) -> String {
        let mut out = String::with_capacity(pattern.len() + 4);
        let mut characters = pattern.chars();
        while let Some(character) = characters.next() {
            match character {
                '%' => out.push(self.any_text),
                '_' => out.push(self.any_one),
                '\\' => self.literal(characters.next().unwrap_or('\\'), &mut out),
                character => self.literal(character, &mut out),
            }
        }
        out
    }

    /// Writes a character that stands for itself.
    pub fn literal(&self, character: char, out: &mut String) {
        match self.escape {
            _ if !self.special.contains(character) => out.push(character),
            Escape::Before(escape) => out.extend([escape, character]),
            Escape::Brackets => out.extend(['[', character, ']']),
        }
    }
}

/// The most rows that any engine is asked to count: they have signed numbers of 64 bits for it, and some add two.
const MOST_ROWS: u64 = 1 << 62;

impl Dialect {
    /// The dialect's spellings and limits.
    pub fn syntax(self) -> &'static Syntax {
        self.rules().syntax()
    }

    /// Writes a name, quoted. Names that pass the checks hold no quotes; one that does is cut off from doing harm by
    /// doubling them (Oracle has no way to write them, so there they are left out).
    pub fn quote(self, name: &str, out: &mut String) {
        let (open, close) = self.syntax().quotes;
        out.push(open);
        for character in name.chars() {
            if character == close {
                if self == Self::Oracle {
                    continue;
                }
                out.push(close);
            }
            out.push(character);
        }
        out.push(close);
    }

    /// The name, quoted.
    pub fn quoted(self, name: &str) -> String {
        let mut out = String::with_capacity(name.len() + 2);
        self.quote(name, &mut out);
        out
    }

    /// Writes parameter number `number`, the first of which is 1.
    pub fn placeholder(self, number: usize, out: &mut String) {
        let prefix = match self.syntax().placeholder {
            Placeholder::Question => return out.push('?'),
            Placeholder::Dollar => "$",
            Placeholder::AtP => "@P",
            Placeholder::Colon => ":",
        };
        // Writing to a `String` does not fail.
        let _ = write!(out, "{prefix}{number}");
    }

    /// What follows a query to get at most `limit` rows after leaving out `offset`; empty if it is all of them. Not every engine
    /// takes a `limit` of 0, which needs no engine.
    pub fn paging(self, limit: Option<u64>, offset: Option<u64>) -> String {
        // No engine counts further, and no table has as many rows.
        let limit = limit.filter(|limit| *limit < MOST_ROWS);
        let offset = offset.map(|offset| offset.min(MOST_ROWS));
        match (self.syntax().paging, limit, offset) {
            (_, None, None) => String::new(),
            (Paging::LimitOffset { .. }, Some(limit), None) => format!(" LIMIT {limit}"),
            (Paging::LimitOffset { .. }, Some(limit), Some(offset)) => format!(" LIMIT {limit} OFFSET {offset}"),
            (Paging::LimitOffset { all: None }, None, Some(offset)) => format!(" OFFSET {offset}"),
            (Paging::LimitOffset { all: Some(all) }, None, Some(offset)) => format!(" LIMIT {all} OFFSET {offset}"),
            (Paging::OffsetFetch { .. }, None, Some(offset)) => format!(" OFFSET {offset} ROWS"),
            (Paging::OffsetFetch { .. }, Some(limit), offset) => {
                format!(" OFFSET {} ROWS FETCH NEXT {limit} ROWS ONLY", offset.unwrap_or(0))
            }
        }
    }

    /// How values of a type are kept.
    pub fn storage(self, data_type: &DataType) -> Storage {
        self.rules().storage(data_type)
    }

    /// Whether values of a type, as they are kept, do not sort like the numbers they stand for.
    pub fn unordered_decimal(self, data_type: &DataType) -> bool {
        matches!(self.storage(data_type), Storage::DecimalText(_))
    }

    /// Why values of a type cannot be compared with others, or sorted, if they cannot.
    pub fn incomparable(self, data_type: &DataType) -> Option<&'static str> {
        match self.rules().comparable(data_type) {
            Ability::Yes => None,
            Ability::No(why) => Some(why),
        }
    }

    /// A query for one text, the engine's version.
    pub fn version_query(self) -> &'static str {
        self.rules().version_query()
    }

    /// Whether several changes of the schema can be made and undone as a whole, each seeing those before it.
    pub fn transactional_ddl(self) -> bool {
        self.rules().transactional_ddl()
    }

    /// Whether a transaction that has written keeps every other one from writing.
    pub fn one_writer(self) -> bool {
        self.rules().one_writer()
    }

    /// What a query by key ends with that is to see what is there now, also in a transaction that sees what was there when it
    /// first looked.
    pub fn seen_now(self) -> &'static str {
        self.rules().seen_now()
    }

    /// A query for the names of the user's tables, one row each.
    pub fn tables_query(self) -> &'static str {
        self.rules().tables_query()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_quotes() {
        let quoted = |dialect: Dialect| dialect.quoted("a\"; DROP TABLE b; --`]");
        assert_eq!(quoted(Dialect::Sqlite), r#""a""; DROP TABLE b; --`]""#);
        assert_eq!(quoted(Dialect::Mysql), "`a\"; DROP TABLE b; --``]`");
        assert_eq!(quoted(Dialect::SqlServer), "[a\"; DROP TABLE b; --`]]]");
        assert_eq!(quoted(Dialect::Oracle), r#""a; DROP TABLE b; --`]""#);
    }

    #[test]
    fn pages() {
        assert_eq!(Dialect::Sqlite.paging(None, Some(3)), " LIMIT -1 OFFSET 3");
        assert_eq!(Dialect::Postgres.paging(None, Some(3)), " OFFSET 3");
        assert_eq!(Dialect::Oracle.paging(Some(5), None), " OFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY");
        assert_eq!(Dialect::Mysql.paging(None, None), "");
    }
}
