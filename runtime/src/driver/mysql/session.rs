//! A transaction on a connection of its own.

use super::connection::MysqlConnection;
use super::error::undoes_all;
use super::many::{Insert, pieces};
use super::pool::MysqlConnector;
use super::standing::{Savepoint, Standing, partly_permanent};
use super::verb::Verb;
use crate::driver::pool::{Lease, Pool};
use crate::driver::{BoxFuture, Done, Session, Sink, Statement};
use crate::error::{Kind, Result};
use crate::param::Param;

const MANY: &str = "tablewright_many";
const BEGIN: &str = "START TRANSACTION";

/// A connection inside a transaction. Dropped, its lease rolls back before anyone else gets the connection.
pub struct MysqlSession {
    lease: Lease<MysqlConnector>,
    standing: Standing,
}

impl MysqlSession {
    /// Starts a transaction.
    pub async fn begin(pool: &Pool<MysqlConnector>) -> Result<Self> {
        let mut session = Self { lease: pool.take().await?, standing: Standing::default() };
        if let Err(error) = session.batch(BEGIN).await {
            if error.kind() != Kind::ConnectionLost {
                return Err(error);
            }
            // The connection broke while it rested. Nothing was to have an effect yet, so another one will do.
            session = Self { lease: pool.take().await?, standing: Standing::default() };
            session.batch(BEGIN).await?;
        }
        session.lease.transaction_began();
        Ok(session)
    }

    /// Runs a statement for each list of parameters. An error leaves what was done before it to the caller.
    pub async fn run_many(&mut self, statement: Statement<'_>, rows: &[Vec<Param<'_>>]) -> Result<Done> {
        self.standing.check()?;
        Verb::of(statement).refuse_if_ours()?;
        let result = run_many(self.lease.start()?, statement, rows).await;
        self.end(result)
    }

    async fn run(&mut self, statement: Statement<'_>, params: &[Param<'_>]) -> Result<Done> {
        self.standing.check()?;
        let verb = Verb::of(statement);
        verb.refuse_if_ours()?;
        if verb == Verb::Commits {
            self.standing.schema_changes();
        }
        let result = self.lease.start()?.execute(statement, params).await;
        let result = self.end(result);
        if verb == Verb::Commits {
            // Also a change that failed may have committed. What follows is at least a unit of its own.
            self.batch(BEGIN).await?;
        }
        result
    }

    async fn batch(&mut self, sql: &str) -> Result<()> {
        self.standing.check()?;
        let result = self.lease.start()?.batch(sql).await;
        self.end(result).map(drop)
    }

    fn end<T>(&mut self, result: Result<T>) -> Result<T> {
        self.noted(&result);
        self.lease.end(result)
    }

    fn noted<T>(&mut self, result: &Result<T>) {
        if result.as_ref().is_err_and(undoes_all) {
            self.standing.undone();
        }
    }

    /// Undoes something, also what a statement did that was cut off.
    async fn undo(&mut self, sql: &str) -> Result<()> {
        let is_cut_off = self.lease.is_cut_off();
        let connection = self.lease.start_undoing()?;
        let settled = if is_cut_off { settle(connection).await } else { Ok(()) };
        let result = match settled {
            Err(error) if error.kind() == Kind::ConnectionLost => Err(error),
            Err(error) => {
                let result = connection.batch(sql).await.map(drop);
                if undoes_all(&error) {
                    self.standing.undone();
                }
                result
            }
            Ok(()) => connection.batch(sql).await.map(drop),
        };
        self.end(result)
    }

    async fn return_to(&mut self, savepoint: &str) -> Result<()> {
        self.undo(&format!("ROLLBACK TO SAVEPOINT {savepoint}; RELEASE SAVEPOINT {savepoint}")).await?;
        self.standing.check()
    }
}

/// Reads what is left of the answer to a statement that was cut off. Its error is the result if it has one.
async fn settle(connection: &mut MysqlConnection) -> Result<()> {
    let settled = connection.ping().await;
    match &settled {
        Err(error) if error.kind() != Kind::ConnectionLost => connection.ping().await.and(settled),
        Ok(()) | Err(_) => settled,
    }
}

/// Runs a statement for each list of parameters on a connection.
async fn run_many(connection: &mut MysqlConnection, statement: Statement<'_>, rows: &[Vec<Param<'_>>]) -> Result<Done> {
    let mut done = Done::default();
    let is_even = rows.windows(2).all(|pair| pair[0].len() == pair[1].len());
    match Insert::of(statement).filter(|_| is_even) {
        Some(insert) => {
            let mut text = (0, String::new());
            for piece in pieces(rows) {
                if text.0 != piece.len() {
                    text = (piece.len(), insert.text(piece.len()));
                }
                let lists: Vec<&[Param<'_>]> = piece.iter().map(Vec::as_slice).collect();
                let many = Statement { table: statement.table, ..Statement::built(&text.1, statement.operation) };
                done.rows += connection.execute_rows(many, &lists).await?.rows;
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

impl Session for MysqlSession {
    fn execute<'a>(&'a mut self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(self.run(statement, params))
    }

    fn fetch<'a>(
        &'a mut self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            self.standing.check()?;
            let result = self.lease.start()?.fetch(statement, params, sink).await;
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
                    if self.standing.check().is_ok() && self.return_to(MANY).await.is_err() {
                        // What was half done is never committed.
                        self.standing.undone();
                    }
                    Err(error)
                }
            }
        })
    }

    fn savepoint(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            self.batch(&format!("SAVEPOINT tablewright_{depth}")).await?;
            self.standing.savepoint(depth);
            Ok(())
        })
    }

    fn release(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            self.standing.check()?;
            match self.standing.leave(depth) {
                Savepoint::Kept => self.batch(&format!("RELEASE SAVEPOINT tablewright_{depth}")).await,
                Savepoint::Gone => Ok(()),
            }
        })
    }

    fn rollback_to(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            self.standing.check()?;
            match self.standing.leave(depth) {
                Savepoint::Kept => self.return_to(&format!("tablewright_{depth}")).await,
                Savepoint::Gone => {
                    self.undo(&format!("ROLLBACK; {BEGIN}")).await?;
                    Err(partly_permanent())
                }
            }
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
            self.standing.rolled_back()
        })
    }
}
