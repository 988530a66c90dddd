//! `migrate`: runs the migrations that are pending.

use std::time::Duration;

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value, json};
use tablewright::Migrator;
use tablewright::migrate::{Progress as Reached, Run, Status};
use tablewright::schema::migration::ENVIRONMENTS;
use tablewright::schema::suggest;

use super::Context;
use super::status::{recorded, word};
use crate::database::DatabaseOptions;
use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::home::FolderOptions;
use crate::progress::Progress;
use crate::report::{Report, members};
use crate::screen::{Screen, Tone};

/// The most seconds that every engine counts in milliseconds.
const LONGEST: u64 = i32::MAX as u64 / 1_000;

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

/// What ran.
#[derive(Debug, Serialize)]
pub struct Ran {
    database: String,
    /// Whether its file was made.
    #[serde(rename = "made", skip_serializing_if = "std::ops::Not::not")]
    is_new: bool,
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
        let opened = context.home.open_or_make(&self.database).await?;
        let migrator = self.running.set(context.home.migrator(&self.folder, &opened.db, context.json)?);
        let migrator = migrator.observe(Progress::new(context.json));
        let before = states(&migrator).await?;
        known(self.to.as_deref(), &before)?;
        let ran = match &self.to {
            None => migrator.migrate_to_latest().await,
            Some(version) => migrator.migrate_to(version).await,
        };
        let runs = told(&migrator, before, ran).await?;
        opened.db.close().await?;
        Ok(Ran { is_new: opened.is_new, ..Ran::new(opened.name, runs) })
    }
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

/// How a migration stands, and how far it came.
#[derive(Debug, PartialEq, Eq)]
pub struct State {
    version: String,
    standing: &'static str,
    reached: Option<(Reached, i32)>,
}

impl State {
    fn json(&self) -> Value {
        let mut value = json!({ "version": self.version, "standing": self.standing });
        // Of one that is done it says nothing.
        if let Some((_, step)) = self.reached.as_ref().filter(|(state, _)| *state != Reached::Applied) {
            value["statements"] = (*step).into();
        }
        value
    }
}

/// How every migration stands.
pub async fn states(migrator: &Migrator<'_>) -> Result<Vec<State>> {
    let state = |status: Status| State {
        standing: word(&status.standing),
        reached: recorded(&status.standing).map(|row| (row.state, row.step)),
        version: status.version,
    };
    Ok(migrator.status().await?.into_iter().map(state).collect())
}

/// Refuses a version that neither the files nor the database have: it is a slip of the finger.
pub fn known(version: Option<&str>, states: &[State]) -> Result<()> {
    let Some(version) = version.filter(|version| states.iter().all(|state| state.version != *version)) else {
        return Ok(());
    };
    let help = suggest::help(version, states.iter().map(|state| &*state.version));
    Err(Failure::usage(format!("no migration has version `{version}`; {help}")))
}

/// What ran; or, if something failed, whether anything took effect.
pub async fn told(migrator: &Migrator<'_>, before: Vec<State>, ran: tablewright::Result<Vec<Run>>) -> Result<Vec<Run>> {
    let error = match ran {
        Ok(runs) => return Ok(runs),
        Err(error) => error,
    };
    // What cannot be asked any more may well have been touched.
    let Ok(after) = states(migrator).await else {
        return Err(Failure { exit: Exit::Failed, ..Failure::from(error) });
    };
    if after == before {
        return Err(Failure::from(error));
    }
    let changed = after.iter().filter(|state| !before.contains(state));
    let changed: Vec<Value> = changed.map(State::json).collect();
    let done = Some(json!({ "changed": changed }));
    Err(Failure { exit: Exit::Failed, done, ..Failure::from(error) })
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
        Self { database, is_new: false, runs: runs.into_iter().map(done).collect() }
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
        if self.is_new {
            screen.line(format_args!("{} is new: there was no such file", self.database));
        }
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
