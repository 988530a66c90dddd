//! `migrate`: runs the migrations that are pending.

use std::time::Duration;

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value, json};
use tablewright::Migrator;
use tablewright::migrate::Run;

use super::Context;
use super::status::word;
use crate::database::DatabaseOptions;
use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::home::FolderOptions;
use crate::progress::Progress;
use crate::report::{Report, members};
use crate::screen::{Screen, Tone};

/// Runs the migrations that are pending, each once, in the order of their dependencies.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  cargo tablewright migrate --database app.db
  cargo tablewright migrate --to 002_001_000
  cargo tablewright migrate --config database.json --connection production --environment production

Ends with 0 if all of it is done, with 3 if nothing was touched, with 4 if some of it took effect.")]
pub struct Migrate {
    #[command(flatten)]
    database: DatabaseOptions,
    #[command(flatten)]
    folder: FolderOptions,
    /// Up to this version; everything if absent
    #[arg(long, value_name = "VERSION")]
    to: Option<String>,
    #[command(flatten)]
    running: Running,
}

/// The options of everything that runs statements.
#[derive(Debug, Clone, Args)]
pub struct Running {
    /// Without the migrations that are not for this environment
    #[arg(long, value_name = "NAME")]
    environment: Option<String>,
    /// How long to wait for another runner, in seconds; 60 if absent
    #[arg(long, value_name = "SECONDS")]
    lock_wait: Option<u64>,
    /// How long a statement waits for a lock, in seconds; 5 if absent
    #[arg(long, value_name = "SECONDS")]
    lock_timeout: Option<u64>,
    /// How long a statement runs, in seconds; an hour if absent
    #[arg(long, value_name = "SECONDS")]
    statement_timeout: Option<u64>,
    /// Who the history says it was; otherwise the user and the process
    #[arg(long, value_name = "NAME")]
    applied_by: Option<String>,
}

/// What ran.
#[derive(Debug, Serialize)]
pub struct Ran {
    database: String,
    runs: Vec<Done>,
}

#[derive(Debug, Serialize)]
struct Done {
    version: String,
    name: String,
    /// `there` or `back`.
    way: &'static str,
    duration_ms: u64,
    /// What became of the statement in which an earlier runner was cut off; absent if none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    settled: Option<Settled>,
}

#[derive(Debug, Serialize)]
struct Settled {
    /// The first is 1.
    statement: usize,
    /// Whether it had taken effect; otherwise it ran again.
    took_effect: bool,
}

impl Migrate {
    pub async fn run(&self, context: &mut Context<'_>) -> Result<Ran> {
        let opened = context.home.open(&self.database).await?;
        let migrator = self.running.set(context.home.migrator(&self.folder, &opened.db)?);
        let migrator = migrator.observe(Progress::new(context.json));
        let before = states(&migrator).await?;
        let ran = match &self.to {
            None => migrator.migrate_to_latest().await,
            Some(version) => migrator.migrate_to(version).await,
        };
        let runs = told(&migrator, before, ran).await?;
        opened.db.close().await?;
        Ok(Ran::new(opened.name, runs))
    }
}

impl Running {
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

/// How every migration stands, as words.
pub async fn states(migrator: &Migrator<'_>) -> Result<Vec<(String, &'static str)>> {
    let status = migrator.status().await?;
    Ok(status.into_iter().map(|status| (status.version, word(&status.standing))).collect())
}

/// What ran; or, if something failed, whether anything took effect.
pub async fn told(
    migrator: &Migrator<'_>,
    before: Vec<(String, &'static str)>,
    ran: tablewright::Result<Vec<Run>>,
) -> Result<Vec<Run>> {
    let error = match ran {
        Ok(runs) => return Ok(runs),
        Err(error) => error,
    };
    // What cannot be asked any more may well have been touched.
    let Ok(after) = states(migrator).await else {
        return Err(Failure::new(Exit::Failed, error.to_string()));
    };
    if after == before {
        return Err(Failure::new(Exit::Refused, error.to_string()));
    }
    let changed = after.iter().filter(|state| !before.contains(state));
    let changed: Vec<Value> =
        changed.map(|(version, standing)| json!({ "version": version, "standing": standing })).collect();
    let done = Some(json!({ "changed": changed }));
    Err(Failure { exit: Exit::Failed, message: error.to_string(), done })
}

impl Ran {
    pub fn new(database: String, runs: Vec<Run>) -> Self {
        let done = |run: Run| Done {
            version: run.version,
            name: run.name,
            way: if run.forward { "there" } else { "back" },
            duration_ms: u64::try_from(run.took.as_millis()).unwrap_or(u64::MAX),
            settled: run
                .settled
                .map(|settled| Settled { statement: settled.statement, took_effect: settled.took_effect }),
        };
        Self { database, runs: runs.into_iter().map(done).collect() }
    }
}

impl Report for Ran {
    fn exit(&self) -> Exit {
        Exit::Fine
    }

    fn json(&self) -> Map<String, Value> {
        members(self)
    }

    fn show(&self, screen: &mut Screen) {
        if self.runs.is_empty() {
            screen.line(format_args!("nothing to do in {}", self.database));
        }
        for Done { version, name, way, duration_ms, settled } in &self.runs {
            let word = if *way == "there" { "applied" } else { "taken back" };
            screen.say(Tone::Good, format_args!("{word} {version} {name} in {duration_ms} ms"));
            if let Some(Settled { statement, took_effect }) = settled {
                let what = if *took_effect { "had taken effect, and did not run again" } else { "ran again" };
                screen.line(format_args!("an earlier runner was cut off in statement {statement}, which {what}"));
            }
        }
    }
}
