//! sea-query's builder for Firebird.

use super::super::sea::builder;

builder! {
    /// Speaks Firebird's dialect 3.
    FirebirdBuilder, quotes: (b'"', b'"'), {}
}
