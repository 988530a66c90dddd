//! `redundant-index`: an index that is the left part of another one.

use super::Advice;
use crate::model::{IndexDef, IndexPart, TableDef, Text};
use crate::problem::{Place, Problem};

pub(super) const ADVICE: Advice = Advice {
    rule: "redundant-index",
    reason: "every write pays for it, and the longer index answers the same searches",
    find,
};

fn find(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, index) in def.indexes.iter().enumerate() {
        if index.unique || index.filter.is_some() || index.parts.is_empty() {
            continue;
        }
        let keys = def.uniques.iter().map(|unique| (&unique.name, &*unique.columns));
        let keys = keys.chain([(&def.primary_key.name, &*def.primary_key.columns)]);
        let by_key = keys.into_iter().find(|(_, columns)| begins_key(columns, index)).map(|(name, _)| name);
        let longer = def.indexes.iter().find(|other| other.filter.is_none() && begins(other, index));
        if let Some(name) = by_key.or(longer.map(|other| &other.name)) {
            let message = format!("index `{}` is the left part of `{name}`, which serves its searches", index.name);
            problems.push(Problem::new("redundant-index", Place::Index(n), message).help("leave it out"));
        }
    }
}

/// Whether the other one starts with all parts of this one and goes on, or is the same and unique.
fn begins(other: &IndexDef, index: &IndexDef) -> bool {
    let goes_on = other.parts.len() > index.parts.len() || (other.unique && other.parts.len() == index.parts.len());
    goes_on && other.parts.starts_with(&index.parts)
}

fn begins_key(columns: &[Text], index: &IndexDef) -> bool {
    let mut columns = columns.iter();
    index.parts.iter().all(|part| match part {
        IndexPart::Column { name, descending: false } => columns.next() == Some(name),
        IndexPart::Column { descending: true, .. } | IndexPart::Expression { .. } => false,
    })
}
