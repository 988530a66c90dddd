//! The engine's catalog, asked.

use tablewright_schema::catalog::{self, Query, Source, Table};
use tablewright_schema::dialect::catalog::Scope;

use crate::driver::{Operation, Statement};
use crate::error::Result;
use crate::executor::Executor;

/// All tables of a database as its engine's own catalog tells them, in order of their names: those of the schema in which
/// the connection makes tables.
///
/// # Errors
/// Those of the database.
pub async fn read(executor: &dyn Executor) -> Result<Vec<Table>> {
    let dialect = executor.dialect();
    match dialect.catalog(Scope::Own) {
        Source::Rows(queries) => all(executor, &queries).await,
        Source::StatementEach { names, statement } => {
            let mut all = Vec::new();
            for name in rows(executor, &names).await?.iter().flatten() {
                all.extend(rows(executor, &statement(name)).await?);
            }
            Ok(catalog::from_statements(dialect, &all))
        }
        Source::Statements(query) => Ok(catalog::from_statements(dialect, &rows(executor, &query).await?)),
    }
}

/// A temporary table of the session.
pub(super) async fn temporary(executor: &dyn Executor, name: &str) -> Result<Option<Table>> {
    let dialect = executor.dialect();
    let tables = match dialect.catalog(Scope::Temporary) {
        Source::Rows(queries) => all(executor, &queries).await?,
        Source::StatementEach { statement, .. } => {
            catalog::from_statements(dialect, &rows(executor, &statement(name)).await?)
        }
        Source::Statements(query) => catalog::from_statements(dialect, &rows(executor, &query).await?),
    };
    Ok(tables.into_iter().find(|table| table.name == name))
}

async fn all(executor: &dyn Executor, queries: &[Query]) -> Result<Vec<Table>> {
    let mut all = Vec::new();
    for query in queries {
        all.push(rows(executor, query).await?);
    }
    Ok(catalog::from_rows(executor.dialect(), &all))
}

/// The rows of a query, all texts.
pub(super) async fn rows(executor: &dyn Executor, query: &Query) -> Result<Vec<Vec<String>>> {
    let mut rows = Vec::new();
    let statement = Statement::built(&query.sql, Operation::Select);
    let mut sink = |row: &mut dyn crate::Row| {
        let texts = (0..query.columns).map(|column| Ok(row.get::<Option<String>>(column)?.unwrap_or_default()));
        rows.push(texts.collect::<Result<Vec<String>>>()?);
        Ok(())
    };
    executor.fetch(statement, &[], &mut sink).await?;
    Ok(rows)
}
