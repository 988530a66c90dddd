//! `cargo xtask property`: random changes of schemas on each engine, more of them than the tests take, and a table of how they went.

use std::io::{BufRead, BufReader, IsTerminal, Write};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use clap::Args;
use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{Cell, CellAlignment, Color, Table};

use crate::command::{self, cargo};
use crate::server::{ENGINES, Engine, Server, Stand};

/// Which cases, and where.
#[derive(Args)]
pub struct Cases {
    /// Only these engines, of sqlite, firebird4, firebird5, mariadb, mysql, postgres; a server that TABLEWRIGHT_<ENGINE>_URL
    /// names is used, otherwise one is started
    #[arg(long = "engine", value_name = "ENGINE")]
    engines: Vec<String>,
    /// How many on each
    #[arg(long, default_value_t = 200)]
    cases: u64,
    /// The first one's seed
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// How the cases went on an engine.
#[derive(Default)]
struct Row {
    engine: &'static str,
    version: String,
    /// Cases, those there and back, those there, those that were predicted to be refused, those that failed.
    numbers: [u64; 5],
    seeds: Vec<String>,
    took: Duration,
    /// Why there is nothing to tell.
    why: Option<String>,
}

/// Runs them. Whether all of them held.
///
/// # Errors
/// If an engine is unknown.
pub fn run(cases: &Cases) -> Result<bool> {
    let mut rows = Vec::new();
    for engine in selected(&cases.engines)? {
        println!("--- {}", engine.name);
        let start = Instant::now();
        let mut row = Row { engine: engine.name, ..Row::default() };
        if let Err(error) = on_engine(engine, cases, &mut row) {
            row.why = Some(format!("{error:#}"));
        }
        row.took = start.elapsed();
        rows.push(row);
    }
    println!("{}", table(&rows));
    Ok(rows.iter().all(|row| row.why.is_none()))
}

/// The engines of these names that run somewhere, or all of them.
fn selected(names: &[String]) -> Result<Vec<&'static Engine>> {
    let short = |engine: &Engine| engine.name.replace(' ', "");
    let all: Vec<&Engine> = ENGINES.iter().filter(|engine| !matches!(engine.stand, Stand::In(_))).collect();
    if let Some(unknown) = names.iter().find(|name| !all.iter().any(|engine| short(engine) == **name)) {
        let known: Vec<String> = all.iter().map(|engine| short(engine)).collect();
        bail!("no server for `{unknown}`, expected one of {}", known.join(", "));
    }
    Ok(all.into_iter().filter(|engine| names.is_empty() || names.contains(&short(engine))).collect())
}

fn on_engine(engine: &Engine, cases: &Cases, row: &mut Row) -> Result<()> {
    let folder = tempfile::tempdir().context("no temporary folder")?;
    let variable = engine.variable();
    let server: Option<Server> = match engine.stand {
        Stand::Server { start, .. } if std::env::var_os(&variable).is_none() => {
            Some(start(folder.path()).context("no server")?)
        }
        Stand::Server { .. } | Stand::Inside | Stand::In(_) => None,
    };
    let short = engine.test.trim_start_matches("live_");
    let mut cargo = cargo(&["test", "--quiet", "-p", "tablewright-tests", "--test", "live_plan"]);
    if let Some(feature) = engine.feature {
        cargo.args(["--features", feature]);
    }
    cargo.args(["--", "--exact", &format!("{short}_changes"), "--nocapture"]);
    cargo.env("TABLEWRIGHT_CASES", cases.cases.to_string()).env("TABLEWRIGHT_SEED", cases.seed.to_string());
    if let Some(server) = &server {
        cargo.env(variable, &server.url);
        server.version.clone_into(&mut row.version);
    }
    command::announce(&cargo);
    let mut child = cargo.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context("cannot start cargo")?;
    let output = child.stdout.take().context("cargo has no output")?;
    for line in BufReader::new(output).split(b'\n') {
        let line = line.context("cannot read cargo's output")?;
        row.read(String::from_utf8_lossy(&line).trim());
    }
    let status = child.wait().context("cannot wait for cargo")?;
    println!();
    if !status.success() {
        bail!("cargo test ended with {status}");
    }
    // A test that is not there proves nothing.
    if row.numbers[0] == 0 {
        bail!("no case was tried");
    }
    Ok(())
}

impl Row {
    /// Takes what a line of the test tells.
    fn read(&mut self, line: &str) {
        if let Some(progress) = line.strip_prefix("progress: ") {
            // One line that changes, for whoever watches.
            let end = if std::io::stdout().is_terminal() { "\r" } else { "\n" };
            print!("{progress}{end}");
            std::io::stdout().flush().ok();
        } else if let Some(numbers) = line.strip_prefix("result: ") {
            let found = numbers.split(", ").filter_map(|part| part.split(' ').next()?.parse().ok());
            self.numbers.iter_mut().zip(found).for_each(|(number, found)| *number = found);
        } else if let Some(version) = line.strip_prefix("version: ") {
            version.clone_into(&mut self.version);
        } else if let Some(seed) = line.strip_prefix("seed ").and_then(|line| line.strip_suffix(" failed")) {
            self.seeds.push(seed.to_owned());
        } else if !line.is_empty() {
            println!("{line}");
        }
    }
}

fn table(rows: &[Row]) -> Table {
    let mut table = Table::new();
    let header =
        ["engine", "version", "cases", "there and back", "there only", "refused, predicted", "failed", "time", "seeds"];
    table.load_style(UTF8_FULL_CONDENSED).set_header(header);
    for row in rows {
        let colour = if row.why.is_some() { Color::Red } else { Color::Reset };
        let number = |number: u64| Cell::new(number).set_alignment(CellAlignment::Right);
        let mut cells = vec![Cell::new(row.engine).fg(colour), Cell::new(&row.version)];
        cells.extend(row.numbers.map(number));
        let seeds = match &row.why {
            Some(why) if row.seeds.is_empty() => why.clone(),
            Some(_) | None => row.seeds.join(", "),
        };
        cells.extend([Cell::new(format!("{} s", row.took.as_secs())), Cell::new(seeds)]);
        table.add_row(cells);
    }
    table
}
