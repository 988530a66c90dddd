//! `column-renamed`: programs of before ask for the old name.

use super::{ChangeRule, Hit, of_kind};
use crate::diff::{Change, Verb};
use crate::lint::subject::hash;
use crate::lint::{Rule, Severity, Subject};

pub(super) const LINT: ChangeRule = ChangeRule {
    rule: Rule {
        code: "M007",
        name: "column-renamed",
        severity: Severity::Warn,
        reason: "between the migration and the last restart, programs of before fail on every statement",
        page: "https://github.com/ankane/strong_migrations#renaming-a-column",
    },
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Hit> {
    let renamed = of_kind(subject, Verb::Rename, "column");
    let hit = |(change, name): (&Change, &str)| Hit {
        of: format!("{}.{name}", change.table),
        change: hash([change].into_iter()),
        message: format!(
            "programs that are running ask for `{}.{}`, which is `{name}` from then on",
            change.table, change.from
        ),
        help: "stop them first, or add a new column and drop the old one later".to_owned(),
    };
    renamed.map(hit).collect()
}
