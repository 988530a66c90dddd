//! `migrate`: runs the migrations that are pending.

use std::time::Duration;

use clap::Args;
use tablewright::schema::migration::ENVIRONMENTS;
use tablewright::{Database, Migrator};

use super::Context;
use crate::confirm;
use crate::database::DatabaseOptions;
use crate::failure::Result;
use crate::home::FolderOptions;
use crate::journal::Journal;
use crate::progress::Progress;
use crate::ran::{Ran, known, states, told};
use crate::subject::Subject;

/// The most seconds that every engine counts in milliseconds.
const LONGEST: u64 = i32::MAX as u64 / 1_000;

/// Runs the migrations that are pending, each once, in the order of their dependencies.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  cargo tablewright migrate --database app.db
  cargo tablewright migrate --to 002_001_000
  cargo tablewright migrate --config database.json --connection production --environment production --yes

What takes rows or values away for good (`plan` shows it) is confirmed by typing the database's name, or with --yes.
Ends with 0 if all of it is done, with 3 if nothing was touched, with 4 if some of it took effect.")]
pub struct Migrate {
    #[command(flatten)]
    database: DatabaseOptions,
    #[command(flatten)]
    folder: FolderOptions,
    /// Up to this version; everything if absent
    #[arg(long, value_name = "VERSION")]
    to: Option<String>,
    /// Without asking, also if rows or values are taken away for good
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    running: Running,
}

/// The options of everything that runs statements.
#[derive(Debug, Clone, Args)]
pub struct Running {
    /// Without the migrations that are not for this environment; otherwise all run, also those for development alone
    #[arg(long, value_name = "NAME", value_parser = ENVIRONMENTS)]
    environment: Option<String>,
    /// How long to wait for another runner, in seconds; 60 if absent
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(0..=LONGEST))]
    lock_wait: Option<u64>,
    /// How long a statement waits for a lock, in seconds; 5 if absent
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=LONGEST))]
    lock_timeout: Option<u64>,
    /// How long a statement runs, in seconds; an hour if absent
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=LONGEST))]
    statement_timeout: Option<u64>,
    /// Who the history says it was; otherwise the user and the process
    #[arg(long, value_name = "NAME")]
    applied_by: Option<String>,
}

impl Migrate {
    pub async fn run(&self, context: &mut Context<'_>) -> Result<Ran> {
        let (home, json) = (context.home, context.json);
        let look = async |db: &Database, _: &str| {
            let before = states(&self.running.set(home.migrator(&self.folder, db, json)?)).await?;
            known(self.to.as_deref(), &before)?;
            Ok(before)
        };
        let (opened, before) = home.open_or_make(&self.database, look).await?;
        let migrator = self.running.set(home.migrator(&self.folder, &opened.db, json)?);
        let journal = Journal::default();
        let migrator = migrator.observe(Progress::new(json)).observe(journal.clone());
        let losing = migrator.losses(self.to.as_deref()).await?;
        if !losing.is_empty() && !opened.is_new {
            confirm::typed(&what_goes(&losing, &opened.name), &opened.name, self.yes)?;
        }
        let ran = match &self.to {
            None => migrator.migrate_to_latest().await,
            Some(version) => migrator.migrate_to(version).await,
        };
        let subject = Subject::of(&opened);
        told(&migrator, &subject, &journal, before, ran).await?;
        opened.db.close().await?;
        Ok(Ran::new(subject, &journal))
    }
}

/// What is asked before rows or values are taken away.
fn what_goes(losing: &[(String, Vec<String>)], database: &str) -> String {
    let each = losing.iter().map(|(version, lost)| format!("`{}` (migration `{version}`)", lost.join("`, `")));
    format!("this takes away for good, in `{database}`: {}", each.collect::<Vec<_>>().join(", "))
}

impl Running {
    /// Whether an environment is named.
    pub const fn is_for_one(&self) -> bool {
        self.environment.is_some()
    }

    pub fn set<'a>(&self, mut migrator: Migrator<'a>) -> Migrator<'a> {
        if let Some(name) = &self.environment {
            migrator = migrator.environment(name);
        }
        if let Some(seconds) = self.lock_wait {
            migrator = migrator.lock_wait(Duration::from_secs(seconds));
        }
        if let Some(seconds) = self.lock_timeout {
            migrator = migrator.lock_timeout(Duration::from_secs(seconds));
        }
        if let Some(seconds) = self.statement_timeout {
            migrator = migrator.statement_timeout(Duration::from_secs(seconds));
        }
        if let Some(name) = &self.applied_by {
            migrator = migrator.applied_by(name);
        }
        migrator
    }
}
