//! P107: all rows are compared while both tables take no writes, unless the reference is added `NOT VALID`.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::AddReference],
    applies: always,
    releases: Releases::All,
    words: Words::Without(&["NOT VALID"]),
    what: "writers of both tables wait while all rows are compared",
    help: "let a migration of your own add it `NOT VALID`, and another one `VALIDATE` it",
};

const RULE: Rule = Rule {
    code: "P107",
    name: "reference-reads-all",
    severity: Severity::Warn,
    reason: "all rows are compared while both tables take no writes, unless the reference is added `NOT VALID`",
    page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
};
