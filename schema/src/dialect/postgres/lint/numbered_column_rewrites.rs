//! P115: the table is written anew while it is locked for readers too.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::AddNumbered],
    applies: always,
    releases: Releases::All,
    words: Words::Any,
    what: "readers and writers wait while all rows are written anew",
    help: "make a new table, and take the rows over in portions",
};

const RULE: Rule = Rule {
    code: "P115",
    name: "numbered-column-rewrites",
    severity: Severity::Warn,
    reason: "the table is written anew while it is locked for readers too",
    page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
};
