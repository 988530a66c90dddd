//! One statement for many rows: an INSERT with several lists of values, whose parameters are numbered on.

use super::bind::{MAX_PARAMETERS, size};
use super::connection::SqlServerConnection;
use crate::driver::lists::{self, TakesLists, insert_of};
use crate::driver::many::Most;
use crate::driver::{Done, Statement};
use crate::error::Result;
use crate::param::Param;

impl TakesLists for SqlServerConnection {
    const PARAMETERS: usize = MAX_PARAMETERS;

    /// More lists of values an INSERT does not have
    /// (<https://learn.microsoft.com/sql/t-sql/queries/table-value-constructor-transact-sql#limitations>).
    fn most(&self) -> Most {
        Most { rows: 1_000, bytes: 1 << 20 }
    }

    fn size(param: &Param<'_>) -> usize {
        size(param)
    }

    fn execute(&mut self, statement: Statement<'_>, params: &[Param<'_>]) -> impl Future<Output = Result<Done>> + Send {
        Self::execute(self, statement, params)
    }

    fn execute_lists(
        &mut self,
        statement: Statement<'_>,
        lists: &[&[Param<'_>]],
    ) -> impl Future<Output = Result<Done>> + Send {
        self.execute_rows(statement, lists)
    }
}

/// Runs a statement for each list of parameters. An error leaves what was done before it to the caller.
pub async fn run(
    connection: &mut SqlServerConnection,
    statement: Statement<'_>,
    rows: &[Vec<Param<'_>>],
) -> Result<Done> {
    let (insert, params) = (Insert::of(statement), rows.first().map_or(0, Vec::len));
    lists::run(connection, statement, rows, insert.map(|insert| move |rows| insert.text(rows, params))).await
}

/// An INSERT that takes any number of rows.
#[derive(Debug, PartialEq, Eq)]
struct Insert<'s> {
    /// The text up to the list of values.
    head: &'s str,
    /// The list, cut at its parameters: a text and the number of the one behind it.
    parts: Vec<(&'s str, usize)>,
    /// What is behind the last.
    tail: &'s str,
}

impl<'s> Insert<'s> {
    /// `None` if the statement is no INSERT of one list of values, with nothing after it.
    fn of(statement: Statement<'s>) -> Option<Self> {
        let (head, list) = insert_of(statement)?;
        // Rows that are given back come in any order.
        if head.contains(" OUTPUT ") {
            return None;
        }
        let (parts, tail) = parts(list)?;
        Some(Self { head, parts, tail })
    }

    /// The statement for so many rows of so many parameters each.
    fn text(&self, rows: usize, params: usize) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::driver::Operation;

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
}
