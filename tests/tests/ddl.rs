//! The DDL of each case in each dialect is what its golden file says; SQLite's files run as they stand.

use rusqlite::Connection;
use tablewright_schema::Dialect;
use tablewright_tests::golden::case::{self, Model};
use tablewright_tests::golden::{Golden, text};

#[test]
fn ddl_is_as_kept() {
    let mut golden = Golden::new("ddl");
    for case in case::all() {
        for dialect in Dialect::ALL {
            golden.compare(format!("{}/{dialect}.sql", case.name), &text::of_ddl(&case, dialect));
        }
    }
    golden.finish();
}

/// What the derive puts together from pieces, some of them constants of other types, is what the whole definition gives.
#[test]
fn pieces_join_to_the_whole() {
    for case in case::all() {
        for model in &case.models {
            if !matches!(model, Model::Derived(_)) {
                continue;
            }
            for dialect in Dialect::ALL {
                let (pieces, whole) = (model.render(dialect), case::rendered(model.def(), dialect));
                // MySQL's default of a type that the derive cannot see stands in parentheses, where it may always stand,
                // and the checks that come with such a type stand behind the others.
                let parts = |text: String| {
                    let text = text.replace(['(', ')', '"'], "");
                    let mut parts: Vec<_> = text.split(", ").map(str::to_owned).collect();
                    parts.sort();
                    parts
                };
                let (pieces, whole) = (parts(format!("{pieces:?}")), parts(format!("{whole:?}")));
                let odd = pieces.iter().zip(&whole).find(|(piece, whole)| piece != whole);
                assert_eq!((odd, pieces.len()), (None, whole.len()), "{} on {dialect}", model.def().name);
            }
        }
    }
}

#[test]
fn sqlite_files_run_as_they_stand() {
    for case in case::all() {
        let script = text::of_ddl(&case, Dialect::Sqlite);
        let (create, drop) = script.split_once("-- drop\n").unwrap_or((&script, ""));
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("PRAGMA foreign_keys = ON").unwrap();
        connection.execute_batch(create).unwrap_or_else(|error| panic!("{}: {error}\n{create}", case.name));
        let taken = case.models.iter().filter(|model| model.render(Dialect::Sqlite).is_ok()).count();
        assert_eq!(objects(&connection, "type = 'table'"), i64::try_from(taken).unwrap(), "{}", case.name);
        connection.execute_batch("PRAGMA foreign_key_check; PRAGMA integrity_check").unwrap();
        connection.execute_batch(drop).unwrap_or_else(|error| panic!("{}: {error}\n{drop}", case.name));
        assert_eq!(objects(&connection, "1 = 1"), 0, "{} leaves something behind", case.name);
    }
}

/// Nothing is refused by all: a case that no dialect takes shows nothing.
#[test]
fn every_table_is_taken_somewhere() {
    for case in case::all() {
        for model in &case.models {
            let taken = Dialect::ALL.iter().any(|dialect| model.render(*dialect).is_ok());
            assert!(taken, "{}: {} is refused by every dialect", case.name, model.def().name);
        }
    }
}

fn objects(connection: &Connection, condition: &str) -> i64 {
    let count = format!("SELECT COUNT(*) FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' AND {condition}");
    connection.query_row(&count, [], |row| row.get(0)).unwrap()
}
