//! SQL text in pieces: what a derive can write itself, and what only the finished crate knows.

use std::fmt;

/// A statement as a list of literal pieces, to be read one after the other.
///
/// A derive sees one struct. The SQL name of another table, or the data type behind a type of the user's own, are
/// constants of other items, so they stand in the list as pieces of their own. Joining them inside a `const` was
/// measured at three times the cost, so they are joined on use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sql(pub &'static [&'static str]);

impl fmt::Display for Sql {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| f.write_str(piece))
    }
}

/// What a marker in a rendered text stands for.
///
/// Markers are `\u{1}key\u{2}`; no name or literal that passes the checks can contain these characters ([`may_hold`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Late {
    /// The name of the table that foreign key `n` points to, without quotes.
    Target(u16),
    /// The name of column `m` of the table that foreign key `n` points to, without quotes.
    TargetColumn(u16, u16),
    /// The data type of column `n`.
    Type(u16),
    /// The default of column `n`, as a literal.
    Default(u16),
    /// Starts a stretch that is there only if the type of column `n` brings a check.
    CheckStart(u16),
    /// The part of that check before the column's name.
    CheckBefore(u16),
    /// The part of that check after the column's name.
    CheckAfter(u16),
    /// Ends the stretch.
    CheckEnd(u16),
    /// How much of column `n` an index holds, in parentheses; nothing if that is all of it.
    Prefix(u16),
}

/// Whether a text of the user's can hold a character. Control characters are markers here, and a NUL ends a statement on some
/// engines.
pub(crate) fn may_hold(character: char) -> bool {
    !character.is_control() || matches!(character, '\n' | '\t')
}

/// A piece of a rendered text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text to be taken as it is.
    Literal(&'a str),
    /// Something to be filled in.
    Late(Late),
}

const START: char = '\u{1}';
const END: char = '\u{2}';

impl fmt::Display for Late {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Target(n) => write!(f, "{START}t{n}{END}"),
            Self::TargetColumn(n, m) => write!(f, "{START}c{n}.{m}{END}"),
            Self::Type(n) => write!(f, "{START}y{n}{END}"),
            Self::Default(n) => write!(f, "{START}d{n}{END}"),
            Self::CheckStart(n) => write!(f, "{START}k{n}{END}"),
            Self::CheckBefore(n) => write!(f, "{START}b{n}{END}"),
            Self::CheckAfter(n) => write!(f, "{START}a{n}{END}"),
            Self::CheckEnd(n) => write!(f, "{START}e{n}{END}"),
            Self::Prefix(n) => write!(f, "{START}p{n}{END}"),
        }
    }
}

impl Late {
    fn parse(key: &str) -> Option<Self> {
        let (kind, rest) = key.split_at_checked(1)?;
        let number = |text: &str| text.parse().ok();
        Some(match kind {
            "t" => Self::Target(number(rest)?),
            "c" => {
                let (n, m) = rest.split_once('.')?;
                Self::TargetColumn(number(n)?, number(m)?)
            }
            "y" => Self::Type(number(rest)?),
            "d" => Self::Default(number(rest)?),
            "k" => Self::CheckStart(number(rest)?),
            "b" => Self::CheckBefore(number(rest)?),
            "a" => Self::CheckAfter(number(rest)?),
            "e" => Self::CheckEnd(number(rest)?),
            "p" => Self::Prefix(number(rest)?),
            _ => return None,
        })
    }
}

/// Cuts a rendered text at its markers. Text that only looks like a marker stays text.
pub fn split(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(START) {
        let Some(length) = rest[start..].find(END) else { break };
        let Some(late) = Late::parse(&rest[start + 1..start + length]) else { break };
        if start > 0 {
            pieces.push(Piece::Literal(&rest[..start]));
        }
        pieces.push(Piece::Late(late));
        rest = &rest[start + length + 1..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Literal(rest));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marker_survives_the_round_trip() {
        let all = [
            Late::Target(0),
            Late::TargetColumn(3, 1),
            Late::Type(12),
            Late::Default(2),
            Late::CheckStart(1),
            Late::CheckBefore(1),
            Late::CheckAfter(1),
            Late::CheckEnd(1),
        ];
        for late in all {
            let text = format!("a {late} b");
            assert_eq!(split(&text), [Piece::Literal("a "), Piece::Late(late), Piece::Literal(" b")]);
        }
    }

    #[test]
    fn text_without_markers_is_one_piece() {
        assert_eq!(split("SELECT 1"), [Piece::Literal("SELECT 1")]);
        assert_eq!(split("a\u{1}b"), [Piece::Literal("a\u{1}b")]);
        assert!(split("").is_empty());
    }
}
