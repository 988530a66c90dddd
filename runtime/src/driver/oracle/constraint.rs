//! The violated constraint: the server's message names it, the table's definition knows its columns.

use crate::driver::Statement;
use crate::driver::constraint::columns;
use crate::error::{Constraint, Error, Kind};

/// Completes an error about a constraint or a column.
#[cold]
pub fn resolve(statement: Option<Statement<'_>>, message: &str, error: Error) -> Error {
    let mut constraint = match error.kind() {
        Kind::Unique | Kind::ForeignKey | Kind::Check => Constraint { name: name(message), ..Constraint::default() },
        Kind::NotNull | Kind::TooLong | Kind::OutOfRange => column(message),
        _ => return error,
    };
    let Some(def) = statement.and_then(|statement| statement.table) else {
        return if constraint == Constraint::default() { error } else { error.with_constraint(constraint) };
    };
    if let Some(columns) = constraint.name.as_deref().and_then(|name| columns(def, name)) {
        constraint.table = Some(def.name.to_string());
        constraint.columns = columns;
    }
    if constraint == Constraint::default() { error.in_table(&def.name) } else { error.with_constraint(constraint) }
}

/// `ORA-00001: unique constraint (SCHEMA.NAME) violated`, and the like; 23ai says more behind it, also the value.
fn name(message: &str) -> Option<String> {
    let (_, rest) = message.split_once(" constraint (")?;
    let (name, _) = rest.split_once(')')?;
    Some(name.rsplit_once('.').map_or(name, |(_, name)| name).to_owned())
}

/// `ORA-01400: cannot insert NULL into ("SCHEMA"."TABLE"."COLUMN")`, `ORA-12899: value too large for column
/// "SCHEMA"."TABLE"."COLUMN" (actual: 5, maximum: 3)`.
fn column(message: &str) -> Constraint {
    let Some((_, rest)) = message.split_once('"') else { return Constraint::default() };
    let parts: Vec<&str> = rest.splitn(3, "\".\"").collect();
    match parts.as_slice() {
        [_, table, column] => {
            let column = column.split_once('"').map_or(*column, |(column, _)| column);
            Constraint { name: None, table: Some((*table).to_owned()), columns: vec![column.to_owned()] }
        }
        _ => Constraint::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_name_the_constraint_and_no_value() {
        let of = |message| name(message).unwrap();
        assert_eq!(of("ORA-00001: unique constraint (LIB.uq_books_mark) violated"), "uq_books_mark");
        assert_eq!(
            of(
                "ORA-00001: unique constraint (LIB.pk_books) violated on table LIB.books columns (id)\nORA-03301: (ORA-00001 \
                details) row with column values (id:1) already exists"
            ),
            "pk_books"
        );
        assert_eq!(
            of("ORA-02291: integrity constraint (LIB.fk_books_author_id) violated - parent key not found"),
            "fk_books_author_id"
        );
        assert_eq!(of("ORA-02290: check constraint (LIB.ck_books_1) violated"), "ck_books_1");
        assert_eq!(name("ORA-00942: table or view does not exist"), None);
    }

    #[test]
    fn messages_name_the_column() {
        let of = |message| {
            let constraint = column(message);
            (constraint.table.unwrap_or_default(), constraint.columns.join(", "))
        };
        let expected = ("books".to_owned(), "title".to_owned());
        assert_eq!(of("ORA-01400: cannot insert NULL into (\"LIB\".\"books\".\"title\")"), expected);
        assert_eq!(of("ORA-01407: cannot update (\"LIB\".\"books\".\"title\") to NULL"), expected);
        assert_eq!(
            of("ORA-12899: value too large for column \"LIB\".\"books\".\"title\" (actual: 5, maximum: 3)"),
            expected
        );
        let unnamed = "ORA-01438: value larger than specified precision allowed for this column";
        assert_eq!(column(unnamed), Constraint::default());
    }
}
