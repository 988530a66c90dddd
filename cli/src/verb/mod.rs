//! The verbs, a file for each: its arguments, what it does, and what it reports.

mod baseline;
mod ddl;
mod diff;
mod lint;
mod migrate;
mod new;
mod repair;
mod resolve;
mod rollback;
mod squash;
mod status;
mod verify;

use std::pin::Pin;

use clap::Subcommand;

use crate::failure::Result;
use crate::home::Home;
use crate::report::Report;
use crate::screen::Screen;

/// What to do.
#[derive(Debug, Clone, Subcommand)]
pub enum Verb {
    /// Writes a migration from what changed in the structs
    New(new::New),
    /// Runs the migrations that are pending
    Migrate(migrate::Migrate),
    /// Takes back what was applied after a version
    Rollback(rollback::Rollback),
    /// Shows how each migration stands in a database
    Status(status::Status),
    /// Compares a database with the tables that should be there
    Verify(verify::Verify),
    /// Prints the statements that create the tables
    Ddl(ddl::Ddl),
    /// Shows what differs between the structs and the last migration, or two snapshots
    Diff(diff::Diff),
    /// Shows what will hurt in the migrations, and in the tables
    Lint(lint::Lint),
    /// Adopts a database that has the tables already: nothing runs
    Baseline(baseline::Baseline),
    /// Takes the file of a migration as it was edited
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

impl Verb {
    /// Its word.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::New(_) => "new",
            Self::Migrate(_) => "migrate",
            Self::Rollback(_) => "rollback",
            Self::Status(_) => "status",
            Self::Verify(_) => "verify",
            Self::Ddl(_) => "ddl",
            Self::Diff(_) => "diff",
            Self::Lint(_) => "lint",
            Self::Baseline(_) => "baseline",
            Self::Repair(_) => "repair",
            Self::Resolve(_) => "resolve",
            Self::Squash(_) => "squash",
        }
    }

    /// Does it.
    pub async fn run(&self, context: &mut Context<'_>) -> Result<Box<dyn Report>> {
        match self {
            Self::New(verb) => Ok(Box::new(verb.run(context)?)),
            Self::Ddl(verb) => Ok(Box::new(verb.run(context)?)),
            Self::Diff(verb) => Ok(Box::new(verb.run(context)?)),
            Self::Lint(verb) => Ok(Box::new(verb.run(context)?)),
            Self::Repair(verb) => Ok(Box::new(verb.run(context)?)),
            Self::Squash(verb) => Ok(Box::new(verb.run(context)?)),
            Self::Migrate(verb) => boxed(verb.run(context)).await,
            Self::Rollback(verb) => boxed(verb.run(context)).await,
            Self::Status(verb) => boxed(verb.run(context)).await,
            Self::Verify(verb) => boxed(verb.run(context)).await,
            Self::Baseline(verb) => boxed(verb.run(context)).await,
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
