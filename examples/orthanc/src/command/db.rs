//! `db`: the migrations of the database.

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
    let (db, place) = connections.one().await?;
    let migrator = Orthanc::migrator(&db)?;
    match task {
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
