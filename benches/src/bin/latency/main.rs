//! Measures what the DAO adds to SQLite: all sides in one process, in turn, batch by batch.
//!
//! `cargo run --release -p tablewright-benches --bin latency`. Only the ratios of one run mean anything.

use anyhow::Result;
use clap::Parser;
use tablewright_benches::rounds::Rounds;
use tablewright_benches::sides::Sides;
use tablewright_benches::work::{Store, Work};

/// Latencies of bare rusqlite and of the DAO, in one run, interleaved.
#[derive(Debug, Parser)]
struct Arguments {
    #[command(flatten)]
    rounds: Rounds,
}

fn main() -> Result<()> {
    let Arguments { rounds } = Arguments::parse();
    let mut measured = Vec::new();
    for store in Store::ALL {
        let mut opened = Sides::open(store)?;
        for work in Work::ALL {
            opened.settle()?;
            measured.extend(rounds.measure(store.title(), work, &mut opened.sides)?);
        }
    }
    rounds.report(&measured)?;
    let again = "cargo run --release -p tablewright-benches --bin latency --";
    println!("Again: {again} --rounds {} --batch {}", rounds.rounds, rounds.batch);
    Ok(())
}
