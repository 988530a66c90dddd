//! What happens on the thread of a connection: transactions, and the statements in them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use oracledb::{BindParameters, Connection, Cursor, DbType, ToDbValue};

use super::bind::{Bound, bind, size};
use super::error::{not_understood, of_opening, translate};
use super::options::Options;
use super::returning::{Returned, returned};
use super::row::{Names, OracleRow, Rows, Value, take};
use super::verb::{calls, commits, is_ddl, locks_rows, refuse_if_ours};
use crate::driver::backend::Scope;
use crate::driver::command::{Command, in_statement};
use crate::driver::cryptography;
use crate::driver::many::Most;
use crate::driver::standing::{Savepoint, Standing, partly_permanent};
use crate::driver::thread::{BlockingClient, Gathered, IsWanted, Outlet, ROWS, Resident};
use crate::driver::{
    Done, Isolation, Operation, Product, ProductName, Sink, Statement, TransactionOptions, cut_off, of_commit,
};
use crate::error::{Error, Kind, Result};
use crate::param;

/// The oldest version that will do.
const OLDEST: usize = 19;
/// What one message has at most.
const MOST: Most = Most { rows: 1_000, bytes: 1 << 20 };

/// A connection as its thread sees it.
pub struct Client {
    inner: Connection,
    /// Whether nothing more can be done with it.
    is_broken: bool,
    /// Whether a statement of the session was cut off, so that it is not known what of it happened.
    is_cut_off: bool,
    /// How the session was begun, and how it stands.
    options: TransactionOptions,
    standing: Standing,
}

/// What is to be known of a connection without asking its thread.
#[derive(Debug, Clone)]
pub struct Identity {
    /// What it leads to.
    pub product: Product,
    /// The numbers the server knows it by.
    pub session: (usize, usize),
}

impl Client {
    /// Connects, and sets the session up.
    ///
    /// # Errors
    /// Of kind `Connect`, or of kind `Unsupported` if the server is too old.
    pub fn open(options: &Options) -> Result<Self> {
        let failed = |error| of_opening(&options.place, error);
        if options.is_encrypted {
            cryptography::choose();
        }
        // The client panics where an answer is quite different from what it expects.
        let opened = catch_unwind(AssertUnwindSafe(|| oracledb::connect(options.connect.clone())));
        let inner = opened.map_err(|_| not_understood(&options.place))?.map_err(failed)?;
        let version = inner.version().map_err(failed)?;
        if version.0 < OLDEST {
            let message = format!("this is Oracle {version}; {OLDEST}c is the oldest that will do");
            return Err(Error::new(Kind::Unsupported, message));
        }
        for statement in set_up(options) {
            inner.execute(&statement, &[]).map_err(failed)?;
        }
        inner.set_call_timeout(options.statement_timeout).map_err(failed)?;
        let options = TransactionOptions::new();
        Ok(Self { inner, is_broken: false, is_cut_off: false, options, standing: Standing::default() })
    }

    /// What is to be known of it without asking.
    pub fn identity(&self) -> Identity {
        let version = self.inner.version().map(|version| version.to_string()).unwrap_or_default();
        let number = |number: std::result::Result<usize, oracledb::Error>| number.unwrap_or_default();
        let session = (number(self.inner.session_id()), number(self.inner.serial_num()));
        Identity { product: Product::new(ProductName::Oracle, &version), session }
    }

    fn run(&mut self, sql: &str) -> Result<()> {
        let result = self.inner.execute(sql, &[]).map(drop).map_err(|error| translate(None, error));
        self.noted(result)
    }

    /// Runs something in the transaction of its scope.
    fn within<T>(
        &mut self,
        command: &Command,
        scope: Scope,
        is_wanted: IsWanted<'_>,
        run: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<T> {
        refuse_if_ours(command.statement())?;
        if scope == Scope::Session {
            if self.is_cut_off {
                return Err(cut_off());
            }
            self.standing.check()?;
            let commits = commits(command.statement());
            if commits && self.options.is_read_only {
                let message = "the statement writes, and the transaction is for reading only";
                return Err(Error::new(Kind::Unsupported, message));
            }
            // Whoever may not ask is not told.
            let open = if calls(command.statement()) { transaction(&self.inner).unwrap_or_default() } else { None };
            let result = run(&self.inner);
            // Without an answer the caller cannot know whether it happened.
            self.is_cut_off = !is_wanted();
            let result = if commits { self.changed(result) } else { result };
            let result = if open.is_some() { self.called(open, result) } else { result };
            return self.noted(result);
        }
        let result = run(&self.inner);
        let ended = match &result {
            Ok(_) if begins_nothing(command) => Ok(()),
            Ok(_) if is_wanted() => self.inner.commit().map_err(|error| of_commit(translate(None, error))),
            Ok(_) => self.inner.rollback().map_err(|error| translate(None, error)).and_then(|()| Err(cut_off())),
            Err(_) => {
                // The first error says more than one of the rollback, which happens when the connection ends.
                self.inner.rollback().ok();
                Ok(())
            }
        };
        let result = result.and_then(|value| ended.map(|()| value));
        self.noted(result)
    }

    /// After a change of the schema, which committed what was before it, also if it then failed; but not if it was not
    /// understood. What follows is a transaction of its own.
    fn changed<T>(&mut self, result: Result<T>) -> Result<T> {
        match &result {
            Err(error) if error.kind() == Kind::Syntax => return result,
            Err(_) => self.standing.failed_changing(),
            Ok(_) => self.standing.schema_changes(),
        }
        let value = result?;
        self.begin_again().map(|()| value)
    }

    /// After something that was called while this transaction was open, and may have ended it.
    fn called<T>(&mut self, open: Option<String>, result: Result<T>) -> Result<T> {
        if matches!(&result, Err(error) if error.kind() == Kind::ConnectionLost) {
            return result;
        }
        let now = transaction(&self.inner)?;
        if now == open {
            return result;
        }
        match &result {
            Err(_) => self.standing.failed_changing(),
            Ok(_) => self.standing.schema_changes(),
        }
        let value = result?;
        // What was called may have begun another.
        if now.is_none() {
            self.begin_again()?;
        }
        Ok(value)
    }

    /// Begins what follows as the session began.
    fn begin_again(&mut self) -> Result<()> {
        let begun = how(self.options).map_or(Ok(()), |sql| self.run(sql));
        if begun.is_err() {
            self.standing.failed_changing();
        }
        begun
    }

    /// Sees to it that a connection after which nothing is known is not used again.
    fn noted<T>(&mut self, result: Result<T>) -> Result<T> {
        self.is_broken |= matches!(&result, Err(error) if error.kind() == Kind::ConnectionLost);
        result
    }
}

impl BlockingClient for Client {
    type Rows = Rows;
    type Identity = Identity;

    fn pour(rows: &Rows, sink: Sink<'_>) -> Result<()> {
        rows.values.iter().try_for_each(|values| sink(&mut OracleRow { names: &rows.names, values }))
    }

    fn ping(&mut self) -> Result<()> {
        let result = self.inner.ping().map_err(|error| translate(None, error));
        self.noted(result)
    }

    fn execute(&mut self, command: &Command, scope: Scope, is_wanted: IsWanted<'_>) -> Result<Done> {
        self.within(command, scope, is_wanted, |inner| {
            let statement = command.statement();
            let values = bound(statement, command.params())?;
            let room = room_of(&returned(statement));
            let params = with_room(&values, &room);
            let failed = |error| translate(Some(statement), error);
            let mut prepared = prepare(inner, statement)?;
            if prepared.is_query() {
                return prepared.query(&params).map(|_| Done::default()).map_err(failed);
            }
            let done = prepared.execute(&params).map_err(failed)?;
            let rows = if prepared.is_dml() { done.rows_affected() } else { 0 };
            Ok(Done { rows, last_insert_id: None })
        })
    }

    fn fetch(&mut self, command: &Command, scope: Scope, outlet: &Outlet<Rows>) -> Result<Rows> {
        self.within(command, scope, &|| outlet.is_wanted(), |inner| {
            let statement = command.statement();
            let values = bound(statement, command.params())?;
            let columns = returned(statement);
            let room = room_of(&columns);
            let params = with_room(&values, &room);
            let failed = |error| translate(Some(statement), error);
            let mut prepared = prepare(inner, statement)?;
            if prepared.is_query() {
                return stream(prepared.query(&params).map_err(failed)?, statement, outlet);
            }
            let mut done = prepared.execute(&params).map_err(failed)?;
            let names: Names = columns.into_iter().map(|column| column.name).collect();
            let values =
                done.returned_data().iter_mut().map(|row| take(row, &room, statement)).collect::<Result<_>>()?;
            Ok(Rows { names, values })
        })
    }

    fn execute_many(
        &mut self,
        command: &Command,
        lists: &[Vec<param::Value>],
        scope: Scope,
        is_wanted: IsWanted<'_>,
    ) -> Result<Done> {
        if is_ddl(command.statement()) {
            let message = "a statement that changes the schema has no parameters to repeat it with";
            return Err(Error::new(Kind::Usage, message));
        }
        self.within(command, scope, is_wanted, |inner| {
            if scope == Scope::Alone {
                return many(inner, command.statement(), lists);
            }
            let run = |sql: &str| inner.execute(sql, &[]).map(drop).map_err(|error| translate(None, error));
            run("SAVEPOINT tablewright_many")?;
            many(inner, command.statement(), lists).or_else(|error| {
                run("ROLLBACK TO SAVEPOINT tablewright_many")?;
                Err(error)
            })
        })
    }

    /// The server is told with the first statement, unless there is something to say before it.
    fn begin(&mut self, options: TransactionOptions) -> Result<()> {
        self.is_cut_off = false;
        self.options = options;
        self.standing = Standing::default();
        how(options).map_or(Ok(()), |sql| self.run(sql))
    }

    fn savepoint(&mut self, depth: u32) -> Result<()> {
        if self.is_cut_off {
            return Err(cut_off());
        }
        self.standing.check()?;
        self.run(&format!("SAVEPOINT tablewright_{depth}"))?;
        self.standing.savepoint(depth);
        Ok(())
    }

    fn rollback_to(&mut self, depth: u32) -> Result<()> {
        self.is_cut_off = false;
        self.standing.check()?;
        match self.standing.leave(depth) {
            Savepoint::Kept => self.run(&format!("ROLLBACK TO SAVEPOINT tablewright_{depth}")),
            Savepoint::Gone => {
                self.rollback()?;
                self.begin_again()?;
                Err(partly_permanent())
            }
        }
    }

    fn commit(&mut self, is_wanted: IsWanted<'_>) -> Result<()> {
        if self.is_cut_off || !is_wanted() {
            self.rollback()?;
            return Err(cut_off());
        }
        self.standing.check()?;
        let result = self.inner.commit().map_err(|error| of_commit(translate(None, error)));
        self.noted(result)
    }

    fn rollback(&mut self) -> Result<()> {
        self.is_cut_off = false;
        let result = self.inner.rollback().map_err(|error| translate(None, error));
        self.noted(result)
    }

    fn is_undone(&self) -> Result<()> {
        self.standing.rolled_back()
    }
}

impl Resident for Client {
    fn is_broken(&self) -> bool {
        self.is_broken
    }

    fn close(mut self) {
        // Nobody is left who could be told of an error.
        if !self.is_broken {
            self.inner.rollback().ok();
        }
        self.inner.close().ok();
    }
}

/// Whether there is nothing to commit after a statement: what only reads has begun nothing, unless somebody wrote that it locks
/// what it reads, and what changes the schema has committed itself.
fn begins_nothing(command: &Command) -> bool {
    is_ddl(command.statement()) || (command.is_read && (command.is_static || !locks_rows(command.sql())))
}

/// The server's name for the transaction that is open, if one is: nothing has to be changed in one that only reads
/// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/arpls/DBMS_TRANSACTION.html>).
fn transaction(inner: &Connection) -> Result<Option<String>> {
    let ask = Statement::built("SELECT DBMS_TRANSACTION.LOCAL_TRANSACTION_ID FROM DUAL", Operation::Select);
    let failed = |error| translate(Some(ask), error);
    let cursor = prepare(inner, ask)?.query(&[]).map_err(failed)?;
    let types: Vec<_> = cursor.columns().iter().map(oracledb::Metadata::db_type).collect();
    let mut name = None;
    for row in cursor {
        if let Some(Value::Text(text)) = take(&mut row.map_err(failed)?, &types, ask)?.pop() {
            name = Some(text);
        }
    }
    Ok(name)
}

/// The first statement of a transaction, which is about that one alone
/// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/SET-TRANSACTION.html>). One that only reads sees at every
/// level what was committed when it began, and is told of none.
const fn how(options: TransactionOptions) -> Option<&'static str> {
    match (options.is_read_only, options.isolation) {
        (true, _) => Some("SET TRANSACTION READ ONLY"),
        (false, Some(Isolation::ReadCommitted)) => Some("SET TRANSACTION ISOLATION LEVEL READ COMMITTED"),
        (false, Some(Isolation::RepeatableRead | Isolation::Serializable)) => {
            Some("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE")
        }
        (false, None) => None,
    }
}

/// The statements that set a session up.
fn set_up(options: &Options) -> Vec<String> {
    let settings = [
        // What has no zone is in UTC.
        "TIME_ZONE = '+00:00'",
        // Texts are compared and sorted by their bytes, also where the server's locale would not.
        "NLS_COMP = BINARY NLS_SORT = BINARY",
        "NLS_NUMERIC_CHARACTERS = '.,'",
        // Constraints are read out of messages.
        "NLS_LANGUAGE = 'AMERICAN'",
    ];
    let lock_timeout = options.ddl_lock_timeout.map(|seconds| format!("DDL_LOCK_TIMEOUT = {seconds}"));
    settings.into_iter().map(str::to_owned).chain(lock_timeout).map(|set| format!("ALTER SESSION SET {set}")).collect()
}

fn prepare(inner: &Connection, statement: Statement<'_>) -> Result<oracledb::Statement> {
    let failed = |error| translate(Some(statement), error);
    // Two rows with the first answer, so that a single one takes no other.
    let size = u32::try_from(ROWS).unwrap_or(u32::MAX);
    inner.statement(statement.sql).map_err(failed)?.fetch_array_size(size).prefetch_rows(2).build().map_err(failed)
}

fn bound<'p>(statement: Statement<'_>, params: &'p [param::Value]) -> Result<Vec<Bound<'p>>> {
    bind(params).map_err(|error| in_statement(error, statement))
}

fn room_of(room: &[Returned]) -> Vec<&'static DbType> {
    room.iter().map(|column| column.db_type).collect()
}

/// The parameters, and behind them the room for what comes back.
fn with_room<'b>(values: &'b [Bound<'b>], room: &'b [&'static DbType]) -> Vec<&'b dyn ToDbValue> {
    let room = room.iter().map(|db_type| db_type as &dyn ToDbValue);
    values.iter().map(Bound::as_db_value).chain(room).collect()
}

fn stream(cursor: Cursor, statement: Statement<'_>, outlet: &Outlet<Rows>) -> Result<Rows> {
    let names: Names = cursor.columns().iter().map(|column| column.name().to_owned()).collect();
    let types: Vec<_> = cursor.columns().iter().map(oracledb::Metadata::db_type).collect();
    let mut gathered = Gathered::new();
    for row in cursor {
        let mut row = row.map_err(|error| translate(Some(statement), error))?;
        let values = take(&mut row, &types, statement)?;
        let bytes = values.iter().map(Value::size).sum();
        if let Some(values) = gathered.add(values, bytes)
            && !outlet.send(Rows { names: Arc::clone(&names), values })
        {
            break;
        }
    }
    Ok(Rows { names, values: gathered.rest() })
}

/// A statement for each list, many in one message
/// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/lnoci/oci-programming-advanced-topics.html>).
fn many(inner: &Connection, statement: Statement<'_>, lists: &[Vec<param::Value>]) -> Result<Done> {
    let room = room_of(&returned(statement));
    let mut rows = 0;
    let mut rest = lists;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(MOST.fitting(rest, size));
        rest = after;
        let values: Vec<_> = piece.iter().map(|params| bound(statement, params)).collect::<Result<_>>()?;
        let params: Vec<_> = values.iter().map(|values| with_room(values, &room)).collect();
        let params: Vec<&[&dyn ToDbValue]> = params.iter().map(Vec::as_slice).collect();
        let done = prepare(inner, statement)?.execute_batch(BindParameters::Slice(&params));
        rows += done.map_err(|error| translate(Some(statement), error))?.rows_affected();
    }
    Ok(Done { rows, last_insert_id: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::param::Param;

    #[test]
    fn a_message_has_an_end() {
        assert_eq!(MOST.fitting(&vec![vec![Param::I64(1)]; 1_100], size), 1_000);
        let large = vec![Param::from(vec![0_u8; MOST.bytes + 1])];
        assert_eq!(MOST.fitting(&[large.clone(), large], size), 1);
    }

    #[test]
    fn a_session_is_in_utc_and_waits_as_the_url_says() {
        let of = |settings: &str| set_up(&Options::parse(&format!("oracle://me:secret@host/db?{settings}")).unwrap());
        assert_eq!(of("")[0], "ALTER SESSION SET TIME_ZONE = '+00:00'");
        assert!(!of("").iter().any(|statement| statement.contains("DDL_LOCK_TIMEOUT")));
        assert_eq!(of("ddl_lock_timeout=15").last().unwrap(), "ALTER SESSION SET DDL_LOCK_TIMEOUT = 15");
    }
}
