//! `repair`: takes the file of a migration as it was edited.

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value};

use super::Context;
use crate::exit::Exit;
use crate::failure::Result;
use crate::home::FolderOptions;
use crate::report::{Report, members};
use crate::screen::{Screen, Tone};

/// Takes the file of a migration as it was edited: its checksum is written anew, there and in the index.
///
/// For one that no database has yet: one that has it refuses the file from then on.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  cargo tablewright repair --file 001_002_000
  cargo tablewright repair --file 001_002_000 --migrations migrations --json")]
pub struct Repair {
    /// The version of the migration
    #[arg(long, value_name = "VERSION")]
    file: String,
    #[command(flatten)]
    folder: FolderOptions,
}

/// What was mended.
#[derive(Debug, Serialize)]
pub struct Repaired {
    /// The version; absent if there was nothing to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    mended: Option<String>,
}

impl Repair {
    pub fn run(&self, context: &mut Context<'_>) -> Result<Repaired> {
        let is_changed = context.home.migrations(&self.folder)?.take_anew(&self.file)?;
        Ok(Repaired { mended: is_changed.then(|| self.file.clone()) })
    }
}

impl Report for Repaired {
    fn exit(&self) -> Exit {
        Exit::Fine
    }

    fn json(&self) -> Map<String, Value> {
        members(self)
    }

    fn show(&self, screen: &mut Screen) {
        match &self.mended {
            Some(version) => screen.say(Tone::Good, format_args!("the checksum of {version} is taken anew")),
            None => screen.line("nothing to do: the file is as it was written"),
        }
    }
}
