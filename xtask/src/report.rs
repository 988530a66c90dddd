//! Runs steps one after the other, and says at the end how each went.

use std::time::{Duration, Instant};

use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{Cell, Color, Table};

use crate::counts::Counts;
use crate::step::{Outcome, Part, Step};

/// How a run went.
pub struct Report {
    rows: Vec<Row>,
    tests: Counts,
}

struct Row {
    name: String,
    outcome: Outcome,
    took: Duration,
}

/// Runs them all; a failure does not keep the later ones from running.
pub fn run(steps: &[&'static Step]) -> Report {
    let mut report = Report { rows: Vec::new(), tests: Counts::default() };
    for step in steps {
        println!("\n=== {}: {}", step.name, step.about);
        let start = Instant::now();
        let outcome = (step.run)(&mut report.tests).unwrap_or_else(|error| Outcome::Failed(format!("{error:#}")));
        report.add(step.name.to_owned(), outcome, start.elapsed());
    }
    report
}

impl Report {
    fn add(&mut self, name: String, outcome: Outcome, took: Duration) {
        if let Outcome::Parts(parts) = outcome {
            for Part { name: part, outcome, took } in parts {
                self.add(format!("{name}: {part}"), outcome, took);
            }
            return;
        }
        if let Outcome::Failed(why) = &outcome {
            println!("{why}");
        }
        println!("=== {name}: {} after {}", outcome.word(), seconds(took));
        self.rows.push(Row { name, outcome, took });
    }

    /// Whether any step failed.
    pub fn failed(&self) -> bool {
        self.rows.iter().any(|row| matches!(row.outcome, Outcome::Failed(_)))
    }

    /// Prints the table, then the sum of all tests as the last line.
    pub fn print(&self) {
        let mut table = Table::new();
        table.load_style(UTF8_FULL_CONDENSED).set_header(["step", "result", "time", "note"]);
        for row in &self.rows {
            let (colour, note) = match &row.outcome {
                Outcome::Passed(note) => (Color::Green, first_line(note)),
                Outcome::Skipped(why) => (Color::Yellow, first_line(why)),
                Outcome::Failed(why) => (Color::Red, first_line(why)),
                // Each has a row of its own.
                Outcome::Parts(_) => (Color::Reset, ""),
            };
            let result = Cell::new(row.outcome.word()).fg(colour);
            table.add_row([Cell::new(&row.name), result, Cell::new(seconds(row.took)), Cell::new(note)]);
        }
        let Counts { passed, failed, ignored, .. } = self.tests;
        println!("\n{table}\ntests: {passed} passed, {failed} failed, {ignored} skipped");
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
