//! Which constraint failed, of which table and columns: out of what Firebird names, and what the schema knows.

use firebird_wire::StatusArg;
use tablewright_schema::{DataType, TableDef};

use super::error::{CHECK, FOREIGN_KEY, NO_DUP, NOT_VALID, UNIQUE_KEY};
use crate::driver::Statement;
use crate::driver::constraint::{checked_column, columns};
use crate::error::{Constraint, Error, Kind};

/// What stands for NULL where a value would be shown.
const NULL: &str = "*** null ***";

/// Completes an error about a constraint. What cannot be found out stays open.
#[cold]
pub fn resolve(error: Error, args: &[StatusArg], statement: Statement<'_>) -> Error {
    match error.kind() {
        Kind::Unique => {
            let (index, table) = match texts_of(args, UNIQUE_KEY).as_slice() {
                [name, table, ..] => (Some(*name), Some(*table)),
                _ => (texts_of(args, NO_DUP).first().copied(), None),
            };
            let def = statement.table.filter(|def| table.is_none_or(|table| table == def.name));
            let columns = columns_of(def, index);
            let found = table.map(str::to_owned).or_else(|| def.map(|def| def.name.to_string()));
            error.with_constraint(Constraint { name: index.map(str::to_owned), table: found, columns })
        }
        Kind::ForeignKey => {
            let (name, table) = name_and_table(args, FOREIGN_KEY);
            let columns =
                columns_of(statement.table.filter(|def| table.as_deref() == Some(&*def.name)), name.as_deref());
            error.with_constraint(Constraint { name, table, columns })
        }
        Kind::Check => {
            let (name, table) = name_and_table(args, CHECK);
            resolve_check(error, statement.table, Constraint { name, table, columns: Vec::new() })
        }
        Kind::NotNull => {
            let texts = texts_of(args, NOT_VALID);
            let constraint = place(texts.first().copied().unwrap_or_default());
            // The same code tells of a value that its domain refuses.
            match texts.get(1) {
                Some(value) if *value != NULL => Error::new(Kind::Check, "a check failed").with_source(error),
                Some(_) | None => error,
            }
            .with_constraint(constraint)
        }
        Kind::TooLong | Kind::OutOfRange => match statement.table {
            Some(def) => error.in_table(&def.name),
            None => error,
        },
        Kind::NotFound
        | Kind::Serialization
        | Kind::Deadlock
        | Kind::Busy
        | Kind::Timeout
        | Kind::ConnectionLost
        | Kind::Connect
        | Kind::Login
        | Kind::Unsupported
        | Kind::MissingObject
        | Kind::Syntax
        | Kind::Decode
        | Kind::Encode
        | Kind::Config
        | Kind::Usage
        | Kind::Other => error,
    }
}

/// The texts that follow a code.
fn texts_of(args: &[StatusArg], code: i32) -> Vec<&str> {
    let after = args.iter().skip_while(|arg| **arg != StatusArg::Gds(code)).skip(1);
    after
        .map_while(|arg| match arg {
            StatusArg::Str(text) => Some(text.as_str()),
            StatusArg::Gds(_) | StatusArg::Warning(_) | StatusArg::Number(_) | StatusArg::Interpreted(_) => None,
        })
        .collect()
}

fn name_and_table(args: &[StatusArg], code: i32) -> (Option<String>, Option<String>) {
    let texts = texts_of(args, code);
    let text = |position: usize| texts.get(position).map(|text| (*text).to_owned());
    (text(0), text(1))
}

/// `"table"."column"`.
fn place(text: &str) -> Constraint {
    let parts: Vec<String> = text.trim_matches('"').split("\".\"").map(str::to_owned).collect();
    match <[String; 2]>::try_from(parts) {
        Ok([table, column]) => Constraint { name: None, table: Some(table), columns: vec![column] },
        Err(_) => Constraint::default(),
    }
}

/// The columns of a constraint of this table.
fn columns_of(def: Option<&TableDef>, name: Option<&str>) -> Vec<String> {
    def.zip(name).and_then(|(def, name)| columns(def, name)).unwrap_or_default()
}

/// A check that came with a type is about one column, and what it refuses is too long or out of range.
fn resolve_check(error: Error, def: Option<&TableDef>, mut constraint: Constraint) -> Error {
    let def = def.filter(|def| constraint.table.as_deref() == Some(&*def.name));
    let column = def.zip(constraint.name.as_deref()).and_then(|(def, name)| checked_column(def, name));
    let Some(column) = column else { return error.with_constraint(constraint) };
    constraint.columns = vec![column.name.to_string()];
    let told = match column.data_type {
        DataType::Varchar(_) | DataType::Binary(_) => Error::new(Kind::TooLong, "a value is too long for its column"),
        DataType::Decimal { .. } => Error::new(Kind::OutOfRange, "a number is outside of what its column holds"),
        _ => return error.with_constraint(constraint),
    };
    told.with_constraint(constraint).with_source(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_table_and_a_column() {
        let constraint = place("\"authors\".\"name\"");
        assert_eq!(
            (constraint.table.as_deref(), constraint.columns.as_slice()),
            (Some("authors"), &["name".into()][..])
        );
        assert_eq!(place(""), Constraint::default());
    }

    #[test]
    fn texts_belong_to_the_code_before_them() {
        let text = |text: &str| StatusArg::Str(text.to_owned());
        let args = [StatusArg::Gds(1), text("a"), StatusArg::Gds(2), text("b"), text("c"), StatusArg::Gds(3)];
        assert_eq!(texts_of(&args, 2), ["b", "c"]);
        assert!(texts_of(&args, 3).is_empty() && texts_of(&args, 4).is_empty());
    }
}
