//! Foreign keys, as far as one table can tell: their columns here, and what they do.

use super::key;
use crate::model::{Action, TableDef};
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

/// `foreign-key-set-null`, `foreign-key-set-default`: the columns can take what the action sets.
pub(super) fn actions(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, reference) in def.foreign_keys.iter().enumerate() {
        let columns = reference.columns.iter().filter_map(|name| def.column(name));
        for (action, place) in
            [(reference.on_delete, Place::ForeignKeyOnDelete(n)), (reference.on_update, Place::ForeignKeyOnUpdate(n))]
        {
            let mut columns = columns.clone();
            match action {
                Action::SetNull => {
                    let Some(column) = columns.find(|column| !column.nullable) else { continue };
                    let message = format!("`set_null` cannot work: `{}` is required", column.name);
                    let problem = Problem::new("foreign-key-set-null", place, message);
                    problems.push(problem.help("make the field an `Option`, or use `cascade` or `restrict`"));
                }
                Action::SetDefault => {
                    let Some(column) = columns.find(|column| column.default.is_none()) else { continue };
                    let message = format!("`set_default` cannot work: `{}` has no default", column.name);
                    let problem = Problem::new("foreign-key-set-default", place, message);
                    problems.push(problem.help("give the column a default, or use `cascade` or `restrict`"));
                }
                Action::NoAction | Action::Restrict | Action::Cascade => {}
            }
        }
    }
}
