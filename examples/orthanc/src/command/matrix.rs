//! `matrix`: what each engine makes of what each table uses.

use std::collections::BTreeSet;

use comfy_table::{Cell, Color};
use orthanc::Orthanc;
use tablewright::Dialect;
use tablewright::prelude::*;
use tablewright::schema::dialect::matrix::{Row, Support};

use crate::show;

/// Prints a table for people, or Markdown.
pub fn run(markdown: bool) {
    if markdown {
        show::line(orthanc::matrix::markdown().trim_end());
        return;
    }
    let mut header = vec!["".to_owned()];
    header.extend(Dialect::ALL.map(|dialect| dialect.to_string()));
    for (def, rows) in Orthanc::matrix() {
        show::heading(&def.name);
        show::cells(&header, rows.iter().map(cells));
        for note in notes(&rows) {
            show::line(note);
        }
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    let words = row.support.iter().map(|support| {
        Cell::new(support.word()).fg(match support {
            Support::Native => Color::Green,
            Support::Emulated(_) => Color::Yellow,
            Support::Refused(_) => Color::Red,
        })
    });
    [Cell::new(&row.feature)].into_iter().chain(words).collect()
}

/// Why something is refused; once each.
fn notes(rows: &[Row]) -> BTreeSet<String> {
    let mut notes = BTreeSet::new();
    for row in rows {
        for (dialect, support) in Dialect::ALL.iter().zip(&row.support) {
            if let Support::Refused(why) = support {
                notes.insert(format!("  {dialect}, {}: {why}", row.feature));
            }
        }
    }
    notes
}
