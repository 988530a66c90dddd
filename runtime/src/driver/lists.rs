//! An INSERT of several lists of values, for the engines that take one.

use super::many::Most;
use super::{Done, Operation, Statement};
use crate::error::Result;
use crate::param::Param;

/// A connection whose INSERT takes several lists of values.
pub trait TakesLists: Send {
    /// The most parameters of one statement.
    const PARAMETERS: usize;

    /// What one statement has at most.
    fn most(&self) -> Most;

    /// About how many bytes a parameter takes.
    fn size(param: &Param<'_>) -> usize;

    /// Runs a statement without rows.
    fn execute(&mut self, statement: Statement<'_>, params: &[Param<'_>]) -> impl Future<Output = Result<Done>> + Send;

    /// Runs a statement whose parameters come from several lists.
    fn execute_lists(
        &mut self,
        statement: Statement<'_>,
        lists: &[&[Param<'_>]],
    ) -> impl Future<Output = Result<Done>> + Send;
}

/// The text of an INSERT up to its list of values, and the list with what follows. `None` if it is no such INSERT.
pub fn insert_of(statement: Statement<'_>) -> Option<(&str, &str)> {
    if statement.operation != Operation::Insert {
        return None;
    }
    let (head, _) = statement.sql.split_once(" VALUES (")?;
    Some(statement.sql.split_at(head.len() + " VALUES ".len()))
}

/// Runs a statement for each list of parameters: for many at once if there is a text for so many rows, and each list has as
/// many parameters.
pub async fn run<C: TakesLists>(
    connection: &mut C,
    statement: Statement<'_>,
    rows: &[Vec<Param<'_>>],
    text: Option<impl Fn(usize) -> String + Send>,
) -> Result<Done> {
    let mut done = Done::default();
    let is_even = rows.windows(2).all(|pair| pair[0].len() == pair[1].len());
    match text.filter(|_| is_even) {
        Some(text) => {
            let mut made = (0, String::new());
            for piece in connection.most().within(C::PARAMETERS, rows).pieces(rows, C::size) {
                if made.0 != piece.len() {
                    made = (piece.len(), text(piece.len()));
                }
                let lists: Vec<&[Param<'_>]> = piece.iter().map(Vec::as_slice).collect();
                let many = Statement { table: statement.table, ..Statement::built(&made.1, statement.operation) };
                done.rows += connection.execute_lists(many, &lists).await?.rows;
            }
        }
        None => {
            for params in rows {
                let one = connection.execute(statement, params).await?;
                done = Done { rows: done.rows + one.rows, last_insert_id: one.last_insert_id };
            }
        }
    }
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts what it is given.
    struct Counter;

    impl TakesLists for Counter {
        const PARAMETERS: usize = 2_100;

        fn most(&self) -> Most {
            Most { rows: 600, bytes: 1 << 20 }
        }

        fn size(param: &Param<'_>) -> usize {
            if let Param::Bytes(bytes) = param { bytes.len() } else { 16 }
        }

        async fn execute(&mut self, _: Statement<'_>, params: &[Param<'_>]) -> Result<Done> {
            Ok(Done { rows: 1, last_insert_id: i64::try_from(params.len()).ok() })
        }

        async fn execute_lists(&mut self, statement: Statement<'_>, lists: &[&[Param<'_>]]) -> Result<Done> {
            assert_eq!(statement.sql, format!("for {}", lists.len()));
            Ok(Done { rows: lists.len() as u64, last_insert_id: Some(7) })
        }
    }

    #[tokio::test]
    async fn rows_go_together_where_there_is_a_text_for_them() {
        let insert = Statement::built("INSERT", Operation::Insert);
        let text = |rows: usize| format!("for {rows}");
        let mut rows = vec![vec![Param::I64(1)]; 70];
        let done = run(&mut Counter, insert, &rows, Some(text)).await.unwrap();
        assert_eq!(done, Done { rows: 70, last_insert_id: None });
        rows[69].push(Param::I64(2));
        let uneven = run(&mut Counter, insert, &rows, Some(text)).await.unwrap();
        assert_eq!(uneven, Done { rows: 70, last_insert_id: Some(2) });
        let single = run(&mut Counter, insert, &rows[..2], None::<fn(usize) -> String>).await.unwrap();
        assert_eq!(single, Done { rows: 2, last_insert_id: Some(1) });
    }
}
