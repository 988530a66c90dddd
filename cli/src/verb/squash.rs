//! `squash`: puts one migration in place of several.

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value};
use tablewright::migrate::MigrationFolder;
use tablewright::schema::suggest;

use super::Context;
use crate::confirm;
use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::home::FolderOptions;
use crate::report::{Report, members};
use crate::screen::{Screen, Tone};

/// Puts one migration in place of all up to a version. It has the version of the last of them, and lists what it replaces.
///
/// A database that has all of those has the new one, one that has none runs it, and one that has some is told to finish
/// first with a program that still knows them.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  cargo tablewright squash --to 003_000_000 \"The first year\"
  cargo tablewright squash --to 003_000_000 \"The first year\" --from-tables --yes

The files that are replaced are removed: it is confirmed by typing the version, or with --yes.
Ends with 0 if it is written, with 2 if no migration has the version or the folder is faulty, with 3 if nothing was touched:
they cannot be one, or nobody confirmed it.")]
pub struct Squash {
    /// What the new one is called
    #[arg(value_name = "NAME")]
    name: String,
    /// The last version that is replaced
    #[arg(long, value_name = "VERSION")]
    to: String,
    /// With the statements that create the tables of the snapshot, in place of those of the replaced migrations: what was
    /// written by hand, rows for instance, is not in it then
    #[arg(long)]
    from_tables: bool,
    /// Without asking
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    folder: FolderOptions,
}

/// What was put in place of what.
#[derive(Debug, Serialize)]
pub struct Squashed {
    path: String,
    version: String,
    replaced: Vec<String>,
}

impl Squash {
    pub fn run(&self, context: &mut Context<'_>) -> Result<Squashed> {
        let folder = context.home.migrations(&self.folder, context.json)?;
        in_index(&self.to, &folder)?;
        let parts = folder.up_to(&self.to)?;
        let replaced: Vec<String> = parts.into_iter().map(|part| part.version).collect();
        let what = format!("this removes the files of migrations {} and writes one", replaced.join(", "));
        confirm::typed(&what, &self.to, self.yes)?;
        let path = folder.squash(&self.to, &self.name, self.from_tables)?;
        Ok(Squashed { path: path.display().to_string(), version: self.to.clone(), replaced })
    }
}

/// Refuses a version that the folder does not have: it is a slip of the finger.
pub fn in_index(version: &str, folder: &MigrationFolder) -> Result<()> {
    let versions = folder.snapshot().migrations.iter().map(|entry| entry.version.as_str());
    if versions.clone().any(|known| known == version) {
        return Ok(());
    }
    Err(Failure::usage(format!("no migration has version `{version}`; {}", suggest::help(version, versions))))
}

impl Report for Squashed {
    fn exit(&self) -> Exit {
        Exit::Fine
    }

    fn json(&self) -> Map<String, Value> {
        members(self)
    }

    fn show(&self, screen: &mut Screen) {
        screen.say(Tone::Good, format_args!("wrote {}", self.path));
        screen.line(format_args!("it replaces {}", self.replaced.join(", ")));
    }
}
