//! The reference application's command: a tour of the database foundation, and its DDL in any dialect.

mod command;
mod show;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use orthanc::Orthanc;
use tablewright::Dialect;
use tablewright_cli::{DatabaseOptions, Home, Output, Verb};

/// The database foundation of the Orthanc management module.
///
/// Without a command it takes the tour: migrates the database, and goes through a doctor's, a patient's and an auditor's day.
#[derive(Parser)]
#[command(version, after_help = EXAMPLES)]
struct Arguments {
    /// The database: a SQLite file, which the tour makes if it is missing, or the URL of a database on any engine
    ///
    /// Without it `db` takes that of the variable DATABASE_URL, and otherwise all take `orthanc_management.db`.
    #[arg(long, value_name = "FILE|URL", conflicts_with = "config")]
    database: Option<String>,
    /// A JSON file of named connections, of which the tour takes one
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The connection's name; the file's default if absent
    #[arg(long, value_name = "NAME", requires = "config")]
    connection: Option<String>,
    /// A file of variables for the `${NAME}`s of the configuration
    #[arg(long, value_name = "FILE", requires = "config")]
    env_file: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Takes the tour (what happens without a command)
    Tour,
    /// The migrations: what `cargo tablewright` does, with those that are compiled into this program
    Db {
        #[command(flatten)]
        output: Output,
        #[command(subcommand)]
        verb: Box<Verb>,
    },
    /// Shows how each connection of the configuration is
    Health,
    /// Shows what each engine makes of what each table uses: native, emulated or refused
    Matrix {
        /// As Markdown, with the notes
        #[arg(long)]
        markdown: bool,
    },
    /// Prints the DDL of the eight tables
    Ddl {
        /// sqlite, postgres, mysql, mariadb, firebird, sqlserver or oracle
        dialect: Dialect,
    },
}

/// The database that is taken if none is named.
const DATABASE: &str = "orthanc_management.db";

/// Where new migrations are written.
const MIGRATIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations");

const EXAMPLES: &str = "Examples:
  cargo run -p orthanc
  cargo run -p orthanc -- --database orthanc.db
  cargo run -p orthanc -- --database postgres://orthanc_user:password@localhost/orthanc
  cargo run -p orthanc -- --config examples/orthanc/database_config.json --connection sqlite_default
  cargo run -p orthanc -- --config examples/orthanc/database_config.json health
  cargo run -p orthanc -- --database orthanc.db db status
  cargo run -p orthanc -- --database orthanc.db db migrate
  cargo run -p orthanc -- matrix
  cargo run -p orthanc -- ddl postgres > orthanc.sql";

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // RUST_LOG=tablewright=debug shows each statement, never a value.
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    let Arguments { database, config, connection, env_file, command } = arguments;
    let command = command.unwrap_or(Command::Tour);
    // The verbs have a variable of their own for it.
    let by_variable = matches!(command, Command::Db { .. }) && std::env::var_os("DATABASE_URL").is_some();
    let is_named = database.is_some() || config.is_some() || by_variable;
    let database = if is_named { database } else { Some(DATABASE.to_owned()) };
    let database = DatabaseOptions { database, config, connection, env_file };
    if let Command::Db { output, verb } = command {
        let home = Home::program::<Orthanc>().folder(MIGRATIONS).database(database);
        return tablewright_cli::run(&verb, &home, &output).await.into();
    }
    match run(&database, command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(database: &DatabaseOptions, command: Command) -> anyhow::Result<()> {
    match command {
        // It has an end of its own.
        Command::Db { .. } => Ok(()),
        Command::Tour => command::tour::run(database).await,
        Command::Health => command::health::run(database).await,
        Command::Matrix { markdown } => {
            command::matrix::run(markdown);
            Ok(())
        }
        Command::Ddl { dialect } => command::ddl::run(dialect),
    }
}
