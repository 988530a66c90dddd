//! One statement for many rows: a batch.

use std::borrow::Cow;

use firebird_wire::batch::{Batch, BatchOptions};
use firebird_wire::message::message_buffer_len;
use firebird_wire::wire::consts::sql_type;
use firebird_wire::{ColumnMeta, Connection, Transaction};

use super::bind::{bind, blob_bytes};
use super::error;
use super::statement::{Prepared, Statements};
use crate::driver::command::Command;
use crate::driver::{Done, Operation};
use crate::error::Result;
use crate::param;

/// Fewer rows than this are not worth a batch.
const SMALL: usize = 3;
/// The bytes of rows, and those of blobs, that a batch gathers before it is sent. The server takes 16 MB of both
/// (<https://firebirdsql.github.io/jaybird-manual/jaybird_manual.html#ref-batch-server-batch-buffer-size>); a row with more goes without a batch.
const BATCH_BYTES: usize = 8 << 20;
/// The most rows of a batch.
const BATCH_ROWS: usize = 5_000;

/// Runs a statement without rows.
pub fn run(
    prepared: &mut Prepared,
    wire: &mut Connection,
    tx: &Transaction,
    command: &Command,
    params: &[param::Value],
) -> Result<Done> {
    prepared.start(wire, tx, params, command.statement())?;
    if adds_one_row(command) {
        return Ok(Done { rows: 1, last_insert_id: None });
    }
    prepared.finish(wire).map_err(|error| error::translate(error, command.statement()))
}

/// Whether it is a table's own INSERT of one list of values: without an error the row is there, and the server need not be asked
/// for a count, which would be one more way there and back.
fn adds_one_row(command: &Command) -> bool {
    command.is_static && command.statement().operation == Operation::Insert
}

/// A statement for each list: as a batch, or one by one where that is shorter or there cannot be one.
pub fn many(
    wire: &mut Connection,
    statements: &mut Statements,
    tx: &Transaction,
    command: &Command,
    lists: &[Vec<param::Value>],
) -> Result<Done> {
    let prepared = statements.prepared(wire, tx, command)?;
    if lists.len() > SMALL
        && prepared.columns().is_empty()
        && wire.supports_batch()
        && let Some(sql) = batchable(command.sql(), prepared.params())
    {
        let sql = sql.into_owned();
        return batch(wire, prepared, tx, command, &sql, lists);
    }
    let mut rows = 0;
    for params in lists {
        rows += run(prepared, wire, tx, command, params)?.rows;
    }
    Ok(Done { rows, last_insert_id: None })
}

fn batch(
    wire: &mut Connection,
    prepared: &mut Prepared,
    tx: &Transaction,
    command: &Command,
    sql: &str,
    lists: &[Vec<param::Value>],
) -> Result<Done> {
    let failed = |error| error::translate(error, command.statement());
    let mut batch = wire.create_batch_with(tx, sql, BatchOptions::new()).map_err(failed)?;
    let columns = batch.params().to_vec();
    let width = usize::try_from(message_buffer_len(&columns)).unwrap_or(usize::MAX).max(1);
    let most = (BATCH_BYTES / width).clamp(1, BATCH_ROWS);
    let mut run_all = || {
        let (mut rows, mut gathered) = (0, 0);
        for params in lists {
            let blobs = blob_bytes(&columns, params);
            if gathered == most || (gathered > 0 && batch.blob_stream_len() + blobs > BATCH_BYTES) {
                rows += send(&mut batch, wire, tx, command)?;
                gathered = 0;
            }
            if blobs > BATCH_BYTES {
                rows += run(prepared, wire, tx, command, params)?.rows;
                continue;
            }
            let values = bind(&columns, params, &mut |bytes| batch.add_blob(bytes).map_err(failed))?;
            batch.add_ref(&values).map_err(failed)?;
            gathered += 1;
        }
        if gathered > 0 {
            rows += send(&mut batch, wire, tx, command)?;
        }
        Ok(Done { rows, last_insert_id: None })
    };
    let result = run_all();
    // If it fails the connection is broken, which the result or the next statement tells.
    batch.close(wire).ok();
    result
}

/// Runs what a batch has gathered, and says how many rows that changed.
fn send(batch: &mut Batch, wire: &mut Connection, tx: &Transaction, command: &Command) -> Result<u64> {
    let result = batch.execute(wire, tx).map_err(|error| error::translate(error, command.statement()))?;
    match result.errors.first() {
        Some(error) => Err(error::translate(error.error.clone().into(), command.statement())),
        None => Ok(result.total_affected()),
    }
}

/// The text that a batch can be made of.
///
/// firebird-wire 0.1.16 tells the server of two bytes too few for a parameter with a time zone, and the server refuses the
/// batch (`isc_dsql_sqlda_err`). So the instant is sent without its zone; the session's, which it then gets, is UTC.
fn batchable<'s>(sql: &'s str, params: &[ColumnMeta]) -> Option<Cow<'s, str>> {
    let is_instant = |param: &ColumnMeta| {
        matches!(sql_type::base(param.sql_type), sql_type::TIMESTAMP_TZ | sql_type::TIMESTAMP_TZ_EX)
    };
    if !params.iter().any(is_instant) {
        return Some(Cow::Borrowed(sql));
    }
    let (head, list) = sql.split_once(" VALUES (")?;
    let is_plain = list.strip_suffix(')')? == vec!["?"; params.len()].join(", ");
    let values = params.iter().map(|param| if is_instant(param) { "CAST(? AS TIMESTAMP)" } else { "?" });
    is_plain.then(|| Cow::Owned(format!("{head} VALUES ({})", values.collect::<Vec<_>>().join(", "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_sent_without_their_zone() {
        let column = |sql_type| ColumnMeta { sql_type, ..ColumnMeta::default() };
        let params = [column(sql_type::INT64), column(sql_type::TIMESTAMP_TZ + 1)];
        let text = |sql| batchable(sql, &params).map(Cow::into_owned);
        assert_eq!(
            text("INSERT INTO T (A, B) VALUES (?, ?)").as_deref(),
            Some("INSERT INTO T (A, B) VALUES (?, CAST(? AS TIMESTAMP))")
        );
        assert_eq!(text("UPDATE T SET A = ? WHERE B = ?"), None);
        assert_eq!(text("INSERT INTO T (A, B, C) VALUES (?, ?, 'x')"), None);
        let update = "UPDATE T SET A = ?";
        assert_eq!(batchable(update, &params[..1]).as_deref(), Some(update));
    }
}
