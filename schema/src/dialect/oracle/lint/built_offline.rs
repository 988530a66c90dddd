//! O106: the table takes no writes meanwhile, unless an index is built `ONLINE` and a constraint is enabled `NOVALIDATE` first.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[
        OperationKind::AddIndex,
        OperationKind::AddUnique,
        OperationKind::AddReference,
        OperationKind::AddCheck,
        OperationKind::ChangePrimaryKey,
    ],
    applies: always,
    releases: Releases::All,
    words: Words::Without(&["ONLINE", "NOVALIDATE"]),
    what: "writers wait until it is there",
    help: "let a migration of your own build the index `ONLINE`, or enable the constraint `NOVALIDATE` and validate it later",
};

const RULE: Rule = Rule {
    code: "O106",
    name: "built-offline",
    severity: Severity::Warn,
    reason: "the table takes no writes meanwhile, unless an index is built `ONLINE` and a constraint is enabled `NOVALIDATE` first",
    page: "https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-INDEX.html",
};
