//! Statements, each with the moment at which it runs.

use crate::Dialect;

/// The moments, in order. Between those of a table, no other table matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Moment {
    DropReferences,
    DropKeys,
    DropTables,
    RenameTables,
    RenameColumns,
    RenameKeys,
    Columns,
    AddKeys,
    Numbers,
    CreateTables,
    AddReferences,
    Comments,
}

/// A statement.
struct Step {
    moment: Moment,
    /// The table whose `ALTER TABLE` it is a clause of; a whole statement if there is none.
    table: Option<String>,
    sql: String,
}

/// All statements of a plan.
pub(super) struct Steps {
    dialect: Dialect,
    /// Whether clauses that follow each other become one statement.
    merge: bool,
    steps: Vec<Step>,
}

impl Steps {
    pub(super) const fn new(dialect: Dialect, merge: bool) -> Self {
        Self { dialect, merge, steps: Vec::new() }
    }

    /// A clause of `ALTER TABLE`.
    pub(super) fn alter(&mut self, moment: Moment, table: &str, clause: impl Into<String>) {
        self.steps.push(Step { moment, table: Some(table.to_owned()), sql: clause.into() });
    }

    /// A whole statement.
    pub(super) fn whole(&mut self, moment: Moment, sql: impl Into<String>) {
        self.steps.push(Step { moment, table: None, sql: sql.into() });
    }

    /// In order.
    pub(super) fn finished(mut self) -> Vec<String> {
        // Stable: within a moment they stay as they came, table by table.
        self.steps.sort_by_key(|step| step.moment);
        let mut statements: Vec<String> = Vec::new();
        let mut open: Option<(Moment, String)> = None;
        for step in self.steps {
            let Some(table) = step.table else {
                open = None;
                statements.push(step.sql);
                continue;
            };
            let key = (step.moment, table);
            match statements.last_mut() {
                // A clause that speaks of a name cannot stand beside the one that gives it.
                Some(last) if self.merge && step.moment != Moment::RenameColumns && open.as_ref() == Some(&key) => {
                    last.push_str(", ");
                    last.push_str(&step.sql);
                }
                _ => statements.push(format!("ALTER TABLE {} {}", self.dialect.quoted(&key.1), step.sql)),
            }
            open = Some(key);
        }
        statements
    }
}
