//! `resolve`: says what became of the statement in which a runner died.

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value};
use tablewright::migrate::Effect;

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

/// Says what became of the statement in which a runner died, so that the next run can go on.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  cargo tablewright resolve 002_001_000 --took-effect --database app.db
  cargo tablewright resolve 002_001_000 --no-effect --database app.db

`status` says which migration was cut off; look at the database before you answer. It is confirmed by typing the database's
name, or with --yes.
Ends with 0 if it is settled, with 2 if no migration has the version, with 3 if nothing was touched: it was not cut off, a
runner is at work, or nobody confirmed it.")]
pub struct Resolve {
    /// The migration that was cut off
    #[arg(value_name = "VERSION")]
    version: String,
    #[command(flatten)]
    answer: Answer,
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

/// One of the two has to be said.
#[derive(Debug, Clone, Args)]
#[group(required = true, multiple = false)]
struct Answer {
    /// The statement took effect: the next run goes on behind it
    #[arg(long)]
    took_effect: bool,
    /// It did not: the next run tries it again
    #[arg(long)]
    no_effect: bool,
}

/// What was settled.
#[derive(Debug, Serialize)]
pub struct Resolved {
    database: String,
    version: String,
    took_effect: bool,
    /// `there` or `back`: what goes on now.
    #[serde(skip_serializing_if = "Option::is_none")]
    way: Option<&'static str>,
}

impl Resolve {
    pub async fn run(&self, context: &mut Context<'_>) -> Result<Resolved> {
        let opened = context.home.open(&self.database).await?;
        let migrator = self.running.set(context.home.migrator(&self.folder, &opened.db, context.json)?);
        let states = states(&migrator).await?;
        known(Some(&self.version), &states)?;
        let way = states.iter().find(|state| state.version == self.version).and_then(|state| state.way);
        let took_effect = self.answer.took_effect;
        let effect = if took_effect { "took effect" } else { "had no effect" };
        let what =
            format!("the history of `{}` will say that the statement of `{}` {effect}", opened.name, self.version);
        confirm::typed(&what, &opened.name, self.yes)?;
        migrator.resolve(&self.version, if took_effect { Effect::Took } else { Effect::None }).await?;
        opened.db.close().await?;
        Ok(Resolved { database: opened.name, version: self.version.clone(), took_effect, way })
    }
}

impl Report for Resolved {
    fn exit(&self) -> Exit {
        Exit::Fine
    }

    fn json(&self) -> Map<String, Value> {
        members(self)
    }

    fn show(&self, screen: &mut Screen) {
        let next = if self.took_effect { "behind that statement" } else { "with that statement" };
        let (way, verb) = if self.way == Some("back") { ("the way back of ", "rollback") } else { ("", "migrate") };
        screen.say(Tone::Good, format_args!("{way}{} can go on {next}: {verb} does", self.version));
    }
}
