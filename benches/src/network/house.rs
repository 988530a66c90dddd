//! The table that all sides share: made, filled, and emptied between the batches.

use anyhow::{Context, Result, ensure};
use tablewright::prelude::*;
use tokio::runtime::Runtime;

use super::Engine;
use crate::patient::{Hospital, NewPatient, Patient, patient};

/// A database with the table, and the runtime that all sides are awaited on.
pub struct House {
    /// Of one thread, as the clients have one connection each.
    pub runtime: Runtime,
    database: Database,
    engine: Engine,
}

/// Rows of one call while the table is filled.
const PORTION: u64 = 10_000;

impl House {
    /// Connects, and makes the table anew.
    pub fn open(engine: Engine, url: &str) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("no runtime")?;
        let database = runtime.block_on(async {
            let database = Database::connect(url).await?;
            // Unquoted, Firebird would look for it in capitals, and MySQL has other quotes.
            let drop = match engine {
                Engine::Postgres | Engine::Mysql | Engine::Mariadb => "DROP TABLE patients",
                Engine::Firebird => r#"DROP TABLE "patients""#,
            };
            if database.execute_sql(drop, &[]).await.is_ok() {
                eprintln!("an old table `patients` was thrown away");
            }
            Hospital::create(&database).await?;
            Ok::<_, Error>(database)
        })?;
        Ok(House { runtime, database, engine })
    }

    /// Fills the table.
    pub fn fill(&self, rows: u64) -> Result<()> {
        self.runtime.block_on(async {
            for first in (0..rows).step_by(PORTION as usize) {
                let news = (first..rows.min(first + PORTION)).map(|number| NewPatient::from(patient(number)));
                Patient::dao(&self.database).create_many(news.collect()).await?;
            }
            let analyze = match self.engine {
                Engine::Postgres => "ANALYZE patients",
                Engine::Mysql | Engine::Mariadb => "ANALYZE TABLE patients",
                Engine::Firebird => return Ok(()),
            };
            self.database.execute_sql(analyze, &[]).await?;
            Ok(())
        })
    }

    /// Empties the table.
    pub fn empty(&self) -> Result<()> {
        self.runtime.block_on(async {
            let text = match self.engine {
                Engine::Postgres | Engine::Mysql | Engine::Mariadb => "TRUNCATE TABLE patients",
                Engine::Firebird => r#"DELETE FROM "patients""#,
            };
            self.database.execute_sql(text, &[]).await?;
            // Firebird removes what was deleted when somebody next comes by: here, and not in somebody's batch.
            let left = self.count().await?;
            ensure!(left == 0, "the table still has {left} rows");
            Ok(())
        })
    }

    /// Makes sure that a batch has added so many rows, and removes them.
    pub fn emptied_of(&self, rows: u64) -> Result<()> {
        let found = self.runtime.block_on(self.count())?;
        ensure!(found == rows, "{rows} rows were to be added, there are {found}");
        self.empty()
    }

    /// What the server calls itself.
    pub fn version(&self) -> Result<String> {
        Ok(self.runtime.block_on(self.database.version())?)
    }

    async fn count(&self) -> Result<u64> {
        Ok(Patient::dao(&self.database).count(Condition::all()).await?)
    }
}
