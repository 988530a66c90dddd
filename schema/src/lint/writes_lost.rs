//! `writes-lost`: what others write while a plan copies values, where no transaction holds the table until they are in their new place.

use super::{Finding, Rule, Severity, Subject};
use crate::Dialect;
use crate::plan::{Plan, REBUILT};

pub(super) static RULE: Rule = Rule {
    code: "M126",
    name: "writes-lost",
    severity: Severity::Warn,
    reason: "each statement is a transaction there, and what is written between the copy and the end of the column is in neither",
    page: "https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html",
};

pub(super) fn findings(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let plans = subject
        .plans
        .iter()
        .filter(|(dialect, plan)| subject.dialects.contains(dialect) && (!dialect.transactional_ddl() || plan.apart));
    for (dialect, plan) in plans {
        for (table, column) in copied(subject, *dialect, plan) {
            let of = format!("{table}.{column}");
            match findings.iter_mut().find(|found| found.of == of) {
                Some(found) => found.dialects.push(*dialect),
                None => findings.push(Finding {
                    rule: &RULE,
                    file: String::new(),
                    place: String::new(),
                    dialects: vec![*dialect],
                    message: format!("what others write to `{of}` while its values are copied is lost"),
                    help: "let nobody write to the table until the migration has ended".to_owned(),
                    change: subject.hash(table, &format!("column `{column}`")),
                    accepted: None,
                    of,
                }),
            }
        }
    }
    findings
}

/// The columns whose values a plan copies aside, or into a new one that takes their place.
fn copied<'s>(subject: &'s Subject<'_>, dialect: Dialect, plan: &Plan) -> Vec<(&'s str, &'s str)> {
    let kept = subject.fill.kept.iter().filter_map(|name| name.split_once('.'));
    let is_swapped = |column: &str| {
        let set = format!(" SET {} = ", dialect.quoted(&format!("{REBUILT}{column}")));
        plan.statements.iter().any(|sql| sql.starts_with("UPDATE ") && sql.contains(&set))
    };
    let columns = subject.matched.pairs.iter().flat_map(|pair| {
        let stays = pair.new.columns.iter().filter(|column| pair.renamed_old.column(&column.name).is_some());
        stays.map(|column| (&*pair.new.name, &*column.name))
    });
    kept.chain(columns.filter(|(_, column)| is_swapped(column))).collect()
}
