//! One hash for all that a user made in a database, and two around what a statement names.

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
    Ok(checksum::of_text(&lines(executor).await?.join("\n")))
}

/// The same in two: of what tells of objects with these names, and of everything else.
pub(crate) async fn around(executor: &dyn Executor, names: &[String]) -> Result<[String; 2]> {
    let names: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    let is_named = |line: &String| {
        let line = line.to_lowercase();
        let mut words = line.split(|c: char| !(c.is_alphanumeric() || c == '_'));
        words.any(|word| names.iter().any(|name| name == word))
    };
    let (named, others): (Vec<String>, Vec<String>) = lines(executor).await?.into_iter().partition(is_named);
    Ok([named, others].map(|lines| checksum::of_text(&lines.join("\n"))))
}

/// What the catalog tells, in an order that no engine promises.
async fn lines(executor: &dyn Executor) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for (number, query) in executor.dialect().state().iter().enumerate() {
        let rows = rows(executor, query).await?;
        lines.extend(rows.iter().map(|row| format!("{number}\u{1}{}", row.join("\u{1}"))));
    }
    lines.sort_unstable();
    Ok(lines)
}
