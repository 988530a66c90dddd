//! `cargo tablewright`: migrations written, run, taken back and checked; and the same verbs for a program of one's own.
//!
//! The verbs that work on a database need it and a folder of migrations, nothing else. Those that need the structs build
//! the package and read what `schema!` declares from what the compiler made, without running anything.
//!
//! # In a program of one's own
//!
//! ```
//! use clap::Parser;
//! use tablewright::prelude::*;
//! use tablewright_cli::{Home, Verb};
//!
//! #[derive(Table)]
//! #[table(name = "authors")]
//! struct Author {
//!     #[column(primary_key, auto_increment)]
//!     id: i64,
//! }
//!
//! schema! { struct Library { tables: [Author] } }
//!
//! #[derive(Parser)]
//! struct Arguments {
//!     #[command(flatten)]
//!     output: tablewright_cli::Output,
//!     #[command(subcommand)]
//!     verb: Verb,
//! }
//!
//! #[tokio::main]
//! async fn main() -> std::process::ExitCode {
//!     # let words = ["library", "ddl", "sqlite"];
//!     # let Arguments { output, verb } = Arguments::parse_from(words);
//!     # #[cfg(any())]
//!     let Arguments { output, verb } = Arguments::parse();
//!     tablewright_cli::run(&verb, &Home::program::<Library>(), &output).await.into()
//! }
//! ```
//!
//! # How a command ends
//!
//! See [`Exit`]: 0 done, 1 something to look at, 2 wrong arguments or files, 3 refused and nothing touched, 4 failed on the way,
//! 5 not reached or not built.
//!
//! # JSON
//!
//! With `--json` standard output holds one object. It has `verb` and `exit`; if the command did not do what it was asked
//! for, `error.message`, and `error.help` where that says what to do; otherwise, or beside it:
//!
//! | verb | members |
//! |---|---|
//! | `new` | `path`, `version`, `changes[]` (`verb`, `table`, `part`, `from`, `to`, `loses_data`), `plans[]` of a dry run (`dialect`, `statements[]`, `questions[]`), `without_statements[]` and `without_way_back[]` (`dialect`, `reason`), `way_back[]` (`of`, `class`), `findings[]`, `also_listed[]` (files that were there and are in the index now) |
//! | `plan` | `database`, `migrations[]` (`version`, `name`, `statements[]`, `one_transaction`, `environments[]`, `lock_timeout_ms`, `statement_timeout_ms`, `losses[]` if it takes something away for good, `questions[]` with `question`, `rows` and, if there are some, `key[]` and `keys[]` or `no_keys`, the reason) |
//! | `migrate`, `rollback` | `database`, `made` if its file is new, `runs[]` (`version`, `name`, `way`: `there` or `back`, `duration_ms`, and `settled` (`statement`, `took_effect`) if an earlier runner was cut off in it); after a failure it says of `database` and `made` the same, `runs[]` are those before it, `failed` is the one that was begun (as a run, with `statement`, `statements` and no `duration_ms`), and `changed[]` says how those stand that stand otherwise now (`version`, `standing`, `statements`: how many are done of one that stopped) |
//! | `status` | `database`, `runner` (`name`, `since`) if one is at work, `migrations[]` (`version`, `name`, `standing`, `applied_at`, `applied_by`, `duration_ms`, `missing[]`); a standing is `applied`, `pending`, `elsewhere`, `changed`, `running`, `stopped`, `in_doubt`, `partly` or `unknown` |
//! | `verify` | `database`, `differences[]` (`table`, `object`, `aspect`, `found`, `expected`, `message`), `texts_not_compared`, `advice[]` |
//! | `introspect` | `database`, `source`, `tables[]` (`name`, `notes[]`) |
//! | `ddl` | `dialect`, `statements[]` |
//! | `diff` | `from`, `to`, `differences[]`, as the changes of `new` |
//! | `lint` | `findings[]` (`rule`, `severity`: `warn` or `refuse`, `file`, `place`, `dialects[]`, `of`, `message`, `help`, `page`, `accepted`); with `--explain`: `rule`, `name`, `severity`, `reason`, `page` |
//! | `baseline` | `database`, `made` if its file is new, `version` |
//! | `repair` | `database`, `mended`, `ailments[]` (`kind`, `version`, `message`) |
//! | `resolve` | `database`, `version`, `took_effect` |
//! | `squash` | `path`, `version`, `replaced[]` |
//!
//! Members that say nothing are absent. More may be added; what is there keeps its meaning.

mod build;
mod changes;
mod confirm;
mod database;
mod exit;
mod failure;
mod findings;
mod home;
mod journal;
mod progress;
mod ran;
mod report;
mod screen;
mod subject;
mod verb;

use anstream::ColorChoice;
use clap::{Args, ValueEnum};

pub use build::SchemaOptions;
pub use database::{DatabaseOptions, Opened};
pub use exit::Exit;
pub use home::{FolderOptions, Home};
use screen::Screen;
pub use verb::Verb;

/// For whom the output is.
#[derive(Debug, Clone, Default, Args)]
pub struct Output {
    /// For programs: one JSON object on standard output
    #[arg(long, global = true)]
    pub json: bool,
    /// Whether there is colour; `auto` asks the terminal and NO_COLOR
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t)]
    pub color: Color,
}

/// Whether there is colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal that wants it.
    #[default]
    Auto,
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
}

/// Does what a verb says, and tells how it went.
pub async fn run(verb: &Verb, home: &Home, output: &Output) -> Exit {
    let choice = match output.color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    let mut screen = Screen::new(choice);
    let result = verb.run(&mut verb::Context { home, json: output.json, screen: &mut screen }).await;
    report::tell(verb.name(), result, output.json, &mut screen)
}
