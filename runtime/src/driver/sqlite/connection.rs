//! One connection with its prepared statements.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use rusqlite::{Connection, Statement as Prepared};
use self_cell::self_cell;

use super::bind::bind;
use super::constraint;
use super::error::{self, is_busy};
use super::row::SqliteRow;
use super::verb::refuse_if_ours;
use crate::driver::{Done, Sink, Statement};
use crate::error::{Kind, Result};
use crate::param::Param;

/// The most static statements a connection keeps; beyond them it starts anew, so that memory has an end.
const MAX_FIXED: usize = 4096;
/// The most built statements a connection keeps, the least recently used going first.
const MAX_BUILT: usize = 128;

self_cell!(
    struct Cell {
        owner: Connection,
        #[not_covariant]
        dependent: Fixed,
    }
);

/// Static statements, known by the address and length of their text. Finding one costs a multiplication, where hashing
/// its text would cost as much as running a small query.
type Fixed<'c> = HashMap<(usize, usize), Prepared<'c>, BuildHasherDefault<AddressHasher>>;

/// A connection and the statements prepared on it.
pub struct SqliteConnection(Cell);

// SAFETY: `Cell` is not `Send` only because the prepared statements hold a `&Connection`, and `Connection` is not `Sync`.
// The statements live inside the cell beside the connection they borrow, nothing hands out a statement or a reference to
// the connection, and every access goes through `&mut SqliteConnection`. So whichever thread has the cell has the
// connection and all its statements, and no other thread can reach any of them. `Connection` itself is `Send`, and SQLite
// is compiled in its serialized threading mode (<https://www.sqlite.org/threadsafe.html>).
unsafe impl Send for SqliteConnection {}

/// How a try ended.
pub enum Outcome<T> {
    /// It ran, well or not.
    Ran(Result<T>),
    /// Another process has the lock; nothing happened.
    Busy,
}

impl SqliteConnection {
    /// Takes over an open connection.
    pub fn new(connection: Connection) -> Self {
        connection.set_prepared_statement_cache_capacity(MAX_BUILT);
        Self(Cell::new(connection, |_| Fixed::default()))
    }

    /// Runs a statement without rows.
    pub fn execute(&mut self, statement: Statement<'_>, params: &[Param<'_>]) -> Outcome<Done> {
        self.run(statement, params, |prepared, connection| {
            let before = connection.total_changes();
            // Rows of a statement that has some (`RETURNING`, a pragma) are stepped over.
            if prepared.column_count() > 0 {
                let mut rows = prepared.raw_query();
                while rows.next()?.is_some() {}
            } else {
                prepared.raw_execute()?;
            }
            // Whatever changes no rows leaves the count of the statement before (https://www.sqlite.org/c3ref/changes.html).
            let rows = if connection.total_changes() == before { 0 } else { connection.changes() };
            Ok(Ok(Done { rows, last_insert_id: Some(connection.last_insert_rowid()) }))
        })
    }

    /// Runs a statement with rows.
    pub fn fetch(&mut self, statement: Statement<'_>, params: &[Param<'_>], sink: Sink<'_>) -> Outcome<()> {
        self.run(statement, params, |prepared, _| {
            let mut rows = prepared.raw_query();
            while let Some(row) = rows.next()? {
                if let Err(error) = sink(&mut SqliteRow(row)) {
                    return Ok(Err(error));
                }
            }
            Ok(Ok(()))
        })
    }

    /// Runs statements that take no parameters and give no rows.
    pub fn batch(&mut self, sql: &str) -> Outcome<()> {
        match self.0.borrow_owner().execute_batch(sql) {
            Err(error) if is_busy(&error) => Outcome::Busy,
            result => Outcome::Ran(result.map_err(error::translate)),
        }
    }

    /// Whether a transaction is open.
    pub fn in_transaction(&self) -> bool {
        !self.0.borrow_owner().is_autocommit()
    }

    fn run<T>(
        &mut self,
        statement: Statement<'_>,
        params: &[Param<'_>],
        run: impl FnOnce(&mut Prepared<'_>, &Connection) -> rusqlite::Result<Result<T>>,
    ) -> Outcome<T> {
        if let Err(refused) = refuse_if_ours(statement) {
            return Outcome::Ran(Err(refused));
        }
        let mut is_running = false;
        let run = |prepared: &mut Prepared<'_>, connection: &Connection| {
            is_running = true;
            run(prepared, connection)
        };
        let result = self.0.with_dependent_mut(|connection, fixed| {
            if statement.is_static() {
                let key = (statement.sql.as_ptr() as usize, statement.sql.len());
                if !fixed.contains_key(&key) {
                    if fixed.len() >= MAX_FIXED {
                        fixed.clear();
                    }
                    let prepared = connection.prepare(statement.sql)?;
                    fixed.insert(key, prepared);
                }
                match fixed.get_mut(&key) {
                    Some(prepared) => bind_and_run(prepared, connection, params, run),
                    // Inserted above.
                    None => Err(rusqlite::Error::InvalidQuery),
                }
            } else {
                let mut prepared = connection.prepare_cached(statement.sql)?;
                bind_and_run(&mut prepared, connection, params, run)
            }
        });
        match result {
            Ok(result) => Outcome::Ran(result),
            Err(error) if is_busy(&error) => Outcome::Busy,
            Err(error) => {
                let translated = match is_running {
                    true => error::of_running(statement.sql, error),
                    false => error::translate(error),
                };
                let explained = match translated.kind() {
                    Kind::ForeignKey => constraint::explain(self.0.borrow_owner(), statement, params, translated),
                    _ => error::resolve(statement, translated),
                };
                Outcome::Ran(Err(explained))
            }
        }
    }
}

fn bind_and_run<T>(
    prepared: &mut Prepared<'_>,
    connection: &Connection,
    params: &[Param<'_>],
    run: impl FnOnce(&mut Prepared<'_>, &Connection) -> rusqlite::Result<Result<T>>,
) -> rusqlite::Result<Result<T>> {
    match bind(prepared, params) {
        Ok(()) => run(prepared, connection),
        Err(error) => Ok(Err(error)),
    }
}

/// A hash of an address and a length: one multiplication each.
#[derive(Default)]
struct AddressHasher(u64);

impl Hasher for AddressHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_usize(usize::from(*byte));
        }
    }

    fn write_usize(&mut self, number: usize) {
        // The golden ratio's bits, as in Fibonacci hashing; the rotation brings the well-mixed bits down.
        self.0 = (self.0.rotate_left(26) ^ number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26);
    }
}
