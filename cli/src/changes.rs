//! Differences of tables, for people and for programs.

use serde::Serialize;
use tablewright::schema::diff::{Change, Verb};

use crate::screen::{Said, Screen, Tone};

/// One difference.
#[derive(Debug, Clone, Serialize)]
pub struct Difference {
    /// `add`, `drop`, `rename` or `change`.
    verb: &'static str,
    table: String,
    /// The part of the table, as ``column `age` ``; absent for the table itself.
    #[serde(skip_serializing_if = "String::is_empty")]
    part: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    from: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    to: String,
    loses_data: bool,
}

impl From<Change> for Difference {
    fn from(change: Change) -> Self {
        let Change { verb, table, part, from, to, loses_data } = change;
        Self { verb: verb.name(), table, part, from, to, loses_data }
    }
}

/// All of them as a table.
pub fn show(differences: &[Difference], screen: &mut Screen) {
    let rows = differences.iter().map(|Difference { verb, table, part, from, to, loses_data }| {
        let tone = match *verb {
            add if add == Verb::Add.name() => Tone::Good,
            drop if drop == Verb::Drop.name() => Tone::Bad,
            _ => Tone::Warn,
        };
        let part = if part.is_empty() { "the table".to_owned() } else { part.replace('`', "") };
        let loss = if *loses_data { Said::toned(Tone::Bad, "yes") } else { Said::plain("no") };
        [Said::toned(tone, *verb), Said::plain(table), Said::plain(part), Said::plain(from), Said::plain(to), loss]
    });
    screen.table(["what", "table", "part", "from", "to", "gives up values"], rows);
}
