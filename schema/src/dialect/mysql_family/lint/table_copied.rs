//! Y105: the table is copied while it takes no writes; nothing does that in place.

use super::varchar::widths;
use crate::dialect::lint::{Hazard, Releases, Words};
use crate::lint::{Operation, OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::Retype, OperationKind::AddStored, OperationKind::AddNumbered],
    applies: copies,
    releases: Releases::All,
    words: Words::Any,
    what: "writers wait while the table is copied",
    help: "add another column, fill it in portions, and drop this one; or use a tool that copies behind the writers",
};

const RULE: Rule = Rule {
    code: "Y105",
    name: "table-copied",
    severity: Severity::Warn,
    reason: "the table is copied while it takes no writes; nothing does that in place",
    page: "https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html",
};

fn copies(operation: &Operation<'_>) -> bool {
    operation.types.is_none() || widths(operation).is_none()
}
