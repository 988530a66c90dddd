//! What the database remembers of its migrations.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use tablewright_macros::{ColumnEnum, Table};

use super::back::Back;
use super::patience::may_pass;
use super::{chain, end, lock};
use crate::catalog::Schema;
use crate::database::{Changed, Database};
use crate::driver::Limits;
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::handwritten::HandwrittenSql;
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
    /// The hash of the statement that was about to run by itself
    #[column(max_length = 80)]
    pub running: Option<String>,
    /// The state of the catalog before it
    #[column(max_length = 80)]
    pub catalog: Option<String>,
    /// The hash of what does not change in this row and in all before it
    #[column(max_length = 80)]
    pub chain: String,
}

impl AppliedMigration {
    /// Whether it was begun to be taken back, and is there in part.
    pub const fn is_on_its_way_back(&self) -> bool {
        matches!(self.state, Progress::Reverting | Progress::RevertStopped)
    }
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
    /// 1 is locked; 2 tells who has the lock; 3 how the history ends
    #[column(primary_key)]
    pub id: i32,
    /// Who took it last; or how the history ends
    #[column(max_length = 200)]
    pub holder: String,
    /// Since when
    #[column(default = now)]
    pub taken_at: DateTime<Utc>,
}

/// Not made by `schema!`, for then cargo would build this crate anew for each tool that looks for the schemas of users.
/// Each table is one by itself: a runner may have died between the two, where one statement makes a table for good.
struct History;

impl Schema for History {
    const NAME: &'static str = "migrations";
    const TABLES: &'static [&'static TableMeta] = &[AppliedMigration::META];
}

/// The other one.
struct Lock;

impl Schema for Lock {
    const NAME: &'static str = "the lock of migrations";
    const TABLES: &'static [&'static TableMeta] = &[MigrationLock::META];
}

/// How often the tables are looked for that another runner may be making.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(100);
/// How long the row may take to be made. After that it is there, and somebody holds it.
const MAKING: Duration = Duration::from_secs(2);

/// All rows in order; nothing if the database was never migrated.
pub async fn read(executor: &impl Executor) -> Result<Option<Vec<AppliedMigration>>> {
    let rows = linked(executor).await?;
    if let Some(rows) = &rows {
        end::is_there(executor, rows).await?;
    }
    Ok(rows)
}

/// The same by one question, which does not tell whether they are all that there were.
pub async fn linked(executor: &impl Executor) -> Result<Option<Vec<AppliedMigration>>> {
    let rows = rows(executor).await?;
    match rows.as_deref().and_then(chain::broken) {
        None => Ok(rows),
        Some(row) => {
            let message = format!(
                "the history of migrations was changed by hand at `{}`; bring `tablewright_migrations` back from a backup, or \
                 `relink` it there if it is right as it is",
                row.version
            );
            Err(Error::new(Kind::Usage, message))
        }
    }
}

/// The same, whoever may have changed them.
pub async fn rows(executor: &impl Executor) -> Result<Option<Vec<AppliedMigration>>> {
    let all = async || AppliedMigration::dao(executor).all().order_by(AppliedMigration::POSITION.asc()).await;
    match all().await {
        Ok(rows) => Ok(Some(rows)),
        Err(error) if error.kind() != Kind::MissingObject => Err(error),
        Err(_) if is_missing(executor, AppliedMigration::META.def.name.as_ref()).await => Ok(None),
        // A runner has made it just now, or it lacks a column.
        Err(error) => all().await.map(Some).map_err(|_| error),
    }
}

/// Whether a table is missing, for an engine says the same of a column: then somebody changed the table, or a newer release made
/// it. What cannot be asked is not missing.
pub async fn is_missing(executor: &impl Executor, table: &str) -> bool {
    let query = executor.dialect().tables_query();
    let there = executor.fetch_sql(query, &[], |row| row.get::<String>(0)).await;
    there.is_ok_and(|there| !there.iter().any(|name| name.eq_ignore_ascii_case(table)))
}

/// Makes the two tables if they are missing, and waits so long for whoever writes. Another runner may make them at the same
/// time.
pub async fn ensure(db: &Database, limits: Limits, wait: Duration) -> Result<()> {
    lock::has_room(db)?;
    let (start, mut tries) = (Instant::now(), 0);
    // Whoever comes second finds them there soon, if that was the reason.
    while let Err(error) = make(db, limits).await {
        tries += 1;
        let is_over = if may_pass(&error) { start.elapsed() >= wait } else { tries == TRIES };
        if is_over {
            return Err(error);
        }
        tokio::time::sleep(PAUSE).await;
    }
    Ok(())
}

async fn make(db: &Database, limits: Limits) -> Result<()> {
    if db.dialect().one_writer() {
        let tx = db.begin_changes(limits, Changed::Tables).await?;
        tables(&tx).await?;
        return tx.commit().await;
    }
    tables(db).await
}

async fn tables(executor: &impl Executor) -> Result<()> {
    History::ensure(executor).await?;
    Lock::ensure(executor).await?;
    // The row that is locked comes last: whoever finds it finds both.
    for id in [2, 1] {
        let is_there = MigrationLock::dao(executor).exists(id).await?;
        if is_there {
            continue;
        }
        // Who comes second waits for the one who made the row and has its lock by now; a statement of that one which waits for
        // all transactions, such as `CREATE INDEX CONCURRENTLY`, must not find it waiting.
        let made = MigrationLock::dao(executor).create(NewMigrationLock::new(id, "nobody"));
        if let Ok(made) = tokio::time::timeout(MAKING, made).await {
            made?;
        }
    }
    Ok(())
}

/// The hash of the first statements of a way.
pub fn done(statements: &[String], step: usize) -> String {
    tablewright_schema::migration::checksum::of_text(&statements[..step.min(statements.len())].join("\0"))
}
