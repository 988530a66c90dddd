//! The conformance suite on every engine whose server can be started here, and what stands in for those that have none.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use super::{Outcome, Part, suite};
use crate::command::{self, cargo, is_ci};
use crate::counts::{self, Counts};
use crate::server::{ENGINES, Engine, Server, Stand, certificate};

/// Each engine holds to the claims. As many are tried at once as there are processors, for they often wait.
pub fn run(counts: &mut Counts) -> Result<Outcome> {
    let binaries = ["test", "--workspace", "--no-run", "--features", &suite::features_of_servers()];
    command::run(&mut cargo(&binaries))?;
    let waiting = Mutex::new(ENGINES.iter());
    let work = || {
        let mut parts = Vec::new();
        while let Some(engine) = next(&waiting) {
            parts.push(test(engine));
        }
        parts
    };
    let mut parts: Vec<Part> = thread::scope(|scope| {
        let workers: Vec<_> =
            (0..thread::available_parallelism().map_or(1, usize::from)).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a panic was printed")).collect()
    });
    parts.sort_by_key(|part| ENGINES.iter().position(|engine| engine.name == part.name));
    parts.iter().for_each(|part| counts.join(&part.counts));
    Ok(Outcome::Parts(parts))
}

/// The next engine. Nobody waits for one while another is tried.
fn next(waiting: &Mutex<impl Iterator<Item = &'static Engine>>) -> Option<&'static Engine> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).next()
}

/// The test that kills the server of the URL it is given.
const CRASH: &str = "live_crash";

fn test(engine: &'static Engine) -> Part {
    println!("--- {}", engine.name);
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
    run_tests(engine, None, counts)?;
    Ok(Outcome::Passed(format!("{} tests", counts.passed)))
}

fn on_server(
    engine: &Engine,
    start: fn(&Path) -> Result<Server>,
    counts: &mut Counts,
    version: &mut String,
) -> Result<Outcome> {
    let folder = tempfile::tempdir().context("no temporary folder")?;
    let server = match start_alone(start, folder.path()) {
        Ok(server) => server,
        Err(error) if !is_ci() => return Ok(Outcome::Skipped(format!("no server: {error:#}"))),
        Err(error) => return Err(error.context("no server")),
    };
    server.version.clone_into(version);
    run_tests(engine, Some(&server), counts)?;
    if server.certificates.is_some() {
        run_test(engine, Some(&server), ("live_tls", &[short(engine).to_owned()]), counts)?;
    }
    for run in ["a new database", "the same again"] {
        println!("--- the reference application on {}, {run}", engine.name);
        command::run(cargo(&["run", "--quiet", "-p", "orthanc", "--", "--database"]).arg(&server.url))?;
    }
    // It comes last, for the server is gone afterwards.
    run_test(engine, Some(&server), (CRASH, &[]), counts)?;
    Ok(Outcome::Passed(format!("version {version}, {} tests", counts.passed)))
}

/// Starts a server while no other is being started: two that are missing cannot be installed at once.
fn start_alone(start: fn(&Path) -> Result<Server>, folder: &Path) -> Result<Server> {
    static ALONE: Mutex<()> = Mutex::new(());
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    start(folder)
}

/// What its tests call it.
fn short(engine: &Engine) -> &'static str {
    engine.test.trim_start_matches("live_")
}

/// The engine's own tests, what its catalog says after random changes, whether it tells drift, and what went wrong for users of
/// other tools.
fn run_tests(engine: &Engine, server: Option<&Server>, counts: &mut Counts) -> Result<()> {
    if matches!(engine.stand, Stand::In(_)) {
        // A server that is part of the test makes certificates for itself.
        certificate::have_openssl()?;
        return run_test(engine, server, (engine.test, &[]), counts);
    }
    run_test(engine, server, (engine.test, &[]), counts)?;
    let short = short(engine);
    for test in ["live_plan", "live_drift", "live_names", "live_migrate", "live_killed", "live_orthanc"] {
        run_test(engine, server, (test, &[format!("{short}_")]), counts)?;
    }
    run_test(engine, server, ("disasters", &[format!("::{short}")]), counts)?;
    if server.is_some() {
        run_test(engine, server, ("live_manager", &[]), counts)?;
        run_test(engine, server, ("cli", &["--exact".to_owned(), format!("live::{short}")]), counts)?;
    }
    Ok(())
}

/// Runs tests. A filter that finds nothing proves nothing.
fn run_test(
    engine: &Engine,
    server: Option<&Server>,
    (test, filter): (&str, &[String]),
    counts: &mut Counts,
) -> Result<()> {
    let features = suite::features_of_servers();
    let mut cargo = cargo(&["test", "--quiet", "--workspace", "--features", &features, "--test", test]);
    // What a test leaves out it prints.
    cargo.args(["--", "--show-output"]).args(filter);
    if let Some(server) = server {
        let variable = if test == CRASH { "TABLEWRIGHT_CRASH_URL".to_owned() } else { engine.variable() };
        cargo.env(variable, &server.url);
        cargo.envs(server.certificates.iter().map(|folder| (certificate::VARIABLE, folder)));
    }
    let before = counts.passed;
    counts::run(&mut cargo, Some(engine.name), counts)?;
    ensure!(counts.passed > before, "no test of {test} ran for {}", engine.name);
    Ok(())
}
