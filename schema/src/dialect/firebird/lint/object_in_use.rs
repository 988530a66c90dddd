//! F111: it is refused (`object is in use`) while another connection has a statement about the table.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[
        OperationKind::DropTable,
        OperationKind::AddIndex,
        OperationKind::AddUnique,
        OperationKind::AddReference,
        OperationKind::ChangePrimaryKey,
    ],
    applies: always,
    releases: Releases::All,
    words: Words::Any,
    what: "it is refused while other connections use the table",
    help: "stop the programs that use it first",
};

const RULE: Rule = Rule {
    code: "F111",
    name: "object-in-use",
    severity: Severity::Warn,
    reason: "it is refused (`object is in use`) while another connection has a statement about the table",
    page: "https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-ddl-tbl",
};
