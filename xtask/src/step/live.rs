//! The conformance suite on every engine whose server can be started here, and what stands in for those that have none.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

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

/// The test that kills the server of the URL it is given.
const CRASH: &str = "live_crash";

fn test(engine: &Engine) -> Part {
    let (start, mut counts, mut version) = (Instant::now(), Counts::default(), String::new());
    let stands_on = match engine.stand {
        Stand::In(what) => Some(what),
        Stand::Server { note, .. } => note,
        Stand::Inside => None,
    };
    let outcome = match engine.stand {
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
    if server.certificates.is_some() {
        run_tls_test(engine, &server, counts)?;
    }
    for run in ["a new database", "the same again"] {
        println!("--- the reference application on {}, {run}", engine.name);
        command::run(cargo(&["run", "--quiet", "-p", "orthanc", "--", "--database"]).arg(&server.url))?;
    }
    run_crash_test(engine, &server, counts)?;
    Ok(Outcome::Passed(format!("version {version}, {} tests", counts.passed)))
}

/// The same server killed. It comes last, for the server is gone afterwards.
fn run_crash_test(engine: &Engine, server: &Server, counts: &mut Counts) -> Result<()> {
    let features: Vec<&str> = engine.feature.into_iter().chain(["crash"]).collect();
    run_cargo(engine, Some(server), (CRASH, &features, &[]), counts)
}

/// The engine's own tests, what its catalog says after random changes, whether it tells drift, and what went wrong for users of
/// other tools.
fn run_test(engine: &Engine, server: Option<&Server>, counts: &mut Counts) -> Result<()> {
    let mut features: Vec<&str> = engine.feature.into_iter().collect();
    if matches!(engine.stand, Stand::In(_)) {
        // A server that is part of the test makes certificates for itself.
        certificate::have_openssl()?;
        features.push("tls");
    }
    run_cargo(engine, server, (engine.test, &features, &[]), counts)?;
    let Some(short) = engine.test.strip_prefix("live_") else { return Ok(()) };
    for (test, claim) in [
        ("live_plan", "changes"),
        ("live_plan", "converts"),
        ("live_plan", "executes_plans"),
        ("live_plan", "keeps"),
        ("live_drift", "drift"),
        ("live_migrate", "migrates"),
    ] {
        let filter = ["--exact".to_owned(), format!("{short}_{claim}")];
        run_cargo(engine, server, (test, &features, &filter), counts)?;
    }
    run_cargo(engine, server, ("disasters", &features, &[format!("::{short}")]), counts)?;
    if let Some(server) = server {
        let mut cargo =
            cargo(&["test", "-p", "tablewright-cli", "--features", "live", "--test", "cli", "--", "--exact"]);
        cargo.arg(format!("live::{short}")).env(engine.variable(), &server.url);
        ran(engine, "the command's test", &mut cargo, counts)?;
    }
    Ok(())
}

/// The same server behind certificates.
fn run_tls_test(engine: &Engine, server: &Server, counts: &mut Counts) -> Result<()> {
    let short = engine.test.trim_start_matches("live_").to_owned();
    run_cargo(engine, Some(server), ("live_tls", &["tls"], &[short]), counts)
}

fn run_cargo(
    engine: &Engine,
    server: Option<&Server>,
    (test, features, filter): (&str, &[&str], &[String]),
    counts: &mut Counts,
) -> Result<()> {
    let mut cargo = cargo(&["test", "-p", "tablewright-tests", "--test", test, "--features", &features.join(",")]);
    // What a test leaves out it prints.
    cargo.args(["--", "--show-output"]).args(filter);
    if let Some(server) = server {
        let variable = if test == CRASH { "TABLEWRIGHT_CRASH_URL".to_owned() } else { engine.variable() };
        cargo.env(variable, &server.url);
        cargo.envs(server.certificates.iter().map(|folder| (certificate::VARIABLE, folder)));
    }
    ran(engine, test, &mut cargo, counts)
}

/// Runs tests. A filter that finds nothing proves nothing.
fn ran(engine: &Engine, test: &str, cargo: &mut Command, counts: &mut Counts) -> Result<()> {
    let before = counts.passed;
    counts::run(cargo, counts)?;
    ensure!(counts.passed > before, "no test of {test} ran for {}", engine.name);
    Ok(())
}
