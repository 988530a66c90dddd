//! `table-dropped`: all rows of a table go.

use super::{ChangeRule, Hit, of_kind};
use crate::diff::Verb;
use crate::lint::subject::hash;
use crate::lint::{Rule, Severity, Subject};

pub(super) const LINT: ChangeRule = ChangeRule {
    rule: Rule {
        code: "M001",
        name: "table-dropped",
        severity: Severity::Refuse,
        reason: "no way back brings the rows again",
        page: "https://github.com/prisma/prisma/issues/6579",
    },
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Hit> {
    let dropped = of_kind(subject, Verb::Drop, "");
    let hit = |(change, name): (&_, &str)| Hit {
        of: name.to_owned(),
        change: hash([change].into_iter()),
        message: format!("the values of `{name}` would be lost"),
        help: "give them up by name".to_owned(),
    };
    dropped.map(hit).collect()
}
