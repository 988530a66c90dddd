//! One statement for many rows: an INSERT with several lists of values.
//!
//! The numbers of rows are powers of two, so that there are few texts to prepare however many rows there are.

use super::bind::{MAX_PARAMETERS, size};
use crate::driver::{Operation, Statement};
use crate::param::Param;

/// The most rows of one statement; more gain nothing.
const MAX_ROWS: usize = 512;
/// About how many bytes one statement has at most.
const MAX_BYTES: usize = 1 << 20;

/// An INSERT that takes any number of rows.
#[derive(Debug, PartialEq, Eq)]
pub struct Insert<'s> {
    /// The text up to the list of values.
    head: &'s str,
    /// The list, in its parentheses.
    list: &'s str,
}

impl<'s> Insert<'s> {
    /// `None` if the statement is no INSERT of one list of values, with nothing after it.
    pub fn of(statement: Statement<'s>) -> Option<Self> {
        if statement.operation != Operation::Insert {
            return None;
        }
        let (head, _) = statement.sql.split_once(" VALUES (")?;
        let (head, list) = statement.sql.split_at(head.len() + " VALUES ".len());
        is_one_list(list).then_some(Self { head, list })
    }

    /// The statement for so many rows.
    pub fn text(&self, rows: usize) -> String {
        let mut text = String::with_capacity(self.head.len() + rows * (self.list.len() + 2));
        text.push_str(self.head);
        for row in 0..rows {
            text.push_str(if row == 0 { "" } else { ", " });
            text.push_str(self.list);
        }
        text
    }
}

/// Whether it is one pair of parentheses around everything.
fn is_one_list(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            b'\'' | b'"' | b'`' => {
                // A quote that is doubled ends one string and starts the next.
                while let Some(inside) = bytes.next().filter(|inside| *inside != byte) {
                    if inside == b'\\' && byte != b'`' {
                        bytes.next();
                    }
                }
            }
            _ => {}
        }
        if depth == 0 {
            return bytes.next().is_none();
        }
    }
    false
}

/// The rows in pieces that suit one statement each.
pub fn pieces<'r, 'p>(mut rows: &'r [Vec<Param<'p>>]) -> Vec<&'r [Vec<Param<'p>>]> {
    let columns = rows.first().map_or(1, |row| row.len().max(1));
    let most = MAX_ROWS.min(MAX_PARAMETERS / columns);
    let mut pieces = Vec::new();
    while !rows.is_empty() {
        let mut bytes = 0;
        let fitting = rows.iter().take(most).take_while(|row| {
            bytes += row.iter().map(size).sum::<usize>();
            bytes <= MAX_BYTES
        });
        // A row that is larger than a piece is one by itself.
        let fitting = fitting.count().max(1);
        let (piece, rest) = rows.split_at(1 << fitting.ilog2());
        pieces.push(piece);
        rows = rest;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_insert_of_one_list_takes_many() {
        let insert = |sql| Insert::of(Statement::built(sql, Operation::Insert)).map(|insert| insert.text(2));
        assert_eq!(
            insert("INSERT INTO `t` (`a`, `b`) VALUES (?, COALESCE(?, UPPER('a'')')))").as_deref(),
            Some("INSERT INTO `t` (`a`, `b`) VALUES (?, COALESCE(?, UPPER('a'')'))), (?, COALESCE(?, UPPER('a'')')))")
        );
        assert_eq!(insert("INSERT INTO `t` () VALUES ()").as_deref(), Some("INSERT INTO `t` () VALUES (), ()"));
        assert!(insert(r"INSERT INTO `t` (`a`) VALUES ('it\'s (')").is_some());
    }

    #[test]
    fn anything_else_is_left_as_it_is() {
        for sql in [
            "INSERT INTO t (a) VALUES (?) RETURNING a",
            "INSERT INTO t (a) VALUES (?) ON DUPLICATE KEY UPDATE a = VALUES(a)",
            "INSERT INTO t (a) VALUES (?), (?)",
            "INSERT INTO t (a) VALUES (?",
            "INSERT INTO t SELECT ?",
        ] {
            assert_eq!(Insert::of(Statement::built(sql, Operation::Insert)), None, "{sql}");
        }
        assert_eq!(Insert::of(Statement::built("INSERT INTO t (a) VALUES (?)", Operation::Upsert)), None);
    }

    #[test]
    fn pieces_are_powers_of_two_and_have_an_end() {
        let lengths = |rows: &[Vec<Param<'_>>]| pieces(rows).iter().map(|piece| piece.len()).collect::<Vec<_>>();
        assert_eq!(lengths(&vec![vec![Param::I64(1)]; 1_100]), [512, 512, 64, 8, 4]);
        assert_eq!(lengths(&vec![vec![Param::I64(1); 1_000]; 100]), [64, 32, 4]);
        let large = Param::from(vec![0_u8; MAX_BYTES + 1]);
        assert_eq!(lengths(&[vec![large.clone()], vec![large], vec![Param::I64(1)]]), [1, 1, 1]);
        assert_eq!(lengths(&[]), [0; 0]);
    }
}
