//! L104: the table is made anew and its rows are copied, in the one transaction that may write.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::CopyRows],
    applies: always,
    releases: Releases::All,
    words: Words::Any,
    what: "all rows are copied into a new table while nobody else can write",
    help: "change it when nobody writes, if the table is large",
};

const RULE: Rule = Rule {
    code: "L104",
    name: "table-made-anew",
    severity: Severity::Warn,
    reason: "the table is made anew and its rows are copied, in the one transaction that may write",
    page: "https://www.sqlite.org/lang_altertable.html#otheralter",
};
