//! `cargo tablewright`: the command.

use std::process::ExitCode;

use clap::Parser;
use tablewright_cli::{Home, Output, Verb};

/// Migrations of Tablewright: written from structs, run, taken back and checked.
#[derive(Parser)]
#[command(name = "cargo tablewright", bin_name = "cargo tablewright", version, after_help = EXAMPLES)]
struct Arguments {
    #[command(flatten)]
    output: Output,
    #[command(subcommand)]
    verb: Verb,
}

const EXAMPLES: &str = "Examples:
  cargo tablewright new \"Add Email Notifications\"
  cargo tablewright migrate --database postgres://me@localhost/library
  cargo tablewright status --config database.json --connection production --json

Exit codes: 0 done, 1 something to look at, 2 wrong arguments or files, 3 refused and nothing touched, 4 failed on the way,
5 not reached or not built.";

#[tokio::main]
async fn main() -> ExitCode {
    // Cargo gives the command its own name first.
    let words = std::env::args_os().enumerate();
    let words = words.filter(|(n, word)| *n != 1 || word != "tablewright").map(|(_, word)| word);
    let Arguments { output, verb } = Arguments::parse_from(words);
    tablewright_cli::run(&verb, &Home::packages(), &output).await.into()
}
