//! The rules one table can be judged by, whatever the dialect. What only some dialects mind is found when they render.

pub mod advice;
mod column;
mod default;
mod expression;
mod foreign_key;
mod index;
mod key;
mod name;
mod past;

#[cfg(test)]
mod tests;

pub(crate) use default::mismatch as default_mismatch;

use crate::model::TableDef;
use crate::problem::Problem;

/// Everything that is wrong with a table. All rules run; none hides what another one finds.
pub fn table(def: &TableDef) -> Vec<Problem> {
    let mut problems = Vec::new();
    for rule in RULES {
        rule(def, &mut problems);
    }
    problems
}

/// A rule: looks at a table and adds what is wrong.
type Rule = fn(&TableDef, &mut Vec<Problem>);

const RULES: [Rule; 25] = [
    name::valid,
    name::unique,
    column::some,
    column::unique,
    column::length,
    column::decimal,
    column::enumeration,
    column::comment,
    column::auto_increment,
    column::generated,
    default::given,
    default::fits,
    key::columns,
    key::nullable,
    key::redundant,
    index::columns,
    index::duplicate,
    foreign_key::columns,
    foreign_key::count,
    foreign_key::actions,
    expression::conditions,
    expression::values,
    expression::fits,
    past::renamed,
    past::dropped,
];
