//! P112: the table and its indexes are written anew while it is locked for readers too.

use crate::dialect::lint::{Hazard, Releases, Words, has_more_digits, is_longer_text};
use crate::lint::{Operation, OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::Retype],
    applies: rewrites,
    releases: Releases::All,
    words: Words::Any,
    what: "readers and writers wait while all rows are written anew",
    help: "add another column, fill it in portions, and drop this one",
};

const RULE: Rule = Rule {
    code: "P112",
    name: "type-rewrites",
    severity: Severity::Warn,
    reason: "the table and its indexes are written anew while it is locked for readers too",
    page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
};

/// What is only longer, or has more digits before the point, stays as it is.
fn rewrites(operation: &Operation<'_>) -> bool {
    !is_longer_text(operation) && !has_more_digits(operation)
}
