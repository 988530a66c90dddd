//! Tables with something of every kind, and what somebody may do to them by hand on each engine: `tests/tampered/<engine>.sql`.

use std::fs;

use tablewright::prelude::*;
use tablewright_schema::Dialect;

use crate::source;

/// A place.
#[derive(Debug, Clone, Table)]
#[table(name = "places")]
pub struct Place {
    /// The key
    #[column(primary_key)]
    pub id: i64,
}

/// Somebody with something of every kind.
#[derive(Debug, Clone, Table)]
#[table(name = "people")]
#[index(name = "ix_people_town", columns(town desc, age desc))]
#[check(name = "ck_people_age", age >= 0 and age < 200)]
#[unique(name = "uq_people_mail", columns(mail))]
pub struct Person {
    /// The key
    #[column(primary_key, auto_increment)]
    pub id: i64,
    /// The town
    #[column(max_length = 60, default = "Durban")]
    pub town: String,
    /// In years
    #[column(default = 18)]
    pub age: i32,
    /// Where to write
    #[column(max_length = 40)]
    pub mail: Option<String>,
    /// Where it lives
    #[foreign_key(Place(id), on_delete = cascade)]
    #[index]
    pub place_id: Option<i64>,
    /// Ten times the age
    #[column(generated(age * 10))]
    pub decades: Option<i32>,
}

schema! {
    /// Tables to be tampered with.
    pub struct Tampered { tables: [Place, Person], dialects: [sqlite, postgres, mysql, mariadb, firebird] }
}

/// What a line starts with that says what is told.
const TOLD: &str = "-- told: ";

/// A change by hand.
pub struct Tamper {
    /// What is done.
    pub statements: Vec<String>,
    /// What is told of it.
    pub told: Vec<String>,
}

/// One after the other on one database.
///
/// # Panics
/// If the engine has no file.
pub fn tampers(dialect: Dialect) -> Vec<Tamper> {
    let path = source::root().join(format!("tests/tampered/{dialect}.sql"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.split("\n\n").map(Tamper::parse).collect()
}

impl Tamper {
    /// From statements, each ended by a semicolon at the end of a line, and what is told, each in a line of its own.
    fn parse(text: &str) -> Self {
        let (told, done): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.starts_with(TOLD));
        let done = done.join("\n");
        let statements = done.split_terminator(";\n").map(|sql| sql.trim_end_matches(';').to_owned());
        Self {
            statements: statements.collect(),
            told: told.into_iter().map(|line| line[TOLD.len()..].to_owned()).collect(),
        }
    }
}
