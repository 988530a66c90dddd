//! `db`: the migrations of the database.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Subcommand;
use orthanc::Orthanc;
use tablewright::migrate::{AppliedMigration, Effect, Run, Standing};
use tablewright::prelude::*;

use super::connections::Connections;
use crate::show;

/// What to do with the migrations.
#[derive(Subcommand)]
pub enum Task {
    /// Shows how each migration stands
    Status,
    /// Writes a migration from what changed in the structs; build with TABLEWRIGHT_DRIFT=allow
    New {
        /// What it is called
        name: String,
        /// What it is for
        #[arg(long, default_value = "")]
        description: String,
        /// The version; otherwise the one after the last
        #[arg(long)]
        version: Option<String>,
        /// What the rows get in a column that needs a value, as `people.town=lower(name)`
        #[arg(long, value_name = "TABLE.COLUMN=EXPRESSION")]
        backfill: Vec<String>,
        /// A table or column whose values may be lost, as `people.town`
        #[arg(long, value_name = "TABLE[.COLUMN]")]
        give_up: Vec<String>,
        /// The folder of the migrations
        #[arg(long, value_name = "FOLDER", default_value = "examples/orthanc/migrations")]
        folder: PathBuf,
        /// Shows the changes and the statements, and writes nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Runs what is pending
    Migrate {
        /// Up to this version; everything if absent
        #[arg(value_name = "VERSION")]
        to: Option<String>,
    },
    /// Takes back what was applied after a version, with the data in it
    Rollback {
        /// The version that remains
        #[arg(value_name = "VERSION")]
        to: String,
        /// Without it nothing is touched: a way back loses data
        #[arg(long)]
        yes: bool,
    },
    /// Adopts a database that has the tables already: nothing runs
    Baseline {
        /// The last version that the database has
        version: String,
    },
    /// Says what became of the statement in which a runner died
    Resolve {
        /// The migration
        version: String,
        /// It took effect; without it, it did not
        #[arg(long)]
        took_effect: bool,
    },
}

/// Does it.
pub async fn run(connections: &Connections, task: Task) -> Result<()> {
    if let Task::New { name, description, version, backfill, give_up, folder, dry_run } = task {
        return written(&New { name, description, version, backfill, give_up, folder, dry_run });
    }
    let (db, place) = connections.one().await?;
    let migrator = Orthanc::migrator(&db)?;
    match task {
        // It needs no database.
        Task::New { .. } => {}
        Task::Status => {
            show::heading(&format!("Migrations of {place}"));
            let status = migrator.status().await?;
            let header = ["version", "name", "how it stands", "since", "by", "took"];
            show::table(&header, status.into_iter().map(|status| row(status.version, status.name, &status.standing)));
        }
        Task::Migrate { to: None } => told(&migrator.migrate_to_latest().await?),
        Task::Migrate { to: Some(version) } => told(&migrator.migrate_to(&version).await?),
        Task::Rollback { yes: false, .. } => bail!("a way back loses data: say --yes if that is what you want"),
        Task::Rollback { to, yes: true } => told(&migrator.rollback_to_version(&to).await?),
        Task::Baseline { version } => {
            migrator.baseline(&version).await?;
            show::say(&format!("adopted at {version}"));
        }
        Task::Resolve { version, took_effect } => {
            migrator.resolve(&version, if took_effect { Effect::Took } else { Effect::None }).await?;
            show::say(&format!("{version} can go on"));
        }
    }
    db.close().await?;
    Ok(())
}

/// What `db new` was told.
struct New {
    name: String,
    description: String,
    version: Option<String>,
    backfill: Vec<String>,
    give_up: Vec<String>,
    folder: PathBuf,
    dry_run: bool,
}

fn written(new: &New) -> Result<()> {
    let mut migration = Orthanc::new_migration(&new.folder)?;
    for given in &new.backfill {
        let Some((column, expression)) = given.split_once('=') else {
            bail!("`{given}` is no TABLE.COLUMN=EXPRESSION")
        };
        migration = migration.backfill(column, expression)?;
    }
    for name in &new.give_up {
        migration = migration.give_up(name);
    }
    if let Some(version) = &new.version {
        migration = migration.version(version);
    }
    for change in migration.changes() {
        let loss = if change.loses_data { ", with its values" } else { "" };
        let ways = [change.from.as_str(), change.to.as_str()].into_iter().filter(|text| !text.is_empty());
        let ways = ways.collect::<Vec<_>>().join(" -> ");
        show::say(&format!("{} {} {} {ways}{loss}", change.verb.name(), change.table, change.part));
    }
    if new.dry_run {
        for dialect in Orthanc::DIALECTS {
            show::heading(dialect.name());
            match &migration.plans(*dialect)[0] {
                Ok(plan) => plan.statements.iter().for_each(|sql| println!("{sql};")),
                Err(refusals) => refusals.iter().for_each(|refusal| show::say(&refusal.message)),
            }
        }
        return Ok(());
    }
    let written = migration.write(&new.name, &new.description)?;
    show::say(&format!("wrote {}", written.path.display()));
    for (dialect, reason) in &written.missing {
        show::say(&format!("{dialect}: no statements: {reason}"));
    }
    for (dialect, reason) in &written.no_way_back {
        show::say(&format!("{dialect}: no way back: {reason}"));
    }
    Ok(())
}

fn told(runs: &[Run]) {
    if runs.is_empty() {
        show::say("nothing to do");
    }
    for run in runs {
        let way = if run.forward { "applied" } else { "taken back" };
        show::say(&format!("{way} {} {} in {} ms", run.version, run.name, run.took.as_millis()));
    }
}

fn row(version: String, name: String, standing: &Standing) -> [String; 6] {
    let (word, applied): (_, Option<&AppliedMigration>) = match standing {
        Standing::Pending => ("pending", None),
        Standing::Elsewhere => ("for other environments", None),
        Standing::Applied(row) => ("applied", Some(row)),
        Standing::Changed(row) => ("applied, and its file was changed", Some(row)),
        Standing::Stopped(row) => ("stopped at a statement that was refused", Some(row)),
        Standing::InDoubt(row) => ("cut off: resolve it", Some(row)),
        Standing::Partly(_) => ("applied in part, before it replaced others", None),
        Standing::Unknown(row) => ("applied, and unknown to this program", Some(row)),
        _ => ("unknown", None),
    };
    let took = show::text(applied.map(|row| format!("{} ms", row.duration_ms)));
    [
        version,
        name,
        word.to_owned(),
        show::time(applied.map(|row| row.applied_at)),
        show::text(applied.map(|row| &row.applied_by)),
        took,
    ]
}
