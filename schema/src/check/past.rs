//! What a table was before: names that nothing has any more.

use crate::model::TableDef;
use crate::problem::{Place, Problem};

/// `renamed-from-present`: the old name of a column is not the name of another one; `renamed-from-twice`: nor its old name.
pub(super) fn renamed(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, column) in def.columns.iter().enumerate() {
        if let Some(old) = &column.renamed_from
            && def.column(old).is_some()
        {
            let message = format!("`{}` cannot have been `{old}`, which is still a column", column.name);
            let problem = Problem::new("renamed-from-present", Place::ColumnRenamedFrom(n), message);
            problems.push(problem.help("take the other field out, or leave `renamed_from` out"));
        } else if let Some(old) = &column.renamed_from
            && let Some(other) = def.columns[..n].iter().find(|other| other.renamed_from.as_ref() == Some(old))
        {
            let message = format!("`{}` cannot have been `{old}`, which `{}` was", column.name, other.name);
            let problem = Problem::new("renamed-from-twice", Place::ColumnRenamedFrom(n), message);
            problems.push(problem.help("leave `renamed_from` out of one of them, which is new then"));
        }
    }
}

/// `dropped-present`: a column that is given up is no more there.
pub(super) fn dropped(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, name) in def.dropped.iter().enumerate() {
        if def.column(name).is_some() {
            let message = format!("`{name}` is dropped and still a column");
            let problem = Problem::new("dropped-present", Place::Dropped(n), message);
            problems.push(problem.help("take the field out, or leave the name out of `dropped`"));
        }
    }
}
