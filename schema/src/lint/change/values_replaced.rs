//! `values-replaced`: values that were stored are given up by a change of their column.

use super::{ChangeRule, Hit, of_kind};
use crate::diff::{Change, Verb};
use crate::lint::subject::hash;
use crate::lint::{Rule, Severity, Subject};

pub(super) const LINT: ChangeRule = ChangeRule {
    rule: Rule {
        code: "M015",
        name: "values-replaced",
        severity: Severity::Refuse,
        reason: "no way back brings the values again",
        page: "https://www.prisma.io/docs/orm/prisma-migrate/workflows/customizing-migrations",
    },
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Hit> {
    let changed = of_kind(subject, Verb::Change, "column").filter(|(change, _)| change.loses_data);
    let hit = |(change, name): (&Change, &str)| Hit {
        of: format!("{}.{name}", change.table),
        change: hash([change].into_iter()),
        message: format!(
            "the values of `{}.{name}` would be lost: it is {} and becomes {}",
            change.table, change.from, change.to
        ),
        help: "add another column, or give them up by name".to_owned(),
    };
    changed.map(hit).collect()
}
