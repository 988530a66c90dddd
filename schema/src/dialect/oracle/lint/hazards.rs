//! What Oracle keeps locked while it builds, reads or writes.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) static HAZARDS: [Hazard; 2] = [
    Hazard {
        rule: &OFFLINE,
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
    },
    Hazard {
        rule: &DROP_COLUMN,
        on: &[OperationKind::DropColumn],
        applies: always,
        releases: Releases::All,
        words: Words::Without(&["SET UNUSED"]),
        what: "all rows are written anew while the table is locked",
        help: "let a migration of your own `SET UNUSED` it, and drop what is unused when nobody writes",
    },
];

const OFFLINE: Rule = Rule {
    code: "O106",
    name: "built-offline",
    severity: Severity::Warn,
    reason: "the table takes no writes meanwhile, unless an index is built `ONLINE` and a constraint is enabled `NOVALIDATE` first",
    page: "https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-INDEX.html",
};

const DROP_COLUMN: Rule = Rule {
    code: "O107",
    name: "column-drop-rewrites",
    severity: Severity::Warn,
    reason: "the values are taken out of every row while the table is locked, unless the column is only `SET UNUSED`",
    page: "https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html",
};
