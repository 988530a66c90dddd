//! Plans as the files of migrations, which the migrator runs.

use serde_json::json;
use tablewright::migrate::Run;
use tablewright::{Database, Error, Migrator};
use tablewright_schema::dialect::render;
use tablewright_schema::model::TableDef;
use tablewright_schema::plan::{Plan, Sample};
use tablewright_schema::{Dialect, order};

/// The migrations of a case: `000` is nothing, `001` makes the tables, `002` and so on change them.
pub struct Files(Vec<(String, String)>);

impl Files {
    /// Tables, and plans for what becomes of them: there and, where there is one, back.
    ///
    /// # Panics
    /// If the dialect does not take the tables.
    pub fn new(dialect: Dialect, tables: &[TableDef], plans: &[(&Plan, Option<&Plan>)]) -> Self {
        let rendered: Vec<_> = tables
            .iter()
            .map(|def| (def, render(def, dialect).unwrap_or_else(|wrong| panic!("{wrong:?}")).0))
            .collect();
        let nothing = Plan::default();
        let make = Plan { statements: order::create(&rendered), ..Plan::default() };
        let unmake = Plan { statements: order::drop(&rendered), ..Plan::default() };
        let first = [(&nothing, Some(&nothing)), (&make, Some(&unmake))];
        let file = |(n, (up, down)): (usize, &(&Plan, Option<&Plan>))| {
            let version = format!("{n:03}");
            let dependencies: Vec<String> = n.checked_sub(1).map(|before| format!("{before:03}")).into_iter().collect();
            let asked = up.preflight.iter().map(|question| {
                let mut asked = json!({ "sql": question.sql, "message": question.message });
                match &question.sample {
                    Sample::Count => {}
                    Sample::Keys { columns, sql } => asked["keys"] = json!({ "columns": columns, "sql": sql }),
                    Sample::Withheld(why) => asked["no_keys"] = why.as_str().into(),
                }
                asked
            });
            let mut text = json!({
                "version": version, "name": version, "dependencies": dependencies, "up_sql": up.statements,
                // As the tool writes them: an engine that needs no statement has an empty list.
                "changes": [{ "verb": "change", "table": "those of the case" }],
                "preflight": { dialect.name(): asked.collect::<Vec<_>>() },
            });
            if up.apart {
                text["transaction"] = json!({ dialect.name(): false });
            }
            if let Some(down) = down {
                text["down_sql"] = json!(down.statements);
                text["way_back"] = crate::way_back::exact();
            }
            (format!("{version}.json"), text.to_string())
        };
        Self(first.iter().chain(plans).enumerate().map(file).collect())
    }

    fn on<'a>(&self, db: &'a Database) -> Migrator<'a> {
        Migrator::new(db, self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))).expect("migrations")
    }

    /// There.
    ///
    /// # Errors
    /// Those of the migrator.
    pub async fn migrate(&self, db: &Database, version: &str) -> Result<Vec<Run>, Error> {
        self.on(db).migrate_to(version).await
    }

    /// Back.
    ///
    /// # Errors
    /// Those of the migrator.
    pub async fn rollback(&self, db: &Database, version: &str) -> Result<Vec<Run>, Error> {
        self.on(db).rollback_to_version(version).await
    }
}
