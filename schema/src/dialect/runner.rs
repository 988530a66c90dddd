//! What a runner of migrations asks a dialect: how a statement takes effect, and who is in the way.

use super::Dialect;
use crate::migration::function;

/// How a statement of a migration takes effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// In a transaction: together with what is written down of it, or not at all.
    InTransaction,
    /// By itself, and the catalog shows whether it did.
    Shown,
    /// By itself, and doing it again does no harm.
    Repeatable,
    /// By itself, and nothing shows whether it did.
    Unseen,
}

/// A dialect's answers.
pub(crate) struct Runner {
    /// A query for the texts of the statements that other connections to the database are running. `None` if a statement
    /// never outlives its client.
    pub(crate) running_query: Option<&'static str>,
    /// A query for the transactions of others, in words, the oldest first: whom a lock may belong to.
    pub(crate) transactions_query: Option<&'static str>,
    /// Whether a statement, given by its words in capitals, cannot be part of a transaction.
    pub(crate) is_alone: fn(&[&str]) -> bool,
}

impl Runner {
    /// What most engines say.
    pub(crate) const PLAIN: Self = Self { running_query: None, transactions_query: None, is_alone: |_| false };
}

/// The words that only read or change rows.
const ROWS: [&str; 8] = ["INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "SELECT", "WITH", "VALUES"];
/// The words of statements that say how something is to be, whatever it is.
const REPEATABLE: [&str; 14] = [
    "ANALYZE", "CHECK", "CHECKSUM", "CLUSTER", "FLUSH", "GRANT", "OPTIMIZE", "PRAGMA", "REFRESH", "REINDEX", "REPAIR",
    "REVOKE", "SET", "VACUUM",
];
/// The words of statements that the catalog tells of.
const SHOWN: [&str; 6] = ["ALTER", "COMMENT", "CREATE", "DROP", "RECREATE", "RENAME"];
/// More words than this say nothing more of what kind a statement is.
const WORDS: usize = 12;

impl Dialect {
    /// How a statement takes effect.
    pub fn nature(self, sql: &str) -> Nature {
        if function(sql).is_some() {
            return Nature::InTransaction;
        }
        let text = uncommented(sql).to_ascii_uppercase();
        let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let words: Vec<&str> = text.split(|c| !is_letter(c)).filter(|word| !word.is_empty()).take(WORDS).collect();
        let first = words.first().copied().unwrap_or_default();
        let is_block = words.starts_with(&["EXECUTE", "BLOCK"]);
        if ROWS.contains(&first) || is_block || (self.transactional_ddl() && !(self.rules().runner().is_alone)(&words))
        {
            return Nature::InTransaction;
        }
        // What makes something beside others may leave half of it behind.
        let is_beside = first == "CREATE" && words.contains(&"CONCURRENTLY");
        if is_beside && self.leftover(sql).is_none() {
            Nature::Unseen
        } else if SHOWN.contains(&first) {
            Nature::Shown
        } else if REPEATABLE.contains(&first) {
            Nature::Repeatable
        } else {
            Nature::Unseen
        }
    }

    /// Whether a statement may change rows that are there.
    pub fn changes_rows(self, sql: &str) -> bool {
        let text = uncommented(sql);
        let first = text.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default().to_ascii_uppercase();
        let keeps = [&SHOWN[..], &REPEATABLE[..], &["SELECT", "VALUES"]].concat();
        function(sql).is_some() || !keeps.contains(&first.as_str())
    }

    /// A query for the texts of the statements that other connections to the database are running: one whose client died may
    /// still be at work. `None` if a statement never outlives its client.
    pub fn running_query(self) -> Option<&'static str> {
        self.rules().runner().running_query
    }

    /// A query for the transactions of others, in words, the oldest first. Not every user may ask it.
    pub fn transactions_query(self) -> Option<&'static str> {
        self.rules().runner().transactions_query
    }
}

/// A statement behind the blanks and comments that it begins with.
fn uncommented(sql: &str) -> &str {
    let mut rest = sql.trim_start();
    loop {
        let after = match rest.get(..2) {
            Some("--") => rest.split_once('\n'),
            Some("/*") => rest.split_once("*/"),
            _ => return rest,
        };
        rest = after.map_or("", |(_, after)| after.trim_start());
    }
}

#[cfg(test)]
mod tests {
    use super::Nature::{InTransaction, Repeatable, Shown, Unseen};
    use super::*;

    #[test]
    fn the_words_tell_how_a_statement_takes_effect() {
        for (dialect, sql, nature) in [
            (Dialect::Sqlite, "CREATE TABLE t (a INTEGER)", InTransaction),
            (Dialect::Sqlite, "-- tidy\nvacuum", Repeatable),
            (Dialect::Sqlite, "ATTACH 'a' AS b", Unseen),
            (Dialect::Postgres, "create unique index concurrently i on t (a)", Shown),
            (Dialect::Postgres, "DROP INDEX CONCURRENTLY IF EXISTS i", Shown),
            (Dialect::Postgres, "CREATE INDEX CONCURRENTLY ON t (a)", Unseen),
            (Dialect::Postgres, "CREATE INDEX i ON t (a)", InTransaction),
            (Dialect::Postgres, "VACUUM t", Repeatable),
            (Dialect::Postgres, "CALL refill()", Unseen),
            (Dialect::Mysql, "/* why */ INSERT INTO t VALUES (1)", InTransaction),
            (Dialect::Mysql, "ALTER TABLE `t` ADD COLUMN `a` int", Shown),
            (Dialect::Mariadb, "ANALYZE TABLE t", Repeatable),
            (Dialect::Mariadb, "TRUNCATE TABLE t", Unseen),
            (Dialect::Firebird, "EXECUTE BLOCK AS BEGIN END", InTransaction),
            (Dialect::Firebird, "COMMENT ON TABLE t IS 'x'", Shown),
            (Dialect::Mysql, "rust: fill_towns", InTransaction),
            (Dialect::Oracle, "", Unseen),
        ] {
            assert_eq!(dialect.nature(sql), nature, "{dialect}: {sql}");
        }
    }
}
