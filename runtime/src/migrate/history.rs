//! What the database remembers of its migrations.

use std::time::Duration;

use chrono::{DateTime, Utc};
use tablewright_macros::{ColumnEnum, Table};

use super::back::Back;
use crate::catalog::Schema;
use crate::database::Database;
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::json::Json;
use crate::table::{Table as _, TableMeta};

/// A migration as the database remembers it.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "tablewright_migrations")]
pub struct AppliedMigration {
    /// Its place in the order of application.
    #[column(primary_key)]
    pub position: i32,
    /// Its version
    #[column(max_length = 60, unique)]
    pub version: String,
    /// Its name
    #[column(max_length = 200)]
    pub name: String,
    /// What it is for
    pub description: Option<String>,
    /// The checksum of its file
    #[column(max_length = 80)]
    pub checksum: String,
    /// When it was begun
    #[column(default = now)]
    pub applied_at: DateTime<Utc>,
    /// Who ran it
    #[column(max_length = 200)]
    pub applied_by: String,
    /// How long it took, in milliseconds
    pub duration_ms: i64,
    /// The way back, kept with the data it belongs to
    pub down_sql: Option<Json<Back>>,
    /// How far it is
    #[column(default = Progress::Applying)]
    pub state: Progress,
    /// How many statements of the way that it is on are done
    pub step: i32,
    /// The hash of those statements of the way there
    #[column(max_length = 80)]
    pub done: String,
    /// The hash of what does not change in this row and in all before it
    #[column(max_length = 80)]
    pub chain: String,
}

/// How far a migration is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ColumnEnum)]
#[column_enum(rename_all = "snake_case")]
pub enum Progress {
    /// Its next statement runs, or ran when the runner died.
    Applying,
    /// All of it took effect.
    Applied,
    /// Its next statement was refused.
    Stopped,
    /// The next statement of its way back runs, or ran when the runner died.
    Reverting,
    /// The next statement of its way back was refused.
    RevertStopped,
}

/// The row whose lock is the right to migrate.
#[derive(Debug, Clone, Table)]
#[table(name = "tablewright_migration_lock")]
pub struct MigrationLock {
    /// There is one row, number 1
    #[column(primary_key)]
    pub id: i32,
    /// Who had it last
    #[column(max_length = 200)]
    pub holder: String,
    /// Since when
    #[column(default = now)]
    pub taken_at: DateTime<Utc>,
}

/// Not made by `schema!`, for then cargo would build this crate anew for each tool that looks for the schemas of users.
struct Own;

impl Schema for Own {
    const NAME: &'static str = "migrations";
    const TABLES: &'static [&'static TableMeta] = &[AppliedMigration::META, MigrationLock::META];
}

/// How often the tables are looked for that another runner may be making.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(100);
/// How long the row may take to be made. After that it is there, and somebody holds it.
const MAKING: Duration = Duration::from_secs(2);

/// All rows in order; nothing if the database was never migrated.
pub async fn read(executor: &impl Executor) -> Result<Option<Vec<AppliedMigration>>> {
    let all = AppliedMigration::dao(executor).all().order_by(AppliedMigration::POSITION.asc()).await;
    match all {
        Ok(rows) => {
            untampered(&rows)?;
            Ok(Some(rows))
        }
        Err(error) if error.kind() == Kind::MissingObject => Ok(None),
        Err(error) => Err(error),
    }
}

/// Makes the two tables if they are missing. Another runner may make them at the same time.
pub async fn ensure(db: &Database) -> Result<()> {
    let mut tries = 0;
    while let Err(error) = Own::ensure(db).await {
        // Whoever comes second finds them there soon, if that was the reason.
        if read(db).await?.is_some() {
            break;
        }
        tries += 1;
        if tries == TRIES {
            return Err(error);
        }
        tokio::time::sleep(PAUSE).await;
    }
    if MigrationLock::dao(db).find(1).await?.is_some() {
        return Ok(());
    }
    // Who comes second waits for the one who made the row and has its lock by now; a statement of that one which waits for all
    // transactions, such as `CREATE INDEX CONCURRENTLY`, must not find it waiting.
    let made = MigrationLock::dao(db).create(NewMigrationLock::new(1, "nobody"));
    match tokio::time::timeout(MAKING, made).await {
        Ok(Ok(_)) | Err(_) => Ok(()),
        Ok(Err(error)) if error.kind() == Kind::Unique => Ok(()),
        Ok(Err(error)) => Err(error),
    }
}

/// The hash of a row's constant part and of all before it.
pub fn chain(before: Option<&AppliedMigration>, version: &str, checksum: &str, down: Option<&Back>) -> String {
    let before = before.map_or("", |row| &row.chain);
    let down = down.map(Back::text).unwrap_or_default();
    tablewright_schema::migration::checksum::of_text(&[before, version, checksum, &down].join("\u{1}"))
}

/// The hash of the first statements of a way.
pub fn done(statements: &[String], step: usize) -> String {
    tablewright_schema::migration::checksum::of_text(&statements[..step.min(statements.len())].join("\0"))
}

/// Each row's hash is what it has to be.
fn untampered(rows: &[AppliedMigration]) -> Result<()> {
    let mut before = None;
    for row in rows {
        let down = row.down_sql.as_ref().map(|Json(back)| back);
        if row.chain != chain(before, &row.version, &row.checksum, down) {
            let message = format!(
                "the history of migrations was changed by hand at `{}`; bring `tablewright_migrations` back from a backup",
                row.version
            );
            return Err(Error::new(Kind::Usage, message));
        }
        before = Some(row);
    }
    Ok(())
}
