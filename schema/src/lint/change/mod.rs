//! Rules about what changes, whatever the engine.

mod column_dropped;
mod column_renamed;
mod constraint_dropped;
mod enum_value_removed;
mod null_allowed;
mod primary_key_changed;
mod probable_rename;
mod rows_written;
mod table_dropped;
mod table_renamed;
mod values_replaced;
mod wide_index;

use super::{Finding, Rule, Subject};
use crate::diff::{Change, Verb};

/// A rule about changes.
pub(super) struct ChangeRule {
    pub(super) rule: Rule,
    find: fn(&Subject<'_>) -> Vec<Hit>,
}

/// What one of them found.
struct Hit {
    of: String,
    change: String,
    message: String,
    help: String,
}

/// All of them, in the order in which they are reported.
pub(super) static ALL: [ChangeRule; 12] = [
    table_dropped::LINT,
    column_dropped::LINT,
    constraint_dropped::LINT,
    probable_rename::LINT,
    table_renamed::LINT,
    column_renamed::LINT,
    values_replaced::LINT,
    enum_value_removed::LINT,
    primary_key_changed::LINT,
    null_allowed::LINT,
    wide_index::LINT,
    rows_written::LINT,
];

/// The rules about values that are lost: accepted by giving the values up by name, and in no other way.
pub const LOSSES: [&str; 4] = [
    table_dropped::LINT.rule.code,
    column_dropped::LINT.rule.code,
    probable_rename::LINT.rule.code,
    values_replaced::LINT.rule.code,
];

pub(super) fn findings(subject: &Subject<'_>) -> Vec<Finding> {
    let found = ALL.iter().flat_map(|lint| (lint.find)(subject).into_iter().map(|hit| (&lint.rule, hit)));
    let finding = |(rule, hit): (&'static Rule, Hit)| Finding {
        rule,
        file: String::new(),
        place: String::new(),
        dialects: Vec::new(),
        of: hit.of,
        message: hit.message,
        help: hit.help,
        change: hit.change,
        accepted: None,
    };
    found.map(finding).collect()
}

/// The changes with a verb whose part is of a kind: `column`, and an empty one for the table itself.
fn of_kind<'s>(
    subject: &'s Subject<'_>,
    verb: Verb,
    kind: &'static str,
) -> impl Iterator<Item = (&'s Change, &'s str)> {
    let own = subject.changes.iter().filter(move |change| change.verb == verb);
    own.filter_map(move |change| match (kind, part_name(&change.part, kind)) {
        ("", _) if change.part.is_empty() => Some((change, &*change.table)),
        ("", _) | (_, None) => None,
        (_, Some(name)) => Some((change, name)),
    })
}

/// The name in ``column `name` ``.
fn part_name<'p>(part: &'p str, kind: &str) -> Option<&'p str> {
    part.strip_prefix(kind)?.strip_prefix(" `")?.strip_suffix('`')
}

/// The rule about a change by which values are lost, and what an acknowledgement names.
pub(super) fn loss(change: &Change) -> Option<(&'static Rule, String)> {
    let lint = |code: &str| ALL.iter().find(|lint| lint.rule.code == code).map(|lint| &lint.rule);
    if change.part.is_empty() {
        return Some((lint(table_dropped::LINT.rule.code)?, change.name()));
    }
    let code = if change.verb == Verb::Drop { column_dropped::LINT.rule.code } else { values_replaced::LINT.rule.code };
    change.column()?;
    Some((lint(code)?, change.name()))
}
