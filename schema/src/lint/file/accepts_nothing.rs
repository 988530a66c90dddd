//! M000: an acknowledgement holds for the one change that it was given for, and for no other.

use crate::lint::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "M000",
    name: "accepts-nothing",
    severity: Severity::Refuse,
    reason: "an acknowledgement holds for the one change that it was given for, and for no other",
    page: "https://squawkhq.com/docs/rules",
};
