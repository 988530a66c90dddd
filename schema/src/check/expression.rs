//! Expressions: checks, filters, parts of indexes, computed columns.

use super::default::describe;
use crate::expr::{self, Context, SyntaxError};
use crate::model::{IndexPart, TableDef};
use crate::problem::{Place, Problem};

/// `check-syntax`, `filter-syntax`: conditions over the table's columns.
pub(super) fn conditions(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, check) in def.checks.iter().enumerate() {
        let place = |offset| Place::CheckExpression(n, offset);
        judge(def, "check-syntax", &check.expression, Context::Condition, place, problems);
    }
    for (n, index) in def.indexes.iter().enumerate() {
        if let Some(filter) = &index.filter {
            judge(def, "filter-syntax", filter, Context::Condition, |offset| Place::IndexFilter(n, offset), problems);
        }
    }
}

/// `generated-syntax`, `index-syntax`: values made of the table's columns.
pub(super) fn values(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, column) in def.columns.iter().enumerate() {
        if let Some(generated) = &column.generated {
            let place = |offset| Place::ColumnGenerated(n, offset);
            judge(def, "generated-syntax", &generated.expression, Context::Value, place, problems);
        }
    }
    for (n, index) in def.indexes.iter().enumerate() {
        for (m, part) in index.parts.iter().enumerate() {
            if let IndexPart::Expression { expression, .. } = part {
                let place = |offset| Place::IndexExpression(n, m, offset);
                judge(def, "index-syntax", expression, Context::Value, place, problems);
            }
        }
    }
}

/// `generated-type`: what is computed is a value the column can hold.
pub(super) fn fits(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, column) in def.columns.iter().enumerate() {
        let Some(generated) = &column.generated else { continue };
        // One that cannot be read is told of already.
        let Ok(expression) = expr::parse(&generated.expression) else { continue };
        if let Some(given) = expr::misfit(&expression, def, &column.data_type) {
            let holds = describe(&column.data_type);
            let message = format!("the expression gives {given}, and `{}` holds {holds}", column.name);
            let place = Place::ColumnGenerated(n, expression.offset);
            problems
                .push(Problem::new("generated-type", place, message).help("give the field the type of the expression"));
        }
    }
}

fn judge(
    def: &TableDef,
    rule: &'static str,
    text: &str,
    context: Context,
    place: impl Fn(usize) -> Place,
    problems: &mut Vec<Problem>,
) {
    let errors = match expr::parse(text) {
        Ok(expression) => expr::validate(&expression, def, context),
        Err(error) => vec![error],
    };
    problems.extend(errors.into_iter().map(|error| {
        let place = place(error.offset);
        problem(rule, place, error)
    }));
}

/// A mistake in an expression as a problem of the table.
pub(super) fn problem(rule: &'static str, place: Place, error: SyntaxError) -> Problem {
    Problem { rule, place, message: error.message, help: error.help }
}
