//! Many rows: as arrays in one statement, and by COPY if there are enough of them and the table takes it.
//!
//! `INSERT INTO "t" ("a", "b") VALUES ($1, $2)` becomes `INSERT INTO "t" ("a", "b") SELECT * FROM UNNEST($1, $2)`, one text
//! for any number of rows (<https://www.postgresql.org/docs/current/functions-array.html>). Fifteen times as fast as row by
//! row.

use super::bind::{bind_columns, size};
use super::connection::PostgresConnection;
use super::copy::Target;
use super::types::PgType;
use crate::driver::backend::Scope;
use crate::driver::many::Most;
use crate::driver::{Done, Operation, Statement};
use crate::error::Result;
use crate::param::Param;

/// What one statement has at most.
const MOST: Most = Most { rows: 5_000, bytes: 4 << 20 };
/// From how many rows on a COPY is worth the question whether it will do.
const ROWS_TO_COPY: usize = 1_000;
/// From about how many bytes on: the end of a COPY waits for the acknowledgement of what came before, which comes at once
/// only if that was much (see [`copy`](super::copy)).
const BYTES_TO_COPY: usize = 128 << 10;

/// An INSERT of one value for each column, and rows that suit it.
pub struct Insert<'s> {
    /// The statement as far as its columns.
    pub head: &'s str,
    /// The types of the columns, as they are sent.
    pub types: Vec<PgType>,
}

impl<'s> Insert<'s> {
    /// That of a statement. `None` if it is another one, or the rows differ in their types.
    pub fn of(statement: Statement<'s>, rows: &[Vec<Param<'_>>]) -> Option<Self> {
        let types: Vec<PgType> = rows.first()?.iter().map(PgType::of).collect();
        let same =
            |row: &Vec<Param<'_>>| row.len() == types.len() && row.iter().map(PgType::of).eq(types.iter().copied());
        if statement.operation != Operation::Insert || types.is_empty() || !rows.iter().all(same) {
            return None;
        }
        let (head, values) = statement.sql.split_once(" VALUES (")?;
        (values.strip_suffix(')')? == places(&types)).then_some(Self { head, types })
    }

    fn over_arrays(&self) -> String {
        format!("{} SELECT * FROM UNNEST({})", self.head, places(&self.types))
    }
}

fn places(types: &[PgType]) -> String {
    (1..=types.len()).map(|number| format!("${number}")).collect::<Vec<_>>().join(", ")
}

/// Runs a statement for each list of parameters in a transaction. An error leaves what was done before it to the caller.
pub async fn run(
    connection: &mut PostgresConnection,
    statement: Statement<'_>,
    rows: &[Vec<Param<'_>>],
) -> Result<Done> {
    let Some(insert) = Insert::of(statement, rows) else { return one_by_one(connection, statement, rows).await };
    let (first, rest) = rows.split_at(1);
    match Target::of(&insert) {
        Some(target) if is_worth_copying(rest) => {
            let mut done = one_by_one(connection, statement, first).await?;
            done.rows += if target.is_filled_alike(connection, &insert).await? {
                target.fill(connection, statement, rest).await?
            } else {
                as_arrays(connection, statement, &insert, rest).await?
            };
            Ok(done)
        }
        _ => Ok(Done { rows: as_arrays(connection, statement, &insert, rows).await?, last_insert_id: None }),
    }
}

fn is_worth_copying(rows: &[Vec<Param<'_>>]) -> bool {
    let mut bytes = 0;
    rows.len() >= ROWS_TO_COPY
        && rows.iter().any(|row| {
            bytes += row.iter().map(size).sum::<usize>();
            bytes >= BYTES_TO_COPY
        })
}

async fn one_by_one(
    connection: &mut PostgresConnection,
    statement: Statement<'_>,
    rows: &[Vec<Param<'_>>],
) -> Result<Done> {
    let mut done = Done::default();
    for params in rows {
        done.rows += connection.execute(statement, params, Scope::Session).await?.rows;
    }
    Ok(done)
}

async fn as_arrays(
    connection: &mut PostgresConnection,
    statement: Statement<'_>,
    insert: &Insert<'_>,
    rows: &[Vec<Param<'_>>],
) -> Result<u64> {
    let sql = insert.over_arrays();
    let over_arrays = Statement { table: statement.table, ..Statement::built(&sql, statement.operation) };
    let types: Vec<u32> = insert.types.iter().map(|pg_type| pg_type.array).collect();
    let mut added = 0;
    for piece in pieces(rows) {
        let arguments = bind_columns(piece, &insert.types)?;
        added += connection.execute_bound(over_arrays, arguments, &types).await?.rows;
    }
    Ok(added)
}

/// The rows in pieces that suit one statement each.
fn pieces<'r, 'p>(mut rows: &'r [Vec<Param<'p>>]) -> Vec<&'r [Vec<Param<'p>>]> {
    let mut pieces = Vec::new();
    while !rows.is_empty() {
        let (piece, rest) = rows.split_at(MOST.fitting(rows, size));
        pieces.push(piece);
        rows = rest;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_insert_of_all_its_parameters_is_written_over_arrays() {
        let rows = [vec![Param::I64(1), Param::from("a")], vec![Param::I64(2), Param::from("b")]];
        let sql = r#"INSERT INTO "t" ("a", "b") VALUES ($1, $2)"#;
        let insert = Insert::of(Statement::built(sql, Operation::Insert), &rows).unwrap();
        assert_eq!(insert.over_arrays(), r#"INSERT INTO "t" ("a", "b") SELECT * FROM UNNEST($1, $2)"#);
        assert_eq!(insert.types.len(), 2);
    }

    #[test]
    fn anything_else_is_left_as_it_is() {
        let rows = [vec![Param::I64(1)], vec![Param::I64(2)]];
        for sql in [
            "INSERT INTO t (a) VALUES ($1) RETURNING a",
            "INSERT INTO t (a, b) VALUES ($1, now())",
            "INSERT INTO t (a) VALUES ($1) ON CONFLICT DO NOTHING",
            "INSERT INTO t DEFAULT VALUES",
        ] {
            assert!(Insert::of(Statement::built(sql, Operation::Insert), &rows).is_none(), "{sql}");
        }
        let mixed = [vec![Param::I64(1)], vec![Param::I32(2)]];
        let insert = "INSERT INTO t (a) VALUES ($1)";
        assert!(Insert::of(Statement::built(insert, Operation::Insert), &mixed).is_none());
        assert!(Insert::of(Statement::built(insert, Operation::Update), &rows).is_none());
    }

    #[test]
    fn what_is_copied_is_long_and_large() {
        let rows = |count, length| vec![vec![Param::from("x".repeat(length))]; count];
        assert!(!is_worth_copying(&rows(ROWS_TO_COPY - 1, 1_000)));
        assert!(!is_worth_copying(&rows(ROWS_TO_COPY, 100)));
        assert!(is_worth_copying(&rows(ROWS_TO_COPY, 200)));
    }

    #[test]
    fn pieces_have_an_end() {
        let rows = vec![vec![Param::I64(1)]; MOST.rows + 1];
        assert_eq!(pieces(&rows).iter().map(|piece| piece.len()).collect::<Vec<_>>(), [MOST.rows, 1]);
        let large = Param::from(vec![0_u8; MOST.bytes + 1]);
        let rows = [vec![large.clone()], vec![large], vec![Param::I64(1)]];
        assert_eq!(pieces(&rows).len(), 3);
    }
}
