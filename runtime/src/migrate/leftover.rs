//! What a statement left behind that failed before, and is about to run again.

use crate::database::Database;
use crate::driver::{Operation, Statement};
use crate::error::Result;
use crate::executor::Executor;
use crate::handwritten::HandwrittenSql;

/// Drops it, if there is any: it would stand in the statement's way for ever.
pub(super) async fn dropped(db: &Database, sql: &str) -> Result<()> {
    let Some([question, drop]) = db.dialect().leftover(sql) else { return Ok(()) };
    let counts = db.fetch_sql(&question, &[], |row| row.get::<i64>(0)).await?;
    if counts.iter().sum::<i64>() > 0 {
        tracing::info!(statement = drop, "dropping what a statement left behind that failed");
        db.execute(Statement::built(&drop, Operation::Ddl), &[]).await?;
    }
    Ok(())
}
