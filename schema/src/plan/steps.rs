//! Statements, each with the moment at which it runs, and clauses of one table that become one statement.

use crate::Dialect;
use crate::dialect::alter::OneAlter;

/// The moments, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Moment {
    DropReferences,
    DropKeys,
    DropTables,
    RenameTables,
    RenameColumns,
    RenameKeys,
    AddColumns,
    /// New columns get their values.
    Fill,
    Columns,
    /// Columns that are there get values where they have none.
    FillNulls,
    /// All have values by now.
    Strict,
    AddKeys,
    Numbers,
    CreateTables,
    AddReferences,
    Comments,
}

/// A statement.
struct Step {
    moment: Moment,
    /// The only table that it is about.
    table: Option<String>,
    /// Whether it is a clause of that table's `ALTER TABLE`.
    is_clause: bool,
    sql: String,
}

/// All statements of a plan.
pub(super) struct Steps {
    dialect: Dialect,
    one_alter: OneAlter,
    /// Whether each moment has statements of its own.
    apart: bool,
    steps: Vec<Step>,
    /// Clauses that run beside others.
    beside: Vec<String>,
}

impl Steps {
    pub(super) const fn new(dialect: Dialect, one_alter: OneAlter, apart: bool) -> Self {
        Self { dialect, one_alter, apart, steps: Vec::new(), beside: Vec::new() }
    }

    /// A clause of `ALTER TABLE`.
    pub(super) fn alter(&mut self, moment: Moment, table: &str, clause: impl Into<String>) {
        self.steps.push(Step { moment, table: Some(table.to_owned()), is_clause: true, sql: clause.into() });
    }

    /// Says that a clause runs beside others.
    pub(super) fn beside(&mut self, clause: &str) {
        self.beside.push(clause.to_owned());
    }

    /// A whole statement about one table.
    pub(super) fn about(&mut self, moment: Moment, table: &str, sql: impl Into<String>) {
        self.steps.push(Step { moment, table: Some(table.to_owned()), is_clause: false, sql: sql.into() });
    }

    /// A whole statement.
    pub(super) fn whole(&mut self, moment: Moment, sql: impl Into<String>) {
        self.steps.push(Step { moment, table: None, is_clause: false, sql: sql.into() });
    }

    /// In order, and the clauses that run beside others.
    pub(super) fn finished(mut self) -> (Vec<String>, Vec<String>) {
        // Stable: within a moment they stay as they came, table by table.
        self.steps.sort_by_key(|step| step.moment);
        let mut statements: Vec<String> = Vec::new();
        // The tables whose last statement takes more clauses: its place, and the moment of its last clause.
        let mut open: Vec<(String, usize, Moment)> = Vec::new();
        for step in std::mem::take(&mut self.steps) {
            let Some(table) = step.table else {
                open.clear();
                statements.push(step.sql);
                continue;
            };
            let last = open.iter().position(|(of, _, _)| *of == table).map(|at| open.remove(at));
            let last = last.filter(|(_, _, before)| step.is_clause && self.is_one(*before, step.moment));
            let target = last.and_then(|(_, at, _)| Some((at, statements.get_mut(at)?)));
            let at = if let Some((at, statement)) = target {
                statement.push_str(", ");
                statement.push_str(&step.sql);
                at
            } else {
                let start = if step.is_clause {
                    format!("ALTER TABLE {} ", self.dialect.quoted(&table))
                } else {
                    String::new()
                };
                statements.push(format!("{start}{}", step.sql));
                statements.len() - 1
            };
            if step.is_clause {
                open.push((table, at, step.moment));
            }
        }
        (statements, self.beside)
    }

    /// Whether clauses of two moments can be one statement, if no other one about the table is between them.
    fn is_one(&self, before: Moment, after: Moment) -> bool {
        use Moment::{AddColumns, AddKeys, Columns, DropKeys, RenameColumns, RenameKeys, Strict};
        let together: &[Moment] = match self.one_alter {
            OneAlter::No => return false,
            OneAlter::KeysAndColumns => &[DropKeys, RenameKeys, AddColumns, Columns, Strict, AddKeys],
            OneAlter::NamesAndColumns => &[RenameColumns, AddColumns, Columns, Strict],
        };
        before == after || (!self.apart && together.contains(&before) && together.contains(&after))
    }
}
