//! A mistake found while a query was put together, kept until the query runs.

use crate::error::{Error, Kind};

/// Why a query cannot run.
///
/// The methods that build queries do not return errors, so that they chain; what they find is told by the method that
/// runs the query.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    kind: Kind,
    message: String,
}

impl Fault {
    /// A mistake of this kind.
    pub(crate) fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    /// The error to tell.
    // Not `From`, which would be public: one more conversion into `Error` keeps `?` in closures from inferring its type.
    pub(crate) fn into_error(self) -> Error {
        Error::new(self.kind, self.message)
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self { kind: error.kind(), message: error.to_string() }
    }
}
