//! The samples as tables for people and as JSON for programs.

use std::fmt;

use anyhow::Result;
use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{CellAlignment, Table};
use serde::Serialize;

use crate::cargo;
use crate::cost::{self, Cost};
use crate::project::Project;
use crate::rounds::{Sample, Step};

/// The library the ratios are against; without it in the run, the first one.
const BASE: &str = "tablewright";

/// Everything measured in one run.
#[derive(Debug, Serialize)]
pub struct Report {
    compiler: String,
    cores: usize,
    rounds: usize,
    programs: Vec<Program>,
    samples: Vec<Sample>,
}

#[derive(Debug, Serialize)]
struct Program {
    library: &'static str,
    version: String,
    note: &'static str,
    tables: usize,
    medians: Vec<(Step, Cost)>,
}

impl Report {
    /// Computes the medians.
    pub fn new(projects: &[Project], samples: Vec<Sample>, rounds: usize) -> Result<Self> {
        let mut programs = Vec::new();
        for (index, project) in projects.iter().enumerate() {
            let medians = Step::ALL.map(|step| {
                let of = |part: fn(&Cost) -> f64| {
                    let own = samples.iter().filter(|sample| sample.project == index && sample.step == step);
                    cost::median(own.map(|sample| part(&sample.cost)).collect())
                };
                (step, Cost { wall: of(|cost| cost.wall), cpu: of(|cost| cost.cpu), peak: of(|cost| cost.peak) })
            });
            programs.push(Program {
                library: project.subject.name,
                version: project.version()?,
                note: project.subject.note,
                tables: project.plan.tables,
                medians: medians.to_vec(),
            });
        }
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Report { compiler: cargo::compiler()?, cores, rounds, programs, samples })
    }

    fn sizes(&self) -> Vec<usize> {
        let mut sizes: Vec<_> = self.programs.iter().map(|program| program.tables).collect();
        sizes.dedup();
        sizes
    }

    fn base(&self) -> &'static str {
        let libraries = || self.programs.iter().map(|program| program.library);
        libraries().find(|library| *library == BASE).or_else(|| libraries().next()).unwrap_or(BASE)
    }

    fn comparison(&self, tables: usize) -> Table {
        let mut table = new_table(&["step", "library", "wall s", "x", "CPU s", "x", "peak MiB", "x"]);
        let own: Vec<_> = self.programs.iter().filter(|program| program.tables == tables).collect();
        for (position, step) in Step::ALL.iter().enumerate() {
            let base =
                own.iter().find(|program| program.library == self.base()).map(|program| program.medians[position].1);
            for program in &own {
                let cost = program.medians[position].1;
                let ratio = |part: fn(&Cost) -> f64| {
                    base.as_ref().map_or_else(|| "-".to_owned(), |base| format!("{:.2}", part(&cost) / part(base)))
                };
                table.add_row([
                    step.title().to_owned(),
                    format!("{} {}", program.library, program.version),
                    format!("{:.2}", cost.wall),
                    ratio(|cost| cost.wall),
                    format!("{:.2}", cost.cpu),
                    ratio(|cost| cost.cpu),
                    format!("{:.0}", cost.peak),
                    ratio(|cost| cost.peak),
                ]);
            }
        }
        table
    }

    fn growth(&self, library: &str) -> Table {
        let mut table = new_table(&["step", "tables", "wall s", "CPU s", "CPU ms a table", "peak MiB"]);
        for (position, step) in Step::ALL.iter().enumerate() {
            for program in self.programs.iter().filter(|program| program.library == library) {
                let cost = program.medians[position].1;
                table.add_row([
                    step.title().to_owned(),
                    program.tables.to_string(),
                    format!("{:.2}", cost.wall),
                    format!("{:.2}", cost.cpu),
                    format!("{:.1}", cost.cpu * 1000.0 / program.tables as f64),
                    format!("{:.0}", cost.peak),
                ]);
            }
        }
        table
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sizes = self.sizes();
        writeln!(out, "{}, {} cores, dev profile, median of {}", self.compiler, self.cores, self.rounds)?;
        for &tables in sizes.iter().take(1) {
            writeln!(
                out,
                "\n{tables} tables of 15 columns, 5 calls each; x = times {}'s, in the same run",
                self.base()
            )?;
            writeln!(out, "{}", self.comparison(tables))?;
            for program in self.programs.iter().filter(|program| program.tables == tables) {
                writeln!(out, "{}: {}", program.library, program.note)?;
            }
        }
        if sizes.len() > 1 {
            let mut libraries: Vec<_> = self.programs.iter().map(|program| program.library).collect();
            libraries.sort_unstable();
            libraries.dedup();
            for library in libraries {
                let count = self.programs.iter().filter(|program| program.library == library).count();
                if count > 1 {
                    writeln!(out, "\n{library} as the number of tables grows\n{}", self.growth(library))?;
                }
            }
        }
        Ok(())
    }
}

fn new_table(header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED).set_header(header);
    for index in 2..header.len() {
        if let Some(column) = table.column_mut(index) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}
