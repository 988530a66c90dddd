//! The violated constraint: the server's message names it, the table's definition knows its columns.

use crate::driver::Statement;
use crate::driver::constraint::columns;
use crate::error::{Constraint, Error, Kind};

/// Completes an error about a constraint or a column.
#[cold]
pub fn resolve(statement: Option<Statement<'_>>, message: &str, error: Error) -> Error {
    let mut constraint = match error.kind() {
        Kind::Unique => unique(message),
        Kind::ForeignKey | Kind::Check => conflict(message),
        Kind::NotNull => column(message, "column '", ", table '"),
        Kind::TooLong => column(message, ", column '", " in table '"),
        _ => return error,
    };
    if constraint == Constraint::default() {
        return error;
    }
    let Some(def) = statement.and_then(|statement| statement.table) else { return error.with_constraint(constraint) };
    // The message of a reference that cannot be followed names the table it leads to; the reference is ours.
    if let Some(columns) = constraint.name.as_deref().and_then(|name| columns(def, name)) {
        constraint.table = Some(def.name.to_string());
        constraint.columns = columns;
    }
    error.with_constraint(constraint)
}

/// Whether a conflict is with a check, and not with a reference.
pub fn is_check(message: &str) -> bool {
    message.contains(" conflicted with the CHECK constraint ")
}

/// `Violation of UNIQUE KEY constraint 'name'. Cannot insert duplicate key in object 'dbo.table'. ..`, of an index
/// `Cannot insert duplicate key row in object 'dbo.table' with unique index 'name'. ..`. The value comes last.
fn unique(message: &str) -> Constraint {
    let name = between(message, " constraint '", "'").or_else(|| between(message, " index '", "'"));
    Constraint {
        name: name.map(str::to_owned),
        table: between(message, " object '", "'").map(table),
        columns: Vec::new(),
    }
}

/// `The INSERT statement conflicted with the FOREIGN KEY constraint "name". The conflict occurred in database "db", table
/// "dbo.table", column 'column'.` No value is named.
fn conflict(message: &str) -> Constraint {
    let mut constraint = Constraint {
        name: between(message, " constraint \"", "\"").map(str::to_owned),
        table: between(message, ", table \"", "\"").map(table),
        columns: between(message, ", column '", "'").map(str::to_owned).into_iter().collect(),
    };
    if message.contains(" conflicted with the FOREIGN KEY ") {
        // Table and column are those it would lead to.
        (constraint.table, constraint.columns) = (None, Vec::new());
    }
    constraint
}

/// `Cannot insert the value NULL into column 'column', table 'db.dbo.table'; ..`, `String or binary data would be truncated
/// in table 'db.dbo.table', column 'column'. Truncated value: ..`.
fn column(message: &str, before_column: &str, before_table: &str) -> Constraint {
    let name = between(message, before_column, "'");
    let columns = name.map(str::to_owned).into_iter().collect();
    Constraint { name: None, table: between(message, before_table, "'").map(table), columns }
}

fn between<'m>(message: &'m str, before: &str, after: &str) -> Option<&'m str> {
    let (_, rest) = message.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}

/// The table, without the schema and the database it is in.
fn table(name: &str) -> String {
    name.rsplit_once('.').map_or(name, |(_, name)| name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(constraint: &Constraint) -> (Option<&str>, Option<&str>, String) {
        (constraint.table.as_deref(), constraint.name.as_deref(), constraint.columns.join(", "))
    }

    #[test]
    fn messages_name_the_constraint_and_no_value() {
        let key = unique(
            "Violation of PRIMARY KEY constraint 'pk_books'. Cannot insert duplicate key in object 'dbo.books'. The \
             duplicate key value is (it's, an object 'x').",
        );
        assert_eq!(parts(&key), (Some("books"), Some("pk_books"), String::new()));
        let index = unique(
            "Cannot insert duplicate key row in object 'dbo.books' with unique index 'uq_books_mark'. The duplicate key \
             value is (1).",
        );
        assert_eq!(parts(&index), (Some("books"), Some("uq_books_mark"), String::new()));

        let conflict = |message| parts_of(&conflict(message));
        let missing = "The INSERT statement conflicted with the FOREIGN KEY constraint \"fk_books_author_id\". The conflict \
                       occurred in database \"db\", table \"dbo.authors\", column 'id'.";
        assert_eq!(conflict(missing), "None Some(\"fk_books_author_id\") []");
        assert!(!is_check(missing));
        let used = "The DELETE statement conflicted with the REFERENCE constraint \"fk_books_author_id\". The conflict \
                    occurred in database \"db\", table \"dbo.books\", column 'author_id'.";
        assert_eq!(conflict(used), "Some(\"books\") Some(\"fk_books_author_id\") [\"author_id\"]");
        let check = "The UPDATE statement conflicted with the CHECK constraint \"ck_books_1\". The conflict occurred in \
                     database \"db\", table \"dbo.books\".";
        assert_eq!(conflict(check), "Some(\"books\") Some(\"ck_books_1\") []");
        assert!(is_check(check));
    }

    fn parts_of(constraint: &Constraint) -> String {
        format!("{:?} {:?} {:?}", constraint.table, constraint.name, constraint.columns)
    }

    #[test]
    fn messages_name_the_column() {
        let null = "Cannot insert the value NULL into column 'a', table 'db.dbo.t'; column does not allow nulls. INSERT fails.";
        assert_eq!(parts(&column(null, "column '", ", table '")), (Some("t"), None, "a".to_owned()));
        let long = "String or binary data would be truncated in table 'db.dbo.t', column 'a'. Truncated value: ', column 'b''.";
        assert_eq!(parts(&column(long, ", column '", " in table '")), (Some("t"), None, "a".to_owned()));
        let unnamed = "String or binary data would be truncated.";
        assert_eq!(column(unnamed, ", column '", " in table '"), Constraint::default());
    }
}
