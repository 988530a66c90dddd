//! The objects that a statement names: whatever it does, the catalog shows at these.

use std::collections::BTreeSet;

use super::Dialect;
use crate::lint::token::{self, Token};

/// What objects there are.
const KINDS: [&str; 18] = [
    "COLLATION",
    "COLUMN",
    "DATABASE",
    "DOMAIN",
    "EVENT",
    "EXCEPTION",
    "EXTENSION",
    "FUNCTION",
    "GENERATOR",
    "INDEX",
    "PACKAGE",
    "PROCEDURE",
    "ROLE",
    "SEQUENCE",
    "TABLE",
    "TRIGGER",
    "TYPE",
    "VIEW",
];
/// What may stand between that and a name.
const BETWEEN: [&str; 8] = ["AS", "BODY", "CONCURRENTLY", "EXISTS", "IF", "NOT", "ONLY", "TO"];
/// What stands before the name that a change gives a table, or of a constraint.
const BEFORE: [&str; 4] = ["CHECK", "CONSTRAINT", "RENAME", "TO"];

impl Dialect {
    /// The names of the tables, indexes and other objects that a statement makes, changes or drops, and of the constraints of
    /// a changed table, as they are written there and without schemas. None if that is not known of the statement.
    pub fn named(self, sql: &str) -> Vec<String> {
        let mut names: Vec<String> = self.names(sql).into_iter().map(|found| found.name).collect();
        names.dedup();
        names
    }

    /// Whether a text speaks of one of these, which are in lower case, quoted or not and in letters of either size.
    pub fn mentions(self, sql: &str, names: &BTreeSet<String>) -> bool {
        let tokens = token::read(sql, self.backslash_escapes());
        tokens.iter().filter_map(Token::name).any(|found| names.contains(&found.to_lowercase()))
    }

    /// Whether what a statement does to the objects that it names need not show in the state: they are those of another
    /// schema, or tables swap their names.
    pub(super) fn is_out_of_sight(self, sql: &str) -> bool {
        let names = self.names(sql);
        if self.rules().runner().sees_one_schema && names.iter().any(|found| found.is_qualified) {
            return true;
        }
        let is_rename = token::read(sql, self.backslash_escapes()).first().is_some_and(|first| first.is("RENAME"));
        let mut known: Vec<String> = names.iter().map(|found| found.name.to_lowercase()).collect();
        known.sort_unstable();
        is_rename && known.windows(2).any(|pair| pair[0] == pair[1])
    }

    fn names(self, sql: &str) -> Vec<Found> {
        let tokens = token::read(sql, self.backslash_escapes());
        let Some(kind) = tokens.iter().position(|token| KINDS.iter().any(|kind| token.is(kind))) else {
            return Vec::new();
        };
        let is_of_column = tokens[kind].is("COLUMN");
        let mut names = Vec::new();
        let mut at = kind + 1;
        // Several where tables are dropped or renamed.
        while let Some((name, next)) = name(&tokens, at, is_of_column) {
            names.push(name);
            at = next;
            match tokens.get(at) {
                Some(token) if *token == Token::Symbol(',') || token.is("TO") => at += 1,
                Some(_) | None => break,
            }
        }
        if tokens.first().is_some_and(|first| first.is("ALTER")) {
            let more = (at..tokens.len()).filter(|at| is_before(&tokens, *at));
            names.extend(more.filter_map(|at| name(&tokens, at + 1, false)).map(|(name, _)| name));
        }
        // An index and a trigger are where their table is.
        let has_table = tokens[kind].is("INDEX") || tokens[kind].is("TRIGGER");
        let on = tokens.iter().position(|token| token.is("ON")).filter(|_| has_table);
        let is_elsewhere = on.and_then(|on| name(&tokens, on + 1, false)).is_some_and(|(table, _)| table.is_qualified);
        if let Some(first) = names.first_mut() {
            first.is_qualified |= is_elsewhere;
        }
        names
    }
}

/// A name of a statement.
struct Found {
    name: String,
    /// Whether a schema stands before it.
    is_qualified: bool,
}

/// The name that stands there, without what is before its last dot, and where it ends; of a column, that of its table.
fn name(tokens: &[Token], mut at: usize, is_of_column: bool) -> Option<(Found, usize)> {
    while tokens.get(at).is_some_and(|token| BETWEEN.iter().any(|word| token.is(word))) {
        at += 1;
    }
    if tokens.get(at).is_some_and(|token| token.is("KEY") || KINDS.iter().any(|kind| token.is(kind))) {
        return None;
    }
    let mut parts = vec![tokens.get(at)?.name()?];
    while tokens.get(at + 1) == Some(&Token::Symbol('.')) {
        at += 2;
        parts.push(tokens.get(at)?.name()?);
    }
    let of = parts.len().checked_sub(1 + usize::from(is_of_column && parts.len() > 1))?;
    Some((Found { name: (*parts.get(of)?).to_owned(), is_qualified: of > 0 }, at + 1))
}

/// Whether the token is one before a name of a constraint, or of the table's new name.
fn is_before(tokens: &[Token], at: usize) -> bool {
    let is_one = tokens.get(at).is_some_and(|token| BEFORE.iter().any(|word| token.is(word)));
    // `RENAME COLUMN a TO b` names no table.
    let before = at.checked_sub(2).and_then(|before| tokens.get(before));
    is_one && !before.is_some_and(|token| token.is("COLUMN"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_objects_of_a_statement_are_known() {
        for (dialect, sql, names) in [
            (Dialect::Mysql, "CREATE TABLE IF NOT EXISTS `s`.`t` (`a` int)", &["t"][..]),
            (Dialect::Mysql, "DROP TABLE a, b", &["a", "b"]),
            (Dialect::Mysql, "RENAME TABLE a TO b, c TO d", &["a", "b", "c", "d"]),
            (Dialect::Mysql, "ALTER TABLE t ADD CONSTRAINT `ck` CHECK (a > 0), RENAME TO u", &["t", "ck", "u"]),
            (Dialect::Mysql, "ALTER TABLE t RENAME COLUMN a TO b", &["t"]),
            (Dialect::Mariadb, "ALTER TABLE t DROP CONSTRAINT IF EXISTS ck", &["t", "ck"]),
            (Dialect::Mysql, "CREATE UNIQUE INDEX ix ON t (a)", &["ix"]),
            (Dialect::Postgres, "CREATE INDEX CONCURRENTLY IF NOT EXISTS \"ix\" ON t (a)", &["ix"]),
            (Dialect::Postgres, "DROP INDEX CONCURRENTLY s.ix", &["ix"]),
            (Dialect::Firebird, "COMMENT ON COLUMN t.a IS 'index of a table'", &["t"]),
            (Dialect::Firebird, "CREATE TRIGGER tr FOR t BEFORE INSERT AS BEGIN END", &["tr"]),
            (Dialect::Firebird, "CREATE OR ALTER VIEW v AS SELECT 1 FROM t", &["v"]),
            (Dialect::Firebird, "GRANT a TO b", &[]),
            (Dialect::Postgres, "", &[]),
        ] {
            assert_eq!(dialect.named(sql), names, "{sql}");
        }
    }
}
