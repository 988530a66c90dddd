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
use super::super::pieces::ColumnPiece;

/// The longest `varchar`, in characters of four bytes, with one byte for its length.
pub(super) const ONE_BYTE: u32 = 63;

/// What a statement becomes; nothing if it is not known to run beside others.
pub(crate) fn statements(sql: &str, beside: &[String]) -> Option<Vec<String>> {
    if sql.starts_with("CREATE INDEX ") || sql.starts_with("CREATE UNIQUE INDEX ") {
        return (!is_over_expression(sql)).then(|| vec![format!("{sql} ALGORITHM=INPLACE LOCK=NONE")]);
    }
    let (_, actions) = rest(sql, "ALTER TABLE ", '`')?;
    let clauses = clauses(actions, '`');
    let is_instant = |clause: &&str| {
        clause.starts_with("ADD COLUMN ")
            && !["GENERATED", "AUTO_INCREMENT", "DEFAULT ("].iter().any(|word| clause.contains(word))
    };
    let is_beside = |clause: &&str| {
        is_instant(clause)
            || beside.iter().any(|known| known == clause)
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

/// Whether an index is over an expression: for each of them a hidden column is added, and others only read meanwhile
/// (<https://dev.mysql.com/doc/refman/8.4/en/create-index.html#create-index-functional-key-parts>).
fn is_over_expression(sql: &str) -> bool {
    let parts = sql.split_once('(').and_then(|(_, rest)| rest.rsplit_once(')'));
    parts.is_some_and(|(parts, _)| clauses(parts, '`').iter().any(|part| part.starts_with('(')))
}

/// Whether a column keeps its type, or is a `varchar` that gets longer and keeps the number of bytes that tell its length.
pub(crate) fn restates_beside(before: &ColumnPiece, after: &ColumnPiece) -> bool {
    let length = |piece: &ColumnPiece| -> Option<u32> {
        piece.type_name.strip_prefix("varchar(")?.strip_suffix(')')?.parse().ok()
    };
    let is_longer = match (length(before), length(after)) {
        (Some(from), Some(to)) => from <= to && (from <= ONE_BYTE) == (to <= ONE_BYTE),
        _ => false,
    };
    let is_computed = [before, after].iter().any(|piece| piece.clauses.contains("DEFAULT ("));
    (before.type_name == after.type_name || is_longer) && !is_computed
}
