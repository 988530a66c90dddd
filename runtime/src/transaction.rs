//! A transaction.

/// A transaction.
#[derive(Debug)]
pub struct Transaction {}
