//! What happens on the thread of a connection: transactions, and the statements in them.

use std::time::{Duration, Instant};

use firebird_wire::{Connection, IsolationLevel, Transaction, TransactionBuilder, Value};

use super::connection::{Identity, Known};
use super::error;
use super::many::{many, run};
use super::options::Options;
use super::row::{Columns, FirebirdRow, size};
use super::serializable;
use super::statement::{Statements, changes_tables, is_ddl};
use crate::driver::backend::Scope;
use crate::driver::command::Command;
use crate::driver::standing::{Savepoint, Standing};
use crate::driver::thread::{BlockingClient, Gathered, IsWanted, Outlet, Resident, lost};
use crate::driver::{Done, Isolation, Limits, Product, ProductName, Sink, TransactionOptions, cut_off};
use crate::error::{Error, Kind, Result};
use crate::param;

/// How long reading statements share a transaction, and one that writes is kept for the next that does. Beginning and ending one
/// takes longer than a small query does.
const KEPT: Duration = Duration::from_secs(1);
/// How long prepared statements are kept while nothing is asked for: other programs cannot change their tables until then.
const RESTING: Duration = Duration::from_secs(10);

/// A connection as its thread sees it.
pub struct Attachment {
    wire: Connection,
    id: i64,
    product: Product,
    /// Which changes of tables it knows.
    known: Known,
    /// Whether nothing more can be done with it.
    is_broken: bool,
    statements: Statements,
    /// How long transactions wait for locks unless limits are set, in seconds.
    lock_seconds: i32,
    writes: TransactionBuilder,
    reads: TransactionBuilder,
    /// The transaction of a session, and how it was begun.
    session: Option<Transaction>,
    options: TransactionOptions,
    /// The transaction in which the session changes the schema, and whether it changes tables that are there.
    schema: Option<Transaction>,
    changes_tables: bool,
    /// How the session stands whose changes of the schema were committed.
    standing: Standing,
    /// Whether a statement of the session was cut off, so that it is not known what of it happened.
    is_cut_off: bool,
    /// The transaction of statements that only read, and when it began.
    reading: Option<(Transaction, Instant)>,
    /// That of the next statement that writes, begun while its caller had the answer to the one before.
    writing: Option<(Transaction, Instant)>,
    /// When the last statement that writes ended, and whether the next one will follow soon.
    written: Option<Instant>,
    writes_on: bool,
}

/// Rows of one statement.
pub struct Rows {
    /// What they have in common.
    pub columns: Columns,
    /// Their values.
    pub values: Vec<Vec<Value>>,
}

impl Attachment {
    /// Connects.
    ///
    /// # Errors
    /// Of kind `Connect`.
    pub fn open(options: &Options, known: Known) -> Result<Self> {
        let mut wire = Connection::connect(&options.connect_config()).map_err(error::connecting)?;
        let (id, product) = identity(&mut wire).map_err(error::connecting)?;
        Ok(Self {
            wire,
            id,
            product,
            known,
            is_broken: false,
            statements: Statements::default(),
            lock_seconds: options.lock_seconds(),
            writes: committed().lock_timeout(options.lock_seconds()),
            reads: committed().read_only(),
            session: None,
            options: TransactionOptions::new(),
            schema: None,
            changes_tables: false,
            standing: Standing::default(),
            is_cut_off: false,
            reading: None,
            writing: None,
            written: None,
            writes_on: false,
        })
    }

    /// What is to be known of it without asking.
    pub fn identity(&self) -> Identity {
        Identity { id: self.id, product: self.product.clone(), known: self.known.clone() }
    }

    /// Gives up what keeps others from changing tables: prepared statements, and transactions that are kept.
    pub fn forget(&mut self) {
        self.statements.forget(&mut self.wire);
        self.end_kept();
    }

    /// Ends the transactions that nobody is in.
    fn end_kept(&mut self) {
        self.end_reading();
        self.end_writing();
    }

    /// Ends the transaction of readers.
    fn end_reading(&mut self) {
        if let Some((tx, _)) = self.reading.take() {
            // It has changed nothing. If it fails the connection is broken, which the next statement tells.
            tx.commit(&mut self.wire).ok();
        }
    }

    /// Ends the transaction of the next statement that writes, in which nothing has happened.
    fn end_writing(&mut self) {
        if let Some((tx, _)) = self.writing.take() {
            tx.rollback(&mut self.wire).ok();
        }
    }

    /// Sets how long transactions wait for locks, and statements run, from now on. The limit of statements is one of the
    /// server's, in milliseconds
    /// (<https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-management-setstmttimeout>).
    pub fn limit(&mut self, limits: Limits) -> Result<()> {
        self.writes = committed().lock_timeout(Limits::seconds(limits.lock));
        let sql = format!("SET STATEMENT TIMEOUT {} MILLISECOND", Limits::milliseconds(limits.statement));
        self.in_own(&|| true, |wire, _, tx| wire.exec_immediate(Some(tx), &sql).map_err(error::plain))
    }

    /// Takes the limits back.
    pub fn lift_limits(&mut self) -> Result<()> {
        self.writes = committed().lock_timeout(self.lock_seconds);
        self.in_own(&|| true, |wire, _, tx| {
            wire.exec_immediate(Some(tx), "SET STATEMENT TIMEOUT 0").map_err(error::plain)
        })
    }

    /// Runs in the session what needs no answer.
    fn run(&mut self, sql: &str) -> Result<()> {
        self.within(Scope::Session, false, &|| true, |wire, _, tx| {
            wire.exec_immediate(Some(tx), sql).map_err(error::plain)
        })
    }

    /// Sees to it that a connection after which nothing is known is not used again.
    fn noted<T>(&mut self, result: Result<T>) -> Result<T> {
        let is_lost = matches!(&result, Err(error) if error.kind() == Kind::ConnectionLost);
        if is_lost || !self.wire.is_healthy() {
            self.is_broken = true;
        }
        result
    }

    /// Runs something in the transaction of its scope.
    fn within<T>(
        &mut self,
        scope: Scope,
        is_read: bool,
        is_wanted: IsWanted<'_>,
        run: impl FnOnce(&mut Connection, &mut Statements, &Transaction) -> Result<T>,
    ) -> Result<T> {
        let result = match scope {
            Scope::Session => self.in_session(is_wanted, run),
            Scope::Alone if is_read => self.in_reading(run),
            Scope::Alone => self.in_own(is_wanted, run),
        };
        self.noted(result)
    }

    fn in_session<T>(
        &mut self,
        is_wanted: IsWanted<'_>,
        run: impl FnOnce(&mut Connection, &mut Statements, &Transaction) -> Result<T>,
    ) -> Result<T> {
        if self.is_cut_off {
            return Err(cut_off());
        }
        self.settle_schema()?;
        let tx = self.session.as_ref().ok_or_else(ended)?;
        let result = run(&mut self.wire, &mut self.statements, tx);
        let result = result.map_err(|error| out_of_order(error, self.options));
        // Without an answer the caller cannot know whether it happened.
        self.is_cut_off = !is_wanted();
        result
    }

    fn in_reading<T>(
        &mut self,
        run: impl FnOnce(&mut Connection, &mut Statements, &Transaction) -> Result<T>,
    ) -> Result<T> {
        if self.reading.as_ref().is_some_and(|(_, since)| since.elapsed() >= KEPT) {
            self.end_reading();
        }
        if self.reading.is_none() {
            let tx = self.wire.begin_with(&self.reads).map_err(error::plain)?;
            self.reading = Some((tx, Instant::now()));
        }
        let (tx, _) = self.reading.as_ref().ok_or_else(lost)?;
        run(&mut self.wire, &mut self.statements, tx)
    }

    fn in_own<T>(
        &mut self,
        is_wanted: IsWanted<'_>,
        run: impl FnOnce(&mut Connection, &mut Statements, &Transaction) -> Result<T>,
    ) -> Result<T> {
        if self.writing.as_ref().is_some_and(|(_, since)| since.elapsed() >= KEPT) {
            self.end_writing();
        }
        let tx = match self.writing.take() {
            Some((tx, _)) => tx,
            None => self.wire.begin_with(&self.writes).map_err(error::plain)?,
        };
        let result = match run(&mut self.wire, &mut self.statements, &tx) {
            Ok(value) if is_wanted() => tx.commit(&mut self.wire).map_err(error::plain).map(|()| value),
            Ok(_) => tx.rollback(&mut self.wire).map_err(error::plain).and_then(|()| Err(cut_off())),
            Err(error) => {
                // The first error says more than one of the rollback, which happens when the connection ends.
                tx.rollback(&mut self.wire).ok();
                Err(error)
            }
        };
        let before = self.written.replace(Instant::now());
        self.writes_on = before.is_some_and(|before| before.elapsed() < KEPT);
        result
    }

    /// Changes the schema, in a transaction of its own: Firebird does the work when it is committed, and what was changed
    /// cannot be used before. In a session it is committed before the next statement of another kind.
    fn ddl(&mut self, command: &Command, scope: Scope, is_wanted: IsWanted<'_>) -> Result<()> {
        if scope == Scope::Session && self.is_cut_off {
            return Err(cut_off());
        }
        self.forget();
        let change = |wire: &mut Connection, tx: &Transaction| {
            wire.exec_immediate(Some(tx), command.sql()).map_err(|error| error::translate(error, command.statement()))
        };
        let changes_tables = changes_tables(command.statement());
        let result = match scope {
            Scope::Alone => {
                let result = self.in_own(is_wanted, |wire, _, tx| change(wire, tx));
                self.schema_ended(changes_tables);
                result
            }
            Scope::Session => {
                self.changes_tables |= changes_tables;
                self.in_schema(is_wanted, change)
            }
        };
        self.noted(result)
    }

    /// After the end of a change of the schema, whether or not it is known how it ended: on this thread, for a caller may go away.
    fn schema_ended(&mut self, changes_tables: bool) {
        if changes_tables {
            self.known.schema_changed();
        }
    }

    fn in_schema(
        &mut self,
        is_wanted: IsWanted<'_>,
        change: impl FnOnce(&mut Connection, &Transaction) -> Result<()>,
    ) -> Result<()> {
        if self.options.is_read_only {
            return Err(Error::new(Kind::Unsupported, "the statement writes, and the transaction is for reading only"));
        }
        if self.schema.is_none() {
            self.schema = Some(self.wire.begin_with(&self.writes).map_err(error::plain)?);
        }
        let tx = self.schema.as_ref().ok_or_else(lost)?;
        let result = change(&mut self.wire, tx);
        self.is_cut_off = !is_wanted();
        result
    }

    fn settle_schema(&mut self) -> Result<()> {
        let Some(tx) = self.schema.take() else { return Ok(()) };
        let committed = tx.commit(&mut self.wire).map_err(error::plain);
        let changes_tables = std::mem::take(&mut self.changes_tables);
        self.schema_ended(changes_tables);
        if committed.is_ok() {
            self.standing.schema_changes();
        }
        committed
    }
}

/// Whether a statement only reads, so that the transaction of readers will do. What was written by hand may lock the rows that it
/// reads, or read from a procedure that writes: it has a transaction of its own.
fn only_reads(command: &Command) -> bool {
    command.is_read && command.statement().table.is_some()
}

impl BlockingClient for Attachment {
    type Rows = Rows;
    type Identity = Identity;

    fn pour(rows: &Rows, sink: Sink<'_>) -> Result<()> {
        rows.values.iter().try_for_each(|values| sink(&mut FirebirdRow { columns: &rows.columns, values }))
    }

    fn ping(&mut self) -> Result<()> {
        let result = self.wire.ping().map_err(error::plain);
        self.noted(result)
    }

    fn execute(&mut self, command: &Command, scope: Scope, is_wanted: IsWanted<'_>) -> Result<Done> {
        if is_ddl(command.statement()) {
            return self.ddl(command, scope, is_wanted).map(|()| Done::default());
        }
        self.within(scope, only_reads(command), is_wanted, |wire, statements, tx| {
            let prepared = statements.prepared(wire, tx, command)?;
            run(prepared, wire, tx, command, command.params())
        })
    }

    fn fetch(&mut self, command: &Command, scope: Scope, outlet: &Outlet<Rows>) -> Result<Rows> {
        let is_wanted = || outlet.is_wanted();
        let only_reads = only_reads(command);
        self.within(scope, only_reads, &is_wanted, |wire, statements, tx| {
            let prepared = statements.prepared(wire, tx, command)?;
            let failed = |error| error::translate(error, command.statement());
            prepared.start(wire, tx, command.params(), command.statement())?;
            let columns = prepared.columns().clone();
            let mut gathered = Gathered::new();
            while let Some(row) = prepared.next(wire, tx).map_err(failed)? {
                let bytes = size(&row);
                if let Some(values) = gathered.add(row, bytes) {
                    let rows = Rows { columns: columns.clone(), values };
                    if !outlet.send(rows) && (command.is_read || !is_wanted()) {
                        // What changes rows is fetched to its end, so that all of it is done.
                        break;
                    }
                }
            }
            if scope == Scope::Alone && !only_reads {
                // The transaction ends before the answer is sent, and takes the cursor with it.
                prepared.close(wire).map_err(failed)?;
            } else {
                statements.close_later(command);
            }
            Ok(Rows { columns, values: gathered.rest() })
        })
    }

    /// Closes its cursor, and begins the transaction of the next statement if one that writes follows the other.
    fn tidy(&mut self) {
        let closed = self.statements.close(&mut self.wire).map_err(error::plain);
        // If the connection is lost the next statement tells.
        self.noted(closed).ok();
        if std::mem::take(&mut self.writes_on) && !self.is_broken {
            let begun = self.wire.begin_with(&self.writes).map_err(error::plain);
            self.writing = self.noted(begun).ok().map(|tx| (tx, Instant::now()));
        }
    }

    fn execute_many(
        &mut self,
        command: &Command,
        lists: &[Vec<param::Value>],
        scope: Scope,
        is_wanted: IsWanted<'_>,
    ) -> Result<Done> {
        if is_ddl(command.statement()) {
            return Err(Error::new(
                Kind::Usage,
                "a statement that changes the schema has no parameters to repeat it with",
            ));
        }
        self.within(scope, only_reads(command), is_wanted, |wire, statements, tx| {
            if scope == Scope::Alone {
                return many(wire, statements, tx, command, lists);
            }
            let mut savepoint = |sql| wire.exec_immediate(Some(tx), sql).map_err(error::plain);
            savepoint("SAVEPOINT tablewright_many")?;
            match many(wire, statements, tx, command, lists) {
                Ok(done) => {
                    wire.exec_immediate(Some(tx), "RELEASE SAVEPOINT tablewright_many").map_err(error::plain)?;
                    Ok(done)
                }
                Err(error) => {
                    wire.exec_immediate(Some(tx), "ROLLBACK TO SAVEPOINT tablewright_many").map_err(error::plain)?;
                    Err(error)
                }
            }
        })
    }

    fn begin(&mut self, options: TransactionOptions) -> Result<()> {
        let begun = match options.isolation {
            Some(Isolation::Serializable) if !options.is_read_only => serializable::begin(&mut self.wire, &self.writes),
            _ => self.wire.begin_with(&with(self.writes.clone(), options)).map_err(error::plain),
        };
        let begun = begun.map_err(|error| out_of_order(error, options));
        self.session = Some(self.noted(begun)?);
        self.options = options;
        self.is_cut_off = false;
        self.changes_tables = false;
        self.standing = Standing::default();
        Ok(())
    }

    fn savepoint(&mut self, depth: u32) -> Result<()> {
        self.run(&format!("SAVEPOINT tablewright_{depth}"))?;
        self.standing.savepoint(depth);
        Ok(())
    }

    /// The server keeps it until the next of its name, so that it can be returned to once more by whoever did not hear of this.
    fn rollback_to(&mut self, depth: u32) -> Result<()> {
        self.is_cut_off = false;
        self.changes_tables = false;
        let result = undo(&mut self.schema, &mut self.wire);
        self.noted(result)?;
        self.run(&format!("ROLLBACK TO SAVEPOINT tablewright_{depth}"))?;
        match self.standing.leave(depth) {
            Savepoint::Kept => Ok(()),
            Savepoint::Gone => Err(schema_stays()),
        }
    }

    fn commit(&mut self, is_wanted: IsWanted<'_>) -> Result<()> {
        if self.is_cut_off || !is_wanted() {
            self.rollback()?;
            return Err(cut_off());
        }
        let settled = self.settle_schema();
        if let Err(error) = self.noted(settled) {
            self.rollback().ok();
            return Err(error);
        }
        let tx = self.session.take().ok_or_else(ended)?;
        let result = tx.commit(&mut self.wire).map_err(error::plain);
        self.noted(result)
    }

    fn rollback(&mut self) -> Result<()> {
        self.changes_tables = false;
        let undone = [undo(&mut self.schema, &mut self.wire), undo(&mut self.session, &mut self.wire)];
        undone.into_iter().try_for_each(|result| self.noted(result))
    }

    fn is_undone(&self) -> Result<()> {
        if self.standing.is_partly_permanent() { Err(schema_stays()) } else { Ok(()) }
    }
}

/// A statement sees what was committed when it began, and starts anew where another transaction was faster
/// (<https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-transacs-readcommitted>).
fn committed() -> TransactionBuilder {
    TransactionBuilder::new().isolation(IsolationLevel::ReadCommittedReadConsistency)
}

/// The same, as the options say. Who only reads sees one state of the serializable ones that write, for they end in their order
/// (<https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-transacs-isolation>).
fn with(builder: TransactionBuilder, options: TransactionOptions) -> TransactionBuilder {
    let builder = match options.isolation {
        None | Some(Isolation::ReadCommitted) => builder,
        Some(Isolation::RepeatableRead | Isolation::Serializable) => builder.isolation(IsolationLevel::Snapshot),
    };
    if options.is_read_only { builder.read_only() } else { builder }
}

/// Where tables are locked for the sake of an order, a lock that is not free says that there is none.
fn out_of_order(error: Error, options: TransactionOptions) -> Error {
    if error.kind() != Kind::Busy || options.isolation != Some(Isolation::Serializable) {
        return error;
    }
    let message = "another transaction has locked a table that this one needs; run it again";
    Error::new(Kind::Serialization, message).with_source(error)
}

impl Resident for Attachment {
    fn is_broken(&self) -> bool {
        self.is_broken
    }

    fn patience(&self) -> Option<Duration> {
        let kept = [&self.reading, &self.writing].into_iter().flatten();
        match kept.map(|(_, since)| KEPT.saturating_sub(since.elapsed())).min() {
            Some(patience) => Some(patience),
            None => (!self.statements.is_empty()).then_some(RESTING),
        }
    }

    /// First the transactions that nobody is in, then the prepared statements.
    fn rest(&mut self) {
        let has_kept = self.reading.is_some() || self.writing.is_some();
        if has_kept { self.end_kept() } else { self.statements.forget(&mut self.wire) }
    }

    fn close(mut self) {
        if self.is_broken() {
            // The server has forgotten everything already; the crate would complain on stderr that it was not freed.
            self.statements.abandon();
            let kept = [self.reading.take(), self.writing.take()].map(|kept| kept.map(|(tx, _)| tx));
            let open = [self.session.take(), self.schema.take()].into_iter().chain(kept);
            return open.flatten().for_each(std::mem::forget);
        }
        // Nobody is left who could be told of an error.
        self.rollback().ok();
        self.forget();
        self.wire.close().ok();
    }
}

fn undo(tx: &mut Option<Transaction>, wire: &mut Connection) -> Result<()> {
    tx.take().map_or(Ok(()), |tx| tx.rollback(wire).map_err(error::plain))
}

/// The number the server knows the connection by, and which server it is
/// (<https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-scalarfuncs-get-context>).
fn identity(wire: &mut Connection) -> firebird_wire::Result<(i64, Product)> {
    const ASK: &str = "SELECT CURRENT_CONNECTION, RDB$GET_CONTEXT('SYSTEM', 'ENGINE_VERSION') FROM RDB$DATABASE";
    let tx = wire.begin()?;
    let mut statement = wire.prepare(&tx, ASK)?;
    statement.execute(wire, &tx, &[])?;
    let row = statement.fetch(wire)?;
    statement.drop_statement(wire)?;
    tx.commit(wire)?;
    let (id, version) = row.as_ref().map_or((None, None), |row| {
        let values = row.values();
        (values.first().and_then(Value::as_i64), values.get(1).and_then(Value::as_str))
    });
    Ok((id.unwrap_or_default(), Product::new(ProductName::Firebird, version.unwrap_or_default())))
}

#[cold]
fn schema_stays() -> Error {
    let message =
        "a change of the schema was made permanent before what followed it in the transaction; all else is undone";
    Error::new(Kind::Unsupported, message)
}

#[cold]
fn ended() -> Error {
    Error::new(Kind::Usage, "the transaction has ended")
}
