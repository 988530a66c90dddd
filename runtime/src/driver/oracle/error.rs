//! Oracle's codes as kinds (<https://docs.oracle.com/en/error-help/db/>).
//!
//! The server's own words are kept where they speak of the statement or of the server. Where they may repeat a value they
//! are not, and neither is the client's error.

use std::error::Error as StdError;
use std::fmt;

use oracledb::ErrorKind;

use super::constraint;
use crate::driver::Statement;
use crate::driver::codes::Say::{Told, Words};
use crate::driver::codes::{self, Codes};
use crate::error::{Error, Kind};

const BROKE: &str = "the connection to the server broke";
const NOT_UNDERSTOOD: &str = "its answer cannot be understood";

const CODES: [Codes<usize>; 27] = [
    (&[1], Kind::Unique, Words("a row with this value is there already")),
    (&[2291, 2292], Kind::ForeignKey, Words("a reference would point to nothing")),
    (&[1400, 1407], Kind::NotNull, Words("a required column got no value")),
    (&[2290], Kind::Check, Words("a check failed")),
    (&[910, 1461, 1489, 12899, 22835], Kind::TooLong, Words("a value is too long for its column")),
    (&[1426, 1438, 1455, 1457, 22053], Kind::OutOfRange, Words("a number is outside of what its column holds")),
    (&[1841, 1873], Kind::OutOfRange, Words("a date or a time is outside of what its column holds")),
    (&[1476], Kind::OutOfRange, Words("a number was divided by zero")),
    (
        &[932, 1460, 1465, 1722, 1830, 1843, 1847, 1858, 1861, 24816, 40441],
        Kind::Encode,
        Words("a value does not suit its column, or what is done with it"),
    ),
    (&[60], Kind::Deadlock, Words("the statement was chosen to end a deadlock; run the transaction again")),
    (&[8177], Kind::Serialization, Words("another transaction came before this one; run it again")),
    (&[54, 4021, 30006], Kind::Busy, Words("a lock was not free in time; another transaction holds it")),
    (&[1013, 40, 56735], Kind::Timeout, Words("the statement was stopped")),
    (&[1555], Kind::Other, Words("the server has no room to keep what rows were; read fewer of them at once")),
    (
        &[
            900, 903, 905, 906, 907, 908, 909, 911, 917, 918, 920, 921, 922, 923, 924, 925, 926, 927, 928, 933, 934,
            936, 937, 947, 979, 1008, 1036, 1740, 1742, 1745, 1747, 1756, 1795, 2019,
        ],
        Kind::Syntax,
        Told,
    ),
    (&[904, 942, 1418, 1432, 1434, 1435, 2289, 2430, 2431, 2441, 2443, 4043, 4080], Kind::MissingObject, Told),
    (&[1005, 1017, 1045, 28000, 28001, 28002], Kind::Login, Told),
    (&[12154, 12505, 12514, 12541], Kind::Connect, Told),
    (&[18, 20, 257, 1033, 1034, 12516, 12518, 12519, 12520, 12526, 12528], Kind::Connect, Told),
    (&[1031, 1536, 1631, 1632, 1652, 1653, 1654, 1688, 1950, 4031, 30036], Kind::Other, Told),
    (&[955, 957, 1408, 1430, 2260, 2261, 2264, 2275], Kind::Other, Told),
    (&[1456, 16000], Kind::Unsupported, Words("the database, or the transaction, is for reading only")),
    (&[439, 2327, 2329], Kind::Unsupported, Told),
    (&[54_032, 54_033, 54_013, 32_795], Kind::Usage, Words("the database makes the value of this column itself")),
    (&[1086, 1453], Kind::Usage, Told),
    (
        &[28, 603, 1012, 1092, 2396, 2399, 3113, 3114, 3135, 12537, 12547, 12570, 12571],
        Kind::ConnectionLost,
        Words(BROKE),
    ),
    (&[1089, 1090], Kind::ConnectionLost, Words("the server is shutting down")),
];

/// The code below an error, for those who know it.
#[derive(Debug)]
struct Code(usize);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the server's error ORA-{:05}", self.0)
    }
}

impl StdError for Code {}

/// An error of a statement, with its kind and its constraint.
#[cold]
pub fn translate(statement: Option<Statement<'_>>, error: oracledb::Error) -> Error {
    match error.kind() {
        ErrorKind::DbError(error) => of_server(statement, error.code(), error.message()),
        ErrorKind::CallTimeoutExceeded => Error::new(Kind::Timeout, "the statement took too long, and was stopped"),
        ErrorKind::DeadConnection | ErrorKind::NotConnected | ErrorKind::StreamOperation => {
            Error::new(Kind::ConnectionLost, BROKE)
        }
        ErrorKind::DifferentTypes(..) => Error::new(Kind::Usage, "a column has values of different types in one batch"),
        ErrorKind::WrongNumPositionalBinds(wanted, given) => {
            Error::new(Kind::Usage, format!("the statement has {wanted} parameters, {given} were given"))
        }
        ErrorKind::ParseError(..) => Error::new(Kind::Syntax, "a text or a name in the statement does not end"),
        ErrorKind::UnsupportedConversion(..) | ErrorKind::UnsupportedDbType(_) => {
            Error::new(Kind::Decode, "a value is of a type that the client cannot read")
        }
        // After an answer that is not understood the connection is of no use. What it could not read it may repeat.
        _ => Error::new(Kind::ConnectionLost, "the server's answer cannot be understood"),
    }
}

fn of_server(statement: Option<Statement<'_>>, code: usize, message: &str) -> Error {
    let words = told(message);
    let translated = codes::known(&CODES, &code, words)
        .unwrap_or_else(|| codes::unknown(statement, format_args!("ORA-{code:05}"), words));
    constraint::resolve(statement, message, translated).with_source(Code(code))
}

/// The first line, without its code: what follows explains it, or repeats values.
fn told(message: &str) -> &str {
    let line = message.lines().next().unwrap_or_default().trim();
    line.split_once(": ").filter(|(code, _)| code.starts_with("ORA-")).map_or(line, |(_, words)| words)
}

/// Why no connection came about. What is said then is about the server and the user, and never about a value.
#[cold]
pub fn of_opening(place: &str, error: oracledb::Error) -> Error {
    let why = match error.kind() {
        ErrorKind::DbError(error) => told(error.message()).to_owned(),
        ErrorKind::InvalidServiceName(..) => "the listener knows no such service (ORA-12514)".to_owned(),
        ErrorKind::InvalidSid(..) => "the listener knows no such instance (ORA-12505)".to_owned(),
        ErrorKind::ListenerRefusedConnection(_, _, _, code) => format!("the listener refused, with error {code}"),
        ErrorKind::UnexpectedRefuse(_) => "the listener refused".to_owned(),
        ErrorKind::DeadConnection => "the server closed the connection".to_owned(),
        ErrorKind::CallTimeoutExceeded => "nothing answered in time".to_owned(),
        ErrorKind::ServerVersionNotSupported => "the server is too old for the client".to_owned(),
        ErrorKind::WalletUnreadable(file) => format!("the wallet {file} cannot be read"),
        ErrorKind::WalletPrivateKeyInvalid(_) => "the key in the wallet cannot be read".to_owned(),
        ErrorKind::WalletPasswordMissingOrInvalid(..) => "the wallet's password is missing or wrong".to_owned(),
        ErrorKind::TlsOperation | ErrorKind::PemFileOperation | ErrorKind::StreamOperation => below(&error),
        _ => NOT_UNDERSTOOD.to_owned(),
    };
    let below = translate(None, error);
    let kind = if below.kind() == Kind::Login { Kind::Login } else { Kind::Connect };
    unopened(kind, place, &why).with_source(below)
}

/// No connection came about, for what the server said is none of its protocol.
#[cold]
pub fn not_understood(place: &str) -> Error {
    unopened(Kind::Connect, place, NOT_UNDERSTOOD)
}

fn unopened(kind: Kind, place: &str, why: &str) -> Error {
    Error::new(kind, format!("no connection to the server at {place}: {why}"))
}

/// What the network or TLS said, which the client puts behind words of its own.
fn below(error: &oracledb::Error) -> String {
    let text = error.to_string();
    let why = text.split_once(": ").map_or(text.as_str(), |(_, why)| why);
    match error.kind() {
        ErrorKind::StreamOperation => why.to_owned(),
        _ => format!("TLS: {why}"),
    }
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
        for (code, kind) in [
            (1, Kind::Unique),
            (2291, Kind::ForeignKey),
            (2292, Kind::ForeignKey),
            (1400, Kind::NotNull),
            (1407, Kind::NotNull),
            (2290, Kind::Check),
            (8177, Kind::Serialization),
            (60, Kind::Deadlock),
            (54, Kind::Busy),
            (30006, Kind::Busy),
            (1013, Kind::Timeout),
            (12899, Kind::TooLong),
            (1461, Kind::TooLong),
            (1438, Kind::OutOfRange),
            (942, Kind::MissingObject),
            (904, Kind::MissingObject),
            (3113, Kind::ConnectionLost),
            (3114, Kind::ConnectionLost),
            (1017, Kind::Login),
            (28000, Kind::Login),
            (12514, Kind::Connect),
        ] {
            let error = of_server(None, code, &format!("ORA-{code:05}: words"));
            assert_eq!(error.kind(), kind, "{code}");
            let source = error.source().unwrap().to_string();
            assert_eq!(source, format!("the server's error ORA-{code:05}"));
        }
        assert_eq!(
            of_server(None, 20_000, "ORA-20000: secret").to_string(),
            "the server refused, with error ORA-20000"
        );
    }

    #[test]
    fn only_the_first_line_is_told() {
        let message = "ORA-00942: table or view \"LIB\".\"x\" does not exist\nHelp: https://docs.oracle.com/";
        assert_eq!(told(message), "table or view \"LIB\".\"x\" does not exist");
        assert_eq!(told("no code"), "no code");
    }
}
