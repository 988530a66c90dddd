//! `no-primary-key`: without a key no row can be named.

use super::Advice;
use crate::model::TableDef;
use crate::problem::{Place, Problem};

pub(super) const ADVICE: Advice = Advice {
    rule: "no-primary-key",
    reason: "rows without a key cannot be found, changed or replicated one by one",
    find,
};

fn find(def: &TableDef, problems: &mut Vec<Problem>) {
    if def.primary_key.columns.is_empty() {
        let message = format!("table `{}` has no primary key, so no row of it can be named", def.name);
        let problem = Problem::new("no-primary-key", Place::Table, message);
        problems.push(problem.help("write `#[column(primary_key)]` on a field"));
    }
}
