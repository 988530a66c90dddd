//! All tests of the workspace.

use std::collections::BTreeSet;

use anyhow::Result;

use super::Outcome;
use crate::command::cargo;
use crate::counts::{self, Counts};
use crate::server::ENGINES;

/// Every test passes; one that fails does not hide the others.
pub fn run(counts: &mut Counts) -> Result<Outcome> {
    // The drivers' own tests too; those that need a server are another step's.
    counts::run(&mut cargo(&["test", "--workspace", "--no-fail-fast", "--features", &features()]), None, counts)?;
    Ok(Outcome::Passed(format!("{} tests in {} groups", counts.passed, counts.groups)))
}

/// All drivers, as Cargo wants them.
fn features() -> String {
    let drivers: BTreeSet<&str> = ENGINES.iter().filter_map(|engine| engine.feature).collect();
    drivers.into_iter().chain(["tls"]).map(|feature| format!("tablewright/{feature}")).collect::<Vec<_>>().join(",")
}

/// The same and the tests that need a server: one build serves all engines.
pub fn features_of_servers() -> String {
    let drivers: BTreeSet<&str> = ENGINES.iter().filter_map(|engine| engine.feature).collect();
    let tests = drivers.into_iter().chain(["crash", "tls"]).map(|feature| format!("tablewright-tests/{feature}"));
    [features(), "tablewright-cli/live".to_owned()].into_iter().chain(tests).collect::<Vec<_>>().join(",")
}
