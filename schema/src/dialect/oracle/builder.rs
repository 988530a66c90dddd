//! sea-query's builder for Oracle.

use super::super::sea::builder;

builder! {
    /// Speaks Oracle's SQL. What an INSERT gives back goes into parameters, whose numbers a builder does not know, so
    /// that clause is added outside.
    OracleBuilder, quotes: (b'"', b'"'), {
        fn placeholder(&self) -> (&'static str, bool) {
            (":", true)
        }
    }
}
