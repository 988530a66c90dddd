//! The violated constraint, out of the server's words: those are all it gives.

use tablewright_schema::{DataType, TableDef, name};

use crate::driver::Statement;
use crate::error::{Constraint, Error, Kind};

/// Completes an error about a constraint or a column.
#[cold]
pub fn resolve(statement: Option<Statement<'_>>, message: &str, error: Error) -> Error {
    let def = statement.and_then(|statement| statement.table);
    match error.kind() {
        Kind::Unique => {
            let Some(key) = last_quoted(message, "for key '", '\'') else { return error };
            // MySQL names the table as well, MariaDB does not.
            let (table, key) = key.rsplit_once('.').map_or((None, key), |(table, key)| (Some(table), key));
            let name = match (key, def) {
                ("PRIMARY", Some(def)) => def.primary_key.name.to_string(),
                (key, _) => key.to_owned(),
            };
            error.with_constraint(named(def, table, name))
        }
        Kind::ForeignKey => {
            let Some(name) = quoted(message, "CONSTRAINT `", '`') else { return error };
            let table = message.split(", CONSTRAINT `").next().and_then(|start| quoted(start, "`.`", '`'));
            error.with_constraint(named(def, table, name.to_owned()))
        }
        Kind::Check => {
            let found = quoted(message, "Check constraint '", '\'').or_else(|| quoted(message, "CONSTRAINT `", '`'));
            let Some(name) = found else { return error };
            // MariaDB names a check that stands with a column by `table.column`.
            let name = name.rsplit_once('.').map_or(name, |(_, name)| name);
            let constraint = named(def, None, name.to_owned());
            match def.and_then(|def| checked_column(def, name)) {
                Some((_, DataType::Varchar(_) | DataType::Binary(_))) => {
                    Error::new(Kind::TooLong, "a value is too long for its column").with_constraint(constraint)
                }
                _ => error.with_constraint(constraint),
            }
        }
        Kind::NotNull | Kind::TooLong | Kind::OutOfRange | Kind::Encode => {
            let column = quoted(message, "olumn '", '\'').or_else(|| quoted(message, "Field '", '\''));
            let Some(column) = column else { return error };
            // `db`.`table`.`column` where MariaDB says more.
            let column = column.rsplit('.').next().unwrap_or(column).trim_matches('`');
            let known = def.is_some_and(|def| def.column(column).is_some());
            match def {
                Some(def) if known => error.in_table(&def.name).in_column(column),
                Some(_) | None if error.kind() == Kind::NotNull => error.in_column(column),
                // It may be an expression, with a value in it.
                Some(_) | None => error,
            }
        }
        _ => error,
    }
}

fn named(def: Option<&TableDef>, table: Option<&str>, name: String) -> Constraint {
    // A reference that would break belongs to the table that refers.
    let own = def.filter(|def| table.is_none_or(|table| table == def.name));
    let columns = own.map(|def| columns(def, &name)).unwrap_or_default();
    let table = table.map(str::to_owned).or_else(|| own.map(|def| def.name.to_string()));
    Constraint { name: Some(name), table, columns }
}

/// What stands between a start and the next quote.
fn quoted<'m>(message: &'m str, start: &str, quote: char) -> Option<&'m str> {
    let (_, rest) = message.split_once(start)?;
    rest.split_once(quote).map(|(found, _)| found)
}

/// The same from the last start, for a value may stand before it.
fn last_quoted<'m>(message: &'m str, start: &str, quote: char) -> Option<&'m str> {
    let (_, rest) = message.rsplit_once(start)?;
    rest.split_once(quote).map(|(found, _)| found)
}

/// The column of a check that came with a type; one about a length says that the value is too long.
fn checked_column<'d>(def: &'d TableDef, constraint: &str) -> Option<(&'d str, &'d DataType)> {
    let column = def.columns.iter().find(|column| name::check(&def.name, &column.name) == constraint)?;
    Some((&column.name, &column.data_type))
}

/// The columns of a check, a key, a unique constraint, a unique index or a foreign key.
fn columns(def: &TableDef, constraint: &str) -> Vec<String> {
    let owned = |columns: &[std::borrow::Cow<'static, str>]| columns.iter().map(ToString::to_string).collect();
    if let Some((column, _)) = checked_column(def, constraint) {
        return vec![column.to_owned()];
    }
    if def.primary_key.name == constraint {
        return owned(&def.primary_key.columns);
    }
    if let Some(unique) = def.uniques.iter().find(|unique| unique.name == constraint) {
        return owned(&unique.columns);
    }
    if let Some(key) = def.foreign_keys.iter().find(|key| key.name == constraint) {
        return owned(&key.columns);
    }
    let index = def.indexes.iter().find(|index| index.name == constraint);
    index.map(|index| index.columns().map(str::to_owned).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(kind: Kind, message: &str) -> Constraint {
        resolve(None, message, Error::new(kind, "x")).constraint().cloned().unwrap_or_default()
    }

    #[test]
    fn both_servers_words_are_read() {
        let mysql = resolved(Kind::Unique, "Duplicate entry 'for key 'a'' for key 'doctors.uq_doctors_email'");
        assert_eq!((mysql.name.as_deref(), mysql.table.as_deref()), (Some("uq_doctors_email"), Some("doctors")));
        let mariadb = resolved(Kind::Unique, "Duplicate entry 'a' for key 'uq_doctors_email'");
        assert_eq!((mariadb.name.as_deref(), mariadb.table), (Some("uq_doctors_email"), None));
        let message = "Cannot add or update a child row: a foreign key constraint fails (`db`.`visits`, CONSTRAINT \
                       `fk_visits_doctor_id` FOREIGN KEY (`doctor_id`) REFERENCES `doctors` (`id`))";
        let key = resolved(Kind::ForeignKey, message);
        assert_eq!((key.name.as_deref(), key.table.as_deref()), (Some("fk_visits_doctor_id"), Some("visits")));
        assert_eq!(resolved(Kind::Check, "Check constraint 'ck_a' is violated.").name.as_deref(), Some("ck_a"));
        assert_eq!(resolved(Kind::Check, "CONSTRAINT `ck_a` failed for `db`.`t`").name.as_deref(), Some("ck_a"));
        assert_eq!(resolved(Kind::NotNull, "Column 'a' cannot be null").columns, ["a"]);
        assert_eq!(resolved(Kind::NotNull, "Field 'a' doesn't have a default value").columns, ["a"]);
    }
}
