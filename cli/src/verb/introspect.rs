//! `introspect`: Rust structs of the tables of a database.

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value};
use tablewright::drift;

use super::Context;
use crate::database::DatabaseOptions;
use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::report::{Report, members};
use crate::screen::Screen;

/// Prints Rust source of the tables of a database: structs, enumerations, and a `schema!`.
///
/// What the language of attributes has no words for is said in comments. An engine does not tell everything: which texts
/// are times, which UUIDs the client makes, what is personal.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  cargo tablewright introspect --database app.db > src/tables.rs
  cargo tablewright introspect Library --config database.json --connection production --json

Then `baseline` adopts the database, and `verify --structs` compares.
Ends with 0 if they are printed.")]
pub struct Introspect {
    /// What the schema is called
    #[arg(value_name = "NAME", default_value = "Database")]
    name: String,
    #[command(flatten)]
    database: DatabaseOptions,
}

/// What is there.
#[derive(Debug, Serialize)]
pub struct Introspected {
    database: String,
    source: String,
    tables: Vec<Table>,
}

#[derive(Debug, Serialize)]
struct Table {
    name: String,
    /// What the struct does not say, a sentence each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
}

impl Introspect {
    pub async fn run(&self, context: &mut Context<'_>) -> Result<Introspected> {
        let letters = self.name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !letters || self.name.starts_with(|c: char| c.is_ascii_digit()) {
            return Err(Failure::usage(format!("`{}` is no name of a struct", self.name)));
        }
        let opened = context.home.open(&self.database).await?;
        let found = drift::introspect(&opened.db, &self.name).await?;
        opened.db.close().await?;
        let tables =
            found.tables.into_iter().map(|table| Table { name: table.def.name.to_string(), notes: table.notes });
        Ok(Introspected { database: opened.name, source: found.source, tables: tables.collect() })
    }
}

impl Report for Introspected {
    fn exit(&self) -> Exit {
        Exit::Fine
    }

    fn json(&self) -> Map<String, Value> {
        members(self)
    }

    fn show(&self, screen: &mut Screen) {
        screen.line(self.source.trim_end());
    }
}
