//! The errors of sqlx that come from no server.

use crate::error::{Error, Kind};

/// What the network or sqlx says instead of an answer.
#[cold]
pub fn translate(error: sqlx::Error) -> Error {
    match error {
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

/// Why no connection came about, where it was the network or TLS. They know nothing but names and certificates.
#[cold]
pub fn words_of_opening(error: &sqlx::Error) -> Option<String> {
    match error {
        sqlx::Error::Io(error) => Some(error.to_string()),
        sqlx::Error::Tls(error) => Some(format!("TLS: {error}")),
        _ => None,
    }
}

/// The error of a connection that did not come about.
#[cold]
pub fn unopened(place: &str, words: &str, translated: Error) -> Error {
    let kind = match translated.kind() {
        Kind::Config => return translated,
        Kind::Login => Kind::Login,
        _ => Kind::Connect,
    };
    Error::new(kind, format!("no connection to the server at {place}: {words}")).with_source(translated)
}
