//! Rules about SQL that somebody wrote, whatever the engine.

mod all_rows_deleted;
mod cascade;
mod column_dropped;
mod database_dropped;
mod effect_undeclared;
mod no_statement;
mod rows_and_tables;
mod several_statements;
mod table_dropped;
mod transaction_inside;

use super::Rule;
use super::token::Token;
use crate::diff::{Change, Verb};
use crate::model::TableDef;

/// The start of the names of tables that only plans make.
const OWN: &str = "_tablewright_";

/// A rule about texts.
pub(crate) struct TextRule {
    pub(crate) rule: Rule,
    pub(crate) find: fn(&Body<'_>) -> Vec<Hit>,
}

/// One way of a migration: there or back, for a dialect or for all.
pub(crate) struct Body<'a> {
    pub(crate) statements: &'a [Statement],
    /// Whether it is the way there.
    pub(crate) is_forward: bool,
    /// Whether all of it runs in one transaction, on an engine that can undo DDL.
    pub(crate) in_transaction: bool,
    /// The tables that the changes are about that were planned; none if a person wrote it.
    pub(crate) planned: &'a [&'a str],
    /// The tables of the last snapshot.
    pub(crate) tables: &'a [TableDef],
}

/// A statement.
pub(crate) struct Statement {
    /// Without comments.
    pub(crate) tokens: Vec<Token>,
}

/// What one of them found.
pub(crate) struct Hit {
    /// Which statement.
    pub(crate) at: usize,
    pub(crate) of: String,
    pub(crate) message: String,
    pub(crate) help: String,
}

/// All of them, in the order in which they are reported.
pub(super) static ALL: [TextRule; 10] = [
    table_dropped::LINT,
    column_dropped::LINT,
    database_dropped::LINT,
    all_rows_deleted::LINT,
    cascade::LINT,
    transaction_inside::LINT,
    several_statements::LINT,
    no_statement::LINT,
    rows_and_tables::LINT,
    effect_undeclared::LINT,
];

/// Those about what goes with its values.
pub(super) static LOSSES: [TextRule; 3] = [table_dropped::LINT, column_dropped::LINT, all_rows_deleted::LINT];

impl Hit {
    pub(crate) fn new(at: usize, of: &str, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { at, of: of.to_owned(), message: message.into(), help: help.into() }
    }
}

/// The tables that changes are about, by all names that these have there.
pub(super) fn planned(changes: &[Change]) -> Vec<&str> {
    let renamed = |change: &&Change| change.verb == Verb::Rename && change.part.is_empty();
    let old = changes.iter().filter(renamed).map(|change| change.from.as_str());
    changes.iter().map(|change| change.table.as_str()).chain(old).collect()
}

impl Body<'_> {
    /// Whether a statement about this table is a person's, and not of a plan, which drops what it has copied.
    pub(crate) fn is_by_hand(&self, table: &str) -> bool {
        let is_of_a_plan = table.starts_with(OWN) || self.planned.iter().any(|own| own.eq_ignore_ascii_case(table));
        self.planned.is_empty() || !is_of_a_plan
    }

    /// The statements with their numbers.
    pub(crate) fn each(&self) -> impl Iterator<Item = (usize, &[Token])> {
        self.statements.iter().map(|statement| &*statement.tokens).enumerate()
    }
}
