//! What goes wrong with migrations that are right: rules about what changes, what it costs an engine, and SQL written by hand.
//!
//! ```text
//! old, new tables ─┬─ change::ALL        what is lost, and who is surprised
//!                  └─ cost               the operations that a dialect lists as costly
//! a file's SQL ────┬─ text::ALL          on any engine
//!                  └─ dialect's own      what only its engine does with such a text
//! findings ── accept ──▶ what somebody took upon himself, bound to the change it was said of
//! ```
//!
//! A rule *refuses* what loses values, stops half-way or does another thing than it says; nothing can be written until
//! somebody accepts it by name. It *warns* of what takes long or keeps others waiting: that depends on how many rows
//! there are, which no file knows.

pub mod accept;
mod change;
mod cost;
mod deleted;
pub mod empty;
pub mod file;
pub mod loss;
mod made;
mod planned;
mod subject;
mod text;
pub(crate) mod token;
mod writes_lost;

#[cfg(test)]
mod tests;

pub use accept::Accepted;
pub use change::LOSSES;
pub use subject::Subject;
pub(crate) use subject::{Operation, OperationKind};
pub(crate) use text::{Body, Hit as TextHit, TextRule};

use crate::Dialect;

/// A rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// `M001`: the letter says whose rule it is. It never changes, and is never given to another rule.
    pub code: &'static str,
    /// In kebab-case.
    pub name: &'static str,
    /// What happens if it finds something.
    pub severity: Severity,
    /// Why, in one sentence.
    pub reason: &'static str,
    /// Where the vendor says so, or where it went wrong for others.
    pub page: &'static str,
}

/// What happens if a rule finds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It is told.
    Warn,
    /// Nothing is written until somebody accepts it by name.
    Refuse,
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// The file of the migration; empty for one that is not written yet.
    pub file: String,
    /// Where in the file, as `up_sql.postgres[2]`; empty if it is about the change and not about a text.
    pub place: String,
    /// The dialects it is about; empty for all.
    pub dialects: Vec<Dialect>,
    /// What it is about, as `people` or `people.town`.
    pub of: String,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// What to do instead.
    pub help: String,
    /// The hash of the change: what an acknowledgement is bound to.
    pub change: String,
    /// The reason of the one who accepted it, if somebody did.
    pub accepted: Option<String>,
}

impl Severity {
    /// Its word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Warn => "warn",
            Self::Refuse => "refuse",
        }
    }
}

impl Finding {
    /// Whether it stops a migration from being written, or a folder from being clean.
    pub fn refuses(&self) -> bool {
        self.rule.severity == Severity::Refuse && self.accepted.is_none()
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}; {}", self.rule.code, self.message, self.help)
    }
}

/// All rules, by code.
pub fn all() -> Vec<&'static Rule> {
    let own = change::ALL.iter().map(|lint| &lint.rule).chain(text::ALL.iter().map(|lint| &lint.rule));
    let of_dialects = Dialect::ALL.into_iter().flat_map(|dialect| {
        let lint = dialect.lint();
        lint.hazards.iter().map(|hazard| hazard.rule).chain(lint.texts.iter().map(|text| &text.rule))
    });
    let mut all: Vec<&'static Rule> =
        own.chain(file::RULES).chain([&empty::RULE, &writes_lost::RULE]).chain(of_dialects).collect();
    all.sort_by_key(|rule| rule.code);
    all.dedup_by_key(|rule| rule.code);
    all
}

/// The rule of this code or name, whatever the case.
pub fn named(word: &str) -> Option<&'static Rule> {
    all().into_iter().find(|rule| rule.code.eq_ignore_ascii_case(word) || rule.name.eq_ignore_ascii_case(word))
}

/// What acknowledgements of a change may be bound to, see [`subject::hashes`].
#[cfg(test)]
pub(crate) fn hashes(changes: &[crate::diff::Change], at: usize) -> [String; 3] {
    subject::hashes(changes, &changes[at])
}

/// Everything that the rules find in a change.
pub fn changes(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings = change::findings(subject);
    findings.extend(cost::findings(subject));
    findings.extend(writes_lost::findings(subject));
    findings
}
