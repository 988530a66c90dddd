//! Measures what the DAO adds to a driver of the network: bare driver and DAO in one process, in turn, batch by batch.
//!
//! `cargo run --release -p tablewright-benches --features network --bin network -- --engine postgres --url URL`. The peers
//! are in a package of their own, `benches/peers`.

use anyhow::Result;
use tablewright_benches::network;

fn main() -> Result<()> {
    network::run("cargo run --release -p tablewright-benches --features network --bin network --", &|_, _, _| {
        Ok(Vec::new())
    })
}
