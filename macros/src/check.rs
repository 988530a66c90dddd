//! Judges a table by the rules of `tablewright_schema::check`, and points at the tokens.

use tablewright_schema::Place;

use crate::errors::Errors;
use crate::lower::wrong_default;
use crate::lowered::Lowered;

/// Adds what is wrong with a table.
pub fn table(lowered: &mut Lowered, errors: &mut Errors) {
    for problem in tablewright_schema::check::table(&lowered.def) {
        // The name it was made from has been told.
        if problem.rule == "invalid-name" && lowered.spans.is_name_made(problem.place) {
            continue;
        }
        errors.at(lowered.spans.get(problem.place), &problem);
        if let Place::ColumnDefault(n) = problem.place
            && let Some(column) = lowered.def.columns.to_mut().get_mut(n)
        {
            // The compiler would judge a literal of the wrong type again.
            column.default = Some(wrong_default().0);
        }
    }
}
