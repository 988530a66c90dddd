//! Y109: the table is copied and all rows are compared while it takes no writes.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::AddReference, OperationKind::AddCheck],
    applies: always,
    releases: Releases::All,
    words: Words::Any,
    what: "writers wait while the table is copied",
    help: "change it when nobody writes",
};

const RULE: Rule = Rule {
    code: "Y109",
    name: "constraint-blocks-writers",
    severity: Severity::Warn,
    reason: "the table is copied and all rows are compared while it takes no writes",
    page: "https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html",
};
