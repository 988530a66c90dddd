//! P128: PostgreSQL 14.0 to 14.3 build indexes `CONCURRENTLY` that miss rows which were changed meanwhile.

use crate::dialect::lint::{Hazard, Releases, Words, always};
use crate::dialect::version::Version;
use crate::lint::{OperationKind, Rule, Severity};

pub(super) const HAZARD: Hazard = Hazard {
    rule: &RULE,
    on: &[OperationKind::AddIndex, OperationKind::AddUnique],
    applies: always,
    releases: Releases::Between(Version::new(14, 0), Version::new(14, 4)),
    words: Words::With(&["CONCURRENTLY"]),
    what: "before 14.4 an index that is built beside writers can miss rows",
    help: "update the server and name its release, `postgres(14.4)`, or build it while nobody writes",
};

const RULE: Rule = Rule {
    code: "P128",
    name: "concurrent-index-corrupted",
    severity: Severity::Refuse,
    reason: "PostgreSQL 14.0 to 14.3 build indexes `CONCURRENTLY` that miss rows which were changed meanwhile",
    page: "https://www.postgresql.org/docs/release/14.4/",
};
