//! Names: written so that every engine takes them, and each used once.

use std::collections::BTreeMap;

use crate::model::TableDef;
use crate::name::MAX_BYTES;
use crate::problem::{Place, Problem};

/// Every name of the table with the part it belongs to.
fn names(def: &TableDef) -> Vec<(Place, &str)> {
    let mut names = vec![(Place::Table, &*def.name)];
    names.extend(def.columns.iter().enumerate().map(|(n, column)| (Place::Column(n), &*column.name)));
    names.extend(constraints(def));
    names
}

/// The names of keys, checks and indexes.
fn constraints(def: &TableDef) -> Vec<(Place, &str)> {
    let mut names = Vec::new();
    if !def.primary_key.columns.is_empty() {
        names.push((Place::PrimaryKey, &*def.primary_key.name));
    }
    names.extend(def.uniques.iter().enumerate().map(|(n, unique)| (Place::Unique(n), &*unique.name)));
    names.extend(def.checks.iter().enumerate().map(|(n, check)| (Place::Check(n), &*check.name)));
    names.extend(def.indexes.iter().enumerate().map(|(n, index)| (Place::Index(n), &*index.name)));
    names.extend(def.foreign_keys.iter().enumerate().map(|(n, key)| (Place::ForeignKey(n), &*key.name)));
    names
}

/// `invalid-name`, `name-too-long`: letters, digits and `_`, no digit first, and at most 63 bytes, the least that
/// PostgreSQL and Firebird 4 take. It also closes every road by which a name could leave its quotes.
pub(super) fn valid(def: &TableDef, problems: &mut Vec<Problem>) {
    for (place, name) in names(def) {
        let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        if !starts_well || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            let problem = Problem::new("invalid-name", place, format!("`{}` cannot be a name", name.escape_debug()));
            problems.push(problem.help(format!("use letters, digits and `_`, as in `{}`", corrected(name))));
        } else if name.len() > MAX_BYTES {
            let message = format!("`{name}` is {} bytes long, {MAX_BYTES} are the most on every engine", name.len());
            problems.push(Problem::new("name-too-long", place, message).help("choose a shorter name"));
        }
    }
}

fn corrected(name: &str) -> String {
    let fixed = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect::<String>();
    let fixed = fixed.trim_matches('_');
    match fixed.chars().next() {
        None => "name".to_owned(),
        Some(c) if c.is_ascii_digit() => format!("_{fixed}"),
        Some(_) => fixed.to_owned(),
    }
}

/// `duplicate-name`: two keys, checks or indexes of one name, also if only capitals differ, which some engines fold.
pub(super) fn unique(def: &TableDef, problems: &mut Vec<Problem>) {
    let mut seen = BTreeMap::new();
    for (place, name) in constraints(def) {
        if let Some(first) = seen.insert(name.to_lowercase(), name) {
            let message = format!("two constraints or indexes are called `{name}`{}", case_note(first, name));
            problems.push(Problem::new("duplicate-name", place, message).help("give one of them another `name`"));
        }
    }
}

/// What to add if two names differ in capitals only.
pub(super) fn case_note(first: &str, second: &str) -> String {
    if first == second {
        String::new()
    } else {
        format!(" (`{first}` differs in capitals only, which some engines fold)")
    }
}
