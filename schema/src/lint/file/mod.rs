//! The migrations of a folder against the rules about texts, and their acknowledgements against what they were given for.

mod accepts_nothing;
mod dialect_missing;

use super::accept::{self, Accepted};
use super::planned::Planned;
use super::text::{Body, Hit, Statement, TextRule};
use super::token::{self, Token};
use super::{Finding, Rule, change, empty, subject};
use crate::Dialect;
use crate::diff::Change;
use crate::migration::{Migration, Script, checksum};
use crate::model::TableDef;

/// The rules that are about a file as such.
pub(super) static RULES: [&Rule; 2] = [&accepts_nothing::RULE, &dialect_missing::RULE];

/// Everything that the rules find in the migrations of a folder, file by file; `tables` are those of the snapshot.
pub fn folder(files: &[(String, Migration)], tables: &[TableDef]) -> Vec<Finding> {
    let spoken = |dialect: &Dialect| files.iter().any(|(_, migration)| speaks(&migration.up, *dialect));
    let dialects: Vec<Dialect> = Dialect::ALL.into_iter().filter(spoken).collect();
    files.iter().flat_map(|(name, migration)| file(name, migration, tables, &dialects)).collect()
}

/// Whether there is a list of its own for a dialect.
fn speaks(script: &Script, dialect: Dialect) -> bool {
    matches!(script, Script::PerDialect(lists) if lists.iter().any(|(own, _)| *own == dialect))
}

fn file(name: &str, migration: &Migration, tables: &[TableDef], dialects: &[Dialect]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let planned = Planned::of(migration);
    let ways = [(&migration.up, "up_sql", true)];
    for (script, key, is_forward) in ways.into_iter().chain(migration.down.iter().map(|down| (down, "down_sql", false)))
    {
        let lists: Vec<(Option<Dialect>, &[String])> = match script {
            Script::Common(list) => vec![(None, list)],
            Script::PerDialect(lists) => lists.iter().map(|(dialect, list)| (Some(*dialect), &**list)).collect(),
        };
        for (dialect, texts) in lists {
            let statements: Vec<Statement> =
                texts.iter().map(|text| Statement { tokens: tokens(text, dialect) }).collect();
            let body = Body {
                statements: &statements,
                is_forward,
                in_transaction: dialect.map_or(migration.transaction, |dialect| {
                    migration.is_whole(dialect) && dialect.transactional_ddl()
                }),
                planned: &planned,
                tables,
            };
            let place = dialect.map_or_else(|| key.to_owned(), |dialect| format!("{key}.{dialect}"));
            for lint in rules(dialect) {
                let hits = (lint.find)(&body).into_iter();
                findings.extend(hits.map(|hit| of_text(&lint.rule, hit, &body, &place, dialect)));
            }
        }
    }
    findings.extend(losses(migration));
    findings.extend(empty::findings(migration));
    let missing = dialects.iter().filter(|dialect| migration.up.statements(**dialect).is_none());
    findings.extend(missing.map(|dialect| Finding {
        dialects: vec![*dialect],
        ..of_file(
            &dialect_missing::RULE,
            dialect.name(),
            format!("there are no statements for `{dialect}`, and other migrations have some"),
            format!("write them into `up_sql.{dialect}`"),
        )
    }));
    let wrong = accept::apply(&mut findings, &migration.accepted, |accepted| is_in(&migration.changes, accepted));
    findings.extend(wrong.into_iter().map(|(of, message)| {
        of_file(&accepts_nothing::RULE, &of, message, "what is accepted stands in `accepted`".to_owned())
    }));
    for finding in &mut findings {
        name.clone_into(&mut finding.file);
        if finding.refuses() && finding.rule != &accepts_nothing::RULE {
            let how = accept::how(finding);
            finding.help.push_str(&format!("; {how}"));
        }
    }
    findings
}

fn tokens(text: &str, dialect: Option<Dialect>) -> Vec<Token> {
    token::read(text, dialect.is_some_and(Dialect::backslash_escapes))
}

/// The rules about the texts of a dialect; all of them about texts for every one.
fn rules(dialect: Option<Dialect>) -> Vec<&'static TextRule> {
    let of_dialects = Dialect::ALL.into_iter().filter(|other| dialect.is_none_or(|own| own == *other));
    let mut rules: Vec<&TextRule> = super::text::ALL.iter().collect();
    for lint in of_dialects.flat_map(|dialect| dialect.lint().texts) {
        if !rules.iter().any(|known| known.rule.code == lint.rule.code) {
            rules.push(lint);
        }
    }
    rules
}

fn of_file(rule: &'static Rule, of: &str, message: String, help: String) -> Finding {
    Finding {
        rule,
        file: String::new(),
        place: String::new(),
        dialects: Vec::new(),
        of: of.to_owned(),
        change: checksum::of_text(of),
        message,
        help,
        accepted: None,
    }
}

fn of_text(rule: &'static Rule, hit: Hit, body: &Body<'_>, place: &str, dialect: Option<Dialect>) -> Finding {
    let tokens = body.statements.get(hit.at).map_or(&[][..], |statement| &statement.tokens);
    Finding {
        place: format!("{place}[{}]", hit.at),
        dialects: dialect.into_iter().collect(),
        change: hash(tokens),
        ..of_file(rule, &hit.of, hit.message, hit.help)
    }
}

/// The hash of a statement, whatever its layout and its comments.
fn hash(tokens: &[Token]) -> String {
    let text = |token: &Token| match token {
        Token::Word(word) => format!("w{}", word.to_uppercase()),
        Token::Name(name) => format!("n{name}"),
        Token::Text(text) => format!("t{text}"),
        Token::Symbol(symbol) => format!("s{symbol}"),
    };
    checksum::of_text(&tokens.iter().map(text).collect::<Vec<_>>().join("\0"))
}

/// Losses in the words of a file that does not accept them. One that says no format and accepts nothing is older than
/// acknowledgements, and its losses were given up when it was written.
fn losses(migration: &Migration) -> Vec<Finding> {
    if migration.accepted.is_empty() && migration.format.is_none() {
        return Vec::new();
    }
    let lost = migration.changes.iter().filter(|change| change.loses_data);
    lost.filter_map(|own| {
        let hash = subject::hash([own].into_iter());
        if migration.accepted.iter().any(|accepted| accepted.change == hash) {
            return None;
        }
        let (rule, of) = change::loss(own)?;
        let message = format!("the values of `{of}` would be lost");
        Some(Finding { change: hash, ..of_file(rule, &of, message, "give them up by name".to_owned()) })
    })
    .collect()
}

/// Whether an acknowledgement is of one of these changes, of those of one part, or of those of one table.
fn is_in(changes: &[Change], accepted: &Accepted) -> bool {
    changes.iter().any(|own| subject::hashes(changes, own).contains(&accepted.change))
}
