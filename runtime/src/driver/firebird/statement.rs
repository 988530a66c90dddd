//! The statements that a connection keeps prepared, and how one of them runs.

use std::collections::HashMap;

use firebird_wire::wire::consts::stmt_type;
use firebird_wire::{ColumnMeta, Connection, Statement as WireStatement, Transaction, Value};

use super::bind::bind;
use super::error;
use super::row::{Column, Columns, Holds};
use crate::driver::command::{Command, in_statement};
use crate::driver::thread::lost;
use crate::driver::words::{first_word, is_in, ours};
use crate::driver::{Done, Operation, Statement};
use crate::error::Result;
use crate::param;

/// The most static statements a connection keeps; beyond them it starts anew, so that memory has an end.
const MAX_FIXED: usize = 1024;
/// The most built statements a connection keeps, the least recently used going first.
const MAX_BUILT: usize = 64;

/// A prepared statement.
pub struct Prepared {
    wire: WireStatement,
    columns: Columns,
}

/// The prepared statements of a connection.
#[derive(Default)]
pub struct Statements {
    fixed: HashMap<String, Prepared>,
    /// The most recently used is the last.
    built: Vec<(String, Prepared)>,
    /// The text of the one whose cursor is to be closed.
    open: Option<String>,
}

/// The first words of statements that change the schema.
const DDL: [&str; 7] = ["CREATE", "ALTER", "DROP", "RECREATE", "COMMENT", "GRANT", "REVOKE"];

/// Whether a statement changes the schema.
pub fn is_ddl(statement: Statement<'_>) -> bool {
    match statement.operation {
        Operation::Ddl => true,
        Operation::Select | Operation::Insert | Operation::Upsert | Operation::Update | Operation::Delete => false,
        Operation::Other => is_in(&DDL, first_word(statement.sql)),
    }
}

/// Whether a statement that changes the schema changes something that is there.
pub fn changes_tables(statement: Statement<'_>) -> bool {
    is_ddl(statement) && !is_in(&["CREATE", "COMMENT"], first_word(statement.sql))
}

impl Statements {
    /// The statement, prepared now or before.
    pub fn prepared(&mut self, wire: &mut Connection, tx: &Transaction, command: &Command) -> Result<&mut Prepared> {
        if command.is_static {
            if !self.fixed.contains_key(command.sql()) {
                if self.fixed.len() >= MAX_FIXED {
                    self.forget(wire);
                }
                let prepared = prepare(wire, tx, command)?;
                self.fixed.insert(command.sql().to_owned(), prepared);
            }
            return self.fixed.get_mut(command.sql()).ok_or_else(lost);
        }
        let kept = match self.built.iter().position(|(sql, _)| sql == command.sql()) {
            Some(position) => self.built.remove(position),
            None => {
                if self.built.len() >= MAX_BUILT {
                    self.built.remove(0).1.free(wire);
                }
                (command.sql().to_owned(), prepare(wire, tx, command)?)
            }
        };
        self.built.push(kept);
        self.built.last_mut().map(|(_, prepared)| prepared).ok_or_else(lost)
    }

    /// Remembers that the cursor of a statement is to be closed.
    pub fn close_later(&mut self, command: &Command) {
        self.open = Some(command.sql().to_owned());
    }

    /// Closes the cursor that was remembered.
    pub fn close(&mut self, wire: &mut Connection) -> firebird_wire::Result<()> {
        let Some(sql) = self.open.take() else { return Ok(()) };
        let built = self.built.iter_mut().rev().filter(|(text, _)| *text == sql).map(|(_, prepared)| prepared);
        self.fixed.get_mut(&sql).into_iter().chain(built).try_for_each(|prepared| prepared.close(wire))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.fixed.is_empty() && self.built.is_empty()
    }

    /// Frees all of them on the server too: a prepared statement holds on to its tables, so that nobody can change them.
    pub fn forget(&mut self, wire: &mut Connection) {
        let built = self.built.drain(..).map(|(_, prepared)| prepared);
        for prepared in self.fixed.drain().map(|(_, prepared)| prepared).chain(built) {
            prepared.free(wire);
        }
    }

    /// Lets go of all of them, without the server, which has forgotten them.
    pub fn abandon(&mut self) {
        let built = self.built.drain(..).map(|(_, prepared)| prepared);
        // The crate would complain on stderr that they were not freed.
        self.fixed.drain().map(|(_, prepared)| prepared).chain(built).for_each(std::mem::forget);
    }
}

fn prepare(wire: &mut Connection, tx: &Transaction, command: &Command) -> Result<Prepared> {
    let prepared = wire.prepare(tx, command.sql()).map_err(|error| error::preparing(error, command.statement()))?;
    let columns = prepared.columns().iter().map(Column::new).collect();
    let prepared = Prepared { wire: prepared, columns };
    if matches!(prepared.wire.stmt_type(), stmt_type::START_TRANS | stmt_type::COMMIT | stmt_type::ROLLBACK) {
        prepared.free(wire);
        return Err(ours());
    }
    Ok(prepared)
}

impl Prepared {
    /// What its rows have in common.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// What it takes.
    pub fn params(&self) -> &[ColumnMeta] {
        self.wire.params()
    }

    /// Starts it.
    pub fn start(
        &mut self,
        wire: &mut Connection,
        tx: &Transaction,
        params: &[param::Value],
        statement: Statement<'_>,
    ) -> Result<()> {
        let values = bind(self.wire.params(), params, &mut |bytes| {
            wire.write_blob(tx, bytes).map_err(|error| error::translate(error, statement))
        });
        let values = values.map_err(|error| in_statement(error, statement))?;
        self.wire.execute_ref(wire, tx, &values).map_err(|error| error::translate(error, statement))
    }

    /// The next row, with the content of its blobs.
    pub fn next(&mut self, wire: &mut Connection, tx: &Transaction) -> firebird_wire::Result<Option<Vec<Value>>> {
        let Some(row) = self.wire.fetch(wire)? else { return Ok(None) };
        let mut values = row.into_values();
        for (value, column) in values.iter_mut().zip(self.columns.iter()) {
            if let Value::Blob(id) = *value {
                let bytes = wire.read_blob(tx, id)?;
                *value = match column.holds {
                    Holds::Bytes => Value::Bytes(bytes),
                    Holds::Text => Value::Text(wire.charset().decode_owned(bytes)),
                };
            }
        }
        Ok(Some(values))
    }

    /// Steps over what rows there are, and says how many were changed.
    pub fn finish(&mut self, wire: &mut Connection) -> firebird_wire::Result<Done> {
        let changes = match self.wire.stmt_type() {
            stmt_type::INSERT | stmt_type::UPDATE | stmt_type::DELETE | stmt_type::EXEC_PROCEDURE => {
                self.wire.rows_affected(wire)?.total_modified()
            }
            _ => 0,
        };
        self.close(wire)?;
        Ok(Done { rows: changes, last_insert_id: None })
    }

    /// Closes its cursor, if it has one.
    pub fn close(&mut self, wire: &mut Connection) -> firebird_wire::Result<()> {
        self.wire.close(wire)
    }

    fn free(self, wire: &mut Connection) {
        // If it fails the connection is broken, which the next statement tells.
        self.wire.drop_statement(wire).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_the_schema_is_seen() {
        let is_ddl = |sql| is_ddl(Statement::built(sql, Operation::Other));
        for sql in ["create table t (a int)", " /* a */ -- b\n DROP TABLE t", "COMMENT ON TABLE t IS 'x'"] {
            assert!(is_ddl(sql), "{sql}");
        }
        for sql in ["", "UPDATE t SET a = 1", "-- drop", "/* create", "CREATES"] {
            assert!(!is_ddl(sql), "{sql}");
        }
    }
}
