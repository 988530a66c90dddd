//! What migrations take away for good: so that somebody is asked before they run, where there is something to lose.

use super::made::Made;
use super::planned::Planned;
use super::text::{self, Body, Statement};
use super::token::{self, Token};
use crate::Dialect;
use crate::migration::Migration;
use crate::plan::Class;

/// What is lost by migrations that run one after the other: what one of them has made is none of it, for nothing is in it yet,
/// whatever it is called by then.
#[derive(Debug)]
pub struct Losses {
    dialect: Dialect,
    made: Made,
}

impl Losses {
    /// Before the first one.
    pub fn new(dialect: Dialect) -> Self {
        Self { dialect, made: Made::default() }
    }

    /// What goes with its values by the next one, as `people` or `people.town`: what the changes give up and nothing keeps aside, what
    /// was kept until now and is purged, and what statements written by hand drop, or delete without a condition.
    pub fn of(&mut self, migration: &Migration) -> Vec<String> {
        let planned = Planned::of(migration);
        let before = self.made.clone();
        let mut by_hand = before.clone();
        let mut lost = Vec::new();
        for change in &migration.changes {
            let name = change.name();
            let mut classes = migration.way_back.changes.iter().filter(|class| class.of == name);
            let is_kept = classes.any(|class| class.class == Class::ExactIfKept);
            if change.loses_data && !is_kept && !self.made.has(&name) {
                lost.push(name);
            }
            self.made.change(change, is_kept);
        }
        lost.extend(planned.purged.iter().filter(|name| !self.made.has(name)).map(|name| (*name).to_owned()));
        let texts = migration.up.statements(self.dialect).unwrap_or_default();
        let statements: Vec<Statement> =
            texts.iter().map(|text| Statement { tokens: tokens(text, self.dialect) }).collect();
        let body = Body {
            statements: &statements,
            is_forward: true,
            in_transaction: migration.is_whole(self.dialect) && self.dialect.transactional_ddl(),
            planned: &planned,
            tables: &[],
        };
        let hits: Vec<_> = text::LOSSES.iter().flat_map(|lint| (lint.find)(&body)).collect();
        for (at, tokens) in body.each() {
            let here = hits.iter().filter(|hit| hit.at == at && !by_hand.has(&hit.of) && !self.made.has(&hit.of));
            lost.extend(here.map(|hit| hit.of.clone()));
            by_hand.statement(tokens, &planned);
        }
        if planned.is_empty() {
            self.made = by_hand;
        } else {
            // Its changes say what became of what was there; its statements, what they have made beside that.
            self.made.extend(by_hand, &before);
        }
        let mut told = Vec::new();
        for name in lost {
            if !told.contains(&name) {
                told.push(name);
            }
        }
        told
    }
}

fn tokens(text: &str, dialect: Dialect) -> Vec<Token> {
    token::read(text, dialect.backslash_escapes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        Losses::new(Dialect::Sqlite).of(&Migration::parse("1.json", text).unwrap())
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
        assert_eq!(of(&file("DELETE people")), ["people"]);
        assert_eq!(of(&file("DELETE IGNORE FROM people")), ["people"]);
        assert_eq!(of(&file("ALTER TABLE people DROP (town)")), ["people.town"]);
        assert_eq!(of(&file("ALTER TABLE people DROP COLUMN a, b")), ["people.a", "people.b"]);
        assert_eq!(
            of(&file("ALTER TABLE people DROP COLUMN IF EXISTS a, CONSTRAINT c, COLUMN b")),
            ["people.a", "people.b"]
        );
        assert_eq!(of(&file("ALTER TABLE people DROP COLUMN a CASCADE, DROP b, FORCE")), ["people.a", "people.b"]);
        assert_eq!(of(&file("ALTER TABLE people DROP COLUMN a, ADD COLUMN c int, RENAME TO p")), ["people.a"]);
        assert_eq!(of(&file("CREATE TABLE people (id INTEGER)")), [""; 0]);
        assert_eq!(of(&file("DROP TABLE IF EXISTS scratch, people")), ["scratch", "people"]);
        assert_eq!(of(&file("TRUNCATE a, b")), ["a", "b"]);
        assert_eq!(of(&file("DROP SCHEMA app CASCADE")), ["app"]);
        assert_eq!(of(&file("DROP DATABASE app")), ["app"]);
        assert_eq!(of(&file("CREATE OR REPLACE TABLE people (id INTEGER)")), ["people"]);
        assert_eq!(of(&file("RECREATE TABLE people (id INTEGER)")), ["people"]);
        let both = r#"CREATE TABLE IF NOT EXISTS people (id INTEGER)", "DROP TABLE people"#;
        assert_eq!(of(&file(both)), ["people"], "it may have been there");
        assert_eq!(of(&file(r#"CREATE TABLE people (id INTEGER)", "DROP TABLE people"#)), [""; 0]);
    }
}
