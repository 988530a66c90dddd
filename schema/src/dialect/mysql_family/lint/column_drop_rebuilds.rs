//! Y119: before 8.0.29 MySQL drops no column without writing all rows anew.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::dialect::version::Version;
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::DropColumn],
    applies: always,
    releases: Releases::Before(Version::new(8, 1)),
    words: Words::Any,
    what: "all rows are written anew",
    help: "name the release that you have, as in `mysql(8.4)`, if it is newer",
};

const RULE: Rule = Rule {
    code: "Y119",
    name: "column-drop-rebuilds",
    severity: Severity::Warn,
    reason: "before 8.0.29 MySQL drops no column without writing all rows anew",
    page: "https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html",
};
