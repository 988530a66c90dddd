//! The violated constraint: the server's message names it, the table's definition knows its columns.

use tablewright_schema::DataType;

use crate::driver::Statement;
use crate::driver::constraint::complete;
use crate::error::{Constraint, Error, Kind};

/// What the primary key is called in a message, whatever its name.
const PRIMARY: &str = "PRIMARY";

/// Completes an error about a constraint or a column.
#[cold]
pub fn resolve(statement: Option<Statement<'_>>, number: u16, message: &str, error: Error) -> Error {
    let mut constraint = match error.kind() {
        Kind::Unique => unique(message),
        Kind::ForeignKey => foreign_key(message),
        Kind::Check if matches!(number, 3819 | 4025) => check(message),
        Kind::NotNull | Kind::TooLong | Kind::OutOfRange | Kind::Encode => column(message),
        _ => return error,
    };
    let about_a_column = !matches!(error.kind(), Kind::Unique | Kind::ForeignKey | Kind::Check | Kind::NotNull);
    if about_a_column && constraint.columns.is_empty() {
        return error;
    }
    let Some(def) = statement.and_then(|statement| statement.table) else { return error.with_constraint(constraint) };
    // A reference that would break belongs to the table that refers.
    if constraint.table.as_ref().is_some_and(|table| *table != def.name) {
        return error.with_constraint(constraint);
    }
    constraint.table = Some(def.name.to_string());
    if constraint.name.as_deref() == Some(PRIMARY) {
        constraint.name = Some(def.primary_key.name.to_string());
    }
    if let (Kind::Check, [column]) = (error.kind(), constraint.columns.as_slice())
        && def.column(column).is_some_and(|column| column.data_type == DataType::Json)
    {
        // MariaDB's own check of a document (<https://mariadb.com/kb/en/json-data-type/>). What we send is one.
        let message = "MariaDB does not take the document: it has more than 32 levels, or is no JSON";
        return Error::new(Kind::Encode, message).with_constraint(constraint);
    }
    complete(def, constraint, error)
}

/// `Duplicate entry 'x' for key 'table.name'`; MariaDB leaves the table out. The value may hold anything, so the end counts.
fn unique(message: &str) -> Constraint {
    let mut constraint = Constraint::default();
    let Some((_, key)) = message.rsplit_once(" for key '") else { return constraint };
    let key = key.trim_end_matches('\'');
    let (table, name) = key.rsplit_once('.').map_or((None, key), |(table, name)| (Some(table), name));
    constraint.table = table.map(str::to_owned);
    constraint.name = Some(name.to_owned());
    constraint
}

/// ``.. a foreign key constraint fails (`db`.`table`, CONSTRAINT `name` FOREIGN KEY (`a`, `b`) REFERENCES ..)``. A user
/// without rights gets nothing in parentheses.
fn foreign_key(message: &str) -> Constraint {
    let mut constraint = Constraint::default();
    let Some((_, detail)) = message.split_once(" fails (") else { return constraint };
    let mut quoted = quoted(detail);
    let (_, table, name) = (quoted.next(), quoted.next(), quoted.next());
    constraint.table = table.map(str::to_owned);
    constraint.name = name.map(str::to_owned);
    let columns = detail.split_once(" FOREIGN KEY (").and_then(|(_, rest)| rest.split_once(')'));
    constraint.columns = columns.map(|(list, _)| self::quoted(list).map(str::to_owned).collect()).unwrap_or_default();
    constraint
}

/// `Check constraint 'name' is violated.`, or on MariaDB ``CONSTRAINT `name` failed for `db`.`table` ``, where a check of
/// a column is called `table.column`.
fn check(message: &str) -> Constraint {
    let mut constraint = Constraint::default();
    if let Some(rest) = message.strip_prefix("Check constraint '") {
        constraint.name = rest.split_once('\'').map(|(name, _)| name.to_owned());
        return constraint;
    }
    let mut quoted = quoted(message);
    let (name, _, table) = (quoted.next(), quoted.next(), quoted.next());
    constraint.table = table.map(str::to_owned);
    match name.and_then(|name| name.split_once('.')) {
        Some((_, column)) => constraint.columns.push(column.to_owned()),
        None => constraint.name = name.map(str::to_owned),
    }
    constraint
}

/// `Column 'name' cannot be null`, `Field 'name' doesn't have a default value`, `.. for column 'name' at row 1`; MariaDB
/// writes ``column `db`.`table`.`name` ``. Before it may stand a value.
fn column(message: &str) -> Constraint {
    let mut constraint = Constraint::default();
    let named = ["Column '", "Field '"].iter().find_map(|start| message.strip_prefix(start));
    let rest = named.or_else(|| message.rsplit_once(" for column '").map(|(_, rest)| rest));
    if let Some((name, _)) = rest.and_then(|rest| rest.split_once('\'')) {
        // Of a document it is called `table.column`.
        let name = name.rsplit_once('.').map_or(name, |(_, name)| name);
        constraint.columns.push(name.to_owned());
    } else if let Some((_, rest)) = message.rsplit_once(" for column `") {
        constraint.columns.extend(rest.split('`').nth(4).map(str::to_owned));
    }
    constraint
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(constraint: &Constraint) -> (Option<&str>, Option<&str>, String) {
        (constraint.table.as_deref(), constraint.name.as_deref(), constraint.columns.join(", "))
    }

    #[test]
    fn messages_name_the_constraint_and_no_value() {
        let mysql = unique("Duplicate entry 'a' for key 'x.y' for key 'authors.uq_authors_name'");
        assert_eq!(parts(&mysql), (Some("authors"), Some("uq_authors_name"), String::new()));
        let mariadb = unique("Duplicate entry '1' for key 'PRIMARY'");
        assert_eq!(parts(&mariadb), (None, Some("PRIMARY"), String::new()));

        let key = foreign_key(
            "Cannot add or update a child row: a foreign key constraint fails (`db`.`books`, CONSTRAINT `fk_books_a_b` \
             FOREIGN KEY (`a`, `b`) REFERENCES `authors` (`c`, `d`) ON DELETE CASCADE)",
        );
        assert_eq!(parts(&key), (Some("books"), Some("fk_books_a_b"), "a, b".to_owned()));
        let hidden = foreign_key("Cannot delete or update a parent row: a foreign key constraint fails");
        assert_eq!(parts(&hidden), (None, None, String::new()));

        assert_eq!(parts(&check("Check constraint 'ck_t_1' is violated.")), (None, Some("ck_t_1"), String::new()));
        assert_eq!(
            parts(&check("CONSTRAINT `ck_t_1` failed for `db`.`t`")),
            (Some("t"), Some("ck_t_1"), String::new())
        );
        assert_eq!(parts(&check("CONSTRAINT `t.c` failed for `db`.`t`")), (Some("t"), None, "c".to_owned()));
    }

    #[test]
    fn messages_name_the_column() {
        for (message, name) in [
            ("Column 'a' cannot be null", "a"),
            ("Field 'a' doesn't have a default value", "a"),
            ("Data too long for column 'a' at row 1", "a"),
            ("Incorrect datetime value: 'x for column 'b'' for column 'a' at row 1", "a"),
            ("Incorrect integer value: 'x' for column `db`.`t`.`a` at row 1", "a"),
            ("Invalid JSON text: \"Invalid value.\" at position 0 in value for column 't.a'.", "a"),
            ("BIGINT value is out of range in '(9 + 1)'", ""),
        ] {
            assert_eq!(column(message).columns.join(", "), name, "{message}");
        }
    }
}
