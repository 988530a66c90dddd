//! What Firebird does only while nobody else uses a table, and what it makes anew.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::lint::{OperationKind, Rule, Severity};

pub(super) static HAZARDS: [Hazard; 2] = [
    Hazard {
        rule: &COPY,
        on: &[OperationKind::CopyRows],
        applies: always,
        releases: Releases::All,
        words: Words::Any,
        what: "all rows are copied into a new table",
        help: "keep the name, or change it when nobody writes",
    },
    Hazard {
        rule: &IN_USE,
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
    },
];

const COPY: Rule = Rule {
    code: "F102",
    name: "table-made-anew",
    severity: Severity::Warn,
    reason: "a table has one name for ever, so another one is made and takes the rows",
    page: "https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-ddl-tbl",
};

const IN_USE: Rule = Rule {
    code: "F111",
    name: "object-in-use",
    severity: Severity::Warn,
    reason: "it is refused (`object is in use`) while another connection has a statement about the table",
    page: "https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-ddl-tbl",
};
