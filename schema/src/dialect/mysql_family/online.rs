//! Statements that are refused rather than keep others waiting, where the servers are known to do them beside others.
//!
//! - `ALGORITHM=INSTANT` writes nothing but the definition. Columns are added so by every release that is supported; a
//!   table that cannot (one with `ROW_FORMAT=COMPRESSED`) would be made anew.
//! - `LOCK=NONE` leaves the choice to the server, which takes the quickest of its release that lets others write: MySQL
//!   drops a column instantly from 8.0.29 on, and would make the table anew if it was asked for `ALGORITHM=INPLACE`.
//!   It refuses to copy.
//!
//! What is on no list is left as it is: it is copied, or locked, or the one of the servers can and the other cannot, and
//! the lint warns of it (<https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html>,
//! <https://mariadb.com/kb/en/innodb-online-ddl-operations-with-the-instant-alter-algorithm/>).

use super::super::online::{clauses, rest};

/// What a statement becomes; nothing if it is not known to run beside others.
pub(crate) fn statements(sql: &str) -> Option<Vec<String>> {
    if sql.starts_with("CREATE INDEX ") || sql.starts_with("CREATE UNIQUE INDEX ") {
        return Some(vec![format!("{sql} ALGORITHM=INPLACE LOCK=NONE")]);
    }
    let (_, actions) = rest(sql, "ALTER TABLE ", '`')?;
    let clauses = clauses(actions, '`');
    let is_instant = |clause: &&str| {
        clause.starts_with("ADD COLUMN ")
            && !["GENERATED", "AUTO_INCREMENT", "DEFAULT ("].iter().any(|word| clause.contains(word))
    };
    let is_beside = |clause: &&str| {
        is_instant(clause)
            || ["DROP COLUMN ", "RENAME COLUMN ", "RENAME INDEX ", "DROP INDEX "]
                .iter()
                .any(|words| clause.starts_with(words))
            || (clause.starts_with("ADD CONSTRAINT ") && clause.contains("` UNIQUE ("))
    };
    if clauses.iter().all(is_instant) {
        return Some(vec![format!("{sql}, ALGORITHM=INSTANT")]);
    }
    clauses.iter().all(is_beside).then(|| vec![format!("{sql}, LOCK=NONE")])
}
