//! A table of a struct whose fields are called as another program calls them: where that is allowed, nothing that is made of it is
//! warned of. Who compiles this file tests it.

#![deny(warnings)]

use tablewright::prelude::*;

/// A session, as a web page tells of it.
#[allow(non_snake_case, reason = "the names are those of a protocol")]
#[derive(Debug, Clone, Table)]
#[table(name = "web_sessions")]
pub struct WebSession {
    /// The key.
    #[column(primary_key)]
    pub sessionId: i64,
    /// Whose it is.
    #[column(max_length = 20, unique)]
    pub userName: String,
    /// From where.
    #[index]
    pub openedFrom: Option<i32>,
    /// How often.
    #[column(default = 1)]
    pub usedTimes: i32,
}
