//! What a migration takes away for good, and what it makes: so that somebody is asked before it runs, where there is something to lose.

use super::text::{self, Body, Statement};
use super::token::{self, Token};
use crate::Dialect;
use crate::diff::Verb;
use crate::migration::Migration;
use crate::plan::Class;

/// What goes with its values, as `people` or `people.town`: what the changes give up and nothing keeps aside, and what
/// statements written by hand drop, or delete without a condition.
pub fn losses(migration: &Migration, dialect: Dialect) -> Vec<String> {
    let is_kept = |name: &str| {
        let mut classes = migration.way_back.changes.iter().filter(|change| change.of == name);
        classes.any(|change| change.class == Class::ExactIfKept)
    };
    let lost = migration.changes.iter().filter(|change| change.loses_data).map(|change| change.name());
    let mut lost: Vec<String> = lost.filter(|name| !is_kept(name)).collect();
    lost.extend(by_hand(migration, dialect));
    lost.dedup();
    lost
}

/// The tables and columns that it makes: before it has run they hold nothing.
pub fn made(migration: &Migration, dialect: Dialect) -> Vec<String> {
    let added = migration
        .changes
        .iter()
        .filter(|change| change.verb == Verb::Add && (change.part.is_empty() || change.column().is_some()));
    let statements = migration.up.statements(dialect).unwrap_or_default().iter();
    let created = statements.filter(|sql| token::begins(&tokens(sql, dialect), &["CREATE", "TABLE"]));
    added.map(|change| change.name()).chain(created.flat_map(|sql| dialect.named(sql))).collect()
}

fn by_hand(migration: &Migration, dialect: Dialect) -> Vec<String> {
    let texts = migration.up.statements(dialect).unwrap_or_default();
    let statements: Vec<Statement> = texts.iter().map(|text| Statement { tokens: tokens(text, dialect) }).collect();
    let planned = text::planned(&migration.changes);
    let body = Body {
        statements: &statements,
        is_forward: true,
        in_transaction: migration.is_whole(dialect) && dialect.transactional_ddl(),
        planned: &planned,
        tables: &[],
    };
    let hits = text::LOSSES.iter().flat_map(|lint| (lint.find)(&body));
    hits.map(|hit| hit.of).collect()
}

fn tokens(text: &str, dialect: Dialect) -> Vec<Token> {
    token::read(text, dialect.backslash_escapes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        losses(&Migration::parse("1.json", text).unwrap(), Dialect::Sqlite)
    }

    #[test]
    fn what_is_not_kept_is_lost() {
        let file = |class: &str, loses: bool| {
            format!(
                r#"{{ "version": "1", "name": "n", "up_sql": ["DROP TABLE people"],
                     "changes": [{{ "verb": "drop", "table": "people", "loses_data": {loses} }}],
                     "way_back": {{ "format": 1, "changes": [{{ "of": "people", "class": "{class}" }}] }} }}"#
            )
        };
        assert_eq!(of(&file("shape", true)), ["people"]);
        assert_eq!(of(&file("exact_if_kept", true)), [""; 0]);
        assert_eq!(of(&file("exact", false)), [""; 0]);
    }

    #[test]
    fn what_somebody_wrote_is_read() {
        let file = |sql: &str| format!(r#"{{ "version": "1", "name": "n", "up_sql": ["{sql}"] }}"#);
        assert_eq!(of(&file("DROP TABLE people")), ["people"]);
        assert_eq!(of(&file("ALTER TABLE people DROP COLUMN town")), ["people.town"]);
        assert_eq!(of(&file("DELETE FROM people")), ["people"]);
        assert_eq!(of(&file("DELETE FROM people WHERE id = 1")), [""; 0]);
        assert_eq!(of(&file("CREATE TABLE people (id INTEGER)")), [""; 0]);
        let made =
            made(&Migration::parse("1.json", &file("CREATE TABLE people (id INTEGER)")).unwrap(), Dialect::Sqlite);
        assert_eq!(made, ["people"]);
    }
}
