//! Measures the DAO beside a bare driver and beside SeaORM and Diesel: all in one process, in turn, batch by batch.
//!
//! `cargo run --release --manifest-path benches/peers/Cargo.toml -- --engine postgres --url URL`. Neither of the two has
//! Firebird.

mod diesel_mysql;
mod diesel_postgres;
mod seaorm;

use anyhow::Result;
use tablewright_benches::network::{self, Engine, Seat};

use crate::diesel_mysql::DieselMysql;
use crate::diesel_postgres::DieselPostgres;
use crate::seaorm::SeaOrm;

fn main() -> Result<()> {
    network::run("cargo run --release --manifest-path benches/peers/Cargo.toml --", &|engine, url, house| {
        Ok(match engine {
            Engine::Postgres => vec![
                Seat::boxed(SeaOrm::open(url, house)?, house),
                Seat::boxed(DieselPostgres::open(url, house)?, house),
            ],
            Engine::Mysql | Engine::Mariadb => {
                // Neither knows the scheme of a MariaDB.
                let url = url.replacen("mariadb:", "mysql:", 1);
                vec![
                    Seat::boxed(SeaOrm::open(&url, house)?, house),
                    Seat::boxed(DieselMysql::open(&url, house)?, house),
                ]
            }
            Engine::Firebird => Vec::new(),
        })
    })
}

/// Rows of one INSERT of a peer: neither cuts a list to what a server takes.
const PORTION: usize = 1_000;
