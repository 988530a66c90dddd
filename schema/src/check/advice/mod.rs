//! What works and will hurt: warnings, each of which can be allowed at one place, with a reason.

mod float_key;
mod float_money;
mod foreign_key_without_index;
mod narrow_key;
mod no_primary_key;
mod personal_key;
mod redundant_index;
mod timestamp_without_zone;
mod wide_key;

#[cfg(test)]
mod tests;

use crate::model::TableDef;
use crate::problem::{Place, Problem};

/// A rule that only warns.
#[derive(Debug, Clone, Copy)]
pub struct Advice {
    /// The rule's name, in kebab-case.
    pub rule: &'static str,
    /// Why it warns, in one sentence.
    pub reason: &'static str,
    find: fn(&TableDef, &mut Vec<Problem>),
}

/// All of them, in the order in which they are reported.
pub const ALL: [Advice; 9] = [
    no_primary_key::ADVICE,
    narrow_key::ADVICE,
    wide_key::ADVICE,
    float_key::ADVICE,
    personal_key::ADVICE,
    foreign_key_without_index::ADVICE,
    redundant_index::ADVICE,
    float_money::ADVICE,
    timestamp_without_zone::ADVICE,
];

/// Everything that will hurt in a table that is right.
pub fn table(def: &TableDef) -> Vec<Problem> {
    let mut problems = Vec::new();
    for advice in &ALL {
        (advice.find)(def, &mut problems);
    }
    problems
}

/// The rule of this name, which may be spelt with `_`.
pub fn named(name: &str) -> Option<&'static Advice> {
    ALL.iter().find(|advice| advice.rule.replace('-', "_") == name.replace('-', "_"))
}

/// The column that a problem is about: a key or an index belongs to its first one.
pub fn column(def: &TableDef, place: Place) -> Option<usize> {
    let position = |name: &str| def.columns.iter().position(|column| column.name == name);
    match place {
        Place::Table | Place::RenamedFrom | Place::Dropped(_) | Place::Check(_) | Place::CheckExpression(..) => None,
        Place::Column(n)
        | Place::ColumnType(n)
        | Place::ColumnDefault(n)
        | Place::ColumnRenamedFrom(n)
        | Place::ColumnGenerated(n, _) => Some(n),
        Place::PrimaryKey | Place::PrimaryKeyColumn(_) => position(def.primary_key.columns.first()?),
        Place::Unique(n) | Place::UniqueColumn(n, _) => position(def.uniques.get(n)?.columns.first()?),
        Place::Index(n) | Place::IndexPart(n, _) | Place::IndexExpression(n, ..) | Place::IndexFilter(n, _) => {
            position(def.indexes.get(n)?.parts.first()?.column()?)
        }
        Place::ForeignKey(n)
        | Place::ForeignKeyColumn(n, _)
        | Place::ForeignKeyOnDelete(n)
        | Place::ForeignKeyOnUpdate(n) => position(def.foreign_keys.get(n)?.columns.first()?),
    }
}
