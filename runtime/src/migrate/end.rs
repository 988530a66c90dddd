//! How the history ends, written down beside it: its last rows cannot be taken away unseen, for no hash behind them tells.

use std::str::FromStr;
use std::time::Duration;

use super::history::{self, AppliedMigration, MigrationLock, NewMigrationLock};
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::table::Table as _;

/// The row of the lock's table that says it.
const END: i32 = 3;
/// How long another runner is waited for that is writing.
const PAUSE: Duration = Duration::from_millis(20);

/// The end of a history. As a text, as the database keeps it: count, hash and version with blanks between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct End {
    /// How many rows there are.
    pub(super) count: usize,
    /// The hash of the last of them; empty if there is none.
    chain: String,
    /// Its version.
    pub(super) version: String,
}

impl End {
    fn of(count: usize, last: Option<&AppliedMigration>) -> Self {
        let (chain, version) = last.map(|row| (row.chain.clone(), row.version.clone())).unwrap_or_default();
        Self { count, chain, version }
    }

    /// Whether these rows, of which there is one at least, end so.
    pub(super) fn is_of(&self, rows: &[AppliedMigration]) -> bool {
        self.count == rows.len() && !self.is_lost(rows)
    }

    /// Whether the row is not there that was the last one. Older releases, which do not write down the end, may have added some.
    fn is_lost(&self, rows: &[AppliedMigration]) -> bool {
        let last = self.count.checked_sub(1);
        last.is_some_and(|last| rows.get(last).is_none_or(|row| row.chain != self.chain || row.version != self.version))
    }
}

impl std::fmt::Display for End {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.count, self.chain, self.version)
    }
}

impl FromStr for End {
    type Err = ();

    fn from_str(text: &str) -> std::result::Result<Self, ()> {
        let mut parts = text.splitn(3, ' ');
        let mut next = || parts.next().map(str::to_owned).ok_or(());
        Ok(Self { count: next()?.parse().map_err(drop)?, chain: next()?, version: next()? })
    }
}

/// The end that was written down, if the history does not have it any more. Nothing if an older release wrote the history.
pub(super) async fn lost(executor: &impl Executor, rows: &[AppliedMigration]) -> Result<Option<End>> {
    let mut known = read(executor).await?;
    let mut is_lost = known.as_ref().is_some_and(|end| end.is_lost(rows));
    while is_lost {
        // Another runner may have written between the two questions; what it writes down of both is one transaction.
        tokio::time::sleep(PAUSE).await;
        let rows = history::rows(executor).await?.unwrap_or_default();
        let now = read(executor).await?;
        is_lost = now.as_ref().is_some_and(|end| end.is_lost(&rows));
        if is_lost && now == known {
            return Ok(now);
        }
        known = now;
    }
    Ok(None)
}

/// Refuses a history without its last rows.
pub(super) async fn is_there(executor: &impl Executor, rows: &[AppliedMigration]) -> Result<()> {
    lost(executor, rows).await?.map_or(Ok(()), |End { count, version, .. }| {
        Err(Error::new(
            Kind::Usage,
            format!(
                "the history of migrations was changed by hand: it had {count} rows, of which the last one, `{version}`, is not \
                 there any more; bring `tablewright_migrations` back from a backup, or `relink` that version if it is right as it is"
            ),
        ))
    })
}

/// Writes down how it ends now: in one transaction with what changed it.
pub(super) async fn write(executor: &impl Executor) -> Result<()> {
    let history = AppliedMigration::dao(executor);
    let count = usize::try_from(history.count(crate::Condition::all()).await?).unwrap_or(usize::MAX);
    let last = history.all().order_by(AppliedMigration::POSITION.desc()).limit(1).one().await?;
    let end = End::of(count, last.as_ref()).to_string();
    let patch = MigrationLock::patch().set(MigrationLock::HOLDER, end.as_str());
    let lock = MigrationLock::dao(executor);
    match lock.patch_where(MigrationLock::ID.eq(END), patch).await? {
        0 => lock.create(NewMigrationLock::new(END, end)).await.map(drop),
        _ => Ok(()),
    }
}

/// The end that was written down.
pub(super) async fn read(executor: &impl Executor) -> Result<Option<End>> {
    let row = async || MigrationLock::dao(executor).find(END).await;
    let row = match row().await {
        Ok(row) => row,
        Err(error) if error.kind() != Kind::MissingObject => return Err(error),
        Err(_) if history::is_missing(executor, MigrationLock::NAME).await => None,
        // A runner has made it just now.
        Err(error) => row().await.map_err(|_| error)?,
    };
    Ok(row.and_then(|row| row.holder.parse().ok()))
}
