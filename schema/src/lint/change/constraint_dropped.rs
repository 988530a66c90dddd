//! `constraint-dropped`: the database stops refusing wrong rows.

use super::{ChangeRule, Hit, of_kind};
use crate::diff::{Change, Verb};
use crate::lint::subject::hash;
use crate::lint::{Rule, Severity, Subject};

pub(super) const LINT: ChangeRule = ChangeRule {
    rule: Rule {
        code: "M004",
        name: "constraint-dropped",
        severity: Severity::Warn,
        reason: "rows that break the rule come in unseen, and the way back is refused as soon as one is there",
        page: "https://atlasgo.io/lint/analyzers",
    },
    find,
};

/// What holds rows to something.
const KINDS: [&str; 3] = ["foreign key", "unique constraint", "check"];

fn find(subject: &Subject<'_>) -> Vec<Hit> {
    let dropped = KINDS.into_iter().flat_map(|kind| of_kind(subject, Verb::Drop, kind));
    let hit = |(change, name): (&Change, &str)| Hit {
        of: format!("{}.{name}", change.table),
        change: hash([change].into_iter()),
        message: format!("the {} of `{}` goes, and with it what kept wrong rows out", change.part, change.table),
        help: "make sure that the program does what the database did".to_owned(),
    };
    dropped.filter(|(change, _)| stays(subject, change)).map(hit).collect()
}

/// Whether the same thing is not there under another name.
fn stays(subject: &Subject<'_>, change: &Change) -> bool {
    let is_again = |other: &&Change| other.verb == Verb::Add && other.table == change.table && other.to == change.from;
    !subject.changes.iter().any(|other| is_again(&other))
}
