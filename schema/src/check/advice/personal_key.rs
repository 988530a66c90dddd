//! `personal-key`: a person's data as the name of a row, where it cannot be redacted.

use super::Advice;
use crate::model::TableDef;
use crate::problem::{Place, Problem};

pub(super) const ADVICE: Advice = Advice {
    rule: "personal-key",
    reason: "keys stand in logs, links and other tables, and a person's data has to be erasable (POPIA, GDPR)",
    find,
};

fn find(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, name) in def.primary_key.columns.iter().enumerate() {
        if def.column(name).is_some_and(|column| column.personal) {
            let message = format!("`{name}` is personal and part of the primary key, which other tables repeat");
            let problem = Problem::new("personal-key", Place::PrimaryKeyColumn(n), message);
            problems.push(problem.help("give the table a key of its own, and make this column unique"));
        }
    }
}
