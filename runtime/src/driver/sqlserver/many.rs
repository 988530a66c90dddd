//! One statement for many rows: an INSERT with several lists of values, whose parameters are numbered on.
//!
//! The numbers of rows are powers of two, so that there are few texts for the server to compile.

use super::bind::{MAX_PARAMETERS, size};
use crate::driver::{Operation, Statement};
use crate::param::Param;

/// The most lists of values of an INSERT
/// (<https://learn.microsoft.com/sql/t-sql/queries/table-value-constructor-transact-sql#limitations>).
const MAX_ROWS: usize = 1_000;
/// About how many bytes one statement has at most.
const MAX_BYTES: usize = 1 << 20;

/// An INSERT that takes any number of rows.
#[derive(Debug, PartialEq, Eq)]
pub struct Insert<'s> {
    /// The text up to the list of values.
    head: &'s str,
    /// The list, cut at its parameters: a text and the number of the one behind it.
    parts: Vec<(&'s str, usize)>,
    /// What is behind the last.
    tail: &'s str,
}

impl<'s> Insert<'s> {
    /// `None` if the statement is no INSERT of one list of values, with nothing after it.
    pub fn of(statement: Statement<'s>) -> Option<Self> {
        if statement.operation != Operation::Insert {
            return None;
        }
        let (head, _) = statement.sql.split_once(" VALUES (")?;
        let (head, list) = statement.sql.split_at(head.len() + " VALUES ".len());
        // Rows that are given back come in any order.
        if head.contains(" OUTPUT ") {
            return None;
        }
        let (parts, tail) = parts(list)?;
        Some(Self { head, parts, tail })
    }

    /// The statement for so many rows of so many parameters each.
    pub fn text(&self, rows: usize, params: usize) -> String {
        let list: usize = self.parts.iter().map(|(text, _)| text.len() + 8).sum();
        let mut sql = String::with_capacity(self.head.len() + rows * (list + self.tail.len() + 2));
        sql.push_str(self.head);
        for row in 0..rows {
            sql.push_str(if row == 0 { "" } else { ", " });
            for (text, number) in &self.parts {
                sql.push_str(text);
                sql.push_str(&(row * params + number).to_string());
            }
            sql.push_str(self.tail);
        }
        sql
    }
}

/// Cuts one pair of parentheses around everything behind each `@P`. `None` if it is not that.
fn parts(list: &str) -> Option<(Vec<(&str, usize)>, &str)> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    let mut bytes = list.bytes().enumerate().peekable();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.checked_sub(1)?,
            b'\'' | b'"' | b'[' => {
                let end = if byte == b'[' { b']' } else { byte };
                // A quote that is doubled ends one string and starts the next.
                bytes.find(|(_, inside)| *inside == end)?;
            }
            b'@' => {
                let digits = list[at..].strip_prefix("@P")?;
                let length = digits.bytes().take_while(u8::is_ascii_digit).count();
                parts.push((&list[start..at + 2], digits[..length].parse().ok()?));
                start = at + 2 + length;
            }
            _ => {}
        }
        if depth == 0 {
            return (at + 1 == list.len()).then_some((parts, &list[start..]));
        }
    }
    None
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
        let insert = |sql| Insert::of(Statement::built(sql, Operation::Insert)).map(|insert| insert.text(2, 2));
        assert_eq!(
            insert("INSERT INTO [t] ([a], [b]) VALUES (@P1, COALESCE(CAST(@P2 AS INT), '@P''('))").as_deref(),
            Some(
                "INSERT INTO [t] ([a], [b]) VALUES (@P1, COALESCE(CAST(@P2 AS INT), '@P''(')), \
                 (@P3, COALESCE(CAST(@P4 AS INT), '@P''('))"
            )
        );
        assert_eq!(
            insert("INSERT INTO [t] VALUES (1, @P2)").as_deref(),
            Some("INSERT INTO [t] VALUES (1, @P2), (1, @P4)")
        );
    }

    #[test]
    fn anything_else_is_left_as_it_is() {
        for sql in [
            "INSERT INTO t (a) OUTPUT INSERTED.a VALUES (@P1)",
            "INSERT INTO t (a) VALUES (@P1), (@P2)",
            "INSERT INTO t (a) VALUES (@P1) OPTION (RECOMPILE)",
            "INSERT INTO t (a) VALUES (@name)",
            "INSERT INTO t (a) VALUES ('@P1",
            "INSERT INTO t (a) VALUES (@P1",
            "INSERT INTO t SELECT @P1",
        ] {
            assert_eq!(Insert::of(Statement::built(sql, Operation::Insert)), None, "{sql}");
        }
        assert_eq!(Insert::of(Statement::built("INSERT INTO t (a) VALUES (@P1)", Operation::Upsert)), None);
    }

    #[test]
    fn pieces_are_powers_of_two_and_have_an_end() {
        let lengths = |rows: &[Vec<Param<'_>>]| pieces(rows).iter().map(|piece| piece.len()).collect::<Vec<_>>();
        assert_eq!(lengths(&vec![vec![Param::I64(1)]; 1_100]), [512, 512, 64, 8, 4]);
        assert_eq!(lengths(&vec![vec![Param::I64(1); 1_000]; 5]), [2, 2, 1]);
        let large = Param::from(vec![0_u8; MAX_BYTES + 1]);
        assert_eq!(lengths(&[vec![large.clone()], vec![large], vec![Param::I64(1)]]), [1, 1, 1]);
        assert_eq!(lengths(&[]), [0; 0]);
    }
}
