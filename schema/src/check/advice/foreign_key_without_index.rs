//! `foreign-key-without-index`: a reference that is looked up by reading the whole table.

use super::Advice;
use crate::model::{IndexDef, TableDef, Text};
use crate::problem::{Place, Problem};

pub(super) const ADVICE: Advice = Advice {
    rule: "foreign-key-without-index",
    reason: "to delete a row there reads, and on Oracle locks, this whole table; only MySQL and MariaDB add an index",
    find,
};

fn find(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, reference) in def.foreign_keys.iter().enumerate() {
        let columns = &*reference.columns;
        let keys = def.uniques.iter().map(|unique| &*unique.columns).chain([&*def.primary_key.columns]);
        let by_key = keys.into_iter().any(|key| starts_with(key.iter().map(|name| &**name), columns));
        let by_index = def.indexes.iter().filter(|index| index.filter.is_none());
        let by_index = by_index.map(plain_start).any(|start| starts_with(start.into_iter(), columns));
        if !columns.is_empty() && !by_key && !by_index {
            let names = columns.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            let message = format!("no index starts with {names}, which point to another table");
            let problem = Problem::new("foreign-key-without-index", Place::ForeignKey(n), message);
            problems.push(problem.help(match columns {
                [_] => "write `#[index]` on the field".to_owned(),
                several => format!("write `#[index(columns({}))]` on the struct", several.join(", ")),
            }));
        }
    }
}

/// The columns of an index up to the first expression.
fn plain_start(index: &IndexDef) -> Vec<&str> {
    index.parts.iter().map_while(|part| part.column()).collect()
}

/// Whether the first names are these, in whatever order.
fn starts_with<'a>(names: impl Iterator<Item = &'a str>, columns: &[Text]) -> bool {
    let start: Vec<&str> = names.take(columns.len()).collect();
    start.len() == columns.len() && columns.iter().all(|column| start.contains(&&**column))
}
