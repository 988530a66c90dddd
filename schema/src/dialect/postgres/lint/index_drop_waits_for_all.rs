//! P102: an index is dropped under a lock for which readers wait, unless it is dropped `CONCURRENTLY`.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::DropIndex],
    applies: always,
    releases: Releases::All,
    words: Words::Without(&["CONCURRENTLY"]),
    what: "readers and writers wait while it is dropped",
    help: "let a migration of your own with `\"transaction\": false` drop it `CONCURRENTLY`",
};

const RULE: Rule = Rule {
    code: "P102",
    name: "index-drop-waits-for-all",
    severity: Severity::Warn,
    reason: "an index is dropped under a lock for which readers wait, unless it is dropped `CONCURRENTLY`",
    page: "https://www.postgresql.org/docs/current/sql-dropindex.html",
};
