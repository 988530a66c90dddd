//! What works and will hurt: found by `tablewright_schema::check::advice`, unless the user allowed it.

use proc_macro2::Span;
use tablewright_schema::check::advice;

use crate::ast::Table;
use crate::attr::allow::{Allow, spelt};
use crate::lowered::Lowered;

/// A warning at a token.
pub struct Warning {
    /// The rule, in kebab-case.
    pub rule: &'static str,
    /// Where it is.
    pub span: Span,
    /// What will hurt, and what to write instead.
    pub message: String,
}

/// The warnings about a table that is right, and one for each `allow` that silences nothing.
pub fn find(table: &Table<'_>, lowered: &Lowered) -> Vec<Warning> {
    let mut unused: Vec<(Option<usize>, &Allow)> = table.attr.allow.iter().map(|allow| (None, allow)).collect();
    for (n, field) in table.fields.iter().enumerate() {
        unused.extend(field.column.allow.iter().map(|allow| (Some(n), allow)));
    }
    let allowed = unused.clone();
    let mut warnings = Vec::new();
    for problem in advice::table(&lowered.def) {
        let column = advice::column(&lowered.def, problem.place);
        let silences =
            |(at, allow): &(Option<usize>, &Allow)| allow.rule.rule == problem.rule && (at.is_none() || *at == column);
        if allowed.iter().any(silences) {
            unused.retain(|allow| !silences(allow));
            continue;
        }
        warnings.push(Warning {
            rule: problem.rule,
            span: lowered.spans.get(problem.place),
            message: problem.to_string(),
        });
    }
    warnings.extend(unused.into_iter().map(|(_, allow)| Warning {
        rule: "unused-allow",
        span: allow.span,
        message: format!("`allow({})` silences nothing here\nhelp: leave it out", spelt(allow.rule)),
    }));
    warnings
}
