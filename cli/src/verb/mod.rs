//! The verbs, a file for each: its arguments, what it does, and what it reports.

mod baseline;
mod ddl;
mod diff;
mod introspect;
mod lint;
mod migrate;
mod new;
mod plan;
mod repair;
mod resolve;
mod rollback;
mod squash;
mod status;
mod verify;

use std::path::Path;
use std::pin::Pin;

use clap::{ArgMatches, Command, FromArgMatches, Subcommand};

use crate::failure::Result;
use crate::home::Home;
use crate::report::Report;
use crate::screen::Screen;
pub use status::{recorded, way, word};

/// How the examples of the verbs call the program.
const OWN: &str = "cargo tablewright";

/// What to do. Its help names the program that has it.
#[derive(Debug, Clone)]
pub struct Verb(Given);

#[derive(Debug, Clone, Subcommand)]
enum Given {
    /// Writes a migration from what changed in the structs
    New(new::New),
    /// Shows what would run, and touches nothing
    Plan(plan::Plan),
    /// Runs the migrations that are pending
    Migrate(migrate::Migrate),
    /// Takes back what was applied after a version
    Rollback(rollback::Rollback),
    /// Shows how each migration stands in a database
    Status(status::Status),
    /// Compares a database with the tables that should be there
    Verify(verify::Verify),
    /// Prints Rust structs of the tables of a database
    Introspect(introspect::Introspect),
    /// Prints the statements that create the tables
    Ddl(ddl::Ddl),
    /// Shows what differs between the structs and the last migration, or two snapshots
    Diff(diff::Diff),
    /// Shows what will hurt in the migrations, and in the tables
    Lint(lint::Lint),
    /// Adopts a database that has the tables already: nothing runs
    Baseline(baseline::Baseline),
    /// Explains what is wrong with a history, and mends what is named
    Repair(repair::Repair),
    /// Says what became of the statement in which a runner died
    Resolve(resolve::Resolve),
    /// Puts one migration in place of several
    Squash(squash::Squash),
}

/// What every verb is given.
pub struct Context<'a> {
    /// Where schemas and migrations are.
    pub home: &'a Home,
    /// Whether a program reads what is told.
    pub json: bool,
    /// For what has to be said before the report.
    pub screen: &'a mut Screen,
}

impl FromArgMatches for Verb {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Given::from_arg_matches(matches).map(Self)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.0.update_from_arg_matches(matches)
    }
}

impl Subcommand for Verb {
    fn augment_subcommands(command: Command) -> Command {
        named(Given::augment_subcommands(command))
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        named(Given::augment_subcommands_for_update(command))
    }

    fn has_subcommand(name: &str) -> bool {
        Given::has_subcommand(name)
    }
}

/// The examples as one types them in this program, where the verbs may be below a word of it: `orthanc db`.
fn named(command: Command) -> Command {
    let words: Vec<String> = std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    let program = words.first().and_then(|path| Path::new(path).file_stem()?.to_str()).unwrap_or_default();
    if program.is_empty() || program == OWN.replace(' ', "-") {
        return command;
    }
    let word = command.get_name().to_owned();
    let is_below = words.iter().skip(1).any(|own| *own == word);
    let own = if is_below { format!("{program} {word}") } else { program.to_owned() };
    command.mut_subcommands(|verb| match verb.get_after_help().map(ToString::to_string) {
        Some(help) => verb.after_help(help.replace(OWN, &own)),
        None => verb,
    })
}

impl Verb {
    /// Its word.
    pub const fn name(&self) -> &'static str {
        self.0.name()
    }

    /// Does it.
    pub async fn run(&self, context: &mut Context<'_>) -> Result<Box<dyn Report>> {
        self.0.run(context).await
    }
}

impl Given {
    const fn name(&self) -> &'static str {
        match self {
            Self::New(_) => "new",
            Self::Plan(_) => "plan",
            Self::Migrate(_) => "migrate",
            Self::Rollback(_) => "rollback",
            Self::Status(_) => "status",
            Self::Verify(_) => "verify",
            Self::Introspect(_) => "introspect",
            Self::Ddl(_) => "ddl",
            Self::Diff(_) => "diff",
            Self::Lint(_) => "lint",
            Self::Baseline(_) => "baseline",
            Self::Repair(_) => "repair",
            Self::Resolve(_) => "resolve",
            Self::Squash(_) => "squash",
        }
    }

    async fn run(&self, context: &mut Context<'_>) -> Result<Box<dyn Report>> {
        match self {
            Self::New(verb) => Ok(Box::new(verb.run(context)?)),
            Self::Ddl(verb) => Ok(Box::new(verb.run(context)?)),
            Self::Lint(verb) => verb.run(context),
            Self::Squash(verb) => Ok(Box::new(verb.run(context)?)),
            Self::Plan(verb) => boxed(verb.run(context)).await,
            Self::Migrate(verb) => boxed(verb.run(context)).await,
            Self::Rollback(verb) => boxed(verb.run(context)).await,
            Self::Status(verb) => boxed(verb.run(context)).await,
            Self::Diff(verb) => boxed(verb.run(context)).await,
            Self::Verify(verb) => boxed(verb.run(context)).await,
            Self::Introspect(verb) => boxed(verb.run(context)).await,
            Self::Baseline(verb) => boxed(verb.run(context)).await,
            Self::Repair(verb) => boxed(verb.run(context)).await,
            Self::Resolve(verb) => boxed(verb.run(context)).await,
        }
    }
}

/// A verb that runs.
type Running<'f> = Pin<Box<dyn Future<Output = Result<Box<dyn Report>>> + 'f>>;

/// One type for all, which spares the compiler a future that holds every verb's.
fn boxed<'f, R: Report + 'static>(running: impl Future<Output = Result<R>> + 'f) -> Running<'f> {
    Box::pin(async move { Ok(Box::new(running.await?) as Box<dyn Report>) })
}
