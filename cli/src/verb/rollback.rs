//! `rollback`: takes back what was applied after a version.

use clap::Args;
use tablewright::Migrator;

use super::Context;
use super::migrate::Running;
use crate::confirm;
use crate::database::DatabaseOptions;
use crate::failure::Result;
use crate::home::FolderOptions;
use crate::journal::Journal;
use crate::progress::Progress;
use crate::ran::{Ran, known, states, told};
use crate::subject::Subject;

/// Takes back what was applied after a version, last one first, by the ways back that the history kept.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  cargo tablewright rollback --to 001_001_000 --database app.db
  cargo tablewright rollback --to 001_001_000 --give-up people.town --yes
  cargo tablewright rollback --all --database app.db

It is confirmed by typing the database's name, or with --yes, and so is what a way back loses that was written by hand. What
was added since and would be lost otherwise has to be given up by name; the rows are asked first.
Ends with 0 if all of it is done, with 3 if nothing was touched, with 4 if some of it took effect.")]
pub struct Rollback {
    #[command(flatten)]
    target: Target,
    /// A table or column of which what was added since may be lost: people.town
    #[arg(long, value_name = "TABLE[.COLUMN]")]
    give_up: Vec<String>,
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
struct Target {
    /// The version that remains
    #[arg(long, value_name = "VERSION")]
    to: Option<String>,
    /// Nothing remains: the first one is taken back too
    #[arg(long)]
    all: bool,
}

impl Rollback {
    pub async fn run(&self, context: &mut Context<'_>) -> Result<Ran> {
        let opened = context.home.open(&self.database).await?;
        let mut migrator = self.running.set(context.home.migrator(&self.folder, &opened.db, context.json)?);
        for name in &self.give_up {
            migrator = migrator.give_up(name);
        }
        let journal = Journal::default();
        let mut migrator = migrator.observe(Progress::new(context.json)).observe(journal.clone());
        let before = states(&migrator).await?;
        let to = self.target.to.as_deref();
        known(to, &before)?;
        let applied = migrator.get_applied_migrations().await?;
        let back: Vec<String> = applied
            .iter()
            .rev()
            .take_while(|row| to != Some(row.version.as_str()))
            .map(|row| format!("`{}` {}", row.version, row.name))
            .collect();
        // What cannot be taken back the migrator refuses, and says why.
        if !back.is_empty() && (self.target.all || back.len() < applied.len()) {
            let mut what =
                format!("this takes back {} in `{}`, and what was stored since", back.join(", "), opened.name);
            let unknown = migrator.unknown_losses(to).await?;
            if !unknown.is_empty() {
                let of = unknown.join("`, `");
                what.push_str(&format!("; the way back of `{of}` was written by hand, and what it loses is not known"));
            }
            confirm::typed(&what, &opened.name, self.yes)?;
            migrator = unknown.into_iter().fold(migrator, Migrator::give_up);
        }
        let ran = match to {
            Some(version) => migrator.rollback_to_version(version).await,
            None => migrator.rollback_all().await,
        };
        let subject = Subject::of(&opened);
        told(&migrator, &subject, &journal, before, ran).await?;
        opened.db.close().await?;
        Ok(Ran::new(subject, &journal))
    }
}
