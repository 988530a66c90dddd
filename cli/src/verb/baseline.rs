//! `baseline`: adopts a database that has the tables already.

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value};
use tablewright::Database;

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
use crate::subject::Subject;

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
    #[serde(flatten)]
    subject: Subject,
    version: String,
}

impl Baseline {
    pub async fn run(&self, context: &mut Context<'_>) -> Result<Adopted> {
        let (home, json) = (context.home, context.json);
        let look = async |db: &Database, name: &str| {
            known(Some(&self.version), &states(&home.migrator(&self.folder, db, json)?).await?)?;
            let what =
                format!("migrations up to `{}` count as applied in `{name}`, and none of them runs", self.version);
            confirm::typed(&what, name, self.yes)
        };
        let (opened, ()) = home.open_or_make(&self.database, look).await?;
        let migrator = self.running.set(home.migrator(&self.folder, &opened.db, json)?);
        migrator.baseline(&self.version).await?;
        let subject = Subject::of(&opened);
        opened.db.close().await?;
        Ok(Adopted { subject, version: self.version.clone() })
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
        self.subject.show(screen);
        screen.say(Tone::Good, format_args!("{} is adopted at {}", self.subject.name(), self.version));
    }
}
