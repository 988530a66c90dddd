//! Y106: a text of more than 255 bytes needs a second byte for its length, and with it another layout of all rows.

use super::super::online::ONE_BYTE;
use super::varchar::widths;
use crate::dialect::lint::{Hazard, Releases, Words};
use crate::lint::{Operation, OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::Retype],
    applies: needs_second_byte,
    releases: Releases::All,
    words: Words::Any,
    what: "beyond 255 bytes (63 characters) the table is copied while writers wait",
    help: "declare 64 characters or more from the start, or change it when nobody writes",
};

const RULE: Rule = Rule {
    code: "Y106",
    name: "length-byte",
    severity: Severity::Warn,
    reason: "a text of more than 255 bytes needs a second byte for its length, and with it another layout of all rows",
    page: "https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html",
};

fn needs_second_byte(operation: &Operation<'_>) -> bool {
    widths(operation).is_some_and(|(from, to)| from <= ONE_BYTE && to > ONE_BYTE)
}
