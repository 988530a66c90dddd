//! A transaction on a connection of its own.

use super::bind::bind;
use super::connection::MysqlConnection;
use super::many;
use super::pool::MysqlConnector;
use crate::driver::pool::{Lease, Pool};
use crate::driver::{BoxFuture, Done, Session, Sink, Statement};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

const MANY: &str = "tablewright_many";

/// A connection inside a transaction. Dropped, its lease rolls back before anyone else gets the connection.
pub struct MysqlSession {
    lease: Lease<MysqlConnector>,
    /// Whether the server has undone the transaction to end a deadlock. Further statements would each be one of its own
    /// (<https://dev.mysql.com/doc/refman/9.0/en/innodb-error-handling.html>).
    is_undone: bool,
}

impl MysqlSession {
    /// Starts a transaction.
    pub async fn begin(pool: &Pool<MysqlConnector>) -> Result<Self> {
        let mut session = Self { lease: pool.take().await?, is_undone: false };
        if let Err(error) = session.batch("START TRANSACTION").await {
            if error.kind() != Kind::ConnectionLost {
                return Err(error);
            }
            // The connection broke while it rested. Nothing was to have an effect yet, so another one will do.
            session = Self { lease: pool.take().await?, is_undone: false };
            session.batch("START TRANSACTION").await?;
        }
        session.lease.transaction_began();
        Ok(session)
    }

    /// Runs a statement for each list of parameters. An error leaves what was done before it to the caller.
    pub async fn run_many(&mut self, statement: Statement<'_>, rows: &[Vec<Param<'_>>]) -> Result<Done> {
        let result = match self.start() {
            Ok(connection) => run_many(connection, statement, rows).await,
            Err(error) => Err(error),
        };
        self.end(result)
    }

    async fn batch(&mut self, sql: &str) -> Result<()> {
        let result = self.start()?.batch(sql).await;
        self.end(result).map(drop)
    }

    /// Undoes something, also what a statement did that was cut off.
    async fn undo(&mut self, sql: &str) -> Result<()> {
        let is_cut_off = self.lease.is_cut_off();
        let connection = self.lease.start_undoing()?;
        let settled = if is_cut_off { connection.settle().await } else { Ok(()) };
        let result = match settled {
            Ok(()) => connection.batch(sql).await,
            Err(error) => Err(error),
        };
        self.end(result).map(drop)
    }

    fn start(&mut self) -> Result<&mut MysqlConnection> {
        if self.is_undone {
            return Err(Error::new(
                Kind::Deadlock,
                "the server has undone the transaction to end a deadlock: run it again",
            ));
        }
        self.lease.start()
    }

    fn end<T>(&mut self, result: Result<T>) -> Result<T> {
        self.is_undone |= result.as_ref().is_err_and(|error| error.kind() == Kind::Deadlock);
        self.lease.end(result)
    }
}

/// Runs a statement for each list of parameters on a connection.
async fn run_many(connection: &mut MysqlConnection, statement: Statement<'_>, rows: &[Vec<Param<'_>>]) -> Result<Done> {
    let mut done = Done::default();
    match many::parts(statement, rows) {
        Some((start, list)) => {
            for piece in many::pieces(rows) {
                let sql = many::statement(start, &list, piece.len());
                let of_piece = Statement { table: statement.table, ..Statement::built(&sql, statement.operation) };
                let params: Vec<&Param<'_>> = piece.iter().flatten().collect();
                done.rows += connection.execute_bound(of_piece, bind(params.into_iter())?).await?.rows;
            }
        }
        None => {
            for params in rows {
                done.rows += connection.execute(statement, params).await?.rows;
            }
        }
    }
    Ok(done)
}

impl Session for MysqlSession {
    fn execute<'a>(&'a mut self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let result = self.start()?.execute(statement, params).await;
            self.end(result)
        })
    }

    fn fetch<'a>(
        &'a mut self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let result = self.start()?.fetch(statement, params, sink).await;
            self.end(result)
        })
    }

    fn execute_many<'a>(
        &'a mut self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            self.batch(&format!("SAVEPOINT {MANY}")).await?;
            match self.run_many(statement, params).await {
                Ok(done) => {
                    self.batch(&format!("RELEASE SAVEPOINT {MANY}")).await?;
                    Ok(done)
                }
                Err(error) => {
                    // The statement's error matters more than one of the way back.
                    if !self.is_undone {
                        self.undo(&format!("ROLLBACK TO SAVEPOINT {MANY}")).await.ok();
                    }
                    Err(error)
                }
            }
        })
    }

    fn savepoint(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move { self.batch(&format!("SAVEPOINT tablewright_{depth}")).await })
    }

    fn release(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move { self.batch(&format!("RELEASE SAVEPOINT tablewright_{depth}")).await })
    }

    fn rollback_to(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            if self.is_undone {
                // So is the savepoint.
                return Ok(());
            }
            self.undo(&format!("ROLLBACK TO SAVEPOINT tablewright_{depth}")).await?;
            self.batch(&format!("RELEASE SAVEPOINT tablewright_{depth}")).await
        })
    }

    fn commit(mut self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            self.batch("COMMIT").await?;
            self.lease.transaction_ended();
            Ok(())
        })
    }

    fn rollback(mut self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            self.undo("ROLLBACK").await?;
            self.lease.transaction_ended();
            Ok(())
        })
    }
}
