//! Y107: the value of a default that is computed is written into all rows.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::AddComputed],
    applies: always,
    releases: Releases::All,
    words: Words::Any,
    what: "writers wait while all rows get the value",
    help: "add it without the default, and let the program fill it",
};

const RULE: Rule = Rule {
    code: "Y107",
    name: "computed-default",
    severity: Severity::Warn,
    reason: "the value of a default that is computed is written into all rows",
    page: "https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html",
};
