//! One statement for many rows: an INSERT with a list of values for each.
//!
//! `INSERT INTO t (a, b) VALUES (?, ?)` becomes `INSERT INTO t (a, b) VALUES (?, ?), (?, ?), ..`: fifteen times as fast as
//! row by row. Pieces have one of few sizes, for each makes a text that stays prepared.

use super::bind::{MAX_PARAMETERS, size};
use crate::driver::{Operation, Statement};
use crate::param::Param;

/// The most rows of one statement; more gain nothing.
const MAX_ROWS: usize = 512;
/// About how many bytes one statement has at most; a server takes 16 MiB and more, unless it was told otherwise
/// (<https://dev.mysql.com/doc/refman/9.0/en/packet-too-large.html>).
const MAX_BYTES: usize = 1 << 20;

/// The start of the statement up to its values, and the values of one row. `None` if it cannot be written so.
pub fn parts<'s>(statement: Statement<'s>, rows: &[Vec<Param<'_>>]) -> Option<(&'s str, String)> {
    let columns = rows.first()?.len();
    if statement.operation != Operation::Insert || columns == 0 || rows.iter().any(|row| row.len() != columns) {
        return None;
    }
    let (start, values) = statement.sql.split_once(" VALUES ")?;
    let list = format!("({})", vec!["?"; columns].join(", "));
    (values == list).then_some((start, list))
}

/// The statement for so many rows.
pub fn statement(start: &str, list: &str, rows: usize) -> String {
    format!("{start} VALUES {}", vec![list; rows].join(", "))
}

/// The rows in pieces that suit one statement each: as large as may be, and a power of two.
pub fn pieces<'r, 'p>(mut rows: &'r [Vec<Param<'p>>]) -> Vec<&'r [Vec<Param<'p>>]> {
    let mut pieces = Vec::new();
    while let Some(first) = rows.first() {
        let most = MAX_ROWS.min(MAX_PARAMETERS / first.len().max(1));
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
    fn an_insert_of_all_its_parameters_takes_many_rows() {
        let rows = [vec![Param::I64(1), Param::from("a")], vec![Param::I64(2), Param::from("b")]];
        let (start, list) =
            parts(Statement::built("INSERT INTO `t` (`a`, `b`) VALUES (?, ?)", Operation::Insert), &rows).unwrap();
        assert_eq!(statement(start, &list, 2), "INSERT INTO `t` (`a`, `b`) VALUES (?, ?), (?, ?)");
    }

    #[test]
    fn anything_else_is_left_as_it_is() {
        let rows = [vec![Param::I64(1)], vec![Param::I64(2)]];
        for sql in ["INSERT INTO t (a) VALUES (?) RETURNING a", "INSERT INTO t (a, b) VALUES (?, now())"] {
            assert_eq!(parts(Statement::built(sql, Operation::Insert), &rows), None, "{sql}");
        }
        assert_eq!(parts(Statement::built("INSERT INTO t (a) VALUES (?)", Operation::Update), &rows), None);
    }

    #[test]
    fn pieces_are_few_texts() {
        let rows = vec![vec![Param::I64(1)]; MAX_ROWS + 300];
        let sizes: Vec<_> = pieces(&rows).iter().map(|piece| piece.len()).collect();
        assert_eq!(sizes, [512, 256, 32, 8, 4]);
        let wide = vec![vec![Param::I64(1); 1_000]; 70];
        assert_eq!(pieces(&wide).iter().map(|piece| piece.len()).collect::<Vec<_>>(), [64, 4, 2]);
    }
}
