//! Hand-written SQL, for what no method of a DAO says: reports, hints, what one engine alone can do.

use std::future::Future;

use crate::driver::{Operation, Statement};
use crate::error::Result;
use crate::executor::Executor;
use crate::param::Param;
use crate::row::Row;

/// Hand-written SQL over a database, a transaction, or what a DAO works over.
///
/// The text is in the engine's own dialect, with its own placeholders (`?` on SQLite). Values go into parameters, never
/// into the text.
///
/// ```
/// # use tablewright::prelude::*;
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> tablewright::Result<()> {
/// let db = Database::connect("sqlite::memory:").await?;
/// db.execute_sql("CREATE TABLE people (name TEXT, city TEXT)", &[]).await?;
/// let added = "INSERT INTO people VALUES (?, ?), ('Lindiwe', 'Soweto')";
/// assert_eq!(db.execute_sql(added, &["Thabo".into(), "Soweto".into()]).await?, 2);
///
/// let sql = "SELECT city, COUNT(*) FROM people WHERE name <> ? GROUP BY city";
/// let cities = db.fetch_sql(sql, &["Nobody".into()], |row| Ok((row.get::<String>(0)?, row.get::<i64>(1)?))).await?;
/// assert_eq!(cities, [("Soweto".to_owned(), 2)]);
/// # Ok(())
/// # }
/// ```
pub trait HandwrittenSql {
    /// Runs a statement without rows, and says how many it added, changed or removed.
    ///
    /// # Errors
    /// Those of the database.
    fn execute_sql<'a>(
        &'a self,
        sql: &'a str,
        params: &'a [Param<'a>],
    ) -> impl Future<Output = Result<u64>> + Send + 'a;

    /// Runs a query, and makes something of each row.
    ///
    /// # Errors
    /// Those of the database and of `read`.
    fn fetch_sql<'a, V: Send + 'a>(
        &'a self,
        sql: &'a str,
        params: &'a [Param<'a>],
        read: impl FnMut(&mut dyn Row) -> Result<V> + Send + 'a,
    ) -> impl Future<Output = Result<Vec<V>>> + Send + 'a;
}

impl<E: Executor + ?Sized> HandwrittenSql for E {
    async fn execute_sql<'a>(&'a self, sql: &'a str, params: &'a [Param<'a>]) -> Result<u64> {
        Ok(self.execute(Statement::built(sql, Operation::Other), params).await?.rows)
    }

    async fn fetch_sql<'a, V: Send + 'a>(
        &'a self,
        sql: &'a str,
        params: &'a [Param<'a>],
        mut read: impl FnMut(&mut dyn Row) -> Result<V> + Send + 'a,
    ) -> Result<Vec<V>> {
        let mut rows = Vec::new();
        self.fetch(Statement::built(sql, operation(sql)), params, &mut |row| {
            rows.push(read(row)?);
            Ok(())
        })
        .await?;
        Ok(rows)
    }
}

/// A text that starts with SELECT is taken for a read, though what it calls may write. Nothing else is: INSERT and UPDATE have
/// rows too, also after WITH.
fn operation(sql: &str) -> Operation {
    match sql.trim_start().get(..6) {
        Some(word) if word.eq_ignore_ascii_case("select") => Operation::Select,
        Some(_) | None => Operation::Other,
    }
}
