//! One hash for all that a user made in a database.

use tablewright_schema::migration::checksum;

use super::read::rows;
use crate::error::Result;
use crate::executor::Executor;

/// A hash of all that a user made in the database: tables, columns with defaults and comments, constraints, indexes, views,
/// triggers, routines. Two that are equal mean that no statement in between changed any of it; rows, statistics and the
/// next number of a column are no part of it. It takes a few queries, whatever the number of tables.
///
/// # Errors
/// Those of the database.
pub async fn state(executor: &dyn Executor) -> Result<String> {
    let mut lines = Vec::new();
    for (number, query) in executor.dialect().state().iter().enumerate() {
        let rows = rows(executor, query).await?;
        lines.extend(rows.iter().map(|row| format!("{number}\u{1}{}", row.join("\u{1}"))));
    }
    // No engine promises an order of rows.
    lines.sort_unstable();
    Ok(checksum::of_text(&lines.join("\n")))
}
