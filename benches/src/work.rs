//! What is measured of SQLite, on what, and what a side has to offer.

use anyhow::Result;

use crate::patient::{Patient, ROWS, patient};
use crate::rounds::{Measurable, Side};

/// How many rows one transaction inserts.
pub const BULK: u64 = 1_000;

/// Where the database is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Store {
    /// In memory.
    Memory,
    /// In a file, with a write-ahead log.
    Wal,
}

/// One kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// One row by its primary key.
    Find,
    /// One new row, committed.
    Insert,
    /// A whole row by its primary key, committed.
    Update,
    /// [`BULK`] new rows, one call each, in one transaction.
    InsertEach,
    /// [`BULK`] new rows in one call.
    InsertMany,
    /// The rows of one ward, by the statement made for that.
    List,
    /// The rows of one ward, by a condition and a limit put together for this call.
    ListBuilt,
}

/// One of the two implementations: bare rusqlite, or the DAO.
pub trait SqliteSide: Side<Work> {
    /// The row with this key.
    fn find(&mut self, id: &str) -> Result<Option<Patient>>;
    /// The rows of a ward.
    fn list(&mut self, ward: &str) -> Result<Vec<Patient>>;
    /// The rows of a ward, at most 100.
    fn list_built(&mut self, ward: &str) -> Result<Vec<Patient>>;
}

impl Store {
    /// Both.
    pub const ALL: [Store; 2] = [Store::Memory, Store::Wal];

    /// For people.
    pub fn title(self) -> &'static str {
        match self {
            Store::Memory => "memory",
            Store::Wal => "WAL file",
        }
    }
}

impl Work {
    /// Every kind.
    pub const ALL: [Work; 7] =
        [Work::Find, Work::Insert, Work::Update, Work::InsertEach, Work::InsertMany, Work::List, Work::ListBuilt];
}

impl Measurable for Work {
    fn title(self) -> &'static str {
        match self {
            Work::Find => "find by key, 7 columns",
            Work::Insert => "insert",
            Work::Update => "update a whole row",
            Work::InsertEach => "transaction of 1,000 inserts",
            Work::InsertMany => "1,000 rows in one call",
            Work::List => "100 rows, static finder",
            Work::ListBuilt => "100 rows, condition and limit",
        }
    }
}

/// Rows that are not in the table: so many, from the first free number on.
pub fn added(count: u64) -> Vec<Patient> {
    (ROWS..ROWS + count).map(patient).collect()
}

/// The numbers of existing rows in an order without a pattern that a cache could use.
#[derive(Debug, Default)]
pub struct Numbers(u64);

impl Numbers {
    /// So many existing rows.
    pub fn draw(&mut self, count: u64) -> Vec<Patient> {
        (0..count).map(|_| patient(self.turn())).collect()
    }

    /// One existing row.
    pub fn turn(&mut self) -> u64 {
        // A prime step: every row has its turn before one comes again.
        self.0 = (self.0 + 7_919) % ROWS;
        self.0
    }
}
