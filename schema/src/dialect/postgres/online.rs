//! Statements that keep nobody waiting: what they do slowly, they do beside others, and in a transaction of its own.

use super::super::online::{Leftover, constraint, quoted, rest};

/// What a statement becomes; nothing if it is quick as it is.
pub(crate) fn statements(sql: &str) -> Option<Vec<String>> {
    // <https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY>
    for words in ["CREATE INDEX ", "CREATE UNIQUE INDEX ", "DROP INDEX "] {
        if let Some(rest) = sql.strip_prefix(words) {
            return Some(vec![format!("{words}CONCURRENTLY {rest}")]);
        }
    }
    let (table, action) = rest(sql, "ALTER TABLE ", '"')?;
    if let Some((name, what)) = constraint(action, '"') {
        let alter = |action: String| format!("ALTER TABLE {table} {action}");
        // <https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT>
        if what.starts_with("FOREIGN KEY") || what.starts_with("CHECK") {
            let add = alter(format!("ADD CONSTRAINT {name} {what} NOT VALID"));
            return Some(vec![add, alter(format!("VALIDATE CONSTRAINT {name}"))]);
        }
        let kind = ["UNIQUE", "PRIMARY KEY"].into_iter().find(|kind| what.starts_with(kind))?;
        let columns = what.strip_prefix(kind)?;
        let index = format!("CREATE UNIQUE INDEX CONCURRENTLY {name} ON {table}{columns}");
        return Some(vec![index, alter(format!("ADD CONSTRAINT {name} {kind} USING INDEX {name}"))]);
    }
    // With a check that holds, the rows are not looked at once more while all wait.
    let (column, action) = rest(action, "ALTER COLUMN ", '"')?;
    if action != "SET NOT NULL" {
        return None;
    }
    let check = "\"_tablewright_not_null\"";
    let actions = [
        format!("ADD CONSTRAINT {check} CHECK ({column} IS NOT NULL) NOT VALID"),
        format!("VALIDATE CONSTRAINT {check}"),
        format!("ALTER COLUMN {column} SET NOT NULL"),
        format!("DROP CONSTRAINT {check}"),
    ];
    Some(actions.into_iter().map(|action| format!("ALTER TABLE {table} {action}")).collect())
}

/// What a statement that makes or drops an index beside others leaves behind where it failed: the index, not valid.
pub(crate) fn leftover(sql: &str) -> Option<Leftover> {
    let made = ["CREATE INDEX CONCURRENTLY", "CREATE UNIQUE INDEX CONCURRENTLY"];
    let made = made.into_iter().find_map(|words| behind(sql, words));
    let rest = made.or_else(|| behind(sql, "DROP INDEX CONCURRENTLY"))?;
    let rest = ["IF NOT EXISTS", "IF EXISTS"].into_iter().find_map(|words| behind(rest, words)).unwrap_or(rest);
    let is_end = |c: char| c.is_whitespace() || "(;,".contains(c);
    let name = quoted(rest, '"').or_else(|| rest.split(is_end).next())?;
    // An index that is given no name gets one that is not known here.
    if name.is_empty() || name.eq_ignore_ascii_case("ON") {
        return None;
    }
    let text = name.replace('\'', "''");
    Some(Leftover {
        question: format!("SELECT COUNT(*) FROM pg_index WHERE indexrelid = to_regclass('{text}') AND NOT indisvalid"),
        drop: made.map(|_| format!("DROP INDEX CONCURRENTLY {name}")),
    })
}

/// What follows these words, however they are written.
fn behind<'s>(sql: &'s str, words: &str) -> Option<&'s str> {
    words.split(' ').try_fold(sql, |sql, word| {
        let sql = sql.trim_start();
        let rest =
            sql.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word)).map(|_| &sql[word.len()..])?;
        rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
    })
}
