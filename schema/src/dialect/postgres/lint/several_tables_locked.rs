//! P130: one transaction holds the lock of one table while it waits for that of the next, and all readers wait behind it.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::ChangeBesideOthers],
    applies: always,
    releases: Releases::All,
    words: Words::Any,
    what: "it is not the only table that the transaction locks",
    help: "change one table in a migration",
};

const RULE: Rule = Rule {
    code: "P130",
    name: "several-tables-locked",
    severity: Severity::Warn,
    reason: "one transaction holds the lock of one table while it waits for that of the next, and all readers wait behind it",
    page: "https://www.postgresql.org/docs/current/explicit-locking.html",
};
