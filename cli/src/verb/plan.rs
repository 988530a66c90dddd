//! `plan`: what would run in a database, found out without touching anything.

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::Context;
use super::migrate::Running;
use crate::database::DatabaseOptions;
use crate::exit::Exit;
use crate::failure::Result;
use crate::home::FolderOptions;
use crate::ran::{known, states};
use crate::report::{Report, members};
use crate::screen::{Screen, Tone};

/// Shows what `migrate` would run, and what the rows answer to its questions: nothing is touched.
///
/// What would be written for changes that have no migration yet `new --dry-run` shows.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  cargo tablewright plan --database app.db
  cargo tablewright plan --to 002_001_000 --config database.json --connection production --json

Ends with 0 if nothing would run, with 1 if something would, with 3 if rows are in its way.")]
pub struct Plan {
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

/// What would run.
#[derive(Debug, Serialize)]
pub struct Planned {
    database: String,
    /// Whether an environment was named.
    #[serde(skip)]
    is_for_one: bool,
    migrations: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    version: String,
    name: String,
    statements: Vec<String>,
    one_transaction: bool,
    /// Those that it is for; all if absent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    environments: Vec<String>,
    /// How long a statement waits for a lock, in milliseconds.
    lock_timeout_ms: u128,
    /// How long a statement runs, in milliseconds.
    statement_timeout_ms: u128,
    /// What it takes away for good; absent if nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    losses: Vec<String>,
    questions: Vec<Answer>,
}

#[derive(Debug, Serialize)]
struct Answer {
    question: String,
    /// Absent if it is known only after what runs before.
    #[serde(skip_serializing_if = "Option::is_none")]
    rows: Option<i64>,
    /// The primary keys of the first of them, a list of values each; absent if none are shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keys: Vec<Vec<String>>,
    /// The columns of that key.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    key: Vec<String>,
    /// Why no keys are shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    no_keys: Option<String>,
    /// What is said of them to people.
    #[serde(skip)]
    shown: String,
}

impl Plan {
    pub async fn run(&self, context: &mut Context<'_>) -> Result<Planned> {
        let opened = context.home.open(&self.database).await?;
        let migrator = self.running.set(context.home.migrator(&self.folder, &opened.db, context.json)?);
        known(self.to.as_deref(), &states(&migrator).await?)?;
        let planned = match &self.to {
            None => migrator.plan().await?,
            Some(version) => migrator.plan_to(version).await?,
        };
        opened.db.close().await?;
        let migrations = planned.into_iter().map(|planned| Row {
            version: planned.version,
            name: planned.name,
            statements: planned.statements,
            one_transaction: planned.is_one_transaction,
            environments: planned.environments,
            lock_timeout_ms: planned.lock_timeout.as_millis(),
            statement_timeout_ms: planned.statement_timeout.as_millis(),
            losses: planned.losses,
            questions: planned
                .questions
                .into_iter()
                .map(|own| Answer {
                    question: own.question,
                    rows: own.rows,
                    shown: own.sample.to_string(),
                    keys: own.sample.rows,
                    key: own.sample.columns,
                    no_keys: own.sample.withheld,
                })
                .collect(),
        });
        Ok(Planned { database: opened.name, is_for_one: self.running.is_for_one(), migrations: migrations.collect() })
    }
}

impl Answer {
    fn is_in_the_way(&self) -> bool {
        self.rows.is_some_and(|rows| rows > 0)
    }
}

impl Planned {
    /// What `migrate` would say of the rows.
    fn refusal(&self) -> Option<String> {
        let is_refused = |row: &&Row| row.questions.iter().any(Answer::is_in_the_way);
        let refused: Vec<String> =
            self.migrations.iter().filter(is_refused).map(|row| format!("`{}`", row.version)).collect();
        let versions = refused.join(", ");
        (!refused.is_empty()).then(|| format!("rows are in the way of {versions}: `migrate` would touch nothing"))
    }
}

impl Report for Planned {
    fn exit(&self) -> Exit {
        if self.refusal().is_some() {
            return Exit::Refused;
        }
        if self.migrations.is_empty() { Exit::Fine } else { Exit::Found }
    }

    fn json(&self) -> Map<String, Value> {
        let mut members = members(self);
        members.extend(self.refusal().map(|message| ("error".to_owned(), json!({ "message": message }))));
        members
    }

    fn show(&self, screen: &mut Screen) {
        if self.migrations.is_empty() {
            screen.say(Tone::Good, format_args!("nothing would run in {}", self.database));
        }
        for row in &self.migrations {
            let unit = if row.one_transaction { "one transaction" } else { "a step a statement" };
            screen.heading(&format!("{} {}, {unit}", row.version, row.name));
            if !row.environments.is_empty() && !self.is_for_one {
                let only = row.environments.join(", ");
                screen.say(
                    Tone::Warn,
                    format_args!("-- it is for {only} only, and runs here: --environment NAME leaves it out"),
                );
            }
            let (lock, statement) = (row.lock_timeout_ms, row.statement_timeout_ms);
            screen.say(Tone::Plain, format_args!("-- waits {lock} ms for a lock, runs a statement for {statement} ms"));
            if !row.losses.is_empty() {
                let lost = row.losses.join("`, `");
                screen.say(
                    Tone::Warn,
                    format_args!("-- takes away for good: `{lost}`; `migrate` asks for the database's name, or --yes"),
                );
            }
            for own in &row.questions {
                let (tone, answer) = match own.rows {
                    None => (Tone::Plain, "known when it is its turn".to_owned()),
                    Some(0) => (Tone::Good, "none".to_owned()),
                    Some(rows) => (Tone::Bad, format!("{rows} rows{}", own.shown)),
                };
                screen.say(tone, format_args!("-- {}: {answer}", own.question));
            }
            for statement in &row.statements {
                screen.line(format_args!("{statement};"));
            }
        }
        if let Some(message) = self.refusal() {
            screen.error(&message);
        }
    }
}
