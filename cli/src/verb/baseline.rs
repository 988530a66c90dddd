//! `baseline`: adopts a database that has the tables already.

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value};

use super::Context;
use super::migrate::Running;
use crate::confirm;
use crate::database::DatabaseOptions;
use crate::exit::Exit;
use crate::failure::Result;
use crate::home::FolderOptions;
use crate::ran::{known, states};
use crate::report::{Report, members};
use crate::screen::{Screen, Tone};

/// Adopts a database that has the tables already: the migrations up to a version count as applied, and none of them runs.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  cargo tablewright baseline 001_001_000 --database app.db
  cargo tablewright baseline 001_001_000 --config database.json --connection production

Nobody looks whether the tables are there: `verify` does. It is confirmed by typing the database's name, or with --yes.
Ends with 0 if it is adopted, with 2 if no migration has the version, with 3 if nothing was touched: it has a history, or nobody
confirmed it.")]
pub struct Baseline {
    /// The last version that the database has
    #[arg(value_name = "VERSION")]
    version: String,
    /// Without asking
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    database: DatabaseOptions,
    #[command(flatten)]
    folder: FolderOptions,
    #[command(flatten)]
    running: Running,
}

/// What was adopted.
#[derive(Debug, Serialize)]
pub struct Adopted {
    database: String,
    /// Whether its file was made.
    #[serde(rename = "made", skip_serializing_if = "std::ops::Not::not")]
    is_new: bool,
    version: String,
}

impl Baseline {
    pub async fn run(&self, context: &mut Context<'_>) -> Result<Adopted> {
        let opened = context.home.open_or_make(&self.database).await?;
        let migrator = self.running.set(context.home.migrator(&self.folder, &opened.db, context.json)?);
        known(Some(&self.version), &states(&migrator).await?)?;
        let what =
            format!("migrations up to `{}` count as applied in `{}`, and none of them runs", self.version, opened.name);
        confirm::typed(&what, &opened.name, self.yes)?;
        migrator.baseline(&self.version).await?;
        opened.db.close().await?;
        Ok(Adopted { database: opened.name, is_new: opened.is_new, version: self.version.clone() })
    }
}

impl Report for Adopted {
    fn exit(&self) -> Exit {
        Exit::Fine
    }

    fn json(&self) -> Map<String, Value> {
        members(self)
    }

    fn show(&self, screen: &mut Screen) {
        if self.is_new {
            screen.line(format_args!("{} is new: there was no such file", self.database));
        }
        screen.say(Tone::Good, format_args!("{} is adopted at {}", self.database, self.version));
    }
}
