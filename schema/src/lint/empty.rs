//! `list-empty`: a list in which nobody wrote a statement, so that the history would say what did not happen.

use super::accept::Accepted;
use super::{Finding, Rule, Severity};
use crate::Dialect;
use crate::migration::{Migration, Script, WayBack, checksum};

pub(super) static RULE: Rule = Rule {
    code: "M040",
    name: "list-empty",
    severity: Severity::Refuse,
    reason: "the history would say that it was applied or taken back, and nothing was done; it is not run until it is accepted",
    page: "https://docs.djangoproject.com/en/5.2/ref/migration-operations/#django.db.migrations.operations.RunPython.noop",
};

/// The lists of a file that are empty, whatever is accepted. A file that says what changes was written with its statements, and
/// what changes nothing in an engine has none; a way back of nothing undoes it.
pub(super) fn findings(migration: &Migration) -> Vec<Finding> {
    let is_by_hand =
        migration.changes.is_empty() && migration.replaces.is_empty() && migration.way_back == WayBack::default();
    if !is_by_hand {
        return Vec::new();
    }
    let up = places("up_sql", &migration.up).map(|(place, dialect)| {
        let help = "write its statements, or take the list out where there are none to write";
        finding(place, dialect, "there is no statement in it".to_owned(), help)
    });
    let goes_there = |dialect: Option<Dialect>| match dialect {
        Some(dialect) => migration.up.statements(dialect).is_some_and(|statements| !statements.is_empty()),
        None => migration.up.all().next().is_some(),
    };
    let down = migration.down.iter().flat_map(|down| places("down_sql", down));
    let down = down.filter(|(_, dialect)| goes_there(*dialect)).map(|(place, dialect)| {
        let help = "write the statements that undo `up_sql`, or take the list out if there is no way back";
        finding(place, dialect, "this way back would undo nothing".to_owned(), help)
    });
    up.chain(down).collect()
}

/// Why the list of a dialect is not run: it is empty, and nobody accepted that.
pub fn refusal(migration: &Migration, dialect: Dialect, is_forward: bool) -> Option<String> {
    let key = if is_forward { "up_sql" } else { "down_sql" };
    let is_of = |finding: &Finding| {
        finding.place.starts_with(key) && (finding.dialects.is_empty() || finding.dialects.contains(&dialect))
    };
    let is_open = |finding: &Finding| !migration.accepted.iter().any(|own| own.is_for(finding));
    let open = findings(migration).into_iter().find(|finding| is_of(finding) && is_open(finding))?;
    let Finding { place, message, help, .. } = &open;
    Some(format!("`{place}`: {message}; {help}; {}", super::accept::how(&open)))
}

/// Whether this is what somebody says of an empty list.
pub(crate) fn is_accepted_by(accepted: &Accepted) -> bool {
    [RULE.code, RULE.name].iter().any(|own| own.eq_ignore_ascii_case(&accepted.rule))
}

/// Where the lists of a script stand that are empty.
fn places(key: &str, script: &Script) -> impl Iterator<Item = (String, Option<Dialect>)> {
    let lists: Vec<(String, Option<Dialect>)> = match script {
        Script::Common(list) if list.is_empty() => vec![(key.to_owned(), None)],
        Script::Common(_) => Vec::new(),
        Script::PerDialect(lists) => {
            let empty = lists.iter().filter(|(_, list)| list.is_empty());
            empty.map(|(dialect, _)| (format!("{key}.{dialect}"), Some(*dialect))).collect()
        }
    };
    lists.into_iter()
}

fn finding(place: String, dialect: Option<Dialect>, message: String, help: &str) -> Finding {
    Finding {
        rule: &RULE,
        file: String::new(),
        change: checksum::of_text(&place),
        of: place.clone(),
        place,
        dialects: dialect.into_iter().collect(),
        message,
        help: help.to_owned(),
        accepted: None,
    }
}
