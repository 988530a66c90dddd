//! What the benchmarks of SQLite share: the table, the work, and the sides that do it.
//!
//! Two programs and one criterion bench, each run by hand; no test of the project asserts a time.
//!
//! ```text
//! cargo run --release -p tablewright-benches --bin builds    what a schema costs while it compiles, beside the peers
//! cargo run --release -p tablewright-benches --bin latency   what the DAO adds to rusqlite, sides interleaved
//! cargo bench -p tablewright-benches --bench sqlite          the same work with criterion's history
//! ```

pub mod bare;
pub mod dao;
#[cfg(feature = "network")]
pub mod network;
pub mod patient;
pub mod rounds;
pub mod sides;
pub mod times;
pub mod work;
