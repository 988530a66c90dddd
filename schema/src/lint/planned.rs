//! What a migration says of itself: which of the statements that take something away are those of a plan.

use crate::diff::{Change, Verb};
use crate::migration::Migration;
use crate::plan::{ASIDE, Class, REBUILT, aside};

/// The changes that were planned, and what was purged; neither if a person wrote it all.
pub(crate) struct Planned<'a> {
    changes: &'a [Change],
    /// The tables that hold what was kept aside, and are given up for good.
    pub(super) purged: Vec<&'a str>,
}

impl<'a> Planned<'a> {
    pub(super) fn of(migration: &'a Migration) -> Self {
        let shapes = migration.way_back.changes.iter().filter(|change| change.class == Class::Shape);
        let purged = shapes.map(|change| change.of.as_str()).filter(|name| name.starts_with(ASIDE)).collect();
        Self { changes: &migration.changes, purged }
    }

    /// Whether no changes were planned.
    pub(crate) fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Whether a plan drops this table: one that goes, whose values it has copied, or that somebody purged by name.
    pub(super) fn drops_table(&self, name: &str) -> bool {
        let drops = |change: &Change| match change.verb {
            Verb::Drop => is(&change.table, name),
            // Where a table cannot get another name, it is made anew under it.
            Verb::Rename => is(&change.from, name),
            Verb::Add | Verb::Change => false,
        };
        self.of_tables().any(drops)
            || self.purged.iter().any(|purged| is(purged, name))
            || (!self.is_empty() && name.starts_with(REBUILT))
    }

    /// Whether a plan drops this column: one that comes or goes, or whose values it has copied into another of that name. One that only
    /// gets another name stays.
    pub(super) fn drops_column(&self, table: &str, name: &str) -> bool {
        let of_column = self.changes.iter().filter(|change| change.column().is_some());
        let mut of_column = of_column.filter(|change| is(&change.table, table) || self.was(table, &change.table));
        let drops = |change: &Change| match change.verb {
            Verb::Add | Verb::Drop | Verb::Change => change.column().is_some_and(|column| is(column, name)),
            Verb::Rename => is(&change.from, name),
        };
        // Of one that goes and is kept aside, what is computed goes first.
        let is_of_dropped = |change: &Change| {
            change.verb == Verb::Drop && (is(&change.table, table) || is(&aside(&change.table), table))
        };
        of_column.any(drops) || self.of_tables().any(is_of_dropped)
    }

    /// Whether it makes this table out of another one: it holds what that one held.
    pub(super) fn fills(&self, table: &str) -> bool {
        table.starts_with(ASIDE)
            || self.of_tables().any(|change| change.verb == Verb::Rename && is(&change.table, table))
    }

    fn was(&self, old: &str, new: &str) -> bool {
        self.of_tables().any(|change| change.verb == Verb::Rename && is(&change.from, old) && is(&change.table, new))
    }

    fn of_tables(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.part.is_empty())
    }
}

fn is(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}
