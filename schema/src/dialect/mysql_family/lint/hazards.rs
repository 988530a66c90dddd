//! What InnoDB copies for a change, and what waits meanwhile.

use super::super::online::ONE_BYTE;
use crate::dialect::lint::{Hazard, Releases, Words, always, is_longer_text};
use crate::dialect::version::Version;
use crate::lint::{Operation, OperationKind, Rule, Severity};
use crate::model::DataType;

/// MySQL's.
pub(super) static MYSQL: [Hazard; 5] = [COPIES, SECOND_BYTE, COMPUTES, BLOCKS, DROPS];
/// MariaDB's: it adds a column with a computed default, and drops one, without copying.
pub(super) static MARIADB: [Hazard; 3] = [COPIES, SECOND_BYTE, BLOCKS];

const COPIES: Hazard = Hazard {
    rule: &COPY,
    on: &[OperationKind::Retype, OperationKind::AddStored, OperationKind::AddNumbered],
    applies: copies,
    releases: Releases::All,
    words: Words::Any,
    what: "writers wait while the table is copied",
    help: "add another column, fill it in portions, and drop this one; or use a tool that copies behind the writers",
};

const SECOND_BYTE: Hazard = Hazard {
    rule: &LENGTH,
    on: &[OperationKind::Retype],
    applies: needs_second_byte,
    releases: Releases::All,
    words: Words::Any,
    what: "beyond 255 bytes (63 characters) the table is copied while writers wait",
    help: "declare 64 characters or more from the start, or change it when nobody writes",
};

const COMPUTES: Hazard = Hazard {
    rule: &COMPUTED,
    on: &[OperationKind::AddComputed],
    applies: always,
    releases: Releases::All,
    words: Words::Any,
    what: "writers wait while all rows get the value",
    help: "add it without the default, and let the program fill it",
};

const BLOCKS: Hazard = Hazard {
    rule: &CONSTRAINT,
    on: &[OperationKind::AddReference, OperationKind::AddCheck],
    applies: always,
    releases: Releases::All,
    words: Words::Any,
    what: "writers wait while the table is copied",
    help: "change it when nobody writes",
};

const DROPS: Hazard = Hazard {
    rule: &DROP_COLUMN,
    on: &[OperationKind::DropColumn],
    applies: always,
    releases: Releases::Before(Version::new(8, 1)),
    words: Words::Any,
    what: "all rows are written anew",
    help: "name the release that you have, as in `mysql(8.4)`, if it is newer",
};

const COPY: Rule = Rule {
    code: "Y105",
    name: "table-copied",
    severity: Severity::Warn,
    reason: "the table is copied while it takes no writes; nothing does that in place",
    page: "https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html",
};

const LENGTH: Rule = Rule {
    code: "Y106",
    name: "length-byte",
    severity: Severity::Warn,
    reason: "a text of more than 255 bytes needs a second byte for its length, and with it another layout of all rows",
    page: "https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html",
};

const COMPUTED: Rule = Rule {
    code: "Y107",
    name: "computed-default",
    severity: Severity::Warn,
    reason: "the value of a default that is computed is written into all rows",
    page: "https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html",
};

const CONSTRAINT: Rule = Rule {
    code: "Y109",
    name: "constraint-blocks-writers",
    severity: Severity::Warn,
    reason: "the table is copied and all rows are compared while it takes no writes",
    page: "https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html",
};

const DROP_COLUMN: Rule = Rule {
    code: "Y119",
    name: "column-drop-rebuilds",
    severity: Severity::Warn,
    reason: "before 8.0.29 MySQL drops no column without writing all rows anew",
    page: "https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html",
};

/// What is longer is kept apart from the row, in a type of its own.
const LONGEST_VARCHAR: u32 = 4_000;

fn width(data_type: &DataType) -> Option<u32> {
    match data_type {
        DataType::Varchar(length) => Some(*length).filter(|length| *length <= LONGEST_VARCHAR),
        DataType::Enum(values) => Some(DataType::enum_width(values)),
        _ => None,
    }
}

/// A `varchar` that only gets longer.
fn widths(operation: &Operation<'_>) -> Option<(u32, u32)> {
    let widths = operation.types.and_then(|(from, to)| Some((width(from)?, width(to)?)));
    widths.filter(|_| is_longer_text(operation))
}

fn needs_second_byte(operation: &Operation<'_>) -> bool {
    widths(operation).is_some_and(|(from, to)| from <= ONE_BYTE && to > ONE_BYTE)
}

fn copies(operation: &Operation<'_>) -> bool {
    operation.types.is_none() || widths(operation).is_none()
}
