//! F102: a table has one name for ever, so another one is made and takes the rows.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::CopyRows],
    applies: always,
    releases: Releases::All,
    words: Words::Any,
    what: "all rows are copied into a new table",
    help: "keep the name, or change it when nobody writes",
};

const RULE: Rule = Rule {
    code: "F102",
    name: "table-made-anew",
    severity: Severity::Warn,
    reason: "a table has one name for ever, so another one is made and takes the rows",
    page: "https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-ddl-tbl",
};
