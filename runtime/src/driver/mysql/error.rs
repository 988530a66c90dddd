//! MySQL's and MariaDB's error numbers as kinds.
//!
//! <https://dev.mysql.com/doc/mysql-errors/9.0/en/server-error-reference.html>,
//! <https://mariadb.com/docs/server/reference/error-codes/mariadb-error-code-reference>. The server's own words are kept
//! where they speak of the statement or of the server. Where they may repeat a value they are not, and neither is sqlx's
//! error, whose `Debug` shows them.

use std::fmt;

use sqlx::mysql::MySqlDatabaseError;

use super::constraint;
use crate::driver::Statement;
use crate::error::{Error, Kind};

/// What is said of a number.
enum Say {
    /// This.
    Words(&'static str),
    /// What the server says: it speaks of no value.
    Server,
}

use Say::{Server, Words};

const NUMBERS: [(u16, Kind, Say); 60] = [
    (1022, Kind::Unique, Words("a row with this value is there already")),
    (1062, Kind::Unique, Words("a row with this value is there already")),
    (1586, Kind::Unique, Words("a row with this value is there already")),
    (1216, Kind::ForeignKey, Words("the row refers to one that is not there")),
    (1452, Kind::ForeignKey, Words("the row refers to one that is not there")),
    (1217, Kind::ForeignKey, Words("another row refers to this one")),
    (1451, Kind::ForeignKey, Words("another row refers to this one")),
    (1048, Kind::NotNull, Words("a required column got NULL")),
    (1364, Kind::NotNull, Words("a required column got no value")),
    (3819, Kind::Check, Words("a check failed")),
    (4025, Kind::Check, Words("a check failed")),
    (1406, Kind::TooLong, Words("a value is too long for its column")),
    (1153, Kind::TooLong, Words("a statement is larger than the server takes (max_allowed_packet)")),
    (1264, Kind::OutOfRange, Words("a number or time is outside of what its column holds")),
    (1690, Kind::OutOfRange, Words("the result of a calculation is outside of what its type holds")),
    (1365, Kind::OutOfRange, Words("a number was divided by zero")),
    (1265, Kind::Encode, Words("a value does not suit its column")),
    (1292, Kind::Encode, Words("a value does not suit its column")),
    (1366, Kind::Encode, Words("a value does not suit its column")),
    (1411, Kind::Encode, Words("a value does not suit what is done with it")),
    (3140, Kind::Encode, Words("a text is no JSON document")),
    (1213, Kind::Deadlock, Words("the transaction was chosen to end a deadlock: run it again")),
    (1614, Kind::Deadlock, Words("the transaction was chosen to end a deadlock: run it again")),
    (1020, Kind::Serialization, Words("a row was changed since it was read: run the transaction again")),
    (3101, Kind::Serialization, Words("the transaction clashed with another: run it again")),
    (1205, Kind::Busy, Words("a lock was not free in time")),
    (1206, Kind::Busy, Words("there is no room for more locks")),
    (3572, Kind::Busy, Words("a lock was not free")),
    (1969, Kind::Timeout, Words("the statement took too long")),
    (3024, Kind::Timeout, Words("the statement took too long")),
    (1317, Kind::Timeout, Words("the statement was stopped")),
    (1028, Kind::Timeout, Words("the statement was stopped")),
    (1053, Kind::ConnectionLost, Words("the server is being shut down")),
    (1077, Kind::ConnectionLost, Words("the server is being shut down")),
    (1152, Kind::ConnectionLost, Words("the server closed the connection")),
    (1184, Kind::ConnectionLost, Words("the server closed the connection")),
    (1927, Kind::ConnectionLost, Words("the connection was killed")),
    (4031, Kind::ConnectionLost, Words("the server closed the connection: it was idle for too long")),
    (1040, Kind::Connect, Words("the server has no room for another connection")),
    (1203, Kind::Connect, Words("the user has no room for another connection")),
    (1226, Kind::Connect, Words("the user has used up what the server allows")),
    (1044, Kind::Connect, Words("the user may not use this database")),
    (1045, Kind::Connect, Words("the server does not accept this user and password")),
    (1049, Kind::Connect, Words("there is no such database")),
    (1129, Kind::Connect, Words("the server has blocked this computer")),
    (1130, Kind::Connect, Words("the server does not accept this computer")),
    (1698, Kind::Connect, Words("the server does not accept this user and password")),
    (3118, Kind::Connect, Words("the user's account is locked")),
    (1051, Kind::MissingObject, Server),
    (1054, Kind::MissingObject, Server),
    (1091, Kind::MissingObject, Server),
    (1146, Kind::MissingObject, Server),
    (1305, Kind::MissingObject, Server),
    (1064, Kind::Syntax, Words("the server cannot read the statement")),
    (1149, Kind::Syntax, Words("the server cannot read the statement")),
    (1235, Kind::Unsupported, Server),
    (1142, Kind::Usage, Words("the user may not do this")),
    (1143, Kind::Usage, Words("the user may not do this")),
    (1390, Kind::Usage, Words("the statement has more parameters than the server takes")),
    (1461, Kind::Usage, Words("the server keeps no more statements prepared (max_prepared_stmt_count)")),
];

/// The number below an error, for those who know it.
#[derive(Debug)]
struct Number(u16);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the server's error {}", self.0)
    }
}

impl std::error::Error for Number {}

/// An error of a statement, with its kind and its constraint.
#[cold]
pub fn translate(statement: Option<Statement<'_>>, error: sqlx::Error) -> Error {
    match error {
        sqlx::Error::Database(error) => match error.try_downcast::<MySqlDatabaseError>() {
            Ok(error) => of_server(statement, &error),
            Err(_) => Error::new(Kind::Other, "another database answered"),
        },
        sqlx::Error::Io(error) => {
            Error::new(Kind::ConnectionLost, "the connection to the server broke").with_source(error)
        }
        sqlx::Error::Tls(error) => Error::new(Kind::ConnectionLost, "TLS failed").with_source(error),
        // After an answer that is not understood the connection is of no use.
        sqlx::Error::Protocol(_) | sqlx::Error::WorkerCrashed => {
            Error::new(Kind::ConnectionLost, "the server's answer cannot be understood").with_source(error)
        }
        sqlx::Error::Configuration(error) => Error::new(Kind::Config, "a setting is wrong").with_source(error),
        // Whatever else there is speaks of values or of what is not used here.
        _ => Error::new(Kind::Other, "the server could not run the statement"),
    }
}

fn of_server(statement: Option<Statement<'_>>, error: &MySqlDatabaseError) -> Error {
    let number = error.number();
    let translated = match NUMBERS.iter().find(|(known, ..)| *known == number) {
        Some((_, kind, Words(words))) => Error::new(*kind, *words),
        Some((_, kind, Server)) => Error::new(*kind, error.message().to_owned()),
        None => Error::new(Kind::Other, format!("the server refused, with error {number}")),
    };
    constraint::resolve(statement, error.message(), translated).with_source(Number(number))
}

/// An error of opening a connection.
#[cold]
pub fn of_opening(place: &str, error: sqlx::Error) -> Error {
    let translated = translate(None, error);
    let message = format!("no connection to MySQL at {place}: {translated}");
    match translated.kind() {
        Kind::Config => translated,
        _ => Error::new(Kind::Connect, message).with_source(translated),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_is_twice_in_the_table() {
        let mut numbers: Vec<_> = NUMBERS.iter().map(|(number, ..)| *number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), NUMBERS.len());
    }
}
