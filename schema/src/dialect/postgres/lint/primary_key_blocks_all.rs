//! P105: the key's index is built while the table is locked for readers too.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::ChangePrimaryKey],
    applies: always,
    releases: Releases::All,
    words: Words::Without(&["USING INDEX"]),
    what: "readers and writers wait while its index is built",
    help: "create a unique index `CONCURRENTLY` first, and add the key `USING INDEX`",
};

const RULE: Rule = Rule {
    code: "P105",
    name: "primary-key-blocks-all",
    severity: Severity::Warn,
    reason: "the key's index is built while the table is locked for readers too",
    page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
};
