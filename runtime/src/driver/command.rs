//! A statement on its way to the thread of a connection, with all that it needs there.

use tablewright_schema::TableDef;

use super::{Operation, Statement};
use crate::error::Error;
use crate::param::{Param, Value};

/// The statement.
pub struct Command {
    sql: String,
    /// Whether its text lives as long as the program.
    pub is_static: bool,
    /// Whether it only reads.
    pub is_read: bool,
    table: Option<&'static TableDef>,
    operation: Operation,
    params: Vec<Value>,
}

impl Command {
    /// Takes a statement with it.
    pub fn new(statement: Statement<'_>, params: &[Param<'_>]) -> Self {
        Self {
            sql: statement.sql.to_owned(),
            is_static: statement.is_static(),
            is_read: statement.is_read,
            table: statement.table,
            operation: statement.operation,
            params: owned(params),
        }
    }

    /// What an error may say of it.
    pub fn statement(&self) -> Statement<'_> {
        let statement = Statement::built(&self.sql, self.operation);
        match self.table {
            Some(table) => statement.on(table),
            None => statement,
        }
    }

    /// Its text.
    pub fn sql(&self) -> &str {
        &self.sql
    }

    /// Its parameters.
    pub fn params(&self) -> &[Value] {
        &self.params
    }
}

/// Parameters that outlive those they come from.
pub fn owned(params: &[Param<'_>]) -> Vec<Value> {
    params.iter().cloned().map(Param::into_owned).collect()
}

/// Names the table of a parameter that could not be bound, where the server did not.
pub fn in_statement(error: Error, statement: Statement<'_>) -> Error {
    match statement.table {
        Some(table) if error.constraint().is_some() => error.in_table(&table.name),
        Some(_) | None => error,
    }
}
