//! `enum-value-removed`: programs of before go on writing it.

use super::{ChangeRule, Hit};
use crate::lint::{Rule, Severity, Subject};
use crate::model::DataType;

pub(super) const LINT: ChangeRule = ChangeRule {
    rule: Rule {
        code: "M016",
        name: "enum-value-removed",
        severity: Severity::Warn,
        reason: "programs of before write a value that the database refuses from then on; rows that hold it are counted first",
        page: "https://atlasgo.io/lint/analyzers",
    },
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for pair in &subject.matched.pairs {
        for column in pair.new.columns.iter() {
            let before = pair.renamed_old.column(&column.name).map(|column| &column.data_type);
            let (Some(DataType::Enum(old)), DataType::Enum(new)) = (before, &column.data_type) else { continue };
            let gone: Vec<&str> = old.iter().filter(|value| !new.contains(value)).map(|value| &**value).collect();
            if !gone.is_empty() {
                let (table, name) = (&pair.new.name, &column.name);
                hits.push(Hit {
                    of: format!("{table}.{name}"),
                    change: subject.hash(table, &format!("column `{name}`")),
                    message: format!("programs that are running write `{}` into `{table}.{name}`", gone.join("`, `")),
                    help: "stop writing it in a release before this one".to_owned(),
                });
            }
        }
    }
    hits
}
