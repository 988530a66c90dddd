//! `diff`: what differs between two states of the tables.

use std::fs;
use std::path::Path;

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value};
use tablewright::drift;
use tablewright::schema::TableDef;
use tablewright::schema::diff::diff;
use tablewright::schema::snapshot::{FILE, Snapshot};

use super::Context;
use crate::build::SchemaOptions;
use crate::changes::{self, Difference};
use crate::database::DatabaseOptions;
use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::home::FolderOptions;
use crate::report::{Report, members};
use crate::screen::{Screen, Tone};

const SNAPSHOT: &str = "snapshot";
const STRUCTS: &str = "structs";
const DATABASE: &str = "database";

/// Shows what has to happen so that one state of the tables becomes another.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  cargo tablewright diff
  cargo tablewright diff --from old/schema.json --to snapshot
  cargo tablewright diff --from old/schema.json --to new/schema.json --json
  cargo tablewright diff --from database --to snapshot --database app.db

A state is `snapshot` (as the last migration left the tables), `structs` (as they are in the code), `database` (what is
there; only as --from), or the path of a schema.json. Ends with 0 if there is no difference, with 1 if there is one.")]
pub struct Diff {
    /// The state before
    #[arg(long, value_name = "STATE", default_value = SNAPSHOT)]
    from: String,
    /// The state after
    #[arg(long, value_name = "STATE", default_value = STRUCTS)]
    to: String,
    #[command(flatten)]
    schema: SchemaOptions,
    #[command(flatten)]
    folder: FolderOptions,
    #[command(flatten)]
    database: DatabaseOptions,
}

/// What differs.
#[derive(Debug, Serialize)]
pub struct Differences {
    from: String,
    to: String,
    differences: Vec<Difference>,
}

impl Diff {
    pub async fn run(&self, context: &mut Context<'_>) -> Result<Differences> {
        let needs = |state: &str| self.from == state || self.to == state;
        let (structs, snapshot) = if needs(STRUCTS) {
            let (declared, folder) = context.home.schema_and_folder(&self.schema, &self.folder, context.json)?;
            (declared.tables, folder.snapshot().tables.clone())
        } else if needs(SNAPSHOT) {
            (Vec::new(), context.home.migrations(&self.folder, context.json)?.snapshot().tables.clone())
        } else {
            (Vec::new(), Vec::new())
        };
        let state = |name: &str| -> Result<Vec<TableDef>> {
            match name {
                STRUCTS => Ok(structs.clone()),
                SNAPSHOT => Ok(snapshot.clone()),
                path => read(Path::new(path)),
            }
        };
        if self.to == DATABASE {
            return Err(Failure::usage(format!("`{DATABASE}` is what is there: say it with --from")));
        }
        let to = state(&self.to)?;
        let changes = if self.from == DATABASE {
            let opened = context.home.open(&self.database).await?;
            let changes = drift::changes(&opened.db, &to).await?;
            opened.db.close().await?;
            changes
        } else {
            diff(&state(&self.from)?, &to)
        };
        let differences = changes.into_iter().map(Difference::from).collect();
        Ok(Differences { from: self.from.clone(), to: self.to.clone(), differences })
    }
}

/// A snapshot by its path, or by that of its folder.
fn read(path: &Path) -> Result<Vec<TableDef>> {
    let path = if path.is_dir() { path.join(FILE) } else { path.to_owned() };
    let shown = path.display().to_string();
    let text = fs::read_to_string(&path).map_err(|error| {
        Failure::usage(format!(
            "`{shown}` is no state: expected `{SNAPSHOT}`, `{STRUCTS}`, or a file that is there: {error}"
        ))
    })?;
    Ok(Snapshot::parse(&shown, &text).map_err(|fault| Failure::usage(fault.to_string()))?.tables)
}

impl Report for Differences {
    fn exit(&self) -> Exit {
        if self.differences.is_empty() { Exit::Fine } else { Exit::Found }
    }

    fn json(&self) -> Map<String, Value> {
        members(self)
    }

    fn show(&self, screen: &mut Screen) {
        if self.differences.is_empty() {
            screen.say(Tone::Good, format_args!("no difference between {} and {}", self.from, self.to));
        } else {
            changes::show(&self.differences, screen);
        }
    }
}
