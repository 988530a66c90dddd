//! What a statement left behind that failed before, and is about to run again.

use tablewright_schema::dialect::online::Leftover;

use crate::database::Database;
use crate::driver::Limits;
use crate::error::Result;
use crate::executor::Executor as _;
use crate::handwritten::HandwrittenSql;

/// Whether it left anything behind: then it had no effect of which something has to be kept.
pub(super) async fn is_there(db: &Database, sql: &str) -> Result<bool> {
    match db.dialect().leftover(sql) {
        Some(leftover) => is_left(db, &leftover).await,
        None => Ok(false),
    }
}

/// Drops it, if there is any: it would stand in the statement's way for ever. What the statement drops itself stays.
pub(super) async fn drop(db: &Database, sql: &str, limits: Limits) -> Result<()> {
    let Some(leftover) = db.dialect().leftover(sql) else { return Ok(()) };
    let Some(drop) = &leftover.drop else { return Ok(()) };
    if is_left(db, &leftover).await? {
        tracing::info!(statement = drop, "dropping what a statement left behind that failed");
        db.change(drop, limits).await?;
    }
    Ok(())
}

async fn is_left(db: &Database, leftover: &Leftover) -> Result<bool> {
    let counts = db.fetch_sql(&leftover.question, &[], |row| row.get::<i64>(0)).await?;
    Ok(counts.iter().sum::<i64>() > 0)
}
