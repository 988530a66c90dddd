//! Rows by COPY in the binary format: a third faster than arrays, and more particular.
//!
//! A COPY takes the bytes of a value for those of the column's own type and converts nothing, passes rules over, and is
//! refused where policies for rows apply (<https://www.postgresql.org/docs/current/sql-copy.html>). Whether an INSERT would
//! have done the same is therefore asked each time, after one row was added by INSERT: until the transaction ends, the lock
//! that this took keeps the table as the answer describes it.

use super::bind::write_sized;
use super::connection::PostgresConnection;
use super::many::Insert;
use super::types;
use crate::driver::backend::Scope;
use crate::driver::{Operation, ProductName, Statement};
use crate::error::Result;
use crate::param::Param;
use crate::row::Row;

/// The most rows of one COPY: more gain nothing, and a limit on the time of a statement is not to meet them all together.
const MAX_ROWS: usize = 50_000;
/// About how many bytes are sent at once; up to twice as many at the end, for what is sent behind a small message waits
/// until that is acknowledged, 40 ms (<https://github.com/launchbadge/sqlx/issues/4335>).
const CHUNK: usize = 64 << 10;
/// Signature, flags, and the length of an extension that is not there.
const HEADER: &[u8; 19] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";
/// Stands where the next row would have the number of its columns.
const TRAILER: [u8; 2] = (-1_i16).to_be_bytes();

/// A table and its columns that a COPY fills.
pub struct Target<'s> {
    /// The table with its columns, as the statement has them.
    text: &'s str,
    table: &'s str,
    columns: Vec<&'s str>,
}

impl<'s> Target<'s> {
    /// That of an INSERT. `None` if its names are not all quoted and plain, as those of a DAO are.
    pub fn of(insert: &Insert<'s>) -> Option<Self> {
        let text = insert.head.strip_prefix("INSERT INTO ")?;
        let (table, columns) = text.strip_suffix(')')?.split_once(" (")?;
        let columns = columns.split(", ").map(plain).collect::<Option<Vec<_>>>()?;
        plain(table)?;
        (columns.len() == insert.types.len()).then_some(Self { text, table, columns })
    }

    /// Whether a COPY does here what the INSERT does. One row must have been added by it in the same transaction.
    ///
    /// The answer may be older than the lock unless each statement sees what was committed before it.
    ///
    /// # Errors
    /// Those of the connection.
    pub async fn is_filled_alike(&self, connection: &mut PostgresConnection, insert: &Insert<'_>) -> Result<bool> {
        // Of the others that speak the protocol it is not known what their COPY does.
        if connection.product.name != ProductName::Postgres {
            return Ok(false);
        }
        let mut is_alike = false;
        let read = &mut |row: &mut dyn Row| {
            is_alike = row.bool(0)?;
            Ok(())
        };
        let sql = self.question(insert);
        let question = Statement::built(&sql, Operation::Select);
        connection.fetch(question, &[], Scope::Session, read).await?;
        Ok(is_alike)
    }

    fn question(&self, insert: &Insert<'_>) -> String {
        let count = self.columns.len();
        let columns = self.columns.iter().zip(&insert.types).flat_map(|(column, pg_type)| {
            let varchar = (*pg_type == types::TEXT).then_some(types::VARCHAR);
            [Some(pg_type.oid), varchar].into_iter().flatten().map(move |oid| format!("('{column}', {oid})"))
        });
        let columns = columns.collect::<Vec<_>>().join(", ");
        format!(
            "SELECT current_setting('transaction_isolation') = 'read committed' \
             AND t.relkind IN ('r', 'p') AND NOT t.relhasrules AND NOT row_security_active(t.oid) \
             AND {count} = (SELECT count(*) FROM pg_catalog.pg_attribute c WHERE c.attrelid = t.oid \
             AND c.attidentity <> 'a' AND c.attgenerated = '' AND (c.attname, c.atttypid) IN ({columns})) \
             FROM pg_catalog.pg_class t WHERE t.oid = to_regclass('{}')",
            self.table
        )
    }

    /// Adds rows, and says how many were added.
    ///
    /// # Errors
    /// Those of the statement; rows before a value that cannot be sent have been added.
    pub async fn fill(
        &self,
        connection: &mut PostgresConnection,
        statement: Statement<'_>,
        rows: &[Vec<Param<'_>>],
    ) -> Result<u64> {
        let mut added = 0;
        for part in rows.chunks(MAX_ROWS) {
            let sql = format!("COPY {} FROM STDIN (FORMAT binary)", self.text);
            added += connection.copy(sql, Chunks { rows: part, at: Some(0) }, statement).await?;
        }
        Ok(added)
    }
}

/// The name in quotes, if it is one that needs none.
fn plain(quoted: &str) -> Option<&str> {
    let name = quoted.strip_prefix('"')?.strip_suffix('"')?;
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_').then_some(name)
}

/// Rows as they are sent, each of them written once.
struct Chunks<'r, 'p> {
    rows: &'r [Vec<Param<'p>>],
    /// The row that comes next; none after the trailer.
    at: Option<usize>,
}

impl Iterator for Chunks<'_, '_> {
    type Item = Result<Vec<u8>>;

    fn next(&mut self) -> Option<Result<Vec<u8>>> {
        let start = self.at.take()?;
        // The row that makes it full goes over.
        let mut chunk = Vec::with_capacity(2 * CHUNK + CHUNK / 4);
        if start == 0 {
            chunk.extend_from_slice(HEADER);
        }
        for (index, row) in self.rows.iter().enumerate().skip(start) {
            let bytes = chunk.len();
            if bytes >= CHUNK && (self.rows.len() - index) * (bytes / (index - start)) >= CHUNK {
                self.at = Some(index);
                return Some(Ok(chunk));
            }
            if let Err(error) = write_row(row, &mut chunk) {
                return Some(Err(error));
            }
        }
        chunk.extend_from_slice(&TRAILER);
        Some(Ok(chunk))
    }
}

fn write_row(row: &[Param<'_>], buffer: &mut Vec<u8>) -> Result<()> {
    // No table has more columns than 1,600.
    buffer.extend_from_slice(&(row.len() as u16).to_be_bytes());
    row.iter().try_for_each(|param| write_sized(param, buffer))
}
