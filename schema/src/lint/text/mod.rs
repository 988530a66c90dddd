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
use super::planned::Planned;
use super::token::Token;
use crate::model::TableDef;

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
    /// What was planned; nothing if a person wrote it.
    pub(crate) planned: &'a Planned<'a>,
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
pub(super) static LOSSES: [TextRule; 4] =
    [table_dropped::LINT, column_dropped::LINT, database_dropped::LINT, all_rows_deleted::LINT];

impl Hit {
    pub(crate) fn new(at: usize, of: &str, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { at, of: of.to_owned(), message: message.into(), help: help.into() }
    }
}

impl Body<'_> {
    /// The statements with their numbers.
    pub(crate) fn each(&self) -> impl Iterator<Item = (usize, &[Token])> {
        self.statements.iter().map(|statement| &*statement.tokens).enumerate()
    }
}
