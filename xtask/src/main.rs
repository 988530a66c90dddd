//! The project's automation: `cargo xtask test` runs everything that has to hold.

mod command;
mod counts;
mod judge;
mod report;
mod server;
mod step;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// The project's automation.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Runs everything that has to hold before a change lands; with CI=true nothing may be skipped
    Test {
        /// Only the steps of these names
        #[arg(long, value_name = "STEP")]
        only: Vec<String>,
    },
}

fn main() -> Result<ExitCode> {
    let Arguments { task: Task::Test { only } } = Arguments::parse();
    let steps = step::selected(&only)?;
    let report = report::run(&steps);
    report.print();
    Ok(if report.failed() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
