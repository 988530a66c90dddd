//! The connections of a database: one that writes, some that read, each lent to one at a time and in turn.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::connection::{Outcome, SqliteConnection};
use super::error;
use super::options::{Location, Mode, Options, Synchronous};
use crate::driver::PoolState;
use crate::error::{Error, Kind, Result};

/// Connections for one purpose.
pub struct Lane {
    idle: Mutex<Vec<SqliteConnection>>,
    /// What they are for.
    access: Access,
    /// Hands out turns in the order in which they were asked for.
    turns: Arc<Semaphore>,
    size: u32,
    /// How many ask for a turn and have none yet.
    waiting: AtomicUsize,
}

/// Counts a caller for as long as it waits, also if it goes away.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn new(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A connection that is lent; given back when dropped.
pub struct Lease {
    lane: Arc<Lane>,
    connection: Option<SqliteConnection>,
    /// Whether its settings may be others while it is lent.
    is_set: bool,
    /// Whether it writes nothing while it is lent.
    only_reads: bool,
    _turn: OwnedSemaphorePermit,
}

impl Lane {
    /// A lane of these connections, which are for this.
    pub fn new(connections: Vec<SqliteConnection>, access: Access) -> Arc<Self> {
        let size = connections.len();
        Arc::new(Self {
            idle: Mutex::new(connections),
            access,
            turns: Arc::new(Semaphore::new(size)),
            size: u32::try_from(size).unwrap_or(u32::MAX),
            waiting: AtomicUsize::new(0),
        })
    }

    /// A connection, if one is free now.
    pub fn try_take(self: &Arc<Self>) -> Option<Lease> {
        let turn = Arc::clone(&self.turns).try_acquire_owned().ok()?;
        self.lend(turn)
    }

    /// A connection, in turn.
    ///
    /// # Errors
    /// Of kind `Timeout` if none became free in time, of kind `Usage` if the database was closed.
    pub async fn take(self: &Arc<Self>, timeout: Duration) -> Result<Lease> {
        let waiting = Waiting::new(&self.waiting);
        let turn = match tokio::time::timeout(timeout, Arc::clone(&self.turns).acquire_owned()).await {
            Ok(turn) => turn.map_err(|_| closed())?,
            Err(_) => {
                return Err(Error::new(
                    Kind::Timeout,
                    format!(
                        "no connection became free within {} ms; if a transaction is open in the same task, \
                         make the DAO over the transaction and not over the database",
                        timeout.as_millis()
                    ),
                ));
            }
        };
        drop(waiting);
        self.lend(turn).ok_or_else(closed)
    }

    /// The connections at this moment. All are opened at once.
    pub fn state(&self) -> PoolState {
        let open = if self.turns.is_closed() { 0 } else { self.size as usize };
        PoolState::new(self.size as usize, open, self.idle.lock().len(), self.waiting.load(Ordering::Relaxed))
    }

    /// Waits until every connection is back, and closes them.
    pub async fn close(&self) -> Vec<SqliteConnection> {
        // All turns at once: nobody has a connection then. An error means that it was closed before.
        let all = self.turns.acquire_many(self.size).await;
        self.turns.close();
        drop(all);
        std::mem::take(&mut *self.idle.lock())
    }

    fn lend(self: &Arc<Self>, turn: OwnedSemaphorePermit) -> Option<Lease> {
        let connection = self.idle.lock().pop()?;
        let (lane, connection) = (Arc::clone(self), Some(connection));
        Some(Lease { lane, connection, is_set: false, only_reads: false, _turn: turn })
    }
}

/// What a migration may have said of its connection, as it was before.
const SETTINGS: &str = "PRAGMA query_only = OFF; PRAGMA legacy_alter_table = OFF; PRAGMA foreign_keys = ON; \
                        PRAGMA ignore_check_constraints = OFF; PRAGMA recursive_triggers = OFF; PRAGMA trusted_schema = OFF; \
                        PRAGMA writable_schema = OFF";

impl Lease {
    /// Runs something on the connection.
    pub fn with<T>(&mut self, run: impl FnOnce(&mut SqliteConnection) -> Outcome<T>) -> Outcome<T> {
        match &mut self.connection {
            Some(connection) => run(connection),
            // Only `drop` takes the connection out.
            None => Outcome::Ran(Err(closed())),
        }
    }

    /// Sets the connection back when it is given back.
    pub const fn may_be_set(&mut self) {
        self.is_set = true;
    }

    /// Stops enforcing foreign keys until the connection is given back. Only outside a transaction
    /// (<https://www.sqlite.org/pragma.html#pragma_foreign_keys>).
    pub fn be_lenient(&mut self) -> Outcome<()> {
        self.may_be_set();
        self.with(|connection| connection.batch("PRAGMA foreign_keys = OFF"))
    }

    /// Refuses to write until the connection is given back (<https://www.sqlite.org/pragma.html#pragma_query_only>).
    pub fn only_read(&mut self) -> Outcome<()> {
        self.only_reads = self.lane.access == Access::Write;
        self.with(|connection| connection.batch("PRAGMA query_only = ON"))
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let Some(mut connection) = self.connection.take() else { return };
        if connection.in_transaction() {
            // Whoever gets it next must not find itself in somebody's transaction.
            connection.batch("ROLLBACK");
        }
        if self.is_set {
            connection.batch(SETTINGS);
        }
        if self.only_reads {
            connection.batch("PRAGMA query_only = OFF");
        }
        self.lane.idle.lock().push(connection);
    }
}

#[cold]
fn closed() -> Error {
    Error::new(Kind::Usage, "the database was closed")
}

/// Opens a connection and sets it up. `reader` connections cannot write.
pub fn open(options: &Options, access: Access) -> Result<SqliteConnection> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_PRIVATE_CACHE;
    let flags = flags
        | match (options.mode, access) {
            (Mode::ReadOnly, _) => OpenFlags::SQLITE_OPEN_READ_ONLY,
            (Mode::ReadWrite, _) | (Mode::Create, Access::Read) => OpenFlags::SQLITE_OPEN_READ_WRITE,
            (Mode::Create, Access::Write) => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        };
    let connection = match &options.location {
        Location::Memory => Connection::open_in_memory_with_flags(flags),
        Location::File(path) => Connection::open_with_flags(path, flags),
    };
    let connection = connection.map_err(error::translate)?;
    set_up(&connection, options, access).map_err(error::translate)?;
    let enforced: bool =
        connection.pragma_query_value(None, "foreign_keys", |row| row.get(0)).map_err(error::translate)?;
    if !enforced {
        return Err(Error::new(Kind::Connect, "this SQLite was built without foreign keys"));
    }
    Ok(SqliteConnection::new(connection))
}

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reading only.
    Read,
    /// Reading and writing.
    Write,
}

fn set_up(connection: &Connection, options: &Options, access: Access) -> rusqlite::Result<()> {
    // Waiting happens in the executor, not in SQLite, which would block the thread; but setting up may wait a little.
    connection.busy_timeout(Duration::from_secs(5))?;
    // Off by default for the sake of old programs (https://www.sqlite.org/foreignkeys.html#fk_enable).
    connection.pragma_update(None, "foreign_keys", true)?;
    // A name of no column would be read as a text, and the statement would do something else
    // (https://www.sqlite.org/quirks.html#dblquote). What stands in a schema already goes on meaning what it did.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // The schema may come from somebody else's file (https://www.sqlite.org/security.html).
    connection.pragma_update(None, "trusted_schema", false)?;
    if matches!(options.location, Location::File(_)) {
        if options.mode != Mode::ReadOnly && access == Access::Write {
            // Readers do not wait for the writer, nor the writer for them (https://www.sqlite.org/wal.html).
            connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        }
        let synchronous = match options.synchronous {
            Synchronous::Normal => "NORMAL",
            Synchronous::Full => "FULL",
        };
        connection.pragma_update(None, "synchronous", synchronous)?;
    }
    if access == Access::Read {
        connection.pragma_update(None, "query_only", true)?;
    }
    connection.busy_timeout(Duration::ZERO)
}

/// When to give up waiting for another process, and how long to sleep until the next try.
pub struct Patience {
    until: Instant,
    pause: Duration,
}

impl Patience {
    /// Patience for so long.
    pub fn new(timeout: Duration) -> Self {
        Self { until: Instant::now() + timeout, pause: Duration::from_millis(1) }
    }

    /// Sleeps, a little longer each time.
    ///
    /// # Errors
    /// Of kind `Busy` if the time is over.
    pub async fn wait(&mut self) -> Result<()> {
        if Instant::now() >= self.until {
            return Err(Error::new(Kind::Busy, "another process holds the database's lock; nothing was changed"));
        }
        tokio::time::sleep(self.pause).await;
        self.pause = (self.pause * 2).min(Duration::from_millis(50));
        Ok(())
    }
}
