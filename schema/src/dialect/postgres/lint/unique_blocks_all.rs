//! P106: the constraint's index is built while the table is locked for readers too.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::AddUnique],
    applies: always,
    releases: Releases::All,
    words: Words::Without(&["USING INDEX"]),
    what: "readers and writers wait while its index is built",
    help: "create a unique index `CONCURRENTLY` first, and add the constraint `USING INDEX`",
};

const RULE: Rule = Rule {
    code: "P106",
    name: "unique-blocks-all",
    severity: Severity::Warn,
    reason: "the constraint's index is built while the table is locked for readers too",
    page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
};
