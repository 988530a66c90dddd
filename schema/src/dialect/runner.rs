//! What a runner of migrations asks a dialect: how a statement takes effect, and who is in the way.

use super::Dialect;
use crate::lint::token::{self, Token};
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
    /// The words behind `SET` with which it is about more than the connection that runs it.
    pub(crate) lasting: &'static [&'static str],
    /// The first words of statements that make permanent what their transaction did before them, or do so themselves whatever
    /// becomes of it. None where changes of the schema are part of a transaction.
    pub(crate) commits: &'static [&'static [&'static str]],
    /// Whether a name before a dot is that of a schema of which the state says nothing.
    pub(crate) sees_one_schema: bool,
    /// A query for the tables whose rows no transaction brings back. `None` if there are no such tables.
    pub(crate) lasting_rows_query: Option<&'static str>,
}

impl Runner {
    /// What most engines say.
    pub(crate) const PLAIN: Self = Self {
        running_query: None,
        transactions_query: None,
        is_alone: |_| false,
        lasting: &[],
        commits: &[],
        sees_one_schema: false,
        lasting_rows_query: None,
    };
}

/// The words that only read or change rows.
const ROWS: [&str; 8] = ["INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "SELECT", "WITH", "VALUES"];
/// The words of statements that say how something is to be, whatever it is.
const REPEATABLE: [&str; 13] = [
    "ANALYZE", "CHECK", "CHECKSUM", "CLUSTER", "FLUSH", "GRANT", "OPTIMIZE", "PRAGMA", "REFRESH", "REINDEX", "REPAIR",
    "SET", "VACUUM",
];
/// The words of statements that the catalog tells of.
const SHOWN: [&str; 6] = ["ALTER", "COMMENT", "CREATE", "DROP", "RECREATE", "RENAME"];
/// What moves or empties rows, puts them into other partitions that may have the same names, or says what the next number is, and may
/// leave what is asked of the catalog as it was: done twice it does harm, or is refused for what the first time did.
const SILENT: [&[&str]; 14] = [
    &["MERGE", "PARTITIONS"],
    &["REORGANIZE", "PARTITION"],
    &["SPLIT", "PARTITION"],
    &["EXCHANGE", "PARTITION"],
    &["EXCHANGE", "SUBPARTITION"],
    &["TRUNCATE", "PARTITION"],
    &["TRUNCATE", "SUBPARTITION"],
    &["DISCARD", "PARTITION"],
    &["DISCARD", "TABLESPACE"],
    &["IMPORT", "PARTITION"],
    &["IMPORT", "TABLESPACE"],
    &["REPLACE", "TABLE"],
    &["RECREATE", "TABLE"],
    &["RESTART"],
];
/// What is of the server, or has no line of its own in the state of a database.
const UNSEEN: [&str; 8] = ["DATABASE", "LOGFILE", "RESOURCE", "ROLE", "SCHEMA", "SERVER", "TABLESPACE", "USER"];
/// What may stand between the first word and the kind of an object.
const BEFORE_KIND: [&str; 6] = ["ALTER", "GLOBAL", "OR", "PUBLIC", "REPLACE", "UNDO"];
/// The first words of what is about the connection that runs it, and ends with it.
const OF_SESSION: [&[&str]; 8] =
    [&["SET"], &["RESET"], &["DISCARD"], &["USE"], &["LOCK"], &["UNLOCK"], &["PREPARE"], &["ALTER", "SESSION"]];
/// What may stand before `TEMPORARY` where something is made that ends with the connection.
const BEFORE_TEMPORARY: [&str; 4] = ["OR", "REPLACE", "LOCAL", "PRIVATE"];
/// The words of statements that run what does not stand in their own text, or read rows from a file: an error of theirs may be one of
/// what they ran.
const RUNNING: [&str; 9] = ["BEGIN", "CALL", "DO", "END", "EXEC", "EXECUTE", "HANDLER", "IMPORT", "LOAD"];
/// More words than this say nothing more of what kind a statement is.
const WORDS: usize = 12;

impl Dialect {
    /// How a statement takes effect.
    pub fn nature(self, sql: &str) -> Nature {
        if function(sql).is_some() {
            return Nature::InTransaction;
        }
        let words = self.words(sql);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let first = words.first().copied().unwrap_or_default();
        let is_block = words.starts_with(&["EXECUTE", "BLOCK"]);
        if ROWS.contains(&first) || is_block || (self.transactional_ddl() && !(self.rules().runner().is_alone)(&words))
        {
            return Nature::InTransaction;
        }
        // What makes something beside others may leave half of it behind.
        let is_beside = first == "CREATE" && words.contains(&"CONCURRENTLY");
        let has = |silent: &&[&str]| words.windows(silent.len()).any(|window| window == *silent);
        let is_number = words.starts_with(&["SET", "GENERATOR"]);
        let kind = words.iter().skip(1).find(|word| !BEFORE_KIND.contains(word));
        let is_elsewhere = kind.is_some_and(|kind| UNSEEN.contains(kind)) || self.is_out_of_sight(sql);
        let is_unseen = SHOWN.contains(&first) && is_elsewhere;
        if is_number || is_unseen || (is_beside && self.leftover(sql).is_none()) || SILENT.iter().any(has) {
            Nature::Unseen
        } else if SHOWN.contains(&first) {
            Nature::Shown
        } else if REPEATABLE.contains(&first) {
            Nature::Repeatable
        } else {
            Nature::Unseen
        }
    }

    /// Whether a statement is about the connection that runs it, and does nothing for what another one runs.
    pub fn is_of_session(self, sql: &str) -> bool {
        // With one connection that writes, all of them have it.
        if self.one_writer() || function(sql).is_some() {
            return false;
        }
        let words = self.words(sql);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            ["SET", what, ..] if self.rules().runner().lasting.contains(what) => false,
            ["CREATE" | "DROP", rest @ ..] => {
                let what = rest.iter().find(|word| !BEFORE_TEMPORARY.contains(word));
                matches!(what, Some(&("TEMP" | "TEMPORARY")))
            }
            words => OF_SESSION.iter().any(|first| words.starts_with(first)),
        }
    }

    /// Whether nothing of a statement ran if the engine says that its text is none it knows: it is read as a whole first, unless it
    /// runs what stands elsewhere.
    pub fn is_read_first(self, sql: &str) -> bool {
        // MySQL runs some comments.
        let is_plain = !["/*!", "/*M!"].iter().any(|hidden| sql.contains(hidden)) && function(sql).is_none();
        is_plain && self.all_words(sql).all(|word| !RUNNING.contains(&word.as_str()))
    }

    /// The first words of a statement, in capitals: no names in quotes, no texts and no comments, and not what only says how
    /// it is to run.
    fn words(self, sql: &str) -> Vec<String> {
        let words: Vec<String> = self.all_words(sql).collect();
        let at = inner(&words);
        words.into_iter().skip(at).take(WORDS).collect()
    }

    /// The words of a statement, in capitals: no names in quotes, no texts and no comments.
    fn all_words(self, sql: &str) -> impl Iterator<Item = String> {
        token::read(sql, self.backslash_escapes()).into_iter().filter_map(|token| match token {
            Token::Word(word) => Some(word.to_ascii_uppercase()),
            Token::Name(_) | Token::Text(_) | Token::Symbol(_) => None,
        })
    }

    /// Whether a statement makes permanent what its transaction did before it, so that this is not undone with what comes
    /// after: a change of the schema that is part of no transaction.
    pub fn commits(self, sql: &str) -> bool {
        let words = self.words(sql);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let is_temporary = words.iter().skip(1).find(|word| !BEFORE_TEMPORARY.contains(word)) == Some(&"TEMPORARY");
        let is_setting = words.starts_with(&["ALTER", "SESSION"]) || words.starts_with(&["ALTER", "SYSTEM"]);
        !is_temporary && !is_setting && self.rules().runner().commits.iter().any(|first| words.starts_with(first))
    }

    /// Whether a statement leaves the tables that are there as they are, and changes rows at the most.
    pub fn keeps_tables(self, sql: &str) -> bool {
        let words = self.words(sql);
        function(sql).is_some()
            || words.first().is_some_and(|first| first == "CREATE" || ROWS.contains(&first.as_str()))
    }

    /// Whether a statement may change rows that are there.
    pub fn changes_rows(self, sql: &str) -> bool {
        let words = self.words(sql);
        let first = words.first().map(String::as_str).unwrap_or_default();
        let keeps = [&SHOWN[..], &REPEATABLE[..], &["REVOKE", "SELECT", "VALUES"]].concat();
        function(sql).is_some() || !keeps.contains(&first)
    }

    /// A query for the tables whose rows no transaction brings back: what changes these is done, whatever becomes of its
    /// transaction. `None` if there are no such tables.
    pub fn lasting_rows_query(self) -> Option<&'static str> {
        self.rules().runner().lasting_rows_query
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

/// Where the statement begins that these words are about: MariaDB has settings and a measurement for a single statement
/// (<https://mariadb.com/kb/en/set-statement/>, <https://mariadb.com/kb/en/analyze-statement/>).
fn inner(words: &[String]) -> usize {
    let is = |at: usize, word: &str| words.get(at).is_some_and(|found| found == word);
    let mut at = 0;
    if is(0, "SET") && is(1, "STATEMENT") {
        at = words.iter().position(|word| word == "FOR").map_or(0, |before| before + 1);
    }
    if is(at, "ANALYZE") {
        let format = if is(at + 1, "FORMAT") { 2 } else { 0 };
        let behind = at + 1 + format;
        if words.get(behind).is_some_and(|word| ROWS.contains(&word.as_str())) {
            at = behind;
        }
    }
    at
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
            (Dialect::Mariadb, "ANALYZE LOCAL TABLE t", Repeatable),
            (Dialect::Mariadb, "ANALYZE UPDATE t SET a = a + 1", InTransaction),
            (Dialect::Mariadb, "ANALYZE FORMAT=JSON DELETE FROM t", InTransaction),
            (Dialect::Mariadb, "SET STATEMENT max_statement_time = 9 FOR UPDATE t SET a = a + 1", InTransaction),
            (
                Dialect::Mariadb,
                "SET STATEMENT sort_buffer_size = 1, max_statement_time = 9 FOR ALTER TABLE t FORCE",
                Shown,
            ),
            (Dialect::Mariadb, "set statement max_statement_time = 9 for call refill()", Unseen),
            (Dialect::Mysql, "CREATE USER `u`@`%`", Unseen),
            (Dialect::Mysql, "DROP ROLE IF EXISTS r", Unseen),
            (Dialect::Mysql, "CREATE DATABASE d", Unseen),
            (Dialect::Mysql, "ALTER SCHEMA d CHARACTER SET utf8mb4", Unseen),
            (Dialect::Mariadb, "CREATE OR REPLACE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'h')", Unseen),
            (Dialect::Mysql, "CREATE TABLESPACE s", Unseen),
            (Dialect::Mysql, "REVOKE SELECT ON t FROM u", Unseen),
            (Dialect::Mysql, "GRANT SELECT ON t TO u", Repeatable),
            (Dialect::Mysql, "CREATE TABLE other.t (a int)", Unseen),
            (Dialect::Mysql, "DROP TABLE t, `other`.`t`", Unseen),
            (Dialect::Mysql, "CREATE INDEX i ON other.t (a)", Unseen),
            (Dialect::Mysql, "ALTER TABLE t RENAME TO other.t", Unseen),
            (Dialect::Mysql, "CREATE VIEW v AS SELECT t.a FROM t JOIN u ON u.a = t.a", Shown),
            (Dialect::Mysql, "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0.5)", Shown),
            (Dialect::Mariadb, "RENAME TABLE a TO x, b TO a, x TO b", Unseen),
            (Dialect::Mariadb, "RENAME TABLE a TO b, c TO d", Shown),
            (Dialect::Firebird, "COMMENT ON COLUMN t.a IS 'x'", Shown),
            (Dialect::Mariadb, "TRUNCATE TABLE t", Unseen),
            (Dialect::Mysql, "ALTER TABLE `t` EXCHANGE PARTITION p0 WITH TABLE u", Unseen),
            (Dialect::Mariadb, "ALTER TABLE t TRUNCATE PARTITION ALL", Unseen),
            (Dialect::Mysql, "ALTER TABLE t DISCARD TABLESPACE", Unseen),
            (Dialect::Mysql, "ALTER TABLE t REORGANIZE PARTITION p0 INTO (PARTITION p1 VALUES LESS THAN (9))", Unseen),
            (Dialect::Mariadb, "ALTER TABLE t DROP PARTITION p0", Shown),
            (Dialect::Mysql, "ALTER TABLE t REBUILD PARTITION p0", Shown),
            (Dialect::Mysql, "ALTER TABLE t ADD COLUMN `exchange` int, ADD COLUMN `partition` int", Shown),
            (Dialect::Mariadb, "CREATE OR REPLACE TABLE t AS SELECT 1 AS a", Unseen),
            (Dialect::Mariadb, "CREATE OR REPLACE VIEW t AS SELECT 1 AS a", Shown),
            (Dialect::Firebird, "RECREATE TABLE t (a INTEGER)", Unseen),
            (Dialect::Firebird, "ALTER SEQUENCE s RESTART WITH 7", Unseen),
            (Dialect::Firebird, "SET GENERATOR s TO 7", Unseen),
            (Dialect::Firebird, "SET STATISTICS INDEX i", Repeatable),
            (Dialect::Mysql, "SET GLOBAL event_scheduler = ON", Repeatable),
            (Dialect::Firebird, "EXECUTE BLOCK AS BEGIN END", InTransaction),
            (Dialect::Firebird, "COMMENT ON TABLE t IS 'x'", Shown),
            (Dialect::Mysql, "rust: fill_towns", InTransaction),
            (Dialect::Oracle, "", Unseen),
        ] {
            assert_eq!(dialect.nature(sql), nature, "{dialect}: {sql}");
        }
    }

    #[test]
    fn what_runs_other_text_is_not_only_read() {
        for (sql, is_read_first) in [
            ("CRATE TABLE t (a INTEGER)", true),
            ("TRUNCAT t", true),
            ("CREATE USER u IDENTIFIED BY 'call'", true),
            ("call refill()", false),
            ("EXECUTE prepared", false),
            ("a: LOOP SET @n = @n + 1; END LOOP", false),
            ("LOAD DATA INFILE 'f' INTO TABLE t", false),
            ("/*!50000 CALL refill() */", false),
            ("rust: fill_towns", false),
        ] {
            assert_eq!(Dialect::Mariadb.is_read_first(sql), is_read_first, "{sql}");
        }
    }

    #[test]
    fn what_commits_is_known() {
        for (dialect, sql, commits) in [
            (Dialect::Mysql, "/* all */ truncate table t", true),
            (Dialect::Mysql, "CREATE TABLE t (a int)", true),
            (Dialect::Mysql, "CREATE TEMPORARY TABLE t (a int)", false),
            (Dialect::Mariadb, "CREATE OR REPLACE TEMPORARY TABLE t (a int)", false),
            (Dialect::Mariadb, "SET STATEMENT max_statement_time = 9 FOR ALTER TABLE t FORCE", true),
            (Dialect::Mariadb, "ANALYZE DELETE FROM t", false),
            (Dialect::Mysql, "LOAD INDEX INTO CACHE t", true),
            (Dialect::Mysql, "LOAD DATA INFILE 'f' INTO TABLE t", false),
            (Dialect::Mysql, "SET @x := 1", false),
            (Dialect::Mysql, "UPDATE t SET a = 1", false),
            (Dialect::Mysql, "SAVEPOINT a", false),
            (Dialect::Firebird, "COMMENT ON TABLE t IS 'x'", true),
            (Dialect::Firebird, "EXECUTE BLOCK AS BEGIN END", false),
            (Dialect::Oracle, "TRUNCATE TABLE t", true),
            (Dialect::Oracle, "ALTER SESSION SET NLS_SORT = BINARY", false),
            (Dialect::Postgres, "TRUNCATE TABLE t", false),
            (Dialect::Sqlite, "DROP TABLE t", false),
        ] {
            assert_eq!(dialect.commits(sql), commits, "{dialect}: {sql}");
        }
    }

    #[test]
    fn what_may_change_rows_is_known() {
        for (dialect, sql, changes) in [
            (Dialect::Mariadb, "SET STATEMENT max_statement_time = 9 FOR UPDATE t SET a = 1", true),
            (Dialect::Mariadb, "ANALYZE DELETE FROM t", true),
            (Dialect::Mariadb, "ANALYZE TABLE t", false),
            (Dialect::Mysql, "/* why */ SELECT 1", false),
            (Dialect::Postgres, "WITH old AS (DELETE FROM t RETURNING *) SELECT 1", true),
            (Dialect::Sqlite, "CREATE TABLE t (a INTEGER)", false),
            (Dialect::Mysql, "TRUNCATE t", true),
            (Dialect::Mysql, "rust: fill", true),
        ] {
            assert_eq!(dialect.changes_rows(sql), changes, "{dialect}: {sql}");
        }
    }

    #[test]
    fn what_ends_with_its_connection_is_known() {
        for (dialect, sql, is) in [
            (Dialect::Mysql, "SET FOREIGN_KEY_CHECKS=0", true),
            (Dialect::Mysql, "/* why */ set @x := 1", true),
            (Dialect::Mysql, "SET @@SESSION.sql_mode = ''", true),
            (Dialect::Mysql, "SET @@GLOBAL.event_scheduler = ON", false),
            (Dialect::Mysql, "SET PERSIST event_scheduler = ON", false),
            (Dialect::Mariadb, "SET STATEMENT max_statement_time = 9 FOR ALTER TABLE t FORCE", false),
            (Dialect::Mariadb, "CREATE OR REPLACE TEMPORARY TABLE t (a INT)", true),
            (Dialect::Mysql, "CREATE TEMPORARY TABLE t (a INT)", true),
            (Dialect::Mysql, "CREATE TABLE temporary_ones (a INT)", false),
            (Dialect::Mysql, "LOCK TABLES t WRITE", true),
            (Dialect::Mysql, "USE elsewhere", true),
            (Dialect::Mysql, "UPDATE t SET a = 1", false),
            (Dialect::Postgres, "CREATE TEMP TABLE t (a int)", true),
            (Dialect::Postgres, "SET LOCAL search_path = people", true),
            (Dialect::Postgres, "RESET search_path", true),
            (Dialect::Firebird, "CREATE GLOBAL TEMPORARY TABLE t (a INTEGER)", false),
            (Dialect::Firebird, "SET STATISTICS INDEX i", false),
            (Dialect::Firebird, "SET BIND OF INT128 TO CHAR", true),
            (Dialect::Sqlite, "CREATE TEMP TABLE t (a INTEGER)", false),
            (Dialect::Oracle, "ALTER SESSION SET NLS_SORT = BINARY", true),
            (Dialect::Mysql, "rust: set_names", false),
        ] {
            assert_eq!(dialect.is_of_session(sql), is, "{dialect}: {sql}");
        }
    }
}
