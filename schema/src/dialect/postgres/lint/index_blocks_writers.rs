//! P101: an index is built while the table takes no writes, unless it is built `CONCURRENTLY`.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::AddIndex],
    applies: always,
    releases: Releases::All,
    words: Words::Without(&["CONCURRENTLY"]),
    what: "writers wait while it is built",
    help: "let a migration of your own with `\"transaction\": false` create it `CONCURRENTLY`",
};

const RULE: Rule = Rule {
    code: "P101",
    name: "index-blocks-writers",
    severity: Severity::Warn,
    reason: "an index is built while the table takes no writes, unless it is built `CONCURRENTLY`",
    page: "https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY",
};
