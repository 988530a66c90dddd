//! `repair`: explains what is wrong with a history or a folder, and mends what is named.

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value};
use tablewright::Migrator;
use tablewright::migrate::Ailment;

use super::Context;
use super::migrate::Running;
use crate::confirm;
use crate::database::DatabaseOptions;
use crate::exit::Exit;
use crate::failure::{Failure, Result, in_options};
use crate::home::FolderOptions;
use crate::ran::{known, states};
use crate::report::{Report, members};
use crate::screen::{Screen, Tone};

/// Explains what is wrong with the history of a database, and mends what is named; or takes a file that was edited.
///
/// Nothing is mended by itself, and no statement of a migration runs.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  cargo tablewright repair --database app.db
  cargo tablewright repair --realign 001_002_000 --database app.db
  cargo tablewright repair --forget 002_001_000 --database app.db --yes
  cargo tablewright repair --file 001_002_000

Ends with 0 if nothing is wrong or it was mended, with 1 if something is wrong, with 2 if no migration has the version, with 3
if nothing was touched.")]
pub struct Repair {
    #[command(flatten)]
    mending: Mending,
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

/// One thing at a time.
#[derive(Debug, Clone, Args)]
#[group(multiple = false)]
struct Mending {
    /// The file of this applied migration was changed on purpose: the history takes its checksum and its way back
    #[arg(long, value_name = "VERSION")]
    realign: Option<String>,
    /// The history is right as it is up to this version and at it, although it was changed by hand
    #[arg(long, value_name = "VERSION")]
    relink: Option<String>,
    /// This migration was begun, there or back, what it did is undone, and it shall begin anew
    #[arg(long, value_name = "VERSION")]
    forget: Option<String>,
    /// The file of this migration was edited or written by hand before any database has it: its checksum is taken anew, and the
    /// index lists it; no database is needed
    #[arg(long, value_name = "VERSION")]
    file: Option<String>,
}

/// What is wrong, and what was mended.
#[derive(Debug, Serialize)]
pub struct Repaired {
    #[serde(skip_serializing_if = "Option::is_none")]
    database: Option<String>,
    /// The version that was mended; absent if there was nothing to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    mended: Option<String>,
    ailments: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    /// `broken_chain`, `lost_end`, `changed_file`, `unfinished`, `unknown` or `partly`.
    kind: &'static str,
    version: String,
    message: String,
}

impl From<Ailment> for Row {
    fn from(ailment: Ailment) -> Self {
        let message = in_options(&ailment.to_string());
        let (kind, version) = match ailment {
            Ailment::BrokenChain { version } => ("broken_chain", version),
            Ailment::LostEnd { version } => ("lost_end", version),
            Ailment::ChangedFile { version } => ("changed_file", version),
            Ailment::Unfinished { version, .. } => ("unfinished", version),
            Ailment::Unknown { version } => ("unknown", version),
            Ailment::Partly { version, .. } => ("partly", version),
            _ => ("other", String::new()),
        };
        Self { kind, version, message }
    }
}

impl Repair {
    pub async fn run(&self, context: &mut Context<'_>) -> Result<Repaired> {
        if let Some(version) = &self.mending.file {
            let taken = context.home.migrations(&self.folder, context.json)?.take_anew(version);
            // Whatever is wrong is the argument or the file.
            let is_changed = taken.map_err(|error| Failure::usage(error.to_string()))?;
            let mended = is_changed.then(|| version.clone());
            return Ok(Repaired { database: None, mended, ailments: Vec::new() });
        }
        let opened = context.home.open(&self.database).await?;
        let migrator = self.running.set(context.home.migrator(&self.folder, &opened.db, context.json)?);
        let Mending { realign, relink, forget, .. } = &self.mending;
        let named = realign.as_deref().or(relink.as_deref()).or(forget.as_deref());
        // A history that was changed by hand can be read by nothing but this.
        if let Ok(states) = states(&migrator).await {
            known(named, &states)?;
        }
        let mended = self.mend(&migrator, &opened.name).await?;
        let ailments = migrator.diagnose().await?.into_iter().map(Row::from).collect();
        opened.db.close().await?;
        Ok(Repaired { database: Some(opened.name), mended, ailments })
    }

    async fn mend(&self, migrator: &Migrator<'_>, name: &str) -> Result<Option<String>> {
        let Mending { realign, relink, forget, .. } = &self.mending;
        let confirmed =
            |what: &str| confirm::typed(&format!("this changes the history of `{name}`: {what}"), name, self.yes);
        if let Some(version) = realign {
            confirmed(&format!("`{version}` is taken as its file says"))?;
            return Ok(migrator.realign(version).await?.then(|| version.clone()));
        }
        if let Some(version) = relink {
            confirmed(&format!("what it says of `{version}` is declared right"))?;
            return Ok(migrator.relink(version).await?.then(|| version.clone()));
        }
        if let Some(version) = forget {
            confirmed(&format!("`{version}` is forgotten, as if it had never been begun"))?;
            migrator.forget(version).await?;
            return Ok(Some(version.clone()));
        }
        Ok(None)
    }
}

impl Report for Repaired {
    fn exit(&self) -> Exit {
        if self.ailments.is_empty() { Exit::Fine } else { Exit::Found }
    }

    fn json(&self) -> Map<String, Value> {
        members(self)
    }

    fn show(&self, screen: &mut Screen) {
        if let Some(version) = &self.mended {
            screen.say(Tone::Good, format_args!("{version} is mended"));
        }
        for Row { message, .. } in &self.ailments {
            screen.say(Tone::Bad, message);
        }
        if self.ailments.is_empty() && self.mended.is_none() {
            screen.say(Tone::Good, "nothing is wrong");
        }
    }
}
