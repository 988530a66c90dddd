//! Error numbers of MySQL and MariaDB as kinds (<https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html>,
//! <https://mariadb.com/kb/en/mariadb-error-code-reference/>).
//!
//! The server's own words are kept where they speak of the statement or of the server. Where they may repeat a value they
//! are not, and neither is sqlx's error, whose `Debug` shows them.

use std::error::Error as _;

use sqlx::mysql::MySqlDatabaseError;

use super::constraint;
use super::server::Server;
use crate::driver::Statement;
use crate::driver::codes::Say::{self, Told, Words};
use crate::driver::codes::{self, Codes, Number};
use crate::driver::sqlx_error::{self, words_of_opening};
use crate::error::{Error, Kind};

const DEADLOCK: &str = "the transaction was chosen to end a deadlock, and all of it was undone: run it again";
const BROKE: &str = "the connection to the server broke";

const CODES: [Codes<u16>; 39] = [
    (&[1022, 1062, 1169, 1586, 1859], Kind::Unique, Words("a row with this value is there already")),
    (&[1216, 1217, 1451, 1452, 1761, 1762], Kind::ForeignKey, Words("a reference would point to nothing")),
    (&[1048, 1263, 1364], Kind::NotNull, Words("a required column got no value")),
    (&[3819, 4025, 1369], Kind::Check, Words("a check failed")),
    (&[1406, 1162], Kind::TooLong, Words("a value is too long for its column")),
    (&[1153, 1301], Kind::TooLong, Words("a value is longer than the server takes (`max_allowed_packet`)")),
    (&[1264, 1690, 1367], Kind::OutOfRange, Words("a number or a time is outside of what its column holds")),
    (&[1365], Kind::OutOfRange, Words("a number was divided by zero")),
    (
        &[1265, 1292, 1300, 1366, 1411, 1525, 3140, 3141, 3144, 3854, 3903, 3988, 4038],
        Kind::Encode,
        Words("a value does not suit its column, or what is done with it"),
    ),
    (&[1213, 1614], Kind::Deadlock, Words(DEADLOCK)),
    (&[3058], Kind::Deadlock, Words("locks that were asked for by name wait for each other")),
    (
        &[1020],
        Kind::Serialization,
        Words(
            "a row was changed by another transaction since it was read, and all of this one was undone: run it again",
        ),
    ),
    (
        &[1412],
        Kind::Serialization,
        Words("a table was changed after the transaction had begun to read, which does not see it: run it again"),
    ),
    (
        &[3101],
        Kind::Serialization,
        Words("another server of the group came before this transaction, and all of it was undone: run it again"),
    ),
    (&[1205], Kind::Busy, Words("a lock was not free in time")),
    (&[1206], Kind::Other, Words("the server has no room for more locks, and undid the transaction")),
    (&[3572], Kind::Busy, Words("a row is locked")),
    (&[1317, 1969, 3024], Kind::Timeout, Words("the statement took too long, or was stopped by an administrator")),
    // ONLY_FULL_GROUP_BY and its like.
    (&[1055, 1056, 1111, 1140, 1052, 1064, 1065, 1066, 1149], Kind::Syntax, Told),
    (&[1049, 1146, 1051, 1054, 1091, 1109, 1176, 1305, 1360, 4091], Kind::MissingObject, Told),
    (&[1045, 1698, 1820, 1862, 3118], Kind::Login, Told),
    (&[1129, 1130, 1251, 3159], Kind::Connect, Told),
    (
        &[1040, 1203, 1226],
        Kind::Connect,
        Words("the server has no connection left; set `pool_size` in the URL, or more at the server"),
    ),
    (&[1044, 1142, 1143, 1227, 1370, 1410], Kind::Other, Told),
    (&[1241, 1242, 1136, 1210, 1568], Kind::Usage, Told),
    (&[1046], Kind::Usage, Words("no database is chosen: name one in the URL")),
    (&[1390], Kind::Usage, Words("the statement has too many parameters")),
    (&[1792, 1836], Kind::Unsupported, Words("the server, or the transaction, is for reading only")),
    (&[1235, 1286, 1289, 1290, 1295, 3780, 3823], Kind::Unsupported, Told),
    (&[1243], Kind::Other, Words("the server forgot a prepared statement")),
    (&[1461], Kind::Other, Words("the server keeps no more prepared statements; set `statement_cache` in the URL")),
    (&[1021, 1114, 1041, 1037, 1038, 1436], Kind::Other, Told),
    (&[1053, 1077, 1079, 1927, 3032, 3169], Kind::ConnectionLost, Words("the server closed the connection")),
    (&[4031], Kind::ConnectionLost, Words("the server closed the connection: it was idle for too long")),
    (&[1152, 1154, 1155, 1156, 1157, 1158, 1159, 1160, 1161, 1184], Kind::ConnectionLost, Words(BROKE)),
    (&[1180], Kind::ConnectionLost, Words("the commit failed; whether it took effect is not known")),
    (&[1047, 1835], Kind::ConnectionLost, Words("the server did not understand what it was sent")),
    (&[2006, 2013], Kind::ConnectionLost, Words(BROKE)),
    (&[1030, 1105, 1815], Kind::Other, Words("the storage of the server failed")),
];

/// Classes of SQLSTATE, for numbers that are not in the table.
const CLASSES: [Class; 6] = [
    ("08", Kind::ConnectionLost, Words(BROKE)),
    ("0A", Kind::Unsupported, Told),
    ("22", Kind::Encode, Words("a value does not suit what is done with it")),
    ("23", Kind::Check, Words("a constraint was violated")),
    ("28", Kind::Login, Told),
    ("42", Kind::Syntax, Told),
];
type Class = (&'static str, Kind, Say);

/// Errors after which nothing of the transaction is left
/// (<https://dev.mysql.com/doc/refman/8.4/en/innodb-error-handling.html>).
const UNDO_ALL: [u16; 5] = [1020, 1206, 1213, 1614, 3101];
const LOCK_TIMEOUT: u16 = 1205;
const IN_TRANSACTION: u16 = 1568;
const NOT_THERE: u16 = 1305;

/// Whether the server undid the whole transaction, and not only the statement.
pub fn undoes_all(error: &Error, server: &Server) -> bool {
    let source = error.source().and_then(|source| source.downcast_ref::<Number<u16>>());
    source.is_some_and(|Number(number)| {
        UNDO_ALL.contains(number) || (*number == LOCK_TIMEOUT && server.undoes_on_timeout)
    })
}

/// Whether an error is that of a transaction that is open, whose characteristics cannot change any more.
pub fn is_in_transaction(error: &Error) -> bool {
    is_of(error, IN_TRANSACTION)
}

/// Whether an error is that of a savepoint that is not there (or of a procedure).
pub fn is_without_savepoint(error: &Error) -> bool {
    is_of(error, NOT_THERE)
}

fn is_of(error: &Error, wanted: u16) -> bool {
    let source = error.source().and_then(|source| source.downcast_ref::<Number<u16>>());
    source.is_some_and(|Number(number)| *number == wanted)
}

/// An error of a statement, with its kind and its constraint.
#[cold]
pub fn translate(statement: Option<Statement<'_>>, error: sqlx::Error) -> Error {
    match error {
        sqlx::Error::Database(error) => match error.try_downcast::<MySqlDatabaseError>() {
            Ok(error) => of_server(statement, &error),
            Err(_) => Error::new(Kind::Other, "another database answered"),
        },
        error => sqlx_error::translate(error),
    }
}

fn of_server(statement: Option<Statement<'_>>, error: &MySqlDatabaseError) -> Error {
    let (number, state) = (error.number(), error.code().unwrap_or_default());
    let class = || CLASSES.iter().find(|(class, ..)| state.starts_with(class));
    let translated = codes::known(&CODES, &number, error.message())
        .or_else(|| class().map(|(_, kind, say)| say.error(*kind, error.message())))
        .unwrap_or_else(|| codes::unknown(statement, number, error.message()));
    let translated = constraint::resolve(statement, number, error.message(), translated);
    translated.with_source(Number(number))
}

/// Whether the server does not have the prepared statement, or has no room for it. It has not run.
pub fn is_forgotten(error: &sqlx::Error) -> bool {
    matches!(number(error), Some(1243 | 1461))
}

/// Whether the statement is of a kind that cannot be prepared. It has not run.
pub fn is_unpreparable(error: &sqlx::Error) -> bool {
    number(error) == Some(1295)
}

fn number(error: &sqlx::Error) -> Option<u16> {
    let sqlx::Error::Database(error) = error else { return None };
    error.try_downcast_ref::<MySqlDatabaseError>().map(MySqlDatabaseError::number)
}

/// An error of opening a connection.
#[cold]
pub fn of_opening(place: &str, error: sqlx::Error) -> Error {
    // Before there are statements, the server's words speak of the login: of names, and not of the password.
    let words = match &error {
        sqlx::Error::Database(error) => Some(error.message().to_owned()),
        other => words_of_opening(other),
    };
    let translated = translate(None, error);
    let words = match translated.kind() {
        Kind::Connect | Kind::Login => translated.to_string(),
        _ => words.unwrap_or_else(|| translated.to_string()),
    };
    sqlx_error::unopened(place, &words, translated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_caller_branches_on_is_told() {
        for (number, kind) in [
            (1062, Kind::Unique),
            (1451, Kind::ForeignKey),
            (1452, Kind::ForeignKey),
            (1048, Kind::NotNull),
            (1364, Kind::NotNull),
            (3819, Kind::Check),
            (4025, Kind::Check),
            (1020, Kind::Serialization),
            (1412, Kind::Serialization),
            (3101, Kind::Serialization),
            (1213, Kind::Deadlock),
            (1205, Kind::Busy),
            (3572, Kind::Busy),
            (3024, Kind::Timeout),
            (1969, Kind::Timeout),
            (1406, Kind::TooLong),
            (1264, Kind::OutOfRange),
            (1146, Kind::MissingObject),
            (1054, Kind::MissingObject),
            (2013, Kind::ConnectionLost),
            (1053, Kind::ConnectionLost),
            (1045, Kind::Login),
        ] {
            let found = CODES.iter().find(|(numbers, ..)| numbers.contains(&number)).map(|(_, kind, _)| *kind);
            assert_eq!(found, Some(kind), "{number}");
        }
    }

    #[test]
    fn what_is_said_holds_no_value() {
        codes::check(&CODES);
        assert!(!CLASSES.iter().any(|(_, kind, say)| codes::is_about_values(*kind) && matches!(say, Told)));
    }
}
