//! S107: an index is built while the table takes no writes, unless it is built `WITH (ONLINE = ON)`, which some editions can.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::AddIndex, OperationKind::AddUnique, OperationKind::ChangePrimaryKey],
    applies: always,
    releases: Releases::All,
    words: Words::Without(&["ONLINE"]),
    what: "writers wait while it is built",
    help: "let a migration of your own build it `WITH (ONLINE = ON)`",
};

const RULE: Rule = Rule {
    code: "S107",
    name: "index-built-offline",
    severity: Severity::Warn,
    reason: "an index is built while the table takes no writes, unless it is built `WITH (ONLINE = ON)`, which some editions can",
    page: "https://learn.microsoft.com/sql/relational-databases/indexes/perform-index-operations-online",
};
