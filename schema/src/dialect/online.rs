//! Statements that keep others from waiting, asked for by whoever has large tables: what a dialect makes of its own statements.

use super::Dialect;
use super::pieces::ColumnPiece;
use crate::model::TableDef;

/// What a statement leaves behind where it failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover {
    /// A question that counts it.
    pub question: String,
    /// The statement that drops it; nothing if the one that left it behind does, once it runs again.
    pub drop: Option<String>,
}

impl Dialect {
    /// The statements of a plan such that others read and write meanwhile, and whether they refuse to run in one transaction;
    /// `beside` are clauses of which that is known.
    pub(crate) fn online(self, statements: Vec<String>, beside: &[String]) -> (Vec<String>, bool) {
        let mut apart = false;
        let mut all = Vec::new();
        for sql in statements {
            match self.rules().online(&sql, beside) {
                Some(instead) => {
                    apart = self.rules().transactional_ddl();
                    all.extend(instead);
                }
                None => all.push(sql),
            }
        }
        (all, apart)
    }

    /// Whether others read and write while a column of a table, about which everything is told once more, becomes another.
    pub(crate) fn restates_beside(self, table: &TableDef, before: &ColumnPiece, after: &ColumnPiece) -> bool {
        self.rules().restates_beside(table, before, after)
    }

    /// What a statement leaves behind where it failed before.
    pub fn leftover(self, statement: &str) -> Option<Leftover> {
        self.rules().leftover(statement)
    }
}

/// The quoted name at the start of a text.
pub(crate) fn quoted(sql: &str, quote: char) -> Option<&str> {
    let end = sql.strip_prefix(quote)?.find(quote)?;
    // Both quotes, each of one byte.
    sql.get(..end + 2)
}

/// The quoted name behind these words, and what follows it.
pub(crate) fn rest<'s>(sql: &'s str, words: &str, quote: char) -> Option<(&'s str, &'s str)> {
    let sql = sql.strip_prefix(words)?;
    let name = quoted(sql, quote)?;
    Some((name, sql.get(name.len()..)?.trim_start()))
}

/// The name of a constraint that is added, and what it is.
pub(crate) fn constraint(action: &str, quote: char) -> Option<(&str, &str)> {
    rest(action, "ADD CONSTRAINT ", quote)
}

/// The clauses of a change, cut at the commas outside of parentheses, names and texts.
pub(crate) fn clauses(actions: &str, quote: char) -> Vec<&str> {
    let (mut parts, mut depth, mut start, mut within) = (Vec::new(), 0_usize, 0, None);
    for (at, character) in actions.char_indices() {
        match (within, character) {
            (Some(end), _) if character == end => within = None,
            (Some(_), _) => {}
            (None, '\'') => within = Some('\''),
            (None, _) if character == quote => within = Some(quote),
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            (None, ',') if depth == 0 => {
                parts.extend(actions.get(start..at));
                start = at + 1;
            }
            (None, _) => {}
        }
    }
    parts.extend(actions.get(start..));
    parts.into_iter().map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn online(dialect: Dialect, sql: &str) -> (Vec<String>, bool) {
        dialect.online(vec![sql.to_owned()], &["MODIFY COLUMN `known` integer NULL".to_owned()])
    }

    #[test]
    fn what_is_slow_runs_beside_others() {
        let postgres = |sql: &str| online(Dialect::Postgres, sql).0;
        assert_eq!(postgres("DROP INDEX \"ix\""), ["DROP INDEX CONCURRENTLY \"ix\""]);
        assert_eq!(
            postgres("ALTER TABLE \"t\" ADD CONSTRAINT \"uq\" UNIQUE (\"a\", \"b\")"),
            [
                "CREATE UNIQUE INDEX CONCURRENTLY \"uq\" ON \"t\" (\"a\", \"b\")",
                "ALTER TABLE \"t\" ADD CONSTRAINT \"uq\" UNIQUE USING INDEX \"uq\""
            ]
        );
        assert_eq!(
            postgres("ALTER TABLE \"t\" ADD CONSTRAINT \"ck\" CHECK (\"a\" > 0)"),
            [
                "ALTER TABLE \"t\" ADD CONSTRAINT \"ck\" CHECK (\"a\" > 0) NOT VALID",
                "ALTER TABLE \"t\" VALIDATE CONSTRAINT \"ck\""
            ]
        );
        assert_eq!(postgres("ALTER TABLE \"t\" ALTER COLUMN \"a\" SET NOT NULL").len(), 4);
        assert!(!online(Dialect::Postgres, "ALTER TABLE \"t\" ADD COLUMN \"a\" integer").1);
        let mysql = |sql: &str| online(Dialect::Mysql, sql).0;
        let both = "ALTER TABLE `t` ADD COLUMN `a` varchar(3) NULL COMMENT 'a, b', DROP INDEX `ix`";
        assert_eq!(mysql(both), [format!("{both}, LOCK=NONE")]);
        let added = "ALTER TABLE `t` ADD COLUMN `a` integer NULL, ADD COLUMN `b` integer DEFAULT 7 NOT NULL";
        assert_eq!(mysql(added), [format!("{added}, ALGORITHM=INSTANT")]);
        let computed = "ALTER TABLE `t` ADD COLUMN `a` integer GENERATED ALWAYS AS (1) STORED";
        assert_eq!(mysql(computed), [computed]);
        let plain = "CREATE INDEX `ix` ON `t` (`a`(20), `b` DESC)";
        assert_eq!(mysql(plain), [format!("{plain} ALGORITHM=INPLACE LOCK=NONE")]);
        for expression in
            ["CREATE INDEX `ix` ON `t` ((LOWER(`a`)))", "CREATE UNIQUE INDEX `ix` ON `t` (`a`, (`b` + 1) DESC)"]
        {
            assert_eq!(mysql(expression), [expression], "others would have to wait, so it is not asked for");
        }
        let copies = "ALTER TABLE `t` ADD COLUMN `a` integer NULL, MODIFY COLUMN `b` bigint NULL";
        assert_eq!(mysql(copies), [copies]);
        let known = "ALTER TABLE `t` MODIFY COLUMN `known` integer NULL, ADD COLUMN `b` bigint NULL";
        assert_eq!(mysql(known), [format!("{known}, LOCK=NONE")]);
    }
}
