//! The functions of a program that its migrations name: what SQL alone cannot do to the rows.

use std::collections::BTreeMap;
use std::fmt;
use std::future::Future;
use std::sync::Arc;

use tablewright_schema::migration::{self, Migration};
use tablewright_schema::suggest;

use super::Migrator;
use super::run::usage;
use crate::driver::BoxFuture;
use crate::error::Result;
use crate::transaction::Transaction;

type Function = Arc<dyn Fn(Arc<Transaction>) -> BoxFuture<'static, Result<()>> + Send + Sync>;

/// Functions by name.
#[derive(Clone, Default)]
pub(super) struct Functions(BTreeMap<String, Function>);

impl fmt::Debug for Functions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}

impl Migrator<'_> {
    /// Registers the function that entries `rust: name` of `up_sql` and `down_sql` run, in the transaction of the migration,
    /// or in one with what is written down of it: all that it does with the transaction it is given happens once or not at all.
    /// Where a statement that changes the schema makes permanent what was before it (MySQL, MariaDB, Firebird, Oracle), such a
    /// statement is refused in it, and belongs into `up_sql`.
    ///
    /// ```
    /// # use tablewright::prelude::*;
    /// # use tablewright::{HandwrittenSql, Migrator};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> tablewright::Result<()> {
    /// let file = r#"{ "version": "001", "name": "towns", "up_sql": [
    ///     "CREATE TABLE people (name TEXT, town TEXT)", "INSERT INTO people VALUES ('Thabo', ' soweto')", "rust: tidy_towns"
    /// ] }"#;
    /// let db = Database::connect("sqlite::memory:").await?;
    /// let migrator = Migrator::new(&db, [("001.json", file)])?.function("tidy_towns", async |tx| {
    ///     for town in tx.fetch_sql("SELECT DISTINCT town FROM people", &[], |row| row.get::<String>(0)).await? {
    ///         let tidy = town.trim().to_uppercase();
    ///         tx.execute_sql("UPDATE people SET town = ? WHERE town = ?", &[tidy.as_str().into(), town.as_str().into()]).await?;
    ///     }
    ///     Ok(())
    /// });
    /// migrator.migrate_to_latest().await?;
    /// assert_eq!(db.fetch_sql("SELECT town FROM people", &[], |row| row.get::<String>(0)).await?, ["SOWETO"]);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// It runs again if its transaction was refused for a lock, so that what it does elsewhere must bear that. A migration
    /// whose function is not registered is an error before anything is touched, and so is a function that no migration names.
    #[must_use]
    pub fn function<R>(
        mut self,
        name: impl Into<String>,
        run: impl Fn(Arc<Transaction>) -> R + Send + Sync + 'static,
    ) -> Self
    where
        R: Future<Output = Result<()>> + Send + 'static,
    {
        self.functions.0.insert(name.into(), Arc::new(move |tx| Box::pin(run(tx))));
        self
    }

    /// Runs a function in a transaction, all of it or nothing.
    pub(super) async fn call(&self, tx: &Transaction, name: &str) -> Result<()> {
        let Some(function) = self.functions.0.get(name) else { return Err(usage(self.missing(name))) };
        tx.keep_whole();
        let unit = Arc::new(tx.begin().await?);
        function(Arc::clone(&unit)).await?;
        match Arc::try_unwrap(unit) {
            Ok(unit) => unit.commit().await,
            Err(_) => {
                Err(usage(format!("the function `{name}` kept its transaction: it has to give it back when it ends")))
            }
        }
    }

    /// Refuses ways that need a function that is not there, and functions that nobody needs.
    pub(super) fn knows_functions<'w>(&self, ways: impl Iterator<Item = (&'w str, &'w [String])>) -> Result<()> {
        let mut wrong = Vec::new();
        for (version, statements) in ways {
            let missing = statements.iter().filter_map(|entry| migration::function(entry));
            let missing = missing.filter(|name| !self.functions.0.contains_key(*name));
            wrong.extend(missing.map(|name| format!("migration `{version}`: {}", self.missing(name))));
        }
        for name in self.functions.0.keys() {
            let named: Vec<&str> = self.migrations.iter().flat_map(functions).collect();
            if !named.contains(&name.as_str()) {
                let help = match named.is_empty() {
                    true => "none names any".to_owned(),
                    false => suggest::help(name, named.iter().copied()),
                };
                wrong.push(format!("no migration names the function `{name}`; {help}"));
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(usage(wrong.join("; "))) }
    }

    fn missing(&self, name: &str) -> String {
        let help = suggest::closest(name, self.functions.0.keys().map(String::as_str));
        let help = help.map(|known| format!("; did you mean `{known}`, which is?")).unwrap_or_default();
        format!("the function `{name}` is not registered: give it to `Migrator::function`{help}")
    }
}

/// Every function that a migration names, in any dialect, there and back.
fn functions(migration: &Migration) -> impl Iterator<Item = &str> {
    let scripts = [Some(&migration.up), migration.down.as_ref()];
    scripts.into_iter().flatten().flat_map(|script| script.all()).filter_map(|entry| migration::function(entry))
}
