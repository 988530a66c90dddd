//! What operations cost an engine: the hazards that each dialect lists, found in a change.

use super::{Finding, Operation, Subject};
use crate::Dialect;
use crate::dialect::lint::{Hazard, Words};

pub(super) fn findings(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for dialect in subject.dialects.iter().copied() {
        let (own, copies) = (subject.operations(), subject.copies(dialect));
        for hazard in dialect.lint().hazards {
            let found = own.iter().chain(&copies).filter(|operation| happens(subject, dialect, hazard, operation));
            for operation in found {
                let finding = Finding {
                    rule: hazard.rule,
                    file: String::new(),
                    place: String::new(),
                    dialects: vec![dialect],
                    of: operation.of(),
                    message: format!("{}: {}", operation.words(), hazard.what),
                    help: hazard.help.to_owned(),
                    change: operation.hash(subject),
                    accepted: None,
                };
                // The twins say the same.
                let twin = findings.iter_mut().find(|other| {
                    (other.rule, &other.of, &other.message) == (finding.rule, &finding.of, &finding.message)
                });
                match twin {
                    Some(twin) if twin.dialects.contains(&dialect) => {}
                    Some(twin) => twin.dialects.push(dialect),
                    None => findings.push(finding),
                }
            }
        }
    }
    findings
}

/// Whether an operation is one that a dialect warns of, and its plan does it in that way.
fn happens(subject: &Subject<'_>, dialect: Dialect, hazard: &Hazard, operation: &Operation<'_>) -> bool {
    let is_old = hazard.releases.contain(subject.versions[dialect.index()]);
    let is_meant = hazard.on.contains(&operation.kind) && is_old && (hazard.applies)(operation);
    let plan = subject.plans.iter().find(|(of, _)| *of == dialect);
    let (name, statements) = (dialect.quoted(operation.name), plan.map_or(&[][..], |(_, plan)| &plan.statements));
    let is_said = |words: &[&str]| {
        statements.iter().any(|sql| sql.contains(&name) && words.iter().any(|word| sql.contains(word)))
    };
    let is_so = match hazard.words {
        Words::Any => true,
        Words::With(words) => is_said(words),
        Words::Without(words) => !is_said(words),
    };
    // A key that only gets another name is renamed in place, where the engine can.
    let renames = [format!("{name} TO "), format!("{name} RENAME TO "), format!(" TO {name}")];
    let is_renamed = || statements.iter().any(|sql| renames.iter().any(|words| sql.contains(words)));
    is_meant && is_so && !(operation.is_key() && is_renamed())
}
