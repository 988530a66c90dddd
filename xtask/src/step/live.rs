//! The conformance suite on every engine whose server can be started here, and what stands in for those that have none.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};

use super::{Outcome, Part};
use crate::command::{self, cargo, is_ci};
use crate::counts::{self, Counts};
use crate::server::{ENGINES, Engine, Server, Stand, certificate};

/// Each engine holds to the claims.
pub fn run(counts: &mut Counts) -> Result<Outcome> {
    let parts = ENGINES.iter().map(|engine| {
        println!("--- {}", engine.name);
        let part = test(engine);
        counts.join(&part.counts);
        part
    });
    Ok(Outcome::Parts(parts.collect()))
}

fn test(engine: &Engine) -> Part {
    let (start, mut counts, mut version) = (Instant::now(), Counts::default(), String::new());
    let stands_on = match engine.stand {
        Stand::In(what) => Some(what),
        Stand::Server { note, .. } => note,
        Stand::Inside => None,
    };
    let outcome = match engine.stand {
        Stand::In(_) if !engine.has_test() => Ok(Outcome::Skipped(format!("no test `{}` yet", engine.test))),
        Stand::In(_) | Stand::Inside => on_nothing(engine, &mut counts),
        Stand::Server { start, .. } => on_server(engine, start, &mut counts, &mut version),
    };
    let outcome = outcome.unwrap_or_else(|error| Outcome::Failed(format!("{error:#}")));
    let version = counts.version.clone().unwrap_or(version);
    Part { name: engine.name, outcome, took: start.elapsed(), version, counts, stands_on }
}

/// An engine that needs no server, or whose server is part of the test.
fn on_nothing(engine: &Engine, counts: &mut Counts) -> Result<Outcome> {
    run_test(engine, None, counts)?;
    Ok(Outcome::Passed(format!("{} tests", counts.passed)))
}

fn on_server(
    engine: &Engine,
    start: fn(&Path) -> Result<Server>,
    counts: &mut Counts,
    version: &mut String,
) -> Result<Outcome> {
    let folder = tempfile::tempdir().context("no temporary folder")?;
    let server = match start(folder.path()) {
        Ok(server) => server,
        Err(error) if !is_ci() => return Ok(Outcome::Skipped(format!("no server: {error:#}"))),
        Err(error) => return Err(error.context("no server")),
    };
    server.version.clone_into(version);
    run_test(engine, Some(&server), counts)?;
    if let Some(certificates) = &server.certificates {
        run_tls_test(engine, &server, certificates, counts)?;
    }
    for run in ["a new database", "the same again"] {
        println!("--- the reference application on {}, {run}", engine.name);
        command::run(cargo(&["run", "--quiet", "-p", "orthanc", "--", "--database"]).arg(&server.url))?;
    }
    Ok(Outcome::Passed(format!("version {version}, {} tests", counts.passed)))
}

fn run_test(engine: &Engine, server: Option<&Server>, counts: &mut Counts) -> Result<()> {
    let mut cargo = cargo(&["test", "-p", "tablewright-tests", "--test", engine.test]);
    if let Some(feature) = engine.feature {
        cargo.args(["--features", feature]);
    }
    // What a test leaves out it prints.
    cargo.args(["--", "--show-output"]);
    if let Some(server) = server {
        cargo.env(engine.variable(), &server.url);
    }
    counts::run(&mut cargo, counts)
}

/// The same server behind certificates.
fn run_tls_test(engine: &Engine, server: &Server, certificates: &Path, counts: &mut Counts) -> Result<()> {
    let mut cargo = cargo(&["test", "-p", "tablewright-tests", "--test", "live_tls", "--features", "tls"]);
    cargo.args(["--", "--show-output"]).arg(engine.name);
    counts::run(cargo.env(engine.variable(), &server.url).env(certificate::VARIABLE, certificates), counts)
}
