//! The statements that turn tables that are there into tables that are wanted, in a dialect.
//!
//! ```text
//! old, new ──diff::matched──▶ pairs ──┬─ alter    statement by statement (all but SQLite)
//!                                     └─ rebuild  into new tables (SQLite; Firebird, for a new name of a table),
//!                                                 or in_place, for columns that come or go
//! ```
//!
//! What depends on what changes is dropped and made again by the plan itself, so that all engines end alike.

mod alter;
mod back;
mod column;
mod convert;
mod future;
mod given;
mod in_place;
mod keep;
mod key;
mod preflight;
mod rebuild;
mod reference_index;
mod rename;
mod restate;
mod sample;
mod steps;
mod touched;

#[cfg(test)]
mod tests;

pub use back::{Class, ClassifiedChange, Loss, classified};
pub(crate) use convert::loses;
pub use keep::{ASIDE, KEPT_VALUE, aside, purge};
pub use preflight::Preflight;
pub use sample::{SHOWN, Sample};

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
    /// Whether its statements refuse to run in one transaction.
    pub apart: bool,
}

/// What the rows that are there get in a column that needs a value.
#[derive(Debug, Clone, Default)]
pub struct Fill {
    /// Values by table, column, and an expression in the language of [`crate::expr`].
    pub given: Vec<(String, String, String)>,
    /// Whether a neutral value (0, an empty text) does where none is given: on a way back, where what was there is gone.
    pub neutral: bool,
    /// Whether others are to read and write meanwhile, where the engine can do that.
    pub online: bool,
    /// What is dropped and kept aside, by its name after the change: tables, `people`, and columns, `people.town`.
    pub kept: Vec<String>,
    /// What was kept aside and comes back, by the same names: on a way back.
    pub restored: Vec<String>,
    /// SQL for the values that come back, by table and column: [`plan`] fills it in.
    pub returned: Vec<(String, String, String)>,
}

impl Fill {
    /// Whether it says what a column gets.
    fn gives(&self, table: &str, column: &str) -> bool {
        let mut given = self.given.iter().chain(&self.returned);
        given.any(|(of, name, _)| of == table && name == column)
    }
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
    let (old, new) = keep::with_asides(old, new, fill);
    let matched = matched(&old, &new);
    let fill = &Fill { returned: keep::values(&matched, dialect, fill), ..fill.clone() };
    let mut refusals = given::refusals(&matched, dialect, fill);
    if refusals.is_empty() {
        refusals = convert::refusals(&matched, dialect, fill);
    }
    refusals.extend(keep::refusals(&matched, fill));
    if let Alter::Statements(words) = dialect.alter() {
        refusals.extend(restate::refusals(&matched, dialect, words));
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let (changes, beside) = match dialect.alter() {
        Alter::Rebuild(words) => (rebuild::all(&matched, dialect, words, fill), Vec::new()),
        Alter::Statements(words) => alter::all(&matched, dialect, words, fill),
    };
    let mut statements = keep::copies(&matched, dialect, fill);
    statements.extend(changes);
    statements.extend(keep::leftovers(&matched, dialect, fill));
    let mut apart = false;
    if fill.online {
        (statements, apart) = dialect.online(statements, &beside);
    }
    // Where each is a transaction, nothing is held by one for the next.
    if !apart {
        statements.splice(0..0, keep::held_tables(&matched, dialect, fill));
    }
    let mut preflight = keep::questions(fill, dialect);
    preflight.extend(preflight::of(&matched, dialect, fill));
    Ok(Plan { statements, preflight, losses: back::losses(&matched, dialect, fill), apart })
}
