//! What the server does, and where a configuration is used.

use tablewright::prelude::*;

/// What the Orthanc server is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ColumnEnum)]
#[allow(missing_docs, reason = "the words say it")]
pub enum ServerStatus {
    Running,
    Stopped,
    Starting,
    Error,
}

/// Where a configuration is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ColumnEnum)]
#[allow(missing_docs, reason = "the words say it")]
pub enum Environment {
    Development,
    Staging,
    Production,
}
