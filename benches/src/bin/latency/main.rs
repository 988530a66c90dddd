//! Measures what the DAO adds to SQLite: all sides in one process, in turn, batch by batch.
//!
//! `cargo run --release -p tablewright-benches --bin latency`. Only the ratios of one run mean anything.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use clap::Parser;
use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{CellAlignment, Table};
use serde::Serialize;
use tablewright_benches::sides::Sides;
use tablewright_benches::work::{Side, Store, Work};

/// Latencies of bare rusqlite and of the DAO, in one run, interleaved.
#[derive(Debug, Parser)]
struct Arguments {
    /// How many batches each side does of each kind of work; the median is printed.
    #[arg(long, default_value_t = 51)]
    rounds: usize,
    /// How long a batch shall last about, in milliseconds.
    #[arg(long, default_value_t = 10)]
    batch: u64,
    /// Where to write every median as JSON.
    #[arg(long)]
    json: Option<PathBuf>,
}

/// The median of one side at one kind of work.
#[derive(Debug, Serialize)]
struct Measured {
    store: &'static str,
    work: &'static str,
    side: &'static str,
    micros: f64,
    /// The median of the ratios to the first side, batch by batch.
    ratio: f64,
    /// The median of the differences from the first side, batch by batch.
    adds: f64,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    ensure!(arguments.rounds > 0, "--rounds has to be at least 1");
    let mut measured = Vec::new();
    for store in Store::ALL {
        let mut opened = Sides::open(store)?;
        for work in Work::ALL {
            eprintln!("{}: {} ...", store.title(), work.title());
            opened.settle()?;
            measured.extend(measure(store, work, &mut opened.sides, &arguments)?);
        }
    }
    println!("{}", table(&measured));
    println!(
        "us: median of {} batches; x, adds: against the first row of the group, median batch by batch",
        arguments.rounds
    );
    let again = "cargo run --release -p tablewright-benches --bin latency --";
    println!("Again: {again} --rounds {} --batch {}", arguments.rounds, arguments.batch);
    if let Some(path) = &arguments.json {
        let text = serde_json::to_string_pretty(&measured).context("cannot serialise the medians")?;
        fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn measure(store: Store, work: Work, sides: &mut [Box<dyn Side>], arguments: &Arguments) -> Result<Vec<Measured>> {
    let times = sides.first_mut().map_or(Ok(1), |side| times_in(work, side.as_mut(), arguments.batch))?;
    for side in sides.iter_mut() {
        side.run(work, times)?;
    }
    let mut micros = vec![Vec::with_capacity(arguments.rounds); sides.len()];
    for round in 0..arguments.rounds {
        // Each round starts with another side: whoever comes after a clean-up may find the caches colder.
        for turn in 0..sides.len() {
            let index = (turn + round) % sides.len();
            let elapsed = sides[index].run(work, times)?;
            micros[index].push(elapsed.as_secs_f64() * 1e6 / times as f64);
        }
    }
    let base = micros[0].clone();
    let mut measured = Vec::new();
    for (side, own) in sides.iter().zip(micros) {
        let pairs = || own.iter().zip(&base);
        measured.push(Measured {
            store: store.title(),
            work: work.title(),
            side: side.title(),
            ratio: median(pairs().map(|(own, base)| own / base).collect()),
            adds: median(pairs().map(|(own, base)| own - base).collect()),
            micros: median(own),
        });
    }
    Ok(measured)
}

/// How often the work fits into a batch.
fn times_in(work: Work, side: &mut dyn Side, milliseconds: u64) -> Result<u64> {
    let batch = Duration::from_millis(milliseconds);
    let mut times = 1;
    loop {
        let elapsed = side.run(work, times)?;
        // Inserts leave a table behind that should stay about as large as it was.
        if elapsed >= batch || times >= 20_000 {
            return Ok(times);
        }
        times *= 2;
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn table(measured: &[Measured]) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED).set_header(["store", "work", "side", "us", "x", "adds us"]);
    for row in measured {
        table.add_row([
            row.store.to_owned(),
            row.work.to_owned(),
            row.side.to_owned(),
            format!("{:.2}", row.micros),
            format!("{:.2}", row.ratio),
            format!("{:+.2}", row.adds),
        ]);
    }
    for index in 3..6 {
        if let Some(column) = table.column_mut(index) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}
