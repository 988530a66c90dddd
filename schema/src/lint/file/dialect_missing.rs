//! M038: on a database of a kind that has no statements, the migration and all behind it are refused.

use crate::lint::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "M038",
    name: "dialect-missing",
    severity: Severity::Warn,
    reason: "on a database of that kind the migration and all behind it are refused",
    page: "https://docs.rs/tablewright",
};
