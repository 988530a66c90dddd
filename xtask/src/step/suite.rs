//! All tests of the workspace.

use std::collections::BTreeSet;

use anyhow::Result;

use super::Outcome;
use crate::command::cargo;
use crate::counts::{self, Counts};
use crate::server::ENGINES;

/// Every test passes; one that fails does not hide the others.
pub fn run(counts: &mut Counts) -> Result<Outcome> {
    // The drivers' own tests too; those that need a server are another step's, and so are the command's.
    let features: BTreeSet<&str> = ENGINES.iter().filter_map(|engine| engine.feature).collect();
    let features: Vec<String> = features.into_iter().map(|feature| format!("tablewright/{feature}")).collect();
    let arguments =
        ["test", "--workspace", "--exclude", "tablewright-cli", "--no-fail-fast", "--features", &features.join(",")];
    counts::run(&mut cargo(&arguments), counts)?;
    Ok(Outcome::Passed(format!("{} tests in {} groups", counts.passed, counts.groups)))
}
