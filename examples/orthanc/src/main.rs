//! The reference application's command: a tour of the database foundation, and its DDL in any dialect.

mod command;
mod show;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tablewright::Dialect;

/// The database foundation of the Orthanc management module.
///
/// Without a command it takes the tour: creates the database if needed, loads the sample data, and goes through a
/// doctor's, a patient's and an auditor's day.
#[derive(Parser)]
#[command(version, after_help = EXAMPLES)]
struct Arguments {
    /// The SQLite database of the tour; made if it is missing
    #[arg(long, value_name = "FILE", default_value = "orthanc_management.db")]
    database: PathBuf,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Takes the tour (what happens without a command)
    Tour,
    /// Prints the DDL of the eight tables
    Ddl {
        /// sqlite, postgres, mysql, mariadb, firebird, sqlserver or oracle
        dialect: Dialect,
    },
}

const EXAMPLES: &str = "Examples:
  cargo run -p orthanc
  cargo run -p orthanc -- --database /tmp/orthanc.db
  cargo run -p orthanc -- ddl postgres > orthanc.sql";

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // RUST_LOG=tablewright=debug shows each statement, never a value.
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    let result = match arguments.command.unwrap_or(Command::Tour) {
        Command::Tour => command::tour::run(&arguments.database).await,
        Command::Ddl { dialect } => command::ddl::run(dialect),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
