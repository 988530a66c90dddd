//! The statements that turn tables that are there into tables that are wanted, in a dialect.
//!
//! ```text
//! old, new ──diff::matched──▶ pairs ──┬─ alter    statement by statement (PostgreSQL, MySQL, MariaDB, Firebird)
//!                                     └─ rebuild  into new tables (SQLite; Firebird, for a new name of a table)
//! ```
//!
//! What depends on what changes is dropped and made again by the plan itself, so that all engines end alike.

mod alter;
mod back;
mod column;
mod convert;
mod future;
mod key;
mod preflight;
mod rebuild;
mod steps;
mod touched;

#[cfg(test)]
mod tests;

pub use back::{Class, ClassifiedChange, Loss, classified};
pub(crate) use convert::loses;
pub use preflight::Preflight;

use crate::Dialect;
use crate::dialect::alter::Alter;
use crate::diff::matched;
use crate::model::TableDef;

/// The start of the name of a table or column that is about to take another's place.
pub const REBUILT: &str = "_tablewright_new_";

/// A way from old tables to new ones.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// In order.
    pub statements: Vec<String>,
    /// What the rows that are there must fulfil, asked before anything is touched.
    pub preflight: Vec<Preflight>,
    /// What of those rows it gives up.
    pub losses: Vec<Loss>,
}

/// What the rows that are there get in a column that needs a value.
#[derive(Debug, Clone, Default)]
pub struct Fill {
    /// Values by table, column, and an expression in the language of [`crate::expr`].
    pub given: Vec<(String, String, String)>,
    /// Whether a neutral value (0, an empty text) does where none is given: on a way back, where what was there is gone.
    pub neutral: bool,
}

/// Why there is no plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What cannot be done.
    pub message: String,
    /// What to do instead.
    pub help: String,
}

/// Plans.
///
/// # Errors
/// Everything that cannot be done.
pub fn plan(old: &[TableDef], new: &[TableDef], dialect: Dialect, fill: &Fill) -> Result<Plan, Vec<Refusal>> {
    let matched = matched(old, new);
    let mut refusals = convert::refusals(&matched, dialect, fill);
    if let Alter::No(why) = dialect.alter() {
        let help = "write this dialect's statements by hand".to_owned();
        refusals.push(Refusal { message: why.to_owned(), help });
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let statements = match dialect.alter() {
        Alter::Rebuild => rebuild::all(&matched, dialect, fill),
        Alter::Statements(words) => alter::all(&matched, dialect, words, fill),
        Alter::No(_) => Vec::new(),
    };
    let preflight = preflight::of(&matched, dialect, fill);
    Ok(Plan { statements, preflight, losses: back::losses(&matched, dialect, fill) })
}
