//! What a run knows of the history by now: under the lock only what came since is read.

use super::history::{self, AppliedMigration, Progress};
use super::{chain, end};
use crate::error::Result;
use crate::executor::Executor;

/// The history as a run found it, which goes from one migration to the next.
#[derive(Debug)]
pub(super) struct Known(Vec<AppliedMigration>);

impl Known {
    /// All rows, as they were read and looked at.
    pub(super) const fn of(rows: Vec<AppliedMigration>) -> Self {
        Self(rows)
    }

    /// All rows as they are: of those that are known, as many as lead to the end that is written down, and those that came since.
    /// All is read anew where that does not fit together, for somebody else was at work, or nobody wrote down the end.
    ///
    /// # Errors
    /// As for [`history::read`].
    pub(super) async fn now(&mut self, executor: &impl Executor) -> Result<&[AppliedMigration]> {
        if !self.is_continued(executor).await? {
            self.0 = history::read(executor).await?.unwrap_or_default();
        }
        Ok(&self.0)
    }

    /// Whether the rows that are known lead to the end, alone or with those behind them. Each row is hashed with the one before it,
    /// so that the last one tells of all.
    async fn is_continued(&mut self, executor: &impl Executor) -> Result<bool> {
        let Some(end) = end::read(executor).await? else { return Ok(false) };
        self.0.truncate(end.count);
        // What changes in one that is not finished no hash tells.
        let Some(last) = self.0.last().filter(|row| row.state == Progress::Applied) else { return Ok(false) };
        if self.0.len() < end.count {
            let known = self.0.len();
            let newer = AppliedMigration::POSITION.gt(last.position);
            let newer = AppliedMigration::dao(executor).find_all(newer).order_by(AppliedMigration::POSITION.asc());
            self.0.extend(newer.await?);
            if (known..self.0.len()).any(|at| chain::is_broken(&self.0, at)) {
                return Ok(false);
            }
        }
        Ok(end.is_of(&self.0))
    }
}
