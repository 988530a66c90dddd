//! P110: all rows are read while the table is locked for readers too, unless a check has proved it.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::Require],
    applies: always,
    releases: Releases::All,
    words: Words::Without(&["NOT VALID"]),
    what: "readers and writers wait while all rows are read",
    help: "let a validated check `IS NOT NULL` prove it first",
};

const RULE: Rule = Rule {
    code: "P110",
    name: "not-null-reads-all",
    severity: Severity::Warn,
    reason: "all rows are read while the table is locked for readers too, unless a check has proved it",
    page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
};
