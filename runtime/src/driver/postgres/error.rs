//! PostgreSQL's error codes as kinds (<https://www.postgresql.org/docs/current/errcodes-appendix.html>).
//!
//! The server's own words are kept where they speak of the statement's text or of the server. Where they may repeat a value (a
//! detail always may, and what is wrong with a value that is read as a query or a name) they are not, and neither is sqlx's
//! error, whose `Debug` shows them.

use std::fmt;

use sqlx::postgres::{PgDatabaseError, PgErrorPosition, PgSeverity};

use super::constraint;
use crate::driver::codes::Say::{self, Told, Words};
use crate::driver::sqlx_error::{self, words_of_opening};
use crate::driver::words::has_word;
use crate::driver::{Operation, Statement};
use crate::error::{Error, Kind};

/// A code, or the class its first two letters name; its kind; what is said of it.
type Code = (&'static str, Kind, Say);

const CODES: [Code; 54] = [
    ("0A000", Kind::Unsupported, Told),
    ("21000", Kind::Usage, Told),
    ("22001", Kind::TooLong, Words("a value is too long for its column")),
    ("22003", Kind::OutOfRange, Words("a number is outside of what its column holds")),
    ("22007", Kind::Encode, Words("a text is no date or time")),
    ("22008", Kind::OutOfRange, Words("a date or time is outside of what its column holds")),
    ("22009", Kind::OutOfRange, Words("a shift of the clock is outside of what there is")),
    ("22012", Kind::OutOfRange, Words("a number was divided by zero")),
    ("22015", Kind::OutOfRange, Words("an interval is outside of what its column holds")),
    ("2201B", Kind::Usage, Words("a regular expression cannot be read")),
    ("22P05", Kind::Encode, Words("a document cannot be stored: it has a NUL character")),
    ("23001", Kind::ForeignKey, Words("a reference would point to nothing")),
    ("23502", Kind::NotNull, Words("a required column got no value")),
    ("23503", Kind::ForeignKey, Words("a reference would point to nothing")),
    ("23505", Kind::Unique, Words("a row with this value is there already")),
    ("23514", Kind::Check, Words("a check failed")),
    ("23P01", Kind::Unique, Words("a row that excludes this one is there already")),
    ("25001", Kind::Usage, Told),
    ("25006", Kind::Unsupported, Words("the database, or the transaction, is for reading only")),
    ("25P02", Kind::Usage, Words("a statement of the transaction failed, and since then only a rollback is answered")),
    ("25P03", Kind::ConnectionLost, Words("the server closed the connection: its transaction was idle for too long")),
    ("28", Kind::Login, Told),
    (DEPENDED_ON, Kind::Other, Told),
    ("3B001", Kind::Usage, Words("the savepoint is not there")),
    ("3D000", Kind::Connect, Told),
    ("3F000", Kind::MissingObject, Told),
    ("40001", Kind::Serialization, Words("the transaction could not be ordered among others: run it again")),
    ("40002", Kind::Check, Words("the transaction broke a rule at its end, and was rolled back")),
    ("40003", Kind::ConnectionLost, Words("whether the statement took effect is not known")),
    ("40P01", Kind::Deadlock, Words("the transaction was chosen to end a deadlock: run it again")),
    ("42501", Kind::Other, Told),
    ("42601", Kind::Syntax, Told),
    ("42602", Kind::Syntax, Told),
    ("42703", Kind::MissingObject, Told),
    ("42704", Kind::MissingObject, Told),
    ("42883", Kind::MissingObject, Told),
    ("42P01", Kind::MissingObject, Told),
    ("44000", Kind::Check, Words("the row would not be in the view it is written through")),
    ("53100", Kind::Other, Words("the server's disk is full: nothing was written")),
    (
        "53300",
        Kind::Connect,
        Words("the server has no connection left; set `pool_size` in the URL, or more at the server"),
    ),
    ("54", Kind::Unsupported, Told),
    ("55000", Kind::Other, Told),
    ("55006", Kind::Busy, Told),
    ("55P03", Kind::Busy, Words("a lock was not free in time")),
    ("55P04", Kind::Unsupported, Told),
    ("57014", Kind::Timeout, Words("the statement took too long, or was stopped by an administrator")),
    ("57P01", Kind::ConnectionLost, Words("an administrator closed the connection")),
    ("57P02", Kind::ConnectionLost, Words("the server crashed, and closed the connection")),
    ("57P03", Kind::Connect, Words("the server is starting or stopping")),
    ("57P04", Kind::ConnectionLost, Words("the database was dropped")),
    ("57P05", Kind::ConnectionLost, Words("the server closed the connection: it was idle for too long")),
    ("08", Kind::ConnectionLost, Words("the connection to the server broke")),
    ("22", Kind::Encode, Words("a value does not suit what is done with it")),
    ("42", Kind::Syntax, Told),
];

/// Of what cannot be dropped. The detail names what depends on it, in lines.
const DEPENDED_ON: &str = "2BP01";

/// The code below an error, for those who know it.
#[derive(Debug)]
struct SqlState(String);

impl fmt::Display for SqlState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PostgreSQL's code {}", self.0)
    }
}

impl std::error::Error for SqlState {}

/// An error of a statement, with its kind and its constraint.
#[cold]
pub fn translate(statement: Option<Statement<'_>>, error: sqlx::Error) -> Error {
    match error {
        sqlx::Error::Database(error) => match error.try_downcast::<PgDatabaseError>() {
            Ok(error) => of_server(statement, &error),
            Err(_) => Error::new(Kind::Other, "another database answered"),
        },
        error => sqlx_error::translate(error),
    }
}

fn of_server(statement: Option<Statement<'_>>, error: &PgDatabaseError) -> Error {
    let code = error.code();
    let translated = match found(code) {
        Some((_, kind, Told)) if !is_about_text(statement, error) => {
            Error::new(*kind, format!("the server refused, with code {code}, whose words may repeat a value"))
        }
        Some((DEPENDED_ON, kind, _)) => Error::new(*kind, depended_on(error)),
        Some((_, kind, say)) => say.error(*kind, error.message()),
        None if is_of_schema(statement, code) => Error::new(Kind::Other, error.message().to_owned()),
        None => Error::new(Kind::Other, format!("the server refused, with code {code}")),
    };
    let ends_connection = matches!(error.severity(), PgSeverity::Fatal | PgSeverity::Panic);
    let translated = match translated.kind() {
        Kind::Connect | Kind::Login | Kind::ConnectionLost => translated,
        _ if ends_connection => {
            Error::new(Kind::ConnectionLost, format!("the server closed the connection, with code {code}"))
        }
        _ => constraint::resolve(statement, error, translated),
    };
    translated.with_source(SqlState(code.to_owned()))
}

/// Whether an error that is not known speaks of the schema: that of a change of it, or of a batch of ours. What ends a transaction
/// runs triggers, and what these say is not ours to tell.
fn is_of_schema(statement: Option<Statement<'_>>, code: &str) -> bool {
    let is_raised = code.starts_with("P0");
    statement.map_or(!is_raised, |statement| statement.operation == Operation::Ddl)
}

fn depended_on(error: &PgDatabaseError) -> String {
    let dependents = error.detail().map(|lines| format!(": {}", lines.replace('\n', "; "))).unwrap_or_default();
    format!("{}{dependents} (drop these first, or all of it with CASCADE)", error.message())
}

/// Whether the words of an error speak of nothing but the statement's text: of a place in it, or of names that stand there.
/// A batch and a change of the schema have no parameters.
fn is_about_text(statement: Option<Statement<'_>>, error: &PgDatabaseError) -> bool {
    let Some(Statement { sql, operation, .. }) = statement else { return true };
    if operation == Operation::Ddl {
        return true;
    }
    if let Some(PgErrorPosition::Original(_)) = error.position() {
        return true;
    }
    let mut quoted = error.message().split('"').skip(1).step_by(2).peekable();
    // What may not be used is named at the end, without quotation marks.
    let unquoted = error.message().rsplit(' ').next().filter(|_| error.code() == "42501" && quoted.peek().is_none());
    quoted.chain(unquoted).all(|name| has_word(sql, name))
}

/// What is known of a code, or of its class.
fn found(code: &str) -> Option<&'static Code> {
    let own = CODES.iter().find(|(known, ..)| *known == code);
    own.or_else(|| CODES.iter().find(|(known, ..)| known.len() == 2 && code.starts_with(known)))
}

/// Whether a prepared statement is out of date: a table was changed under it, or the server forgot it. It has not run.
pub fn is_stale(error: &sqlx::Error) -> bool {
    let sqlx::Error::Database(error) = error else { return false };
    let Some(error) = error.try_downcast_ref::<PgDatabaseError>() else { return false };
    error.code() == "26000" || (error.code() == "0A000" && error.routine() == Some("RevalidateCachedQuery"))
}

/// An error of opening a connection.
#[cold]
pub fn of_opening(place: &str, error: sqlx::Error) -> Error {
    let words = words_of_opening(&error);
    let translated = translate(None, error);
    let words = words.unwrap_or_else(|| translated.to_string());
    sqlx_error::unopened(place, &words, translated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_is_twice_in_the_table() {
        let mut codes: Vec<_> = CODES.iter().map(|(code, ..)| *code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), CODES.len());
        assert!(codes.iter().all(|code| matches!(code.len(), 2 | 5)));
    }

    #[test]
    fn what_a_caller_branches_on_is_told() {
        for (code, kind) in [
            ("23505", Kind::Unique),
            ("23503", Kind::ForeignKey),
            ("23502", Kind::NotNull),
            ("23514", Kind::Check),
            ("40001", Kind::Serialization),
            ("40P01", Kind::Deadlock),
            ("55P03", Kind::Busy),
            ("57014", Kind::Timeout),
            ("22001", Kind::TooLong),
            ("22003", Kind::OutOfRange),
            ("42P01", Kind::MissingObject),
            ("57P01", Kind::ConnectionLost),
            ("08006", Kind::ConnectionLost),
            ("28P01", Kind::Login),
            ("28000", Kind::Login),
        ] {
            let found = found(code).map(|(_, kind, _)| *kind);
            assert_eq!(found, Some(kind), "{code}");
        }
    }

    #[test]
    fn words_of_the_server_that_may_hold_values_are_not_repeated() {
        for (code, _, say) in &CODES {
            // Data exceptions and integrity violations.
            let may_hold_values = ["22", "23", "P0"].iter().any(|class| code.starts_with(class));
            assert!(!(may_hold_values && matches!(say, Told)), "{code}");
        }
    }
}
