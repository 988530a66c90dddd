//! P108: all rows are read while the table is locked for readers too, unless the check is added `NOT VALID`.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::AddCheck],
    applies: always,
    releases: Releases::All,
    words: Words::Without(&["NOT VALID"]),
    what: "readers and writers wait while all rows are read",
    help: "let a migration of your own add it `NOT VALID`, and another one `VALIDATE` it",
};

const RULE: Rule = Rule {
    code: "P108",
    name: "check-reads-all",
    severity: Severity::Warn,
    reason: "all rows are read while the table is locked for readers too, unless the check is added `NOT VALID`",
    page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
};
