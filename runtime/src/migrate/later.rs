//! A question about rows, asked while later migrations are still applied: under the names that those gave to what it asks for.

use tablewright_schema::Dialect;
use tablewright_schema::diff::Verb;
use tablewright_schema::migration::Migration;
use tablewright_schema::plan::{Class, KEPT_VALUE, aside};

/// Where the rows are now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Whereabouts {
    /// This asks for them.
    Query(String),
    /// They are gone already.
    Nowhere,
    /// Nobody knows.
    Unknown,
}

/// Where the rows are that a question of the planner's is about, which asks what becomes of a table (`people`) or a column
/// (`people.town`) when its migration is taken back; `later` are the migrations after it, in the order in which they ran.
pub(super) fn whereabouts<'m>(
    sql: &str,
    of: &str,
    later: impl Iterator<Item = &'m Migration>,
    dialect: Dialect,
) -> Whereabouts {
    let (mut table, mut column) = match of.split_once('.') {
        Some((table, column)) => (table.to_owned(), Some(column.to_owned())),
        None => (of.to_owned(), None),
    };
    let mut sql = sql.to_owned();
    for migration in later {
        // In a file names of columns stand below the new name of their table.
        for change in &migration.changes {
            let is_table = change.part.is_empty();
            match change.verb {
                Verb::Rename if is_table && change.from == table => {
                    sql = sql.replace(&from(&table, dialect), &from(&change.to, dialect));
                    table.clone_from(&change.to);
                }
                Verb::Rename if change.table == table && column.as_ref() == Some(&change.from) => {
                    sql = sql.replace(&field(&change.from, dialect), &field(&change.to, dialect));
                    column = Some(change.to.clone());
                }
                Verb::Drop if is_table && change.table == table => match class(migration, &table) {
                    Some(Class::ExactIfKept) => {
                        let held = aside(&table);
                        sql = sql.replace(&from(&table, dialect), &from(&held, dialect));
                        table = held;
                    }
                    Some(Class::Shape) => return Whereabouts::Nowhere,
                    Some(Class::Exact | Class::LosesData | Class::Impossible) | None => return Whereabouts::Unknown,
                },
                Verb::Drop if change.table == table && column.is_some() && change.column() == column.as_deref() => {
                    match (class(migration, &change.name()), column.as_deref()) {
                        (Some(Class::Shape), _) => return Whereabouts::Nowhere,
                        // Its values are in a table of their own, all but the NULLs.
                        (Some(Class::ExactIfKept), Some(own)) if !sql.ends_with("IS NULL") => {
                            let held = aside(&change.name());
                            sql = sql.replace(&from(&table, dialect), &from(&held, dialect));
                            sql = sql.replace(&field(own, dialect), &field(KEPT_VALUE, dialect));
                            (table, column) = (held, Some(KEPT_VALUE.to_owned()));
                        }
                        (Some(Class::Exact | Class::ExactIfKept | Class::LosesData | Class::Impossible) | None, _) => {
                            return Whereabouts::Unknown;
                        }
                    }
                }
                // What is asked of one type need not be asked of another.
                Verb::Change if change.table == table && column.is_some() && change.column() == column.as_deref() => {
                    return Whereabouts::Unknown;
                }
                Verb::Add | Verb::Drop | Verb::Rename | Verb::Change => {}
            }
        }
    }
    Whereabouts::Query(sql)
}

fn class(migration: &Migration, of: &str) -> Option<Class> {
    migration.way_back.changes.iter().find(|change| change.of == of).map(|change| change.class)
}

/// How the planner's questions name a table, and a column of it.
fn from(table: &str, dialect: Dialect) -> String {
    format!("FROM {} t", dialect.quoted(table))
}

fn field(column: &str, dialect: Dialect) -> String {
    format!("t.{}", dialect.quoted(column))
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUES: &str = "SELECT COUNT(*) FROM `people` t WHERE t.`town` IS NOT NULL";

    fn migration(changes: &str, classes: &str) -> Migration {
        let text = format!(
            r#"{{ "version": "1", "name": "n", "up_sql": [], "changes": [{changes}],
                 "way_back": {{ "format": 1, "changes": [{classes}] }} }}"#
        );
        Migration::parse("1.json", &text).unwrap()
    }

    fn found(migrations: &[Migration]) -> Whereabouts {
        whereabouts(VALUES, "people.town", migrations.iter(), Dialect::Mysql)
    }

    #[test]
    fn names_are_followed() {
        let table = migration(r#"{ "verb": "rename", "table": "persons", "from": "people", "to": "persons" }"#, "");
        let column = migration(
            r#"{ "verb": "rename", "table": "persons", "part": "column `city`", "from": "town", "to": "city" }"#,
            "",
        );
        let other = migration(
            r#"{ "verb": "rename", "table": "shops", "part": "column `city`", "from": "town", "to": "city" }"#,
            "",
        );
        let both = "SELECT COUNT(*) FROM `persons` t WHERE t.`city` IS NOT NULL";
        assert_eq!(found(&[table, column]), Whereabouts::Query(both.to_owned()));
        assert_eq!(found(&[other]), Whereabouts::Query(VALUES.to_owned()));
    }

    #[test]
    fn another_type_is_not_asked() {
        let change = |column: &str| {
            let part = format!(r#""part": "column `{column}`", "from": "text", "to": "i32""#);
            migration(&format!(r#"{{ "verb": "change", "table": "people", {part} }}"#), "")
        };
        assert_eq!(found(&[change("town")]), Whereabouts::Unknown);
        assert_eq!(found(&[change("visits")]), Whereabouts::Query(VALUES.to_owned()));
    }

    #[test]
    fn what_was_dropped_is_gone_unless_it_was_kept() {
        let (drop, column) = (
            r#"{ "verb": "drop", "table": "people" }"#,
            r#"{ "verb": "drop", "table": "people", "part": "column `town`", "from": "text" }"#,
        );
        let class = |of: &str, class: &str| format!(r#"{{ "of": "{of}", "class": "{class}" }}"#);
        assert_eq!(found(&[migration(drop, &class("people", "shape"))]), Whereabouts::Nowhere);
        assert_eq!(found(&[migration(column, &class("people.town", "shape"))]), Whereabouts::Nowhere);
        let kept = VALUES.replace("people", &aside("people"));
        assert_eq!(found(&[migration(drop, &class("people", "exact_if_kept"))]), Whereabouts::Query(kept));
        let kept = format!("SELECT COUNT(*) FROM `{}` t WHERE t.`{KEPT_VALUE}` IS NOT NULL", aside("people.town"));
        let keeping = migration(column, &class("people.town", "exact_if_kept"));
        assert_eq!(found(std::slice::from_ref(&keeping)), Whereabouts::Query(kept));
        let nulls = VALUES.replace("IS NOT NULL", "IS NULL");
        let asked = whereabouts(&nulls, "people.town", [&keeping].into_iter(), Dialect::Mysql);
        assert_eq!(asked, Whereabouts::Unknown, "NULLs are not kept");
        assert_eq!(found(&[migration(drop, "")]), Whereabouts::Unknown, "a file that does not say it");
    }
}
