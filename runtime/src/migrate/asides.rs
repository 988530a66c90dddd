//! What the migrations of a folder keep aside.

use std::path::Path;

use tablewright_schema::Dialect;
use tablewright_schema::migration::Migration;
use tablewright_schema::plan::aside;

use crate::error::Result;
use crate::snapshot;

/// What a statement begins with that purges.
const DROP: &str = "DROP TABLE ";

/// The migrations of a folder, in order.
pub(super) struct Asides(Vec<Migration>);

impl Asides {
    /// Reads them. What is no migration keeps nothing.
    ///
    /// # Errors
    /// Of kind `Config` if the folder cannot be read.
    pub(super) fn of(folder: &Path) -> Result<Self> {
        let files = snapshot::files(folder)?;
        Ok(Self(files.iter().filter_map(|(name, text)| Migration::parse(name, text).ok()).collect()))
    }

    /// Whether a table holds what was kept by this name when all of them have run: unless the last statement about it drops it.
    pub(super) fn hold(&self, name: &str) -> bool {
        let table = aside(name);
        let quoted = Dialect::ALL.map(|dialect| dialect.quoted(&table));
        let mut statements = self.0.iter().rev().flat_map(|own| own.up.all().collect::<Vec<_>>().into_iter().rev());
        let last = statements.find(|sql| quoted.iter().any(|table| sql.contains(table)));
        let drops = |sql: &str| sql.get(..DROP.len()).is_some_and(|start| start.eq_ignore_ascii_case(DROP));
        last.is_some_and(|sql| !drops(sql))
    }

    /// The names by which something is kept, as the files say with this reason.
    pub(super) fn names(&self, reason: &str) -> Vec<&str> {
        let accepted = self.0.iter().flat_map(|own| &own.accepted);
        accepted.filter(|own| own.reason == reason).map(|own| own.of.as_str()).filter(|name| self.hold(name)).collect()
    }
}

#[cfg(test)]
mod tests {
    use tablewright_schema::migration::replacing;
    use tablewright_schema::plan::purge;

    use super::*;

    fn file(version: &str, up: &[&str]) -> Migration {
        let text = serde_json::json!({ "version": version, "name": "n", "up_sql": { "sqlite": up } }).to_string();
        Migration::parse("1.json", &text).unwrap()
    }

    #[test]
    fn the_last_statement_says_whether_something_is_held() {
        let table = Dialect::Sqlite.quoted(&aside("people.town"));
        let (make, fill) =
            (format!("CREATE TABLE {table} (a)"), format!("INSERT INTO {table} SELECT town FROM people"));
        let keep = file("1", &[&make, &fill, "ALTER TABLE people DROP COLUMN town"]);
        let purging = file("2", &[&purge("people.town", Dialect::Sqlite)]);
        let hold = |files: &[&Migration]| Asides(files.iter().copied().cloned().collect()).hold("people.town");
        assert!(!hold(&[]) && hold(&[&keep]) && !hold(&[&keep, &purging]));
        assert!(hold(&[&keep, &purging, &keep]));
        let both = replacing(&[keep.clone(), purging], "both", None).unwrap().1;
        let both = Migration::parse("2.json", &both).unwrap();
        assert!(!hold(&[&both]) && hold(&[&both, &keep]));
    }
}
