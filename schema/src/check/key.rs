//! Primary keys and unique constraints: of columns that are there, each once.

use crate::model::{TableDef, Text};
use crate::problem::{Place, Problem};
use crate::suggest;

/// The most columns of a key that every engine takes: MySQL and Firebird stop at 16.
pub(super) const MAX_KEY_COLUMNS: usize = 16;

/// `empty-column-list`, `unknown-column`, `duplicate-key-column`, `too-many-key-columns`.
pub(super) fn columns(def: &TableDef, problems: &mut Vec<Problem>) {
    // No columns mean no primary key.
    if !def.primary_key.columns.is_empty() {
        list(def, &def.primary_key.columns, Place::PrimaryKey, Place::PrimaryKeyColumn, problems);
    }
    for (n, unique) in def.uniques.iter().enumerate() {
        list(def, &unique.columns, Place::Unique(n), |column| Place::UniqueColumn(n, column), problems);
    }
}

/// The rules of any list of columns.
pub(super) fn list(
    def: &TableDef,
    columns: &[Text],
    whole: Place,
    place: impl Fn(usize) -> Place,
    problems: &mut Vec<Problem>,
) {
    if columns.is_empty() {
        problems.push(
            Problem::new("empty-column-list", whole, "the list of columns is empty").help("name at least one column"),
        );
    }
    if columns.len() > MAX_KEY_COLUMNS {
        let message = format!("{} columns, {MAX_KEY_COLUMNS} are the most on every engine", columns.len());
        problems.push(Problem::new("too-many-key-columns", whole, message));
    }
    for (n, column) in columns.iter().enumerate() {
        unknown(def, column, place(n), problems);
        if columns[..n].contains(column) {
            let message = format!("column `{column}` is named twice");
            problems.push(Problem::new("duplicate-key-column", place(n), message).help("leave out the second"));
        }
    }
}

/// `unknown-column`: the table has it.
pub(super) fn unknown(def: &TableDef, column: &str, place: Place, problems: &mut Vec<Problem>) {
    if def.column(column).is_none() {
        let problem = Problem::new("unknown-column", place, format!("table `{}` has no column `{column}`", def.name));
        problems.push(problem.help(suggest::help(column, def.columns.iter().map(|column| &*column.name))));
    }
}

/// `primary-key-nullable`: a key names its row, so none of it may be missing.
pub(super) fn nullable(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, column) in def.columns.iter().enumerate() {
        if column.nullable && def.is_key(&column.name) {
            let message = format!("`{}` is part of the primary key and cannot be an `Option`", column.name);
            problems
                .push(Problem::new("primary-key-nullable", Place::Column(n), message).help("take the `Option` away"));
        }
    }
}

/// `redundant-unique`: the same columns are unique already; Firebird and Oracle refuse a second constraint over them.
pub(super) fn redundant(def: &TableDef, problems: &mut Vec<Problem>) {
    let mut before: Vec<(Vec<&str>, &str)> = Vec::new();
    before.push((def.primary_key.columns.iter().map(|column| &**column).collect(), "the primary key"));
    let uniques = def.uniques.iter().enumerate();
    let uniques =
        uniques.map(|(n, unique)| (Place::Unique(n), unique.columns.iter().map(|column| &**column).collect()));
    let indexes =
        def.indexes.iter().enumerate().filter(|(_, index)| {
            index.unique && index.filter.is_none() && index.columns().count() == index.parts.len()
        });
    let indexes = indexes.map(|(n, index)| (Place::Index(n), index.columns().collect::<Vec<_>>()));
    for (place, columns) in uniques.chain(indexes) {
        if columns.is_empty() {
            continue;
        }
        match before.iter().find(|(known, _)| *known == columns) {
            Some((_, what)) => {
                let message = format!("{} is unique already, by {what}", columns.join(", "));
                problems.push(Problem::new("redundant-unique", place, message).help("leave this one out"));
            }
            None => before.push((columns, "another unique constraint")),
        }
    }
}
