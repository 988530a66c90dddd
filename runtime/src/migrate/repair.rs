//! What is wrong with a history, and mending it: each thing by name, nothing by itself.

use tablewright_schema::suggest;

use super::back::Back;
use super::history::{self, AppliedMigration, Progress};
use super::plan::{self, Standing};
use super::run::usage;
use super::{Migrator, chain, end};
use crate::error::Result;
use crate::executor::Executor as _;
use crate::json::Json;
use crate::transaction::Transaction;

/// Something that is wrong with a history.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ailment {
    /// The row of this version is not what its hash says, or one before it was taken away:
    /// [`relink`](Migrator::relink) declares that the rows are right as they are.
    BrokenChain {
        /// The first version whose hash is wrong.
        version: String,
    },
    /// The history ended with this version, and that row is not there any more, or is another one: bring it back from a backup, or
    /// [`relink`](Migrator::relink) this version to declare that the history is right as it is.
    LostEnd {
        /// What the last version was.
        version: String,
    },
    /// The file of this version is another one than was applied: bring it back, or [`realign`](Migrator::realign) the history.
    /// Layout, line ends and the order of keys make no other file.
    ChangedFile {
        /// Its version.
        version: String,
    },
    /// It was begun and is not finished: the next run goes on, or [`forget`](Migrator::forget) it once what it did is undone. If it
    /// was being taken back, the next way back goes on, or `forget` it once the rest of that is done.
    Unfinished {
        /// Its version.
        version: String,
        /// Whether it was being taken back.
        back: bool,
        /// How many of its statements are done.
        done: usize,
        /// Whether the next one was about to run, and only the next run finds out what became of it.
        in_doubt: bool,
    },
    /// The database has it, and this program does not.
    Unknown {
        /// Its version.
        version: String,
    },
    /// It replaces several migrations, of which the database has some: migrate it with a program that still has those.
    Partly {
        /// Its version.
        version: String,
        /// Those that the database lacks, or has in another wording.
        missing: Vec<String>,
    },
}

impl std::fmt::Display for Ailment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::BrokenChain { version } => write!(
                f,
                "the history was changed by hand at `{version}`: bring it back from a backup, or `relink` it if it is right"
            ),
            Self::LostEnd { version } => write!(
                f,
                "the history ended with `{version}`, and that was taken away by hand: bring it back from a backup, or `relink` \
                 `{version}` if it is right as it is"
            ),
            Self::ChangedFile { version } => write!(
                f,
                "the file of `{version}` was changed after it was applied: bring it back, or `realign` the history with it"
            ),
            Self::Unfinished { version, back: false, done, in_doubt: false } => write!(
                f,
                "`{version}` stopped after {done} statements: the next run goes on; or undo them and `forget` it"
            ),
            Self::Unfinished { version, back: true, done, in_doubt: false } => write!(
                f,
                "the way back of `{version}` stopped after {done} statements: the next way back (`rollback_to_version`, \
                 `rollback_all`) goes on; or do the rest of it by hand and `forget` it"
            ),
            Self::Unfinished { version, back: false, done, in_doubt: true } => write!(
                f,
                "`{version}` was cut off in its statement {}: the next run finds out what became of it",
                done + 1
            ),
            Self::Unfinished { version, back: true, done, in_doubt: true } => write!(
                f,
                "the way back of `{version}` was cut off in its statement {}: the next way back (`rollback_to_version`, \
                 `rollback_all`) finds out what became of it",
                done + 1
            ),
            Self::Unknown { version } => {
                write!(f, "this program does not know `{version}`, and is older than the database")
            }
            Self::Partly { version, missing } => f.write_str(&plan::partly(version, missing)),
        }
    }
}

impl Migrator<'_> {
    /// Everything that is wrong with the history, in its order. Nothing is touched.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn diagnose(&self) -> Result<Vec<Ailment>> {
        let rows = history::rows(self.db).await?.unwrap_or_default();
        let broken = chain::broken(&rows).map(|row| row.version.clone());
        let broken = broken.map(|version| Ailment::BrokenChain { version });
        let lost = end::lost(self.db, &rows).await?.map(|end| Ailment::LostEnd { version: end.version });
        let found = self.standing(&rows).into_iter().filter_map(|status| {
            let version = status.version;
            match status.standing {
                Standing::Changed(_) => Some(Ailment::ChangedFile { version }),
                Standing::Stopped(row) | Standing::InDoubt(row) => {
                    let done = usize::try_from(row.step).unwrap_or(0);
                    let (back, in_doubt) = (row.is_on_its_way_back(), plan::is_in_doubt(&row));
                    Some(Ailment::Unfinished { version, back, done, in_doubt })
                }
                Standing::Unknown(_) => Some(Ailment::Unknown { version }),
                Standing::Partly(missing) => Some(Ailment::Partly { version, missing }),
                Standing::Pending | Standing::Elsewhere | Standing::Applied(_) => None,
            }
        });
        Ok(broken.into_iter().chain(lost).chain(found).collect())
    }

    /// Declares that the file of an applied migration was changed on purpose: the history takes its checksum and its way back.
    /// Nothing runs. Says whether there was anything to do.
    ///
    /// # Errors
    /// One of kind [`Usage`](crate::Kind::Usage) if it is not applied or has no file, or if its file replaces several migrations and the
    /// database has those; those of the database.
    pub async fn realign(&self, version: &str) -> Result<bool> {
        self.mend(version, |rows, at| {
            let migration = &self.migrations[self.position(version)?];
            if chain::is_broken(rows, at) {
                return Err(usage(format!(
                    "the history was changed by hand at `{version}`: `relink` it first if it is right"
                )));
            }
            if let Some(standing) = plan::replaced(migration, rows) {
                return Err(usage(no_alignment(version, &standing)));
            }
            let row = &mut rows[at];
            if row.is_on_its_way_back() {
                return Err(usage(format!(
                    "migration `{version}` is on its way back, by the statements that the history kept; finish that first"
                )));
            }
            if row.state != Progress::Applied {
                return Err(usage(format!(
                    "migration `{version}` is not finished; the next run takes its file as it is"
                )));
            }
            if row.checksum == migration.checksum {
                return Ok(Mending::Nothing);
            }
            let dialect = self.db.dialect();
            let statements = plan::statements(migration, dialect)?;
            row.checksum.clone_from(&migration.checksum);
            row.down_sql = Back::of(migration, dialect).map(Json);
            row.step = i32::try_from(statements.len()).unwrap_or(i32::MAX);
            row.done = history::done(statements, statements.len());
            Ok(Mending::Link)
        })
        .await
    }

    /// Declares that the history is right as it is up to this version and at it, although a hash says that it was changed by
    /// hand. What was changed by hand behind it stays wrong until it is declared right too. Of the version with which the history
    /// ended and that is not there any more it declares that it was taken away on purpose. Says whether there was anything to do.
    ///
    /// # Errors
    /// One of kind [`Usage`](crate::Kind::Usage) if another version is the first whose hash is wrong; those of the database.
    pub async fn relink(&self, version: &str) -> Result<bool> {
        if self.relink_end(version).await? {
            return Ok(true);
        }
        self.mend(version, |rows, _| match chain::broken(rows) {
            None => Ok(Mending::Nothing),
            Some(row) if row.version == version => Ok(Mending::Link),
            Some(row) => {
                Err(usage(format!("the history was changed by hand at `{}`, not at `{version}`", row.version)))
            }
        })
        .await
    }

    /// Declares that the history ends where it does, if it ended with this version and nothing else is wrong with it.
    async fn relink_end(&self, version: &str) -> Result<bool> {
        let guard = self.lock().await?;
        let relinked = async {
            let rows = history::rows(&guard).await?.unwrap_or_default();
            let end = end::lost(&guard, &rows).await?.filter(|end| end.version == version);
            match end.filter(|_| chain::broken(&rows).is_none()) {
                Some(_) => end::write(&guard).await.map(|()| true),
                None => Ok(false),
            }
        };
        match relinked.await {
            Ok(is_changed) => guard.commit().await.map(|()| is_changed),
            Err(error) => guard.rollback().await.and(Err(error)),
        }
    }

    /// Forgets a migration that was begun and not finished, once what it did is undone, be that on its way back: the next run begins
    /// it anew.
    ///
    /// # Errors
    /// One of kind [`Usage`](crate::Kind::Usage) if it is finished, or its last statement is in doubt; those of the database.
    pub async fn forget(&self, version: &str) -> Result<()> {
        let forgotten = self.mend(version, |rows, at| {
            let row = &rows[at];
            if row.state == Progress::Applied {
                return Err(usage(format!(
                    "migration `{version}` is finished: take it back with `rollback_to_version`"
                )));
            }
            if plan::is_in_doubt(row) {
                return Err(usage(plan::in_doubt(row)));
            }
            Ok(Mending::Remove)
        });
        forgotten.await.map(drop)
    }

    /// Changes rows under the lock, and links all from the changed one on anew, up to one that is wrong by itself. Whether there
    /// was anything to do.
    async fn mend(
        &self,
        version: &str,
        change: impl FnOnce(&mut [AppliedMigration], usize) -> Result<Mending> + Send,
    ) -> Result<bool> {
        let guard = self.lock().await?;
        match self.mended(&guard, version, change).await {
            Ok(is_changed) => guard.commit().await.map(|()| is_changed),
            Err(error) => guard.rollback().await.and(Err(error)),
        }
    }

    async fn mended(
        &self,
        guard: &Transaction,
        version: &str,
        change: impl FnOnce(&mut [AppliedMigration], usize) -> Result<Mending> + Send,
    ) -> Result<bool> {
        let mut rows = history::rows(guard).await?.unwrap_or_default();
        let Some(at) = rows.iter().position(|row| row.version == version) else {
            let help = suggest::help(version, rows.iter().map(|row| row.version.as_str()));
            return Err(usage(format!("the database has no migration `{version}`; {help}")));
        };
        let is_whole = end::lost(guard, &rows).await?.is_none_or(|end| end.version == version);
        // Nobody declared right what was changed there.
        let right = (at + 1..rows.len()).take_while(|behind| !chain::is_broken(&rows, *behind)).count();
        let mut linked = at..at + 1 + right;
        match change(&mut rows, at)? {
            Mending::Nothing => return Ok(false),
            Mending::Link => {}
            Mending::Remove => {
                let removed = rows.remove(at);
                AppliedMigration::dao(guard).delete(removed.position).await?;
                linked.end -= 1;
            }
        }
        for at in linked {
            let (before, rest) = rows.split_at_mut(at);
            let Some(row) = rest.first_mut() else { break };
            row.chain = chain::link(before.last(), row);
            AppliedMigration::dao(guard).update(row).await?;
        }
        // What is lost stays lost until somebody declares it right.
        if is_whole {
            end::write(guard).await?;
        }
        Ok(true)
    }
}

/// Why the history takes nothing from a file that stands for several of its rows.
fn no_alignment(version: &str, standing: &Standing) -> String {
    match standing {
        Standing::Partly(missing) => plan::partly(version, missing),
        Standing::Pending
        | Standing::Elsewhere
        | Standing::Applied(_)
        | Standing::Changed(_)
        | Standing::Stopped(_)
        | Standing::InDoubt(_)
        | Standing::Unknown(_) => format!(
            "migration `{version}` replaces others, which the database has as they were: the history keeps those, and there is \
             nothing to align"
        ),
    }
}

/// What there is to do.
enum Mending {
    Nothing,
    /// The rows from this one on are linked anew.
    Link,
    /// This row goes.
    Remove,
}
