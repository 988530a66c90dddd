//! `status`: how each migration stands in a database.

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value};
use tablewright::migrate::{AppliedMigration, Standing};
use tablewright::schema::migration::ENVIRONMENTS;

use super::Context;
use crate::database::DatabaseOptions;
use crate::exit::Exit;
use crate::failure::Result;
use crate::home::FolderOptions;
use crate::report::{Report, members};
use crate::screen::{Said, Screen, Tone};

/// Shows how each migration stands in a database.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  cargo tablewright status --database app.db
  cargo tablewright status --config database.json --connection production --environment production
  cargo tablewright status --json

Ends with 0 if all are applied, with 1 if some are pending or need somebody.")]
pub struct Status {
    #[command(flatten)]
    database: DatabaseOptions,
    #[command(flatten)]
    folder: FolderOptions,
    /// Without the migrations that are not for this environment
    #[arg(long, value_name = "NAME", value_parser = ENVIRONMENTS)]
    environment: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct Found {
    database: String,
    /// The runner that is at work, if a migration was begun.
    #[serde(skip_serializing_if = "Option::is_none")]
    runner: Option<AtWork>,
    migrations: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct AtWork {
    name: String,
    since: String,
}

#[derive(Debug, Serialize)]
struct Row {
    version: String,
    name: String,
    /// One word; see [`word`].
    standing: &'static str,
    /// `there` or `back`: the way that it was begun on and not finished.
    #[serde(skip_serializing_if = "Option::is_none")]
    way: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    applied_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    applied_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration_ms: Option<i64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    missing: Vec<String>,
}

impl Status {
    pub async fn run(&self, context: &mut Context<'_>) -> Result<Found> {
        let opened = context.home.open(&self.database).await?;
        let mut migrator = context.home.migrator(&self.folder, &opened.db, context.json)?;
        if let Some(name) = &self.environment {
            migrator = migrator.environment(name);
        }
        let status = migrator.status().await?;
        let migrations = status.into_iter().map(|status| row(status.version, status.name, &status.standing));
        let mut migrations: Vec<Row> = migrations.collect();
        let is_begun = |row: &Row| matches!(row.standing, "stopped" | "in_doubt");
        let mut runner = None;
        // What was begun is on its way while somebody has the lock, and nothing to be settled.
        if migrations.iter().any(is_begun) {
            let at_work = migrator.runner().await?;
            runner = at_work.map(|runner| AtWork { name: runner.name, since: runner.since.format(TIME).to_string() });
        }
        if runner.is_some() {
            migrations.iter_mut().filter(|row| is_begun(row)).for_each(|row| row.standing = "running");
        }
        opened.db.close().await?;
        Ok(Found { database: opened.name, runner, migrations })
    }
}

/// A standing as a word for programs.
pub fn word(standing: &Standing) -> &'static str {
    match standing {
        Standing::Pending => "pending",
        Standing::Elsewhere => "elsewhere",
        Standing::Applied(_) => "applied",
        Standing::Changed(_) => "changed",
        Standing::Stopped(_) => "stopped",
        Standing::InDoubt(_) => "in_doubt",
        Standing::Partly(_) => "partly",
        Standing::Unknown(_) => "unknown",
        _ => "other",
    }
}

/// The way on which one is that was begun and not finished, as a word for programs.
pub fn way(standing: &Standing) -> Option<&'static str> {
    match standing {
        Standing::Stopped(row) | Standing::InDoubt(row) => {
            Some(if row.is_on_its_way_back() { "back" } else { "there" })
        }
        _ => None,
    }
}

/// A time, to the second.
const TIME: &str = "%Y-%m-%dT%H:%M:%SZ";

/// What the history has of a migration.
pub fn recorded(standing: &Standing) -> Option<&AppliedMigration> {
    match standing {
        Standing::Applied(row)
        | Standing::Changed(row)
        | Standing::Stopped(row)
        | Standing::InDoubt(row)
        | Standing::Unknown(row) => Some(row),
        _ => None,
    }
}

fn row(version: String, name: String, standing: &Standing) -> Row {
    let applied = recorded(standing);
    let missing = match standing {
        Standing::Partly(missing) => missing.clone(),
        _ => Vec::new(),
    };
    Row {
        version,
        name,
        standing: word(standing),
        way: way(standing),
        applied_at: applied.map(|row| row.applied_at.format(TIME).to_string()),
        applied_by: applied.map(|row| row.applied_by.clone()),
        duration_ms: applied.map(|row| row.duration_ms),
        missing,
    }
}

/// A standing in words, with what to do.
fn words(row: &Row) -> Said {
    let (verb, way) = if row.way == Some("back") { ("rollback", "its way back was ") } else { ("migrate", "") };
    let (tone, text) = match row.standing {
        "applied" => (Tone::Good, "applied".to_owned()),
        "pending" => (Tone::Warn, "pending".to_owned()),
        "elsewhere" => (Tone::Plain, "for other environments".to_owned()),
        "changed" => (Tone::Bad, "applied, and its file was changed since".to_owned()),
        "running" => (Tone::Warn, "a runner is at work on it".to_owned()),
        "stopped" => (Tone::Bad, format!("{way}stopped at a statement that was refused: {verb} goes on there")),
        "in_doubt" => {
            let next = format!("{verb} finds out what became of it, or asks for resolve");
            (Tone::Bad, format!("{way}cut off in a statement: {next}"))
        }
        "partly" => (Tone::Bad, format!("the database lacks {} of what it replaces", row.missing.join(", "))),
        "unknown" => (Tone::Bad, "applied, and unknown here: these files are older than the database".to_owned()),
        other => (Tone::Plain, other.to_owned()),
    };
    Said::toned(tone, text)
}

impl Report for Found {
    fn exit(&self) -> Exit {
        let is_done = |row: &Row| matches!(row.standing, "applied" | "elsewhere");
        if self.migrations.iter().all(is_done) { Exit::Fine } else { Exit::Found }
    }

    fn json(&self) -> Map<String, Value> {
        members(self)
    }

    fn show(&self, screen: &mut Screen) {
        screen.heading(&format!("Migrations of {}", self.database));
        let dash = || "-".to_owned();
        let rows = self.migrations.iter().map(|row| {
            [
                Said::plain(&row.version),
                Said::plain(&row.name),
                words(row),
                Said::plain(row.applied_at.clone().unwrap_or_else(dash)),
                Said::plain(row.applied_by.clone().unwrap_or_else(dash)),
                Said::plain(row.duration_ms.map_or_else(dash, |took| format!("{took} ms"))),
            ]
        });
        screen.table(["version", "name", "how it stands", "since", "by", "took"], rows);
        if let Some(AtWork { name, since }) = &self.runner {
            screen.note(&format!("`{name}` has the lock since {since}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_has_its_verb() {
        let told = |standing, way| {
            let row = Row {
                version: "001".to_owned(),
                name: "n".to_owned(),
                standing,
                way: Some(way),
                applied_at: None,
                applied_by: None,
                duration_ms: None,
                missing: Vec::new(),
            };
            words(&row)
        };
        let bad = |text| Said::toned(Tone::Bad, text);
        assert_eq!(told("stopped", "there"), bad("stopped at a statement that was refused: migrate goes on there"));
        assert_eq!(
            told("in_doubt", "back"),
            bad("its way back was cut off in a statement: rollback finds out what became of it, or asks for resolve")
        );
    }
}
