//! Measures sides against each other: all in one process, in turn, batch by batch.
//!
//! Only the ratios of one run mean anything: the machine that is fast now may be slow in a minute, for every side.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use clap::Args;
use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{CellAlignment, Table};
use serde::Serialize;

/// A kind of work.
pub trait Measurable: Copy {
    /// For people.
    fn title(self) -> &'static str;
    /// The most times it is done in a batch. Inserts leave a table behind that should stay about as large as it was.
    fn most(self) -> u64 {
        20_000
    }
}

/// One of the implementations that are compared.
pub trait Side<W> {
    /// What the tables call it.
    fn title(&self) -> &'static str;
    /// Does the work so many times. The time it took, without making the rows before and removing them after.
    fn run(&mut self, work: W, times: u64) -> Result<Duration>;
}

/// How long is measured, and what becomes of it.
#[derive(Debug, Args)]
pub struct Rounds {
    /// How many batches each side does of each kind of work; the median is printed. Of long ones fewer are enough.
    #[arg(long, default_value_t = 51)]
    pub rounds: usize,
    /// How long a batch shall last about, in milliseconds.
    #[arg(long, default_value_t = 10)]
    pub batch: u64,
    /// Where to write every median as JSON.
    #[arg(long)]
    json: Option<PathBuf>,
}

/// One side at one kind of work.
#[derive(Debug, Serialize)]
pub struct Measured {
    place: &'static str,
    work: &'static str,
    side: &'static str,
    /// How many batches there were.
    batches: usize,
    /// How often the work was done in each.
    times: u64,
    /// The median.
    micros: f64,
    /// The fastest batch.
    least: f64,
    /// The median of the ratios to the first side, batch by batch.
    ratio: f64,
    /// The median of the differences from the first side, batch by batch.
    adds: f64,
}

impl Rounds {
    /// Measures the sides at one kind of work. The first is the one that the others are measured against.
    pub fn measure<W: Measurable, S: Side<W> + ?Sized>(
        &self,
        place: &'static str,
        work: W,
        sides: &mut [Box<S>],
    ) -> Result<Vec<Measured>> {
        ensure!(self.rounds > 0, "--rounds has to be at least 1");
        eprintln!("{place}: {} ...", work.title());
        let (times, batches) = sides.first_mut().map_or(Ok((1, 0)), |side| self.times_in(work, side.as_mut()))?;
        for side in sides.iter_mut() {
            side.run(work, times)?;
        }
        let mut micros = vec![Vec::with_capacity(batches); sides.len()];
        for round in 0..batches {
            // Each round starts with another side: whoever comes after a clean-up may find the caches colder.
            for turn in 0..sides.len() {
                let index = (turn + round) % sides.len();
                let elapsed = sides[index].run(work, times)?;
                micros[index].push(elapsed.as_secs_f64() * 1e6 / times as f64);
            }
        }
        let base = micros.first().cloned().unwrap_or_default();
        let measured = sides.iter().zip(micros).map(|(side, own)| {
            let pairs = || own.iter().zip(&base);
            Measured {
                place,
                work: work.title(),
                side: side.title(),
                batches,
                times,
                least: own.iter().copied().fold(f64::INFINITY, f64::min),
                ratio: median(pairs().map(|(own, base)| own / base).collect()),
                adds: median(pairs().map(|(own, base)| own - base).collect()),
                micros: median(own),
            }
        });
        Ok(measured.collect())
    }

    /// Prints the table, and writes the JSON if it is wanted.
    pub fn report(&self, measured: &[Measured]) -> Result<()> {
        println!("{}", table(measured));
        println!("us, least: median and fastest of so many batches, each of so many times the work");
        println!("x, adds: against the first row of the group, median batch by batch");
        if let Some(path) = &self.json {
            let text = serde_json::to_string_pretty(measured).context("cannot serialise the medians")?;
            fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
        }
        Ok(())
    }

    /// How often the work fits into a batch, and how many batches are enough.
    fn times_in<W: Measurable, S: Side<W> + ?Sized>(&self, work: W, side: &mut S) -> Result<(u64, usize)> {
        let batch = Duration::from_millis(self.batch);
        let mut times = 1;
        loop {
            let elapsed = side.run(work, times)?;
            if elapsed >= batch || times >= work.most() {
                // What takes as long as several batches is as steady after fewer of them.
                let is_long = elapsed >= batch * 4;
                return Ok((times, if is_long { self.rounds.div_ceil(3) } else { self.rounds }));
            }
            times *= 2;
        }
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn table(measured: &[Measured]) -> Table {
    let mut table = Table::new();
    table
        .load_style(UTF8_FULL_CONDENSED)
        .set_header(["where", "work", "side", "batches", "us", "least", "x", "adds us"]);
    for row in measured {
        table.add_row([
            row.place.to_owned(),
            row.work.to_owned(),
            row.side.to_owned(),
            format!("{} of {}", row.batches, row.times),
            format!("{:.2}", row.micros),
            format!("{:.2}", row.least),
            format!("{:.2}", row.ratio),
            format!("{:+.2}", row.adds),
        ]);
    }
    for index in 3..8 {
        if let Some(column) = table.column_mut(index) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}
