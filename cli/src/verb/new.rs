//! `new`: writes a migration from what changed in the structs.

use std::time::Duration;

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value, json};
use tablewright::Dialect;
use tablewright::migrate::{NewMigration, Written};
use tablewright::schema::diff::{Change, Verb};
use tablewright::schema::lint;
use tablewright::schema::migration::{FORMAT, checksum};
use tablewright::schema::plan::{Class, ClassifiedChange, Refusal};
use tablewright::schema::snapshot::declared::Declared;

use super::Context;
use crate::build::SchemaOptions;
use crate::changes::{self, Difference};
use crate::exit::Exit;
use crate::failure::{Failure, Result, in_options};
use crate::findings::{self, Found};
use crate::home::FolderOptions;
use crate::report::{Report, members};
use crate::screen::{Screen, Tone};

/// Writes a migration from what changed in the structs since the last one, and the snapshot that belongs to it.
///
/// It guesses nothing: a rename is declared in the struct, values that would be lost are given up by name, and a column
/// that needs a value is given one.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  cargo tablewright new \"Add Email Notifications\"
  cargo tablewright new \"Towns\" --backfill \"people.town='unknown'\" --dry-run
  cargo tablewright new \"No more faxes\" --give-up people.fax
  cargo tablewright new \"Sample Data\" --empty

Ends with 0 if it is written, with 2 if an argument is wrong, with 3 if nothing was: nothing changed, or something has to be
said first.")]
pub struct New {
    /// What it is called
    #[arg(value_name = "NAME")]
    name: String,
    /// What it is for
    #[arg(long, value_name = "TEXT", default_value = "")]
    description: String,
    /// The version; otherwise the one after the last
    #[arg(long, value_name = "VERSION")]
    version: Option<String>,
    /// What the rows get in a column that needs a value, in the language of checks: people.town=lower(name)
    #[arg(long, value_name = "TABLE.COLUMN=EXPRESSION")]
    backfill: Vec<String>,
    /// A table or column whose values may be lost: people.town
    #[arg(long, value_name = "TABLE[.COLUMN]")]
    give_up: Vec<String>,
    /// What a rule found, taken upon oneself: P101:people.ix_people_town='a hundred rows'
    #[arg(long, value_name = "RULE:OBJECT=REASON")]
    accept: Vec<String>,
    /// A rule that refuses here although it only warns elsewhere
    #[arg(long, value_name = "RULE")]
    deny: Vec<String>,
    /// A table or column that is dropped and kept aside, so that the way back restores it: people.town
    #[arg(long, value_name = "TABLE[.COLUMN]")]
    keep: Vec<String>,
    /// What was kept by this name is given up for good
    #[arg(long, value_name = "TABLE[.COLUMN]")]
    purge: Vec<String>,
    /// How long its statements wait for a lock, in seconds; otherwise as `migrate` says
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    lock_timeout: Option<u64>,
    /// How long each of its statements runs, in seconds; otherwise as `migrate` says
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    statement_timeout: Option<u64>,
    /// Others read and write meanwhile, where the engine can
    #[arg(long)]
    online: bool,
    /// Without statements, to be written by hand; what changed in the structs is not looked at
    #[arg(long, conflicts_with_all = ["backfill", "give_up", "accept", "deny", "keep", "purge", "online", "lock_timeout", "statement_timeout", "dry_run"])]
    empty: bool,
    /// Shows the changes and the statements, and writes nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    schema: SchemaOptions,
    #[command(flatten)]
    folder: FolderOptions,
}

/// What was written, or would be.
#[derive(Debug, Serialize)]
pub struct Made {
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    changes: Vec<Difference>,
    /// Only of a dry run.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    plans: Vec<Planned>,
    /// Dialects without statements, and why.
    without_statements: Vec<Reason>,
    /// Dialects without a way back, and why.
    without_way_back: Vec<Reason>,
    /// What the way back is worth, change by change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    way_back: Vec<Worth>,
    findings: Vec<Found>,
    /// Files that lay in the folder, and are in the index now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also_listed: Vec<String>,
    #[serde(skip)]
    is_empty: bool,
}

#[derive(Debug, Serialize)]
struct Planned {
    dialect: &'static str,
    statements: Vec<String>,
    questions: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Worth {
    of: String,
    class: &'static str,
}

impl From<ClassifiedChange> for Worth {
    fn from(change: ClassifiedChange) -> Self {
        Self { of: change.of, class: change.class.name() }
    }
}

#[derive(Debug, Serialize)]
struct Reason {
    dialect: &'static str,
    reason: String,
}

impl New {
    pub fn run(&self, context: &mut Context<'_>) -> Result<Made> {
        let (declared, folder) = context.home.schema_and_folder(&self.schema, &self.folder, context.json)?;
        let also_listed: Vec<String> = folder.unlisted().map(str::to_owned).collect();
        if self.empty {
            let version = self.version.clone().unwrap_or_else(|| folder.next_version());
            let before = folder.snapshot().migrations.last().map(|entry| entry.version.clone());
            let path =
                folder.save_migration(&self.without_statements(&version, before, &declared)).map_err(mistaken)?;
            let path = Some(path.display().to_string());
            return Ok(Made { path, also_listed, is_empty: true, ..Made::of(version) });
        }
        let dialects = declared.dialects();
        let mut migration = folder.new_migration(declared.tables.clone(), dialects.clone(), declared.versions());
        for given in &self.backfill {
            let Some((column, expression)) = given.split_once('=') else {
                return Err(Failure::usage(format!("`{given}` is no TABLE.COLUMN=EXPRESSION")));
            };
            migration = migration.backfill(column.trim(), expression.trim()).map_err(mistaken)?;
        }
        for name in &self.give_up {
            migration = migration.give_up(name);
        }
        let is_dropped = |change: &Change| {
            change.verb == Verb::Drop && change.part.is_empty() && declared.dropped.contains(&change.table)
        };
        for change in migration.changes().iter().filter(|change| is_dropped(change)) {
            migration = migration.give_up(&change.table);
        }
        for given in &self.accept {
            let parts = given.split_once(':').and_then(|(rule, rest)| Some((rule, rest.split_once('=')?)));
            let Some((rule, (of, reason))) = parts else {
                return Err(Failure::usage(format!("`{given}` is no RULE:OBJECT=REASON")));
            };
            known(rule.trim())?;
            migration = migration.accept(rule.trim(), of.trim(), reason.trim());
        }
        for name in &self.keep {
            migration = migration.keep(name);
        }
        for name in &self.purge {
            migration = migration.purge(name);
        }
        if self.online {
            migration = migration.online();
        }
        if let Some(seconds) = self.lock_timeout {
            migration = migration.lock_timeout(Duration::from_secs(seconds));
        }
        if let Some(seconds) = self.statement_timeout {
            migration = migration.statement_timeout(Duration::from_secs(seconds));
        }
        for rule in &self.deny {
            known(rule)?;
            migration = migration.deny(rule);
        }
        if let Some(version) = &self.version {
            migration = migration.version(version);
        }
        migration.check().map_err(mistaken)?;
        let changes = migration.changes().into_iter().map(Difference::from).collect();
        if self.dry_run {
            let findings = migration.findings().into_iter().map(Found::from).collect();
            return Ok(Made { changes, findings, ..planned(&migration, &dialects) });
        }
        let written = migration.write(&self.name, &self.description)?;
        let Written { path, version, missing, no_way_back, way_back, findings, .. } = written;
        Ok(Made {
            path: Some(path.display().to_string()),
            changes,
            without_statements: reasons(missing),
            without_way_back: reasons(no_way_back),
            way_back: way_back.into_iter().map(Worth::from).collect(),
            findings: findings.into_iter().map(Found::from).collect(),
            also_listed,
            ..Made::of(version)
        })
    }

    /// A list of statements for each dialect, still without any: until there are some it is not run. There is no way back, for
    /// an empty one would undo nothing.
    fn without_statements(&self, version: &str, before: Option<String>, declared: &Declared) -> String {
        let lists: Map<String, Value> =
            declared.dialects.iter().map(|(dialect, _)| (dialect.name().to_owned(), json!([]))).collect();
        let mut value = json!({
            "format": FORMAT,
            "version": version,
            "name": self.name,
            "description": self.description,
            "dependencies": before.into_iter().collect::<Vec<_>>(),
            "up_sql": lists,
        });
        value["checksum"] = checksum::of(&value).into();
        format!("{value:#}\n")
    }
}

/// What is wrong with an argument.
fn mistaken(error: tablewright::Error) -> Failure {
    Failure::usage(in_options(&error.to_string()))
}

/// Refuses a rule that there is not: it is a slip of the finger.
fn known(rule: &str) -> Result<()> {
    match lint::named(rule) {
        Some(_) => Ok(()),
        None => Err(Failure::usage(lint::accept::nothing(&[], rule, ""))),
    }
}

fn planned(migration: &NewMigration, dialects: &[Dialect]) -> Made {
    let mut made = Made { version: None, ..Made::of(String::new()) };
    for dialect in dialects {
        let [there, back] = migration.plans(*dialect);
        let reason = |refusals: &[Refusal]| {
            let told: Vec<String> =
                refusals.iter().map(|refusal| format!("{}; {}", refusal.message, refusal.help)).collect();
            Reason { dialect: dialect.name(), reason: told.join("; ") }
        };
        match &there {
            Ok(plan) => made.plans.push(Planned {
                dialect: dialect.name(),
                statements: plan.statements.clone(),
                questions: plan.preflight.iter().map(|question| question.message.clone()).collect(),
            }),
            Err(refusals) => made.without_statements.push(reason(refusals)),
        }
        if let (Ok(_), Err(refusals)) = (&there, &back) {
            made.without_way_back.push(reason(refusals));
        }
    }
    made
}

fn reasons(pairs: Vec<(Dialect, String)>) -> Vec<Reason> {
    pairs.into_iter().map(|(dialect, reason)| Reason { dialect: dialect.name(), reason }).collect()
}

impl Made {
    fn of(version: String) -> Self {
        Self {
            path: None,
            version: Some(version),
            changes: Vec::new(),
            plans: Vec::new(),
            without_statements: Vec::new(),
            without_way_back: Vec::new(),
            way_back: Vec::new(),
            findings: Vec::new(),
            also_listed: Vec::new(),
            is_empty: false,
        }
    }
}

impl Report for Made {
    fn exit(&self) -> Exit {
        Exit::Fine
    }

    fn json(&self) -> Map<String, Value> {
        members(self)
    }

    fn show(&self, screen: &mut Screen) {
        if !self.changes.is_empty() {
            changes::show(&self.changes, screen);
        }
        for Planned { dialect, statements, questions } in &self.plans {
            screen.heading(dialect);
            for statement in statements {
                screen.line(format_args!("{statement};"));
            }
            for question in questions {
                screen.line(format_args!("-- asked first: {question}"));
            }
        }
        for Reason { dialect, reason } in &self.without_statements {
            screen.say(Tone::Warn, format_args!("{dialect}: no statements: {reason}"));
        }
        for Reason { dialect, reason } in &self.without_way_back {
            screen.say(Tone::Warn, format_args!("{dialect}: no way back: {reason}"));
        }
        for Worth { of, class } in self.way_back.iter().filter(|worth| worth.class != Class::Exact.name()) {
            screen.say(Tone::Warn, format_args!("the way back of {of}: {}", class.replace('_', " ")));
        }
        findings::show(&self.findings, screen);
        if let Some(path) = &self.path {
            screen.say(Tone::Good, format_args!("wrote {path}"));
        }
        for file in &self.also_listed {
            screen.say(
                Tone::Warn,
                format_args!("{file} was there, and is in the index from now on: take it away if it is none"),
            );
        }
        if self.is_empty {
            let version = self.version.as_deref().unwrap_or_default();
            screen.line(format_args!(
                "write its statements, and `down_sql` if there is a way back; then `repair --file {version}` takes its checksum anew"
            ));
        }
    }
}
