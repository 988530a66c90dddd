//! The conformance suite on every engine whose server can be started here.

use std::time::Instant;

use anyhow::{Context, Result};

use super::{Outcome, Part};
use crate::command::{self, cargo, is_ci};
use crate::counts::{self, Counts};
use crate::server::{ENGINES, Engine};

/// Each engine holds to the claims.
pub fn run(counts: &mut Counts) -> Result<Outcome> {
    let parts = ENGINES.iter().map(|engine| {
        println!("--- {}", engine.name);
        let start = Instant::now();
        let outcome = test(engine, counts).unwrap_or_else(|error| Outcome::Failed(format!("{error:#}")));
        Part { name: engine.name, outcome, took: start.elapsed() }
    });
    Ok(Outcome::Parts(parts.collect()))
}

fn test(engine: &Engine, counts: &mut Counts) -> Result<Outcome> {
    let folder = tempfile::tempdir().context("no temporary folder")?;
    let server = match (engine.start)(folder.path()) {
        Ok(server) => server,
        Err(error) if !is_ci() => return Ok(Outcome::Skipped(format!("no server: {error:#}"))),
        Err(error) => return Err(error.context("no server")),
    };
    let (test, before) = (format!("live_{}", engine.name), *counts);
    let mut cargo = cargo(&["test", "-p", "tablewright-tests", "--features", engine.feature, "--test", &test]);
    cargo.env(format!("TABLEWRIGHT_{}_URL", engine.name.to_uppercase()), &server.url);
    counts::run(&mut cargo, counts)?;
    for run in ["a new database", "the same again"] {
        println!("--- the reference application on {}, {run}", engine.name);
        command::run(command::cargo(&["run", "--quiet", "-p", "orthanc", "--", "--database"]).arg(&server.url))?;
    }
    Ok(Outcome::Passed(format!("version {}, {} tests", server.version, counts.passed - before.passed)))
}
