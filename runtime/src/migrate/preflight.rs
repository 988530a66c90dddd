//! The rows are asked whether they fit, before anything is touched.

use tablewright_schema::migration::Migration;

use super::event::{Event, Observers, Place};
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::handwritten::HandwrittenSql;

/// Asks all questions; all that are not answered well are told at once.
pub(super) async fn ask(
    executor: &impl Executor,
    migration: &Migration,
    place: &Place<'_>,
    observers: &Observers,
) -> Result<()> {
    let dialect = executor.dialect();
    let own = migration.preflight.iter().filter(|(of, _)| *of == dialect);
    let mut wrong = Vec::new();
    for question in own.flat_map(|(_, questions)| questions) {
        let counts = executor.fetch_sql(&question.sql, &[], |row| row.get::<i64>(0)).await?;
        let rows: i64 = counts.iter().sum();
        observers.tell(&Event::Asked { place: *place, question: &question.message, rows });
        if rows > 0 {
            wrong.push(format!("{rows} times: {}", question.message));
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    let message = format!(
        "migration `{}`: the rows do not fit, and nothing was touched: {}",
        migration.version,
        wrong.join("; ")
    );
    Err(Error::new(Kind::Usage, message))
}
