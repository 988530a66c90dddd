//! Foreign keys, as far as one table can tell: their columns here, and what they do.

use super::key;
use crate::model::{Action, ColumnDef, ColumnDefault, DataType, TableDef};
use crate::problem::{Place, Problem};

/// `empty-column-list`, `unknown-column`, `duplicate-key-column`.
pub(super) fn columns(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, reference) in def.foreign_keys.iter().enumerate() {
        let place = |column| Place::ForeignKeyColumn(n, column);
        key::list(def, &reference.columns, Place::ForeignKey(n), place, problems);
    }
}

/// `foreign-key-column-count`: as many columns there as here.
pub(super) fn count(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, reference) in def.foreign_keys.iter().enumerate() {
        let (here, there) = (reference.columns.len(), reference.target_columns.len());
        if here != there {
            let message = format!("{here} columns here point to {there} there");
            let problem = Problem::new("foreign-key-column-count", Place::ForeignKey(n), message);
            problems.push(problem.help("name as many columns of the target as of this table, in the same order"));
        }
    }
}

/// `foreign-key-set-null`, `foreign-key-set-default`, `foreign-key-generated`: the columns can take what the action sets.
pub(super) fn actions(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, reference) in def.foreign_keys.iter().enumerate() {
        let columns = reference.columns.iter().filter_map(|name| def.column(name));
        for (action, place, sets) in [
            (reference.on_delete, Place::ForeignKeyOnDelete(n), reference.on_delete.sets_on_delete()),
            (reference.on_update, Place::ForeignKeyOnUpdate(n), reference.on_update.sets_on_update()),
        ] {
            let mut columns = columns.clone();
            if let Some(column) = columns.clone().find(|column| sets && column.generated.is_some()) {
                let word = action.sql().to_ascii_lowercase().replace(' ', "_");
                let message = format!("`{word}` cannot work: `{}` is computed", column.name);
                let problem = Problem::new("foreign-key-generated", place, message);
                problems.push(problem.help("use `no_action` or `restrict`, or a column that is not computed"));
                continue;
            }
            match action {
                Action::SetNull => {
                    let Some(column) = columns.find(|column| !column.nullable) else { continue };
                    let message = format!("`set_null` cannot work: `{}` is required", column.name);
                    let problem = Problem::new("foreign-key-set-null", place, message);
                    problems.push(problem.help("make the field an `Option`, or use `cascade` or `restrict`"));
                }
                Action::SetDefault => {
                    let Some(column) = columns.find(|column| !has_default(column)) else { continue };
                    let (why, help) = match &column.default {
                        Some(_) => ("has none in the database", "give the column a constant default"),
                        None => ("has no default", "give the column a default"),
                    };
                    let message = format!("`set_default` cannot work: `{}` {why}", column.name);
                    let problem = Problem::new("foreign-key-set-default", place, message);
                    problems.push(problem.help(format!("{help}, or use `cascade` or `restrict`")));
                }
                Action::NoAction | Action::Restrict | Action::Cascade => {}
            }
        }
    }
}

/// Whether the database has a default for it. UUIDs are made by the program, and so is the time where the type of a column
/// is not known here.
fn has_default(column: &ColumnDef) -> bool {
    match &column.default {
        Some(ColumnDefault::Literal(_) | ColumnDefault::Expression(_)) => true,
        Some(ColumnDefault::Now) => !matches!(column.data_type, DataType::Late(_)),
        Some(ColumnDefault::Uuid) | None => false,
    }
}
