//! One rendering: the table, the dialect, and the problems found on the way.

use super::Dialect;
use super::name_space::Made;
use super::rules::{Limit, Rules};
use crate::expr::{self, SyntaxError};
use crate::model::{DataType, TableDef};
use crate::problem::{Place, Problem};

/// What every part of a rendering needs.
pub(crate) struct Context<'a> {
    pub(crate) def: &'a TableDef,
    pub(crate) dialect: Dialect,
    pub(crate) rules: &'static dyn Rules,
    /// The names that columns were given on the way.
    pub(crate) made: Vec<Made>,
    problems: Vec<Problem>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(def: &'a TableDef, dialect: Dialect) -> Self {
        Self { def, dialect, rules: dialect.rules(), made: Vec::new(), problems: Vec::new() }
    }

    /// The table's name, quoted.
    pub(crate) fn table(&self) -> String {
        self.quote(&self.def.name)
    }

    pub(crate) fn quote(&self, name: &str) -> String {
        self.dialect.quoted(name)
    }

    /// Names, quoted, with commas between.
    pub(crate) fn list<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> String {
        names.into_iter().map(|name| self.quote(name)).collect::<Vec<_>>().join(", ")
    }

    /// A condition in the dialect; one that cannot be read or written is a problem, at the place of its byte offset.
    pub(crate) fn condition(&mut self, text: &str, place: impl Fn(usize) -> Place) -> String {
        self.rendered(expr::render(text, self.def, self.dialect), place)
    }

    /// A value in the dialect, as a column of the type `target` keeps it, if that is what it is for; problems as with a
    /// condition.
    pub(crate) fn value(&mut self, text: &str, target: Option<&DataType>, place: impl Fn(usize) -> Place) -> String {
        self.rendered(expr::render_value(text, self.def, target, self.dialect), place)
    }

    fn rendered(&mut self, rendered: Result<String, SyntaxError>, place: impl Fn(usize) -> Place) -> String {
        match rendered {
            Ok(sql) => sql,
            Err(error) => {
                self.problem("expression", place(error.offset), Limit { message: error.message, help: error.help });
                String::new()
            }
        }
    }

    /// Keeps a problem; its message is told which dialect has it.
    pub(crate) fn problem(&mut self, rule: &'static str, place: Place, limit: Limit) {
        let mut problem = Problem::new(rule, place, format!("{}: {}", self.dialect, limit.message));
        problem.help = limit.help;
        self.problems.push(problem);
    }

    /// The names that were made, and the problems.
    pub(crate) fn finish(self) -> (Vec<Made>, Vec<Problem>) {
        (self.made, self.problems)
    }
}
