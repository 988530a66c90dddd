//! Indexes: of columns that are there, each index once.

use super::key::{MAX_KEY_COLUMNS, unknown};
use crate::model::{IndexPart, TableDef};
use crate::problem::{Place, Problem};

/// `empty-column-list`, `unknown-column`, `index-part-twice`, `too-many-key-columns`.
pub(super) fn columns(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, index) in def.indexes.iter().enumerate() {
        if index.parts.is_empty() {
            let problem = Problem::new("empty-column-list", Place::Index(n), "the list of columns is empty");
            problems.push(problem.help("name at least one column"));
        }
        if index.parts.len() > MAX_KEY_COLUMNS {
            let message = format!("{} columns, {MAX_KEY_COLUMNS} are the most on every engine", index.parts.len());
            problems.push(Problem::new("too-many-key-columns", Place::Index(n), message));
        }
        for (m, part) in index.parts.iter().enumerate() {
            let place = Place::IndexPart(n, m);
            let Some(column) = part.column() else { continue };
            unknown(def, column, place, problems);
            if index.parts[..m].iter().any(|earlier| earlier.column() == Some(column)) {
                let message = format!("column `{column}` is in the index twice");
                problems.push(Problem::new("index-part-twice", place, message).help("leave out the second"));
            }
        }
    }
}

/// `duplicate-index`: two indexes over the same, which costs every writer and helps no reader; Oracle refuses it.
pub(super) fn duplicate(def: &TableDef, problems: &mut Vec<Problem>) {
    let same = |left: &[IndexPart], right: &[IndexPart]| !left.is_empty() && left == right;
    for (n, index) in def.indexes.iter().enumerate() {
        let earlier =
            def.indexes[..n].iter().find(|other| same(&other.parts, &index.parts) && other.filter == index.filter);
        if let Some(other) = earlier {
            let message = format!("index `{}` is over the same columns as `{}`", index.name, other.name);
            problems.push(Problem::new("duplicate-index", Place::Index(n), message).help("leave out one of them"));
        }
    }
}
