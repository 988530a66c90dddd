//! The steps of `cargo xtask test`, in order: what is quick comes first, the tests' summaries come last.

mod examples;
mod live;
mod style;
mod suite;

use std::time::Duration;

use anyhow::{Result, bail};

use crate::counts::Counts;
use crate::judge;

/// One thing that has to hold.
pub struct Step {
    /// Its name for `--only` and the table.
    pub name: &'static str,
    /// What it does.
    pub about: &'static str,
    /// Does it; an error is a failure.
    pub run: fn(&mut Counts) -> Result<Outcome>,
}

/// How a step went.
pub enum Outcome {
    /// It holds; with a note.
    Passed(String),
    /// It could not be tried here, and nobody insists.
    Skipped(String),
    /// It does not hold.
    Failed(String),
    /// Each engine for itself.
    Parts(Vec<Part>),
}

/// One of the engines that a step tries.
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// How it went.
    pub outcome: Outcome,
    /// How long it took.
    pub took: Duration,
    /// The version that was tried; empty if none was.
    pub version: String,
    /// Its tests.
    pub counts: Counts,
    /// What was tried in place of a server as its vendor ships it.
    pub stands_on: Option<&'static str>,
}

impl Outcome {
    /// The word for it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Passed(_) => "passed",
            Self::Skipped(_) => "skipped",
            Self::Failed(_) => "FAILED",
            Self::Parts(_) => "done",
        }
    }
}

static ALL: [Step; 8] = [
    Step { name: "format", about: "cargo fmt --check", run: style::format },
    Step { name: "clippy", about: "no warning from the compiler or clippy", run: style::clippy },
    Step {
        name: "judges",
        about: "SQL Server's and Oracle's statements before a parser that is not ours",
        run: judge::run,
    },
    Step { name: "quickstart", about: "the smallest example runs", run: examples::quickstart },
    Step { name: "orthanc", about: "the reference application runs twice on one database", run: examples::orthanc },
    Step { name: "ddl", about: "the reference application prints its DDL in each dialect", run: examples::ddl },
    Step {
        name: "tests",
        about: "cargo test: unit, message, golden, conformance, command and documentation tests",
        run: suite::run,
    },
    Step { name: "live", about: "the conformance suite on every server that can be started here", run: live::run },
];

/// The steps of these names, or all.
///
/// # Errors
/// If there is no step of a name.
pub fn selected(names: &[String]) -> Result<Vec<&'static Step>> {
    if let Some(unknown) = names.iter().find(|name| !ALL.iter().any(|step| step.name == **name)) {
        let known: Vec<&str> = ALL.iter().map(|step| step.name).collect();
        bail!("no step `{unknown}`, expected one of {}", known.join(", "));
    }
    Ok(ALL.iter().filter(|step| names.is_empty() || names.iter().any(|name| name == step.name)).collect())
}
