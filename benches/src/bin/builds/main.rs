//! Measures what a schema costs while it compiles, beside the peers: arguments in, tables out.
//!
//! `cargo run --release -p tablewright-benches --bin builds` generates one program per library with the same tables
//! and the same calls, builds its dependencies, and then measures only the program itself.

mod cargo;
mod cost;
mod project;
mod report;
mod rounds;
mod subject;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use clap::Parser;

use crate::project::Project;
use crate::report::Report;
use crate::subject::{Plan, Shape, Subject};

/// Compile times of generated programs, in one run, interleaved.
#[derive(Debug, Parser)]
struct Arguments {
    /// How many tables; a list shows how the cost grows (peers are measured at the first number only).
    #[arg(long, value_delimiter = ',', default_value = "100")]
    tables: Vec<usize>,
    /// Where the foreign keys point.
    #[arg(long, value_enum, default_value_t = Shape::Chain)]
    shape: Shape,
    /// How often each step is measured; the median is printed.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Which libraries.
    #[arg(long, value_delimiter = ',', default_value = "tablewright,seaorm,diesel,toasty,plain")]
    only: Vec<String>,
    /// Where to write every sample as JSON.
    #[arg(long)]
    json: Option<PathBuf>,
    /// Where to generate the programs; kept for the next run, since dependencies take longest.
    #[arg(long)]
    work: Option<PathBuf>,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    ensure!(arguments.rounds > 0, "--rounds has to be at least 1");
    ensure!(arguments.tables.iter().all(|&count| count > 0), "--tables has to be at least 1");
    let subjects = arguments.only.iter().map(|name| subject::by_name(name)).collect::<Result<Vec<_>>>()?;
    let work = arguments.work.clone().unwrap_or_else(default_work);

    let mut projects = Vec::new();
    for (position, &tables) in arguments.tables.iter().enumerate() {
        for subject in subjects.iter().filter(|subject| position == 0 || !subject.is_peer) {
            projects.push(Project::new(subject, Plan { tables, shape: arguments.shape }, &work));
        }
    }
    rounds::prepare(&projects)?;
    let samples = rounds::measure(&projects, arguments.rounds)?;

    let report = Report::new(&projects, samples, arguments.rounds)?;
    println!("{report}");
    println!("Again: {}", again(&arguments, &subjects));
    if let Some(path) = &arguments.json {
        let text = serde_json::to_string_pretty(&report).context("cannot serialise the report")?;
        fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// Below the target folder, so that `cargo clean` takes it away and no tool mistakes it for source.
fn default_work() -> PathBuf {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| subject::repository().join("target"), PathBuf::from);
    target.join("builds")
}

/// The command that repeats this run.
fn again(arguments: &Arguments, subjects: &[&Subject]) -> String {
    let tables: Vec<_> = arguments.tables.iter().map(usize::to_string).collect();
    let only: Vec<_> = subjects.iter().map(|subject| subject.name).collect();
    let shape = if arguments.shape == Shape::Star { "star" } else { "chain" };
    format!(
        "cargo run --release -p tablewright-benches --bin builds -- --tables {} --shape {} --rounds {} --only {}",
        tables.join(","),
        shape,
        arguments.rounds,
        only.join(",")
    )
}
