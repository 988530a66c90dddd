//! Runs steps one after the other, and says at the end how each went, and how each engine did.

use std::time::{Duration, Instant};

use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{Cell, CellAlignment, Color, ContentArrangement, Table};

use crate::counts::Counts;
use crate::step::{Outcome, Part, Step};

/// How wide the table of engines is; its reasons are broken into lines.
const WIDTH: u16 = 120;

/// How a run went.
pub struct Report {
    rows: Vec<Row>,
    engines: Vec<EngineRow>,
    tests: Counts,
}

struct Row {
    name: String,
    outcome: Outcome,
    took: Duration,
}

/// How an engine did.
struct EngineRow {
    name: &'static str,
    version: String,
    passed: u32,
    failed: u32,
    skipped: usize,
    why: String,
    has_failed: bool,
}

/// Runs them all; a failure does not keep the later ones from running.
pub fn run(steps: &[&'static Step]) -> Report {
    let mut report = Report { rows: Vec::new(), engines: Vec::new(), tests: Counts::default() };
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
            for part in parts {
                self.engines.push(EngineRow::of(&part));
                self.add(format!("{name}: {}", part.name), part.outcome, part.took);
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

    /// Prints the steps, then the engines, then the sum of all tests as the last line.
    pub fn print(&self) {
        println!("\n{}", self.steps());
        if !self.engines.is_empty() {
            println!("{}", self.engines());
        }
        let Counts { passed, failed, ignored, .. } = self.tests;
        println!("tests: {passed} passed, {failed} failed, {ignored} skipped");
    }

    fn steps(&self) -> Table {
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
        table
    }

    fn engines(&self) -> Table {
        let mut table = Table::new();
        let header = ["engine", "version", "passed", "failed", "skipped", "why"];
        table.load_style(UTF8_FULL_CONDENSED).set_header(header);
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH);
        for row in &self.engines {
            let number = |number: String| Cell::new(number).set_alignment(CellAlignment::Right);
            let failed = number(row.failed.to_string()).fg(if row.has_failed { Color::Red } else { Color::Reset });
            let (passed, skipped) = (number(row.passed.to_string()), number(row.skipped.to_string()));
            table.add_row([Cell::new(row.name), Cell::new(&row.version), passed, failed, skipped, Cell::new(&row.why)]);
        }
        table
    }
}

impl EngineRow {
    fn of(part: &Part) -> Self {
        let counts = &part.counts;
        let mut reasons: Vec<String> = match &part.outcome {
            Outcome::Skipped(why) | Outcome::Failed(why) => vec![first_line(why).to_owned()],
            Outcome::Passed(_) | Outcome::Parts(_) => Vec::new(),
        };
        let mut lacks: Vec<&str> = counts.left_out.iter().map(|(_, ability)| ability.as_str()).collect();
        lacks.sort_unstable();
        lacks.dedup();
        if !lacks.is_empty() {
            reasons.push(format!("parts of claims, for it lacks {}", lacks.join(", ")));
        }
        reasons.extend(part.stands_on.map(str::to_owned));
        Self {
            name: part.name,
            version: part.version.clone(),
            passed: counts.passed,
            failed: counts.failed,
            skipped: counts.left_out.len() + usize::try_from(counts.ignored).unwrap_or(usize::MAX),
            why: reasons.join("; "),
            has_failed: matches!(part.outcome, Outcome::Failed(_)),
        }
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_without_a_server_says_so() {
        let mut report = Report { rows: Vec::new(), engines: Vec::new(), tests: Counts::default() };
        let mut counts = Counts::default();
        counts.passed = 7;
        let part = Part {
            name: "sqlserver",
            outcome: Outcome::Passed(String::new()),
            took: Duration::ZERO,
            version: "none".to_owned(),
            counts,
            stands_on: Some("no server: mock and judges only"),
        };
        report.add("live".to_owned(), Outcome::Parts(vec![part]), Duration::ZERO);
        let table = report.engines().to_string();
        let row = table.lines().find(|line| line.contains("sqlserver")).unwrap();
        assert!(row.contains("no server: mock and judges only") && row.contains(" 7 "), "{row}");
    }
}
