//! The changes of tables once more, as they are planned where others are to read and write meanwhile.

use tablewright_schema::Dialect;

use super::changes::{self, Case};

/// All of them; nothing else is said of the way back than without.
pub fn cases(dialect: Dialect) -> Vec<Case> {
    let mut cases = changes::cases(dialect);
    cases.iter_mut().for_each(|case| case.fill.online = true);
    cases
}

/// Those that are planned otherwise than without.
pub fn others(dialect: Dialect) -> Vec<Case> {
    let is_other = |(case, plain): (Case, Case)| (case.there(dialect) != plain.there(dialect)).then_some(case);
    cases(dialect).into_iter().zip(changes::cases(dialect)).filter_map(is_other).collect()
}

/// The ways there, as far as they are others.
pub fn text(dialect: Dialect) -> String {
    let mut text = String::new();
    for (case, plain) in cases(dialect).into_iter().zip(changes::cases(dialect)) {
        text.push_str(&format!("-- {}\n", case.name));
        let plan = case.there(dialect);
        if plan == plain.there(dialect) {
            text.push_str("-- as without `online`\n\n");
            continue;
        }
        if plan.as_ref().is_ok_and(|plan| plan.apart) {
            text.push_str("-- each statement by itself: they refuse to run in one transaction\n");
        }
        changes::section(&mut text, &plan);
        text.push('\n');
    }
    changes::ended(text)
}
