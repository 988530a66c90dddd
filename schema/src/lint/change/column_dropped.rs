//! `column-dropped`: all values of a column go.

use super::probable_rename::successor;
use super::{ChangeRule, Hit, of_kind};
use crate::diff::{Change, Verb};
use crate::lint::subject::hash;
use crate::lint::{Rule, Severity, Subject};

pub(super) const LINT: ChangeRule = ChangeRule {
    rule: Rule {
        code: "M002",
        name: "column-dropped",
        severity: Severity::Refuse,
        reason: "no way back brings the values again, and programs of before that are still running ask for them",
        page: "https://github.com/ankane/strong_migrations#removing-a-column",
    },
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Hit> {
    let dropped = of_kind(subject, Verb::Drop, "column")
        .filter(|(change, name)| change.loses_data && successor(subject, &change.table, name).is_none());
    let hit = |(change, name): (&Change, &str)| Hit {
        of: format!("{}.{name}", change.table),
        change: hash([change].into_iter()),
        message: format!("the values of `{}.{name}` would be lost", change.table),
        help: "give them up by name".to_owned(),
    };
    dropped.map(hit).collect()
}
