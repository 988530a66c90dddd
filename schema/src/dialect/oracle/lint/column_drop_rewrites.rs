//! O107: the values are taken out of every row while the table is locked, unless the column is only `SET UNUSED`.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::DropColumn],
    applies: always,
    releases: Releases::All,
    words: Words::Without(&["SET UNUSED"]),
    what: "all rows are written anew while the table is locked",
    help: "let a migration of your own `SET UNUSED` it, and drop what is unused when nobody writes",
};

const RULE: Rule = Rule {
    code: "O107",
    name: "column-drop-rewrites",
    severity: Severity::Warn,
    reason: "the values are taken out of every row while the table is locked, unless the column is only `SET UNUSED`",
    page: "https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html",
};
