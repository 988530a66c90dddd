//! Judges a table by the rules of `tablewright_schema::check`, and points at the tokens.

use crate::errors::Errors;
use crate::lowered::Lowered;

/// Adds what is wrong with a table.
pub fn table(lowered: &Lowered, errors: &mut Errors) {
    for problem in tablewright_schema::check::table(&lowered.def) {
        errors.at(lowered.spans.get(problem.place), &problem);
    }
}
