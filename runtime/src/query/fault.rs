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
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self { kind: error.kind(), message: error.to_string() }
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::new(fault.kind, fault.message)
    }
}
