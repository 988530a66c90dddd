//! A migration on its way, there or back.

use std::time::Instant;

use tablewright_schema::migration::Migration;

use super::event::Place;
use super::history::{AppliedMigration, Progress};
use super::{Run, Settled};
use crate::driver::Limits;
use crate::json::Json;

/// What runs, and how it is written down.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way<'m> {
    pub(super) place: Place<'m>,
    pub(super) statements: &'m [String],
    /// What is applied; nothing on the way back.
    pub(super) migration: Option<&'m Migration>,
    /// Whether all of it is one transaction.
    pub(super) is_one: bool,
    pub(super) start: Instant,
    /// How long its statements wait and run.
    pub(super) limits: Limits,
}

/// Which migration of a run it is, and where its statements are among those of the run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn {
    /// The first is 1.
    pub(super) number: usize,
    of: usize,
    before: usize,
    all: usize,
}

impl Turn {
    /// Those of a run whose migrations have so many statements.
    pub(super) fn of(counts: &[usize]) -> Vec<Self> {
        let all = counts.iter().sum();
        let turn = |(n, _)| Self { number: n + 1, of: counts.len(), before: counts[..n].iter().sum(), all };
        counts.iter().enumerate().map(turn).collect()
    }

    /// That of a migration alone.
    pub(super) const fn alone(statements: &[String]) -> Self {
        Self { number: 1, of: 1, before: 0, all: statements.len() }
    }
}

impl<'m> Way<'m> {
    /// The way there.
    pub(super) fn there(
        migration: &'m Migration,
        statements: &'m [String],
        is_one: bool,
        turn: Turn,
        limits: Limits,
    ) -> Self {
        let place = place(&migration.version, &migration.name, true, turn, statements);
        Self { place, statements, migration: Some(migration), is_one, start: Instant::now(), limits }
    }

    /// The way back, as the history kept it.
    pub(super) fn back(row: &'m AppliedMigration, turn: Turn, limits: Limits) -> Self {
        let statements = statements_back(row);
        let place = place(&row.version, &row.name, false, turn, statements);
        Self { place, statements, migration: None, is_one: false, start: Instant::now(), limits }
    }

    /// While its statements run.
    pub(super) fn moving(&self) -> Progress {
        if self.place.forward { Progress::Applying } else { Progress::Reverting }
    }

    /// After a statement was refused.
    pub(super) fn stopped(&self) -> Progress {
        if self.place.forward { Progress::Stopped } else { Progress::RevertStopped }
    }

    /// That it was run.
    pub(super) fn run(&self, settled: Option<Settled>) -> Run {
        Run {
            version: self.place.version.to_owned(),
            name: self.place.name.to_owned(),
            forward: self.place.forward,
            took: self.start.elapsed(),
            settled,
        }
    }
}

/// What the way back runs, as the history kept it.
pub(super) fn statements_back(row: &AppliedMigration) -> &[String] {
    row.down_sql.as_ref().map_or(&[], |Json(back)| &back.statements)
}

fn place<'m>(version: &'m str, name: &'m str, forward: bool, turn: Turn, statements: &[String]) -> Place<'m> {
    let Turn { number, of, before, all } = turn;
    Place { version, name, forward, number, of, statements: statements.len(), before, all }
}
