//! Error numbers of SQL Server as kinds
//! (<https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors>).
//!
//! The server's own words are kept where they speak of the statement or of the server. Where they may repeat a value they
//! are not, and neither is tiberius' error, whose `Debug` shows them.

use std::error::Error as _;
use std::io;

use tiberius::error::{Error as TdsError, IoErrorKind, TokenError};

use super::constraint;
use crate::driver::Statement;
use crate::driver::codes::Say::{Told, Words};
use crate::driver::codes::{self, Codes, Number};
use crate::error::{Error, Kind};

const BROKE: &str = "the connection to the server broke";
/// Of a reference or of a check: the message says which.
const CONFLICT: u32 = 547;

const CODES: [Codes<u32>; 30] = [
    (&[1505, 2601, 2627], Kind::Unique, Words("a row with this value is there already")),
    (&[CONFLICT], Kind::ForeignKey, Words("a reference would point to nothing")),
    (&[515], Kind::NotNull, Words("a required column got no value")),
    (&[550], Kind::Check, Words("a check failed")),
    (&[511, 1946, 2628, 8152], Kind::TooLong, Words("a value is too long for its column")),
    (&[220, 232, 242, 517, 8115], Kind::OutOfRange, Words("a number or a time is outside of what its column holds")),
    (&[8134], Kind::OutOfRange, Words("a number was divided by zero")),
    (
        &[206, 241, 245, 257, 529, 8023, 8114, 8169, 9420],
        Kind::Encode,
        Words("a value does not suit its column, or what is done with it"),
    ),
    (
        &[1205],
        Kind::Deadlock,
        Words("the transaction was chosen to end a deadlock, and all of it was undone: run it again"),
    ),
    (
        &[3960, 3961, 41301, 41302, 41305, 41325],
        Kind::Serialization,
        Words("another transaction came before this one, and all of this one was undone: run it again"),
    ),
    (&[1222], Kind::Busy, Words("a lock was not free in time")),
    (&[1204], Kind::Other, Words("the server has no room for more locks")),
    (&[845, 8628, 8645], Kind::Timeout, Words("the statement waited too long for memory of the server's")),
    (
        &[102, 105, 109, 110, 116, 128, 137, 141, 156, 170, 209, 213, 319, 1033, 4145, 8120, 8156, 8158],
        Kind::Syntax,
        Told,
    ),
    (
        &[195, 207, 208, 911, 1088, 1767, 1770, 1911, 2715, 2812, 3701, 3728, 4104, 4902, 4924, 15225, 15248],
        Kind::MissingObject,
        Told,
    ),
    (&[18450, 18452, 18456, 18470, 18486, 18487, 18488], Kind::Login, Told),
    (&[916, 4060, 4064, 18451], Kind::Connect, Told),
    (&[976, 983, 17142, 17892, 40532, 40613, 40615, 40914], Kind::Connect, Told),
    (&[10928, 10929, 17809, 40501, 49918, 49919, 49920], Kind::Connect, Words("the server has no room for more work")),
    (&[229, 230, 262, 1105, 1101, 9002, 701, 802], Kind::Other, Told),
    (&[1913, 2705, 2714, 15233], Kind::Other, Told),
    (&[271, 8102, 8003, 10738], Kind::Usage, Told),
    (&[544], Kind::Usage, Words("the database numbers the column itself")),
    (&[3902, 3903, 3930, 3998, 6401], Kind::Usage, Words("the transaction is not open any more, or cannot go on")),
    // What was called has begun or ended one and not the other.
    (&[266], Kind::Usage, Told),
    (&[334], Kind::Unsupported, Words("the table has triggers, and the server gives no rows back from such a table")),
    (&[1785, 1919, 40515, 40517], Kind::Unsupported, Told),
    (&[3906], Kind::Unsupported, Words("the database is for reading only")),
    (&[64, 233, 10053, 10054, 10060, 40197], Kind::ConnectionLost, Words(BROKE)),
    (&[596, 6005, 6006], Kind::ConnectionLost, Words("the server closed the connection")),
];

/// From here on the server closes the connection
/// (<https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-error-severities>).
const FATAL: u8 = 20;

/// Whether the server was there and said no: it may have undone more than the statement.
pub fn is_of_server(error: &Error) -> bool {
    error.source().is_some_and(|source| source.is::<Number<u32>>())
}

/// An error of a statement, with its kind and its constraint.
#[cold]
pub fn translate(statement: Option<Statement<'_>>, error: TdsError) -> Error {
    match error {
        TdsError::Server(error) => of_server(statement, &error),
        TdsError::Io { kind, message } => lost(kind, message),
        TdsError::Tls(message) => Error::new(Kind::ConnectionLost, format!("TLS: {message}")),
        TdsError::BulkInput(_) => Error::new(Kind::Encode, "a value cannot be sent"),
        // After an answer that is not understood the connection is of no use. What it could not read it may repeat.
        _ => Error::new(Kind::ConnectionLost, "the server's answer cannot be understood"),
    }
}

fn of_server(statement: Option<Statement<'_>>, error: &TokenError) -> Error {
    let number = error.code();
    let translated = match codes::known(&CODES, &number, error.message()) {
        Some(known) if known.kind() == Kind::ForeignKey && constraint::is_check(error.message()) => {
            Error::new(Kind::Check, "a check failed")
        }
        Some(known) => known,
        None if error.class() >= FATAL => Error::new(Kind::ConnectionLost, BROKE),
        None => codes::unknown(statement, number, error.message()),
    };
    constraint::resolve(statement, error.message(), translated).with_source(Number(number))
}

fn lost(kind: IoErrorKind, message: String) -> Error {
    Error::new(Kind::ConnectionLost, BROKE).with_source(io::Error::new(kind, message))
}

/// Why no connection came about. What the server says then is about the user, and never about a value.
#[cold]
pub fn of_opening(place: &str, error: TdsError) -> Error {
    let why = match &error {
        TdsError::Io { message, .. } => message.clone(),
        TdsError::Tls(message) => format!("TLS: {message}"),
        TdsError::Server(error) => error.message().to_owned(),
        TdsError::Protocol(message) => message.to_string(),
        _ => "its answer cannot be understood".to_owned(),
    };
    let below = translate(None, error);
    let kind = if below.kind() == Kind::Login { Kind::Login } else { Kind::Connect };
    Error::new(kind, format!("no connection to the server at {place}: {why}")).with_source(below)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_holds_no_value() {
        codes::check(&CODES);
    }

    #[test]
    fn what_a_caller_branches_on_is_told() {
        for (number, kind) in [
            (2627, Kind::Unique),
            (2601, Kind::Unique),
            (547, Kind::ForeignKey),
            (515, Kind::NotNull),
            (550, Kind::Check),
            (3960, Kind::Serialization),
            (1205, Kind::Deadlock),
            (1222, Kind::Busy),
            (8645, Kind::Timeout),
            (2628, Kind::TooLong),
            (8152, Kind::TooLong),
            (8115, Kind::OutOfRange),
            (208, Kind::MissingObject),
            (207, Kind::MissingObject),
            (596, Kind::ConnectionLost),
            (10054, Kind::ConnectionLost),
            (18456, Kind::Login),
            (4060, Kind::Connect),
        ] {
            let found = CODES.iter().find(|(numbers, ..)| numbers.contains(&number)).map(|(_, kind, _)| *kind);
            assert_eq!(found, Some(kind), "{number}");
        }
    }

    #[test]
    fn what_is_not_of_the_server_says_whether_the_connection_is_of_use() {
        let of = |error| translate(None, error);
        assert_eq!(of(TdsError::Protocol("secret".into())).kind(), Kind::ConnectionLost);
        assert!(!format!("{:?}", of(TdsError::Protocol("secret".into()))).contains("secret"));
        let broken = of(TdsError::Io { kind: IoErrorKind::UnexpectedEof, message: "eof".to_owned() });
        assert_eq!((broken.kind(), is_of_server(&broken)), (Kind::ConnectionLost, false));
    }
}
