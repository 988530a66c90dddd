//! A connection to a database: what else is known of it and asked of its thread.

use super::client::{Client, Identity};
use super::limits;
use crate::driver::backend::Scope;
use crate::driver::thread::ThreadConnection;
use crate::driver::{Done, Limits, Operation, Statement};
use crate::error::Result;

/// A connection to a database.
pub type OracleConnection = ThreadConnection<Client>;

impl OracleConnection {
    /// Has the server cancel what another connection does, which takes a right that few have
    /// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-SYSTEM.html>).
    pub async fn cancel(&self, other: &Identity) -> Result<Done> {
        let (id, serial) = other.session;
        let sql = format!("ALTER SYSTEM CANCEL SQL '{id}, {serial}'");
        self.execute(Statement::built(&sql, Operation::Ddl), &[], Scope::Alone).await
    }

    /// Keeps what changes the schema on this connection within limits, from now on.
    pub async fn limit(&self, limits: Limits) -> Result<()> {
        let sql = limits::setting(limits);
        self.execute(Statement::built(&sql, Operation::Ddl), &[], Scope::Alone).await.map(drop)
    }
}
