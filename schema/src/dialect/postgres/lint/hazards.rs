//! What PostgreSQL locks, reads or writes for a change, and how it can be done without.

use crate::dialect::lint::{Hazard, Releases, Words, always, has_more_digits, is_longer_text};
use crate::dialect::version::Version;
use crate::lint::{Operation, OperationKind, Rule, Severity};

pub(super) static HAZARDS: [Hazard; 12] = [
    Hazard {
        rule: &ADD_INDEX,
        on: &[OperationKind::AddIndex],
        applies: always,
        releases: Releases::All,
        words: Words::Without(&["CONCURRENTLY"]),
        what: "writers wait while it is built",
        help: "let a migration of your own with `\"transaction\": false` create it `CONCURRENTLY`",
    },
    Hazard {
        rule: &DROP_INDEX,
        on: &[OperationKind::DropIndex],
        applies: always,
        releases: Releases::All,
        words: Words::Without(&["CONCURRENTLY"]),
        what: "readers and writers wait while it is dropped",
        help: "let a migration of your own with `\"transaction\": false` drop it `CONCURRENTLY`",
    },
    Hazard {
        rule: &PRIMARY_KEY,
        on: &[OperationKind::ChangePrimaryKey],
        applies: always,
        releases: Releases::All,
        words: Words::Without(&["USING INDEX"]),
        what: "readers and writers wait while its index is built",
        help: "create a unique index `CONCURRENTLY` first, and add the key `USING INDEX`",
    },
    Hazard {
        rule: &UNIQUE,
        on: &[OperationKind::AddUnique],
        applies: always,
        releases: Releases::All,
        words: Words::Without(&["USING INDEX"]),
        what: "readers and writers wait while its index is built",
        help: "create a unique index `CONCURRENTLY` first, and add the constraint `USING INDEX`",
    },
    Hazard {
        rule: &REFERENCE,
        on: &[OperationKind::AddReference],
        applies: always,
        releases: Releases::All,
        words: Words::Without(&["NOT VALID"]),
        what: "writers of both tables wait while all rows are compared",
        help: "let a migration of your own add it `NOT VALID`, and another one `VALIDATE` it",
    },
    Hazard {
        rule: &CHECK,
        on: &[OperationKind::AddCheck],
        applies: always,
        releases: Releases::All,
        words: Words::Without(&["NOT VALID"]),
        what: "readers and writers wait while all rows are read",
        help: "let a migration of your own add it `NOT VALID`, and another one `VALIDATE` it",
    },
    Hazard {
        rule: &REQUIRE,
        on: &[OperationKind::Require],
        applies: always,
        releases: Releases::All,
        words: Words::Without(&["NOT VALID"]),
        what: "readers and writers wait while all rows are read",
        help: "let a validated check `IS NOT NULL` prove it first",
    },
    Hazard {
        rule: &RETYPE,
        on: &[OperationKind::Retype],
        applies: rewrites,
        releases: Releases::All,
        words: Words::Any,
        what: "readers and writers wait while all rows are written anew",
        help: "add another column, fill it in portions, and drop this one",
    },
    Hazard {
        rule: &STORED,
        on: &[OperationKind::AddStored],
        applies: always,
        releases: Releases::All,
        words: Words::Any,
        what: "readers and writers wait while all rows are written anew",
        help: "compute it in the program, or fill an ordinary column in portions",
    },
    Hazard {
        rule: &NUMBERED,
        on: &[OperationKind::AddNumbered],
        applies: always,
        releases: Releases::All,
        words: Words::Any,
        what: "readers and writers wait while all rows are written anew",
        help: "make a new table, and take the rows over in portions",
    },
    Hazard {
        rule: &SEVERAL,
        on: &[OperationKind::ChangeBesideOthers],
        applies: always,
        releases: Releases::All,
        words: Words::Any,
        what: "it is not the only table that the transaction locks",
        help: "change one table in a migration",
    },
    Hazard {
        rule: &CORRUPTED,
        on: &[OperationKind::AddIndex, OperationKind::AddUnique],
        applies: always,
        releases: Releases::Between(Version::new(14, 0), Version::new(14, 4)),
        words: Words::With(&["CONCURRENTLY"]),
        what: "before 14.4 an index that is built beside writers can miss rows",
        help: "update the server and name its release, `postgres(14.4)`, or build it while nobody writes",
    },
];

const CORRUPTED: Rule = Rule {
    code: "P128",
    name: "concurrent-index-corrupted",
    severity: Severity::Refuse,
    reason: "PostgreSQL 14.0 to 14.3 build indexes `CONCURRENTLY` that miss rows which were changed meanwhile",
    page: "https://www.postgresql.org/docs/release/14.4/",
};

const ADD_INDEX: Rule = Rule {
    code: "P101",
    name: "index-blocks-writers",
    severity: Severity::Warn,
    reason: "an index is built while the table takes no writes, unless it is built `CONCURRENTLY`",
    page: "https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY",
};

const DROP_INDEX: Rule = Rule {
    code: "P102",
    name: "index-drop-waits-for-all",
    severity: Severity::Warn,
    reason: "an index is dropped under a lock for which readers wait, unless it is dropped `CONCURRENTLY`",
    page: "https://www.postgresql.org/docs/current/sql-dropindex.html",
};

const PRIMARY_KEY: Rule = Rule {
    code: "P105",
    name: "primary-key-blocks-all",
    severity: Severity::Warn,
    reason: "the key's index is built while the table is locked for readers too",
    page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
};

const UNIQUE: Rule = Rule {
    code: "P106",
    name: "unique-blocks-all",
    severity: Severity::Warn,
    reason: "the constraint's index is built while the table is locked for readers too",
    page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
};

const REFERENCE: Rule = Rule {
    code: "P107",
    name: "reference-reads-all",
    severity: Severity::Warn,
    reason: "all rows are compared while both tables take no writes, unless the reference is added `NOT VALID`",
    page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
};

const CHECK: Rule = Rule {
    code: "P108",
    name: "check-reads-all",
    severity: Severity::Warn,
    reason: "all rows are read while the table is locked for readers too, unless the check is added `NOT VALID`",
    page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
};

const REQUIRE: Rule = Rule {
    code: "P110",
    name: "not-null-reads-all",
    severity: Severity::Warn,
    reason: "all rows are read while the table is locked for readers too, unless a check has proved it",
    page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
};

const RETYPE: Rule = Rule {
    code: "P112",
    name: "type-rewrites",
    severity: Severity::Warn,
    reason: "the table and its indexes are written anew while it is locked for readers too",
    page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
};

const STORED: Rule = Rule {
    code: "P114",
    name: "stored-column-rewrites",
    severity: Severity::Warn,
    reason: "the table is written anew while it is locked for readers too",
    page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
};

const NUMBERED: Rule = Rule {
    code: "P115",
    name: "numbered-column-rewrites",
    severity: Severity::Warn,
    reason: "the table is written anew while it is locked for readers too",
    page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
};

const SEVERAL: Rule = Rule {
    code: "P130",
    name: "several-tables-locked",
    severity: Severity::Warn,
    reason: "one transaction holds the lock of one table while it waits for that of the next, and all readers wait behind it",
    page: "https://www.postgresql.org/docs/current/explicit-locking.html",
};

/// What is only longer, or has more digits before the point, stays as it is.
fn rewrites(operation: &Operation<'_>) -> bool {
    !is_longer_text(operation) && !has_more_digits(operation)
}
