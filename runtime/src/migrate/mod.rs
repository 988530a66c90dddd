//! Migrations: run in order, each once, whatever dies on the way.
//!
//! ```text
//! files ──parse──▶ Migration ──order──▶ plan ◀── history (a table of the database)
//!                                        │
//!                     lock ──▶ one transaction, where the engine can undo DDL
//!                          └─▶ a step a statement, written down before and after it, where it cannot
//! ```

mod asides;
mod back;
mod chain;
mod doubt;
mod dry_run;
mod end;
mod event;
mod folder;
mod function;
mod history;
mod keys;
mod known;
mod later;
mod leftover;
mod lint;
mod lock;
mod meanwhile;
mod new;
mod patience;
mod personal;
mod plan;
mod preflight;
mod probe;
mod record;
mod repair;
mod run;
mod session;
mod steps;
mod way;

use std::time::Duration;

use tablewright_schema::TableDef;
use tablewright_schema::migration::{self, Migration};

use crate::database::Database;
use crate::driver::Limits;
use crate::error::{Error, Kind, Result};
use crate::executor::Executor as _;
use crate::retry::Retry;
pub use back::{Back, KeysAsked, Question};
pub use dry_run::Planned;
use event::Observers;
pub use event::{Event, Observer, Place};
pub use folder::MigrationFolder;
use function::Functions;
pub use history::{AppliedMigration, MigrationLock, Progress};
pub use keys::Keys;
use known::Known;
pub use lint::lint;
pub use lock::Runner;
pub use new::{NewMigration, Written};
use personal::Personal;
pub use plan::{Standing, Status};
pub use preflight::Answer;
pub use repair::Ailment;
pub use tablewright_schema::lint::{Accepted, Finding, Rule, Severity};
use way::Turn;

/// How long a runner waits for another one.
const LOCK_WAIT: Duration = Duration::from_secs(60);
/// How often what was refused for a lock is tried, and how long a pause takes at the most.
const TRIES: u32 = 5;
const PAUSES: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(15)];

/// Runs the migrations of a program on a database.
///
/// Connections of this [`Database`] take note of what it changes. Those of other programs do not on MySQL, where a statement
/// that they keep prepared goes on to convert what it is given to the type that a column had: if a number becomes a text,
/// `-0` and `007` arrive as `0` and `7`. Whoever writes texts to such a column over connections that are older than the
/// change has to connect anew (`max_age` in the URL is the longest that a connection is kept). Elsewhere they see the column
/// as it is, or are refused.
#[derive(Debug, Clone)]
pub struct Migrator<'a> {
    db: &'a Database,
    /// In the order in which they run.
    migrations: Vec<Migration>,
    environment: Option<String>,
    applied_by: String,
    lock_wait: Duration,
    limits: Limits,
    retry: Retry,
    observers: Observers,
    functions: Functions,
    /// What a way back may give up.
    given_up: Vec<String>,
    /// Keys that are not shown.
    personal: Personal,
}

/// A migration that was run.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Run {
    /// Its version.
    pub version: String,
    /// Its name.
    pub name: String,
    /// Whether it was the way there.
    pub forward: bool,
    /// How long it took.
    pub took: Duration,
    /// What became of the statement in which an earlier runner was cut off, if one was.
    pub settled: Option<Settled>,
}

/// What the catalog told of a statement in which a runner was cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Settled {
    /// Which one; the first is 1.
    pub statement: usize,
    /// Whether it had taken effect; otherwise it ran again.
    pub took_effect: bool,
}

/// What somebody found out about a statement whose runner died.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It took effect: the next run goes on behind it.
    Took,
    /// It did not: the next run tries it again.
    None,
}

impl<'a> Migrator<'a> {
    /// The migrations of these files, a name and a text each.
    ///
    /// # Errors
    /// One of kind [`Config`](Kind::Config) that lists what is wrong with them.
    pub fn new<'f>(db: &'a Database, files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Result<Self> {
        let (mut migrations, mut faults) = (Vec::new(), Vec::new());
        for (file, text) in files {
            match Migration::parse(file, text) {
                Ok(migration) => migrations.push(migration),
                Err(fault) => faults.push(fault.to_string()),
            }
        }
        faults.extend(migration::faults(&migrations));
        if !faults.is_empty() {
            return Err(Error::new(Kind::Config, format!("the migrations: {}", faults.join("; "))));
        }
        let order = migration::order(&migrations);
        let mut waiting: Vec<Option<Migration>> = migrations.into_iter().map(Some).collect();
        let migrations = order.into_iter().filter_map(|n| waiting.get_mut(n).and_then(Option::take)).collect();
        let [first, most] = PAUSES;
        Ok(Self {
            db,
            migrations,
            environment: None,
            applied_by: whoami(),
            lock_wait: LOCK_WAIT,
            limits: Limits::default(),
            retry: Retry::default().tries(TRIES).waits(first, most),
            observers: Observers::default(),
            functions: Functions::default(),
            given_up: Vec::new(),
            personal: Personal::default(),
        })
    }

    /// The tables of the schema as they are now: keys that these mark as personal, or that point to such, are never read, also where
    /// they were not personal yet when a migration was written. [`Schema::migrator`](crate::Schema::migrator) says them.
    #[must_use]
    pub fn tables<'t>(mut self, tables: impl IntoIterator<Item = &'t TableDef>) -> Self {
        self.personal = Personal::of(tables, &self.migrations);
        self
    }

    /// Leaves out the migrations that are not for this environment: `development`, `staging` or `production`. Another name is an
    /// error of kind [`Usage`](Kind::Usage) when something is to run.
    #[must_use]
    pub fn environment(mut self, name: impl Into<String>) -> Self {
        self.environment = Some(name.into());
        self
    }

    /// Who the history says it was, at most 200 characters; otherwise the user and the process.
    #[must_use]
    pub fn applied_by(mut self, name: impl Into<String>) -> Self {
        self.applied_by = name.into().chars().take(200).collect();
        self
    }

    /// How long to wait for another runner; 60 seconds if not said.
    #[must_use]
    pub const fn lock_wait(mut self, wait: Duration) -> Self {
        self.lock_wait = wait;
        self
    }

    /// How long a statement waits for the lock of a table or a row; 5 seconds if not said. Whoever wants the table meanwhile,
    /// if only to read it, may have to wait behind it for as long. In whole seconds on MySQL, MariaDB, Firebird and Oracle. What the
    /// file of a migration says (`"timeout": { "lock_ms": 500 }`) holds for that migration.
    #[must_use]
    pub const fn lock_timeout(mut self, limit: Duration) -> Self {
        self.limits.lock = limit;
        self
    }

    /// How long a statement runs; an hour if not said. SQLite's runs to its end. What the file of a migration says (`"timeout": {
    /// "statement_ms": 600000 }`) holds for that migration.
    #[must_use]
    pub const fn statement_timeout(mut self, limit: Duration) -> Self {
        self.limits.statement = limit;
        self
    }

    /// How often and how patiently that is tried again which was refused for a lock and had no effect; if not said, five
    /// times in all, with pauses of up to 1, 2, 4 and 8 seconds.
    #[must_use]
    pub const fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Whom to tell what happens while it happens: a closure `|event: &Event<'_>|` will do.
    #[must_use]
    pub fn observe(mut self, observer: impl Observer + 'static) -> Self {
        self.observers.add(observer);
        self
    }

    /// Says that a way back may give up what was added since to this table (`people`) or column (`people.town`); or, by the version
    /// of a migration (`002_001_000`), whatever a way back loses that was written by hand, of which nobody knows what that is.
    #[must_use]
    pub fn give_up(mut self, name: impl Into<String>) -> Self {
        self.given_up.push(name.into());
        self
    }

    /// Runs all that is pending. If nothing is, that is one question to the database and no lock.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage) if the history and the files disagree, if a runner died in the middle of a statement
    /// ([`resolve`](Self::resolve)) or a migration has nothing for this dialect; of kind [`Busy`](Kind::Busy) if another runner
    /// is at work; those of the database, which say how far it came.
    pub async fn migrate_to_latest(&self) -> Result<Vec<Run>> {
        self.migrate(None).await
    }

    /// Runs what is pending up to a version, in the order in which migrations run.
    ///
    /// # Errors
    /// As for [`migrate_to_latest`](Self::migrate_to_latest), and one of kind [`Usage`](Kind::Usage) for an unknown version.
    pub async fn migrate_to(&self, version: &str) -> Result<Vec<Run>> {
        self.migrate(Some(version)).await
    }

    async fn migrate(&self, until: Option<&str>) -> Result<Vec<Run>> {
        // If its last rows were taken away, there is something pending.
        let rows = history::linked(self.db).await?;
        let pending = self.checked(rows.as_deref().unwrap_or_default(), until)?;
        if pending.is_empty() {
            return Ok(Vec::new());
        }
        match &rows {
            Some(rows) => end::is_there(self.db, rows).await?,
            None => history::ensure(self.db, self.limits, self.lock_wait).await?,
        }
        self.ask_ahead(&pending, rows.as_deref().unwrap_or_default()).await?;
        let (mut runs, mut known) = (Vec::new(), Known::of(rows.clone().unwrap_or_default()));
        let counts = pending.iter().map(|own| Ok(plan::statements(own, self.db.dialect())?.len()));
        let counts: Vec<usize> = counts.collect::<Result<_>>()?;
        for (migration, turn) in pending.iter().zip(Turn::of(&counts)) {
            runs.extend(self.apply(migration, turn, &mut known).await?);
        }
        Ok(runs)
    }

    /// Takes back what was applied after a version, last one first, by the ways back that the history kept.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage), before anything is touched, if the version was not applied, a migration has no way
    /// back, rows or values that were added since would be lost, or a way back was written by hand and does not say what it loses
    /// ([`unknown_losses`](Self::unknown_losses)), and nobody [gave them up](Self::give_up); otherwise as for [`migrate_to_latest`](Self::migrate_to_latest).
    pub async fn rollback_to_version(&self, version: &str) -> Result<Vec<Run>> {
        let rows = history::read(self.db).await?.unwrap_or_default();
        let Some(target) = rows.iter().find(|row| row.version == version) else {
            return Err(Error::new(
                Kind::Usage,
                format!("migration `{version}` is not applied, so there is no way back to it"),
            ));
        };
        if target.state != Progress::Applied {
            return Err(Error::new(Kind::Usage, plan::is_no_target(target, &rows)));
        }
        let position = target.position;
        self.take_back(&rows, rows.iter().rev().take_while(|row| row.position > position).collect()).await
    }

    /// Takes back all that was applied, last one first.
    ///
    /// # Errors
    /// As for [`rollback_to_version`](Self::rollback_to_version).
    pub async fn rollback_all(&self) -> Result<Vec<Run>> {
        let rows = history::read(self.db).await?.unwrap_or_default();
        self.take_back(&rows, rows.iter().rev().collect()).await
    }

    /// Takes these back, among all rows of the history.
    async fn take_back(&self, all: &[AppliedMigration], back: Vec<&AppliedMigration>) -> Result<Vec<Run>> {
        // Asked again after all of it was taken back, it has nothing to give up.
        if back.is_empty() {
            return Ok(Vec::new());
        }
        self.can_go_back(&back)?;
        let ways = back.iter().map(|row| (row.version.as_str(), way::statements_back(row)));
        self.knows_functions(ways.clone())?;
        let apart = ways.filter(|(_, statements)| !self.is_one_back(statements));
        self.bears_other_connections(apart.map(|(version, statements)| (version, 1, statements)))?;
        self.may_give_up(&back, all).await?;
        let (mut runs, mut known) = (Vec::new(), Known::of(all.to_vec()));
        let counts: Vec<usize> = back.iter().map(|row| way::statements_back(row).len()).collect();
        for (row, turn) in back.iter().zip(Turn::of(&counts)) {
            runs.extend(self.revert(row, turn, &mut known).await?);
        }
        Ok(runs)
    }

    /// The versions after this one, or all, whose ways back were written by hand, last one first: nobody knows what these lose, and
    /// each is [given up](Self::give_up) by its version. A file that says what its way back is worth (`"way_back": { "format": 1,
    /// "changes": [{ "of": "people", "class": "exact" }] }`) is not among them.
    ///
    /// # Errors
    /// As for [`get_applied_migrations`](Self::get_applied_migrations).
    pub async fn unknown_losses(&self, version: Option<&str>) -> Result<Vec<String>> {
        let rows = history::read(self.db).await?.unwrap_or_default();
        let after = rows.iter().rev().take_while(|row| Some(row.version.as_str()) != version);
        Ok(after.filter(|row| self.is_by_hand(row)).map(|row| row.version.clone()).collect())
    }

    /// What the database remembers, in the order of application.
    ///
    /// # Errors
    /// Those of the database; one of kind [`Usage`](Kind::Usage) if the history was changed by hand.
    pub async fn get_applied_migrations(&self) -> Result<Vec<AppliedMigration>> {
        Ok(history::read(self.db).await?.unwrap_or_default())
    }

    /// How every migration stands, those of the program in order, then those that only the database knows.
    ///
    /// # Errors
    /// As for [`get_applied_migrations`](Self::get_applied_migrations).
    pub async fn status(&self) -> Result<Vec<Status>> {
        Ok(self.standing(&history::read(self.db).await?.unwrap_or_default()))
    }

    /// Adopts a database that has the schema already: the migrations up to a version count as applied, and none of them runs.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage) if the database has a history, or the version is unknown; those of the database.
    pub async fn baseline(&self, version: &str) -> Result<()> {
        let adopted = self.due(&[], Some(version))?;
        history::ensure(self.db, self.limits, self.lock_wait).await?;
        let guard = self.lock().await?;
        let adopted = match history::read(&guard).await {
            Ok(Some(rows)) if !rows.is_empty() => {
                Err(Error::new(Kind::Usage, "the database has a history of migrations, so there is nothing to adopt"))
            }
            Ok(_) => self.adopt(&guard, &adopted).await,
            Err(error) => Err(error),
        };
        match adopted {
            Ok(()) => guard.commit().await,
            Err(error) => guard.rollback().await.and(Err(error)),
        }
    }

    /// Says what became of the statement in which a runner died, so that the next run can go on.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage) if the migration was not cut off; those of the database.
    pub async fn resolve(&self, version: &str, effect: Effect) -> Result<()> {
        // What nobody who is at work could change is refused without waiting for him.
        let rows = history::read(self.db).await?.unwrap_or_default();
        self.answered(&rows, version, effect)?;
        let guard = self.lock().await?;
        let rows = history::read(&guard).await?.unwrap_or_default();
        let resolved = self.resolve_row(&guard, &rows, version, effect).await;
        match resolved {
            Ok(()) => guard.commit().await,
            Err(error) => guard.rollback().await.and(Err(error)),
        }
    }
}

/// The user and the process.
fn whoami() -> String {
    let user = ["USER", "USERNAME", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    format!("{} (process {})", user.unwrap_or_else(|| "unknown".to_owned()), std::process::id())
}
