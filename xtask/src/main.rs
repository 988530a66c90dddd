//! The project's automation: `cargo xtask test` runs everything that has to hold, `cargo xtask serve` lends its servers.

mod cache;
mod command;
mod counts;
mod judge;
mod property;
mod report;
mod serve;
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
    /// Changes random schemas with rows on each engine, there and back, and tells how it went in a table
    Property(property::Cases),
    /// Starts servers, and runs a command that finds each in TABLEWRIGHT_<ENGINE>_URL; without one, waits for the enter key
    Serve {
        /// Of firebird4, firebird5, mariadb, mysql, postgres
        #[arg(required = true, value_name = "ENGINE")]
        engines: Vec<String>,
        /// What to run
        #[arg(last = true, value_name = "COMMAND")]
        command: Vec<String>,
    },
}

fn main() -> Result<ExitCode> {
    let has_failed = match Arguments::parse().task {
        Task::Test { only } => {
            let report = report::run(&step::selected(&only)?);
            report.print();
            report.failed()
        }
        Task::Property(cases) => !property::run(&cases)?,
        Task::Serve { engines, command } => !serve::run(&engines, &command)?,
    };
    Ok(if has_failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
