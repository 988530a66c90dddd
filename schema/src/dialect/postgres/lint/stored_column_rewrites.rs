//! P114: the table is written anew while it is locked for readers too.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::AddStored],
    applies: always,
    releases: Releases::All,
    words: Words::Any,
    what: "readers and writers wait while all rows are written anew",
    help: "compute it in the program, or fill an ordinary column in portions",
};

const RULE: Rule = Rule {
    code: "P114",
    name: "stored-column-rewrites",
    severity: Severity::Warn,
    reason: "the table is written anew while it is locked for readers too",
    page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
};
