//! The engines on the network: bare drivers, the DAO, and whoever else is to be compared, over one table of a server.
//!
//! Reading is done in a table of [`FILLED`] rows, writing into an empty one that is emptied after each batch.

mod bare_firebird;
mod bare_mysql;
mod bare_postgres;
mod client;
mod dao;
mod house;

use std::rc::Rc;

use anyhow::{Context, Result, ensure};
use clap::{Parser, ValueEnum};

pub use self::client::{Client, Each, Seat};
pub use self::house::House;
use crate::patient::{ROWS, key, patient};
use crate::rounds::{Measurable, Rounds, Side};

/// The rows of a full table.
pub const FILLED: u64 = 100_000;

/// One kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// One row by its primary key.
    Find,
    /// [`ROWS`] rows by a condition, as a list.
    List,
    /// [`FILLED`] rows, one after another, none of them kept.
    Stream,
    /// One new row, committed.
    Insert,
    /// [`ROWS`] new rows in one call, all or none.
    InsertMany,
}

/// A database server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// PostgreSQL.
    Postgres,
    /// MySQL.
    Mysql,
    /// MariaDB.
    Mariadb,
    /// Firebird.
    Firebird,
}

/// The DAO, bare drivers and peers on a server, in one run, interleaved.
#[derive(Debug, Parser)]
struct Arguments {
    /// Which server it is.
    #[arg(long, value_enum)]
    engine: Engine,
    /// A database on it, whose table `patients` is thrown away.
    #[arg(long)]
    url: String,
    /// Which sides, by a part of their names; the bare driver is always there.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    #[command(flatten)]
    rounds: Rounds,
}

/// A side, already open.
pub type Opened = Box<dyn Seated>;
/// Opens the sides that this crate does not know.
pub type Peers<'a> = &'a dyn Fn(Engine, &str, &Rc<House>) -> Result<Vec<Opened>>;

/// A side that can be asked whether it answers as the others do.
pub trait Seated: Side<Task> {
    /// Makes sure that it finds, lists and streams what is in the full table.
    fn check(&mut self) -> Result<()>;
}

/// Reads the arguments, measures, prints; what both programs do.
pub fn run(again: &str, peers: Peers<'_>) -> Result<()> {
    let Arguments { engine, url, only, rounds } = Arguments::parse();
    let house = Rc::new(House::open(engine, &url)?);
    house.fill(FILLED)?;
    let mut sides = vec![bare(engine, &url, &house)?, Seat::boxed(dao::DaoClient::open(&url, &house)?, &house)];
    sides.extend(peers(engine, &url, &house)?);
    let is_wanted = |title: &str| only.is_empty() || only.iter().any(|part| title.contains(part.as_str()));
    let mut position = 0;
    sides.retain(|side| {
        position += 1;
        position == 1 || is_wanted(side.title())
    });
    let mut measured = Vec::new();
    for side in &mut sides {
        side.check().with_context(|| side.title().to_owned())?;
    }
    for task in [Task::Find, Task::List, Task::Stream] {
        measured.extend(rounds.measure(engine.title(), task, &mut sides)?);
    }
    house.empty()?;
    for task in [Task::Insert, Task::InsertMany] {
        measured.extend(rounds.measure(engine.title(), task, &mut sides)?);
    }
    rounds.report(&measured)?;
    println!("Server: {}", house.version()?);
    println!("Again: {again} --engine {} --url .. --rounds {} --batch {}", engine.name(), rounds.rounds, rounds.batch);
    Ok(())
}

fn bare(engine: Engine, url: &str, house: &Rc<House>) -> Result<Opened> {
    Ok(match engine {
        Engine::Postgres => Seat::boxed(bare_postgres::BarePostgres::open(url, house)?, house),
        Engine::Mysql | Engine::Mariadb => Seat::boxed(bare_mysql::BareMysql::open(url, house)?, house),
        Engine::Firebird => Seat::boxed(bare_firebird::BareFirebird::open(url)?, house),
    })
}

impl<C: Client> Seated for Seat<C> {
    fn check(&mut self) -> Result<()> {
        let expected: Vec<_> = (0..ROWS).map(|number| client::cut(patient(number))).collect();
        let mut listed = self.list(&key(ROWS))?;
        listed.sort_by_key(|row| row.visits);
        ensure!(listed == expected, "lists other rows");
        ensure!(self.find(&key(205))?.as_ref() == Some(&expected[205]), "finds another row");
        ensure!(self.find("nobody")?.is_none(), "finds a row that is not there");
        ensure!(self.stream()? == FILLED, "streams another number of rows");
        Ok(())
    }
}

impl Engine {
    /// As the command line calls it.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Postgres => "postgres",
            Engine::Mysql => "mysql",
            Engine::Mariadb => "mariadb",
            Engine::Firebird => "firebird",
        }
    }

    /// For people.
    pub fn title(self) -> &'static str {
        match self {
            Engine::Postgres => "PostgreSQL",
            Engine::Mysql => "MySQL",
            Engine::Mariadb => "MariaDB",
            Engine::Firebird => "Firebird",
        }
    }
}

impl Measurable for Task {
    fn title(self) -> &'static str {
        match self {
            Task::Find => "find by key, 7 columns",
            Task::List => "list 10,000 rows",
            Task::Stream => "stream 100,000 rows",
            Task::Insert => "insert one row",
            Task::InsertMany => "10,000 rows in one call",
        }
    }
}
