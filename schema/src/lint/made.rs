//! What migrations make, under the names that it has by then: nothing is in it before they have run.

use super::planned::Planned;
use super::token::{Token, begins, find, has, name_after, name_at, names_after};
use crate::diff::{Change, Verb};
use crate::plan::{REBUILT, aside};

/// Tables, `people`, and columns, `people.town`.
#[derive(Debug, Clone, Default)]
pub(super) struct Made(Vec<String>);

impl Made {
    /// Whether it is among them, or a column of one of them.
    pub(super) fn has(&self, name: &str) -> bool {
        self.is_there(name) || name.split_once('.').is_some_and(|(table, _)| self.is_there(table))
    }

    /// Whether it is among them, or a plan is making it anew.
    pub(super) fn has_table(&self, name: &str) -> bool {
        self.is_there(name) || self.is_there(&format!("{REBUILT}{name}"))
    }

    /// What a planned change adds, drops or calls otherwise; `is_kept` says whether what goes is kept aside.
    pub(super) fn change(&mut self, change: &Change, is_kept: bool) {
        if !change.part.is_empty() && change.column().is_none() {
            return;
        }
        let name = change.name();
        match change.verb {
            Verb::Add => self.add(name),
            Verb::Drop => {
                let was_made = self.has(&name);
                self.remove(&name);
                if was_made && is_kept {
                    self.add(aside(&name));
                }
            }
            Verb::Rename if change.part.is_empty() => self.rename(&change.from, &name),
            Verb::Rename => self.rename(&format!("{}.{}", change.table, change.from), &name),
            Verb::Change => {}
        }
    }

    /// What a statement makes, drops or calls otherwise. A table that a plan fills with what was in another one is not made.
    pub(super) fn statement(&mut self, tokens: &[Token], planned: &Planned<'_>) {
        let is_copied = |name: &str| planned.fills(name) || self.is_there(&format!("{REBUILT}{name}"));
        if let Some(name) = created(tokens).filter(|name| !is_copied(name)) {
            self.add(name.to_owned());
        }
        for name in names_after(tokens, &["DROP", "TABLE"]).into_iter().filter(|_| begins(tokens, &["DROP"])) {
            // What is copied is there again under its name.
            if !self.is_there(&format!("{REBUILT}{name}")) {
                self.remove(name);
            }
        }
        for (from, to) in renamed(tokens) {
            self.rename(from, to);
        }
    }

    /// With what came to others since.
    pub(super) fn extend(&mut self, others: Self, since: &Self) {
        self.0.extend(others.0.into_iter().filter(|name| !since.is_there(name)));
    }

    fn is_there(&self, name: &str) -> bool {
        self.0.iter().any(|made| made.eq_ignore_ascii_case(name))
    }

    fn add(&mut self, name: String) {
        self.0.push(name);
    }

    /// What is called so, and its columns.
    fn remove(&mut self, name: &str) {
        self.0.retain(|made| behind(made, name).is_none());
    }

    fn rename(&mut self, from: &str, to: &str) {
        if from.starts_with(REBUILT) {
            return self.remove(from);
        }
        // What is called so from now on was something else until now.
        self.remove(to);
        for made in &mut self.0 {
            if let Some(rest) = behind(made, from).map(str::to_owned) {
                *made = format!("{to}{rest}");
            }
        }
    }
}

/// What stands behind a name in one that is it or one of its columns.
fn behind<'m>(made: &'m str, name: &str) -> Option<&'m str> {
    let (start, rest) = made.split_at_checked(name.len())?;
    (start.eq_ignore_ascii_case(name) && (rest.is_empty() || rest.starts_with('.'))).then_some(rest)
}

/// The table that a statement makes, if none can have been there before that it leaves as it is.
fn created(tokens: &[Token]) -> Option<&str> {
    let is_new = begins(tokens, &["CREATE"]) && !has(tokens, &["IF", "NOT", "EXISTS"]);
    let name = if is_new { name_after(tokens, &["CREATE", "TABLE"]) } else { None };
    name.or_else(|| replaced(tokens))
}

/// The table that a statement makes in place of one that may be there.
pub(super) fn replaced(tokens: &[Token]) -> Option<&str> {
    let ways = [&["CREATE", "OR", "REPLACE", "TABLE"][..], &["RECREATE", "TABLE"][..]];
    let words = ways.into_iter().find(|words| begins(tokens, words))?;
    name_after(tokens, words)
}

/// The tables that a statement calls otherwise.
fn renamed(tokens: &[Token]) -> Vec<(&str, &str)> {
    if begins(tokens, &["ALTER", "TABLE"]) {
        let from = name_after(tokens, &["ALTER", "TABLE"]);
        let renames = find(tokens, &["RENAME", "TO"]).or_else(|| find(tokens, &["RENAME", "AS"]));
        let to = renames.and_then(|at| name_at(tokens, at + 2));
        return from.zip(to).map(|(from, (to, _))| (from, to)).into_iter().collect();
    }
    if !begins(tokens, &["RENAME"]) {
        return Vec::new();
    }
    let (mut pairs, mut at) = (Vec::new(), 1);
    while let Some((from, next)) = name_at(tokens, at) {
        let to = tokens.get(next).filter(|token| token.is("TO")).and_then(|_| name_at(tokens, next + 1));
        let Some((to, next)) = to else { break };
        pairs.push((from, to));
        at = next + 1;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::token::read;
    use crate::migration::Migration;

    fn after(statements: &[&str]) -> Made {
        let hand = Migration::parse("1.json", r#"{ "version": "1", "name": "n", "up_sql": [] }"#).unwrap();
        let mut made = Made::default();
        for sql in statements {
            made.statement(&read(sql, false), &Planned::of(&hand));
        }
        made
    }

    #[test]
    fn what_is_made_is_followed_under_its_names() {
        let people = "CREATE TABLE people (id int)";
        assert!(after(&[people]).has("People.town"));
        assert!(!after(&["CREATE TABLE IF NOT EXISTS people (id int)"]).has("people"), "it may have been there");
        assert!(!after(&[people, "DROP TABLE other, people"]).has("people"));
        let renamed = after(&[people, "ALTER TABLE people RENAME TO persons"]);
        assert!(renamed.has("persons.town") && !renamed.has("people"));
        assert!(!after(&[people, "ALTER TABLE older RENAME TO people"]).has("people"), "it is another one");
        let swapped = after(&[people, "RENAME TABLE people TO x, older TO people"]);
        assert!(swapped.has("x") && !swapped.has("people"));
        assert!(after(&[people, "ALTER TABLE people RENAME COLUMN a TO b"]).has("people"));
        // As SQLite's plans change a table.
        let rebuilt = [
            "CREATE TABLE _tablewright_new_people (id int)",
            "DROP TABLE people",
            "ALTER TABLE _tablewright_new_people RENAME TO people",
        ];
        assert!(after(&[&[people][..], &rebuilt].concat()).has("people"));
        assert!(!after(&rebuilt).has("people") && !after(&rebuilt).has_table("people"));
        assert!(after(&rebuilt[..1]).has_table("people"));
        // As Firebird's do, there and back.
        let twice = ["CREATE TABLE people (id int)", "DROP TABLE _tablewright_new_people"];
        assert!(!after(&[&rebuilt[..2], &twice].concat()).has_table("people"));
    }
}
