//! `table-dropped-by-hand`: a table goes by a statement of somebody's own.

use super::{Body, Hit, TextRule};
use crate::lint::made::{Made, replaced};
use crate::lint::token::{begins, names_after};
use crate::lint::{Rule, Severity};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "M101",
        name: "table-dropped-by-hand",
        severity: Severity::Refuse,
        reason: "no way back brings the rows again",
        page: "https://squawkhq.com/docs/ban-drop-table",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<Hit> {
    let (mut hits, mut made) = (Vec::new(), Made::default());
    for (at, tokens) in body.each().filter(|_| body.is_forward) {
        let message = |name: &str| format!("all rows of `{name}` would be lost");
        if begins(tokens, &["DROP", "TABLE"]) {
            let help = "take the table out of the structs, and let a migration be written";
            let names = names_after(tokens, &["DROP", "TABLE"]).into_iter();
            let lost = names.filter(|name| !made.has_table(name) && !body.planned.drops_table(name));
            hits.extend(lost.map(|name| Hit::new(at, name, message(name), help)));
        }
        if let Some(name) = replaced(tokens).filter(|name| !made.has_table(name)) {
            let help = "write `CREATE TABLE`, and drop what is there in a migration that says so";
            hits.push(Hit::new(at, name, message(name), help));
        }
        made.statement(tokens, body.planned);
    }
    hits
}
