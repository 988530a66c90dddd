//! Judges a table by the rules of `tablewright_schema::check`, and points at the tokens.

use tablewright_schema::Place;

use crate::errors::Errors;
use crate::lower::wrong_default;
use crate::lowered::Lowered;

const INVALID_NAME: &str = "invalid-name";

/// Adds what is wrong with a table.
pub fn table(lowered: &mut Lowered, errors: &mut Errors) {
    let problems = tablewright_schema::check::table(&lowered.def);
    let (made, given): (Vec<_>, Vec<_>) = problems
        .into_iter()
        .partition(|problem| problem.rule == INVALID_NAME && lowered.spans.is_name_made(problem.place));
    // What is made of names that are wrong is wrong for the same reason.
    let is_told = given.iter().any(|problem| problem.rule == INVALID_NAME);
    for problem in given.into_iter().chain(made.into_iter().filter(|_| !is_told)) {
        errors.at(lowered.spans.get(problem.place), &problem);
        if let Place::ColumnDefault(n) = problem.place
            && let Some(column) = lowered.def.columns.to_mut().get_mut(n)
        {
            // The compiler would judge a literal of the wrong type again.
            column.default = Some(wrong_default().0);
        }
    }
}
