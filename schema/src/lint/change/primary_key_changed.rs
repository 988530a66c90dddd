//! `primary-key-changed`: rows get another name.

use super::{ChangeRule, Hit};
use crate::lint::{Rule, Severity, Subject};

pub(super) const LINT: ChangeRule = ChangeRule {
    rule: Rule {
        code: "M017",
        name: "primary-key-changed",
        severity: Severity::Warn,
        reason: "the table and all that refer to it are written again, and what links outside of the database is lost",
        page: "https://www.prisma.io/docs/orm/prisma-migrate/workflows/customizing-migrations",
    },
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for pair in &subject.matched.pairs {
        if pair.renamed_old.primary_key.columns != pair.new.primary_key.columns {
            let table = &pair.new.name;
            hits.push(Hit {
                of: table.to_string(),
                change: subject.hash(table, "the primary key"),
                message: format!("rows of `{table}` get another name, which other systems may have kept"),
                help: "keep the old key as a unique constraint as long as somebody asks by it".to_owned(),
            });
        }
    }
    hits
}
