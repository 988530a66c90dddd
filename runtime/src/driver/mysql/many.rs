//! One statement for many rows: an INSERT with several lists of values.

use super::bind::MAX_PARAMETERS;
use super::connection::MysqlConnection;
use crate::driver::lists::{self, TakesLists, insert_of};
use crate::driver::many::Most;
use crate::driver::{Done, Statement};
use crate::error::Result;
use crate::param::Param;

/// About how many bytes of parameters fit into one record of TLS, which has up to 16 KiB, with all that belongs to them.
/// What does not fit into the first waits until that is acknowledged, 44 ms, for as long as sqlx does not set TCP_NODELAY
/// (<https://github.com/launchbadge/sqlx/issues/4335>).
const RECORD: usize = 10 << 10;

impl TakesLists for MysqlConnection {
    const PARAMETERS: usize = MAX_PARAMETERS;

    fn most(&self) -> Most {
        // What it takes to say what the values are comes to them.
        let message = usize::try_from(self.server.longest_message / 2).unwrap_or(usize::MAX);
        let most = if self.server.is_encrypted { RECORD } else { 1 << 20 };
        Most { rows: 512, bytes: most.min(message) }
    }

    fn size(param: &Param<'_>) -> usize {
        param.size()
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
pub async fn run(connection: &mut MysqlConnection, statement: Statement<'_>, rows: &[Vec<Param<'_>>]) -> Result<Done> {
    let insert = Insert::of(statement);
    lists::run(connection, statement, rows, insert.map(|insert| move |rows| insert.text(rows))).await
}

/// An INSERT that takes any number of rows.
#[derive(Debug, PartialEq, Eq)]
struct Insert<'s> {
    /// The text up to the list of values.
    head: &'s str,
    /// The list, in its parentheses.
    list: &'s str,
}

impl<'s> Insert<'s> {
    /// `None` if the statement is no INSERT of one list of values, with nothing after it.
    fn of(statement: Statement<'s>) -> Option<Self> {
        let (head, list) = insert_of(statement)?;
        is_one_list(list).then_some(Self { head, list })
    }

    /// The statement for so many rows.
    fn text(&self, rows: usize) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::driver::Operation;

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
}
