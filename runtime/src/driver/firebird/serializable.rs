//! Transactions that are as if one ran after the other: what they see was committed while nobody else could write.
//!
//! `SNAPSHOT TABLE STABILITY` by itself is less. It locks a table when that is first touched, and sees it as it was when the
//! transaction began: what others committed in between stays unseen, and is no conflict.

use std::fmt::Write;
use std::ops::Range;
use std::time::{Duration, Instant};

use firebird_wire::{Connection, IsolationLevel, Transaction, TransactionBuilder, Value};

use super::error;
use crate::error::{Kind, Result};

/// Tables with rows of several connections, in the order in which they were made: who writes along the references locks them
/// in the same. Not those of migrations, which a runner locks for as long as it runs.
const TABLES: &str = "SELECT TRIM(TRAILING FROM RDB$RELATION_NAME) FROM RDB$RELATIONS \
                      WHERE COALESCE(RDB$SYSTEM_FLAG, 0) = 0 AND COALESCE(RDB$RELATION_TYPE, 0) = 0 \
                      AND RDB$RELATION_NAME NOT STARTING WITH 'tablewright_migration' ORDER BY RDB$RELATION_ID";
/// How many tables a statement locks.
const AT_ONCE: usize = 100;

/// How long a lock is waited for before all are given back, in seconds, at first: the fewest there can be, for who stands behind
/// this one waits as long. Each time it is twice as long, for where somebody always writes only who stands in the queue gets in.
const TRY: i32 = 1;
/// How long they are given back for, in milliseconds.
const PAUSE: Range<u64> = 10..100;

/// Begins one that writes, when nobody else does. It gives up at the first lock that is not free in time when as much time as
/// `writes` has for one is over.
///
/// # Errors
/// Of kind `Busy` if it is not.
pub fn begin(wire: &mut Connection, writes: &TransactionBuilder) -> Result<Transaction> {
    let seconds = writes.lock_timeout.unwrap_or(TRY);
    let end = Instant::now() + Duration::from_secs(seconds.unsigned_abs().into());
    let mut patience = TRY;
    loop {
        match attempt(wire, patience.min(seconds)) {
            Err(error) if error.kind() == Kind::Busy && Instant::now() < end => {
                std::thread::sleep(Duration::from_millis(fastrand::u64(PAUSE)));
                patience = patience.saturating_mul(2);
            }
            begun => return begun,
        }
    }
}

/// A first transaction locks all tables against writers, and `RDB$RELATIONS` before them, so that none is added. The one that is
/// given begins under these locks and gets the same: within a connection they do not wait for those who stand in the queue. It
/// does not wait for locks, for who else has one is also serializable, and the two would wait for each other.
fn attempt(wire: &mut Connection, seconds: i32) -> Result<Transaction> {
    let guard = wire.begin_with(&stable().lock_timeout(seconds)).map_err(error::plain)?;
    let begun = begin_under(wire, &guard);
    let ended = guard.rollback(wire).map_err(error::plain);
    let tx = begun?;
    match ended {
        Ok(()) => Ok(tx),
        Err(error) => {
            // The connection has ended, and the transaction with it.
            tx.rollback(wire).ok();
            Err(error)
        }
    }
}

fn begin_under(wire: &mut Connection, guard: &Transaction) -> Result<Transaction> {
    take(wire, guard, &[lock(&["RDB$RELATIONS".to_owned()])])?;
    let locks: Vec<_> = tables(wire)?.chunks(AT_ONCE).map(lock).collect();
    take(wire, guard, &locks)?;
    let tx = wire.begin_with(&stable().no_wait()).map_err(error::plain)?;
    match take(wire, &tx, &locks) {
        Ok(()) => Ok(tx),
        Err(error) => {
            // The first error says more.
            tx.rollback(wire).ok();
            Err(error)
        }
    }
}

fn stable() -> TransactionBuilder {
    TransactionBuilder::new().isolation(IsolationLevel::SnapshotTableStability)
}

fn take(wire: &mut Connection, tx: &Transaction, locks: &[String]) -> Result<()> {
    locks.iter().try_for_each(|lock| wire.exec_immediate(Some(tx), lock).map_err(error::plain))
}

/// Those that are there now: the guard sees what was there when it began.
fn tables(wire: &mut Connection) -> Result<Vec<String>> {
    let now = TransactionBuilder::new().isolation(IsolationLevel::ReadCommittedReadConsistency).read_only();
    let tx = wire.begin_with(&now).map_err(error::plain)?;
    let tables = listed(wire, &tx).map_err(error::plain);
    let ended = tx.commit(wire).map_err(error::plain);
    let tables = tables?;
    ended.map(|()| tables)
}

fn listed(wire: &mut Connection, tx: &Transaction) -> firebird_wire::Result<Vec<String>> {
    let mut statement = wire.prepare(tx, TABLES)?;
    statement.execute(wire, tx, &[])?;
    let mut tables = Vec::new();
    while let Some(row) = statement.fetch(wire)? {
        tables.extend(row.values().first().and_then(Value::as_str).map(str::to_owned));
    }
    statement.drop_statement(wire)?;
    Ok(tables)
}

/// Looks for a row in each that is not there: a condition that no row can fulfil would keep Firebird 5 from opening the table.
/// What the user may not read is left out.
fn lock(tables: &[String]) -> String {
    let mut sql = "EXECUTE BLOCK AS DECLARE found INTEGER; BEGIN".to_owned();
    for table in tables {
        let (name, text) = (table.replace('"', "\"\""), table.replace('\'', "''"));
        let look = format!("SELECT 1 FROM \"{name}\" WHERE RDB$DB_KEY = MAKE_DBKEY('{text}', 0)").replace('\'', "''");
        let _ = write!(sql, " BEGIN EXECUTE STATEMENT '{look}' INTO :found; WHEN GDSCODE no_priv DO BEGIN END END");
    }
    sql.push_str(" END");
    sql
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_quoted_twice() {
        let sql = lock(&["O'Neill \"x\"".to_owned()]);
        let look = r#"'SELECT 1 FROM "O''Neill ""x""" WHERE RDB$DB_KEY = MAKE_DBKEY(''O''''Neill "x"'', 0)'"#;
        assert!(sql.contains(look), "{sql}");
    }
}
