//! Statements that are refused rather than keep others waiting, where the servers are known to do them beside others.
//!
//! What is on no list is left as it is: it is copied, or locked, or the one of the servers can and the other cannot
//! (<https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html>,
//! <https://mariadb.com/kb/en/innodb-online-ddl-operations-with-the-inplace-alter-algorithm/>).

use super::super::online::{clauses, rest};

/// What a statement becomes; nothing if it is not known to run beside others.
pub(crate) fn statements(sql: &str) -> Option<Vec<String>> {
    if sql.starts_with("CREATE INDEX ") || sql.starts_with("CREATE UNIQUE INDEX ") {
        return Some(vec![format!("{sql} ALGORITHM=INPLACE LOCK=NONE")]);
    }
    let (_, actions) = rest(sql, "ALTER TABLE ", '`')?;
    let is_known = |clause: &&str| {
        let is_plain = !["GENERATED", "AUTO_INCREMENT", "DEFAULT ("].iter().any(|word| clause.contains(word));
        (clause.starts_with("ADD COLUMN ") && is_plain)
            || clause.starts_with("DROP COLUMN ")
            || clause.starts_with("RENAME COLUMN ")
            || clause.starts_with("RENAME INDEX ")
            || clause.starts_with("DROP INDEX ")
            || (clause.starts_with("ADD CONSTRAINT ") && clause.contains("` UNIQUE ("))
    };
    let clauses = clauses(actions, '`');
    clauses.iter().all(is_known).then(|| vec![format!("{sql}, ALGORITHM=INPLACE, LOCK=NONE")])
}
