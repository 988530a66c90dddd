//! Bare rusqlite as a careful user writes it: kept statements, columns by index, the same DDL and pragmas as the DAO.

use std::hint::black_box;
use std::marker::PhantomData;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Row, params};

use crate::patient::{Patient, ROWS, patient};
use crate::rounds::Side;
use crate::times::Times;
use crate::work::{BULK, Numbers, SqliteSide, Store, Work, added};

/// A SELECT of all columns by name: what the DAO's statements are, too.
macro_rules! select {
    ($condition:literal) => {
        concat!(
            r#"SELECT "id", "name", "ward", "record_number", "is_active", "visits", "admitted_at" FROM "patients" "#,
            $condition
        )
    };
}

const FIND: &str = select!(r#"WHERE "id" = ?"#);
const LIST: &str = select!(r#"WHERE "ward" = ?"#);
const LIST_LIMIT: &str = select!(r#"WHERE "ward" = ? LIMIT ?"#);
const UPDATE: &str = r#"UPDATE "patients" SET "name" = ?, "ward" = ?, "record_number" = ?, "is_active" = ?,
    "visits" = ?, "admitted_at" = ? WHERE "id" = ?"#;
const INSERT: &str = r#"INSERT INTO "patients"
    ("id", "name", "ward", "record_number", "is_active", "visits", "admitted_at") VALUES (?, ?, ?, ?, ?, ?, ?)"#;

/// One connection, and a way to keep instants.
#[derive(Debug)]
pub struct Bare<T> {
    connection: Connection,
    numbers: Numbers,
    times: PhantomData<T>,
}

impl<T: Times> Bare<T> {
    /// Opens it, in the file if the store has one, and fills the table.
    pub fn open(store: Store, file: &Path, ddl: &str) -> Result<Self> {
        let connection = match store {
            Store::Memory => Connection::open_in_memory(),
            Store::Wal => Connection::open(file),
        };
        let connection = connection.context("cannot open the database")?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        connection.pragma_update(None, "foreign_keys", "ON")?;
        connection.execute_batch(ddl).context("cannot create the table")?;
        let mut bare = Bare { connection, numbers: Numbers::default(), times: PhantomData };
        bare.insert_many((0..ROWS).map(patient).collect())?;
        Ok(bare)
    }

    fn insert_many(&mut self, rows: Vec<Patient>) -> Result<()> {
        let transaction = self.connection.transaction()?;
        for row in rows {
            insert::<T>(&mut transaction.prepare_cached(INSERT)?, &row)?;
        }
        transaction.commit()?;
        Ok(())
    }

    fn update(&self, row: &Patient) -> Result<()> {
        let time = T::bind(row.admitted_at);
        let values = params![row.name, row.ward, row.record_number, row.is_active, row.visits, time, row.id];
        let changed = self.connection.prepare_cached(UPDATE)?.execute(values)?;
        ensure!(changed == 1, "no row with this key");
        Ok(())
    }

    /// Does it for so many existing rows, and takes the time.
    fn over_existing(&mut self, times: u64, work: fn(&mut Self, &Patient) -> Result<()>) -> Result<Duration> {
        let rows = self.numbers.draw(times);
        let start = Instant::now();
        for row in &rows {
            work(self, black_box(row))?;
        }
        Ok(start.elapsed())
    }

    /// Removes what a batch has added, so that every batch meets the same table.
    fn remove_added(&self) -> Result<()> {
        self.connection.execute(r#"DELETE FROM "patients" WHERE "visits" >= ?"#, [ROWS as i64])?;
        Ok(())
    }
}

impl<T: Times> Side<Work> for Bare<T> {
    fn title(&self) -> &'static str {
        T::TITLE
    }

    fn run(&mut self, work: Work, times: u64) -> Result<Duration> {
        match work {
            Work::Find => self.over_existing(times, |side, row| side.find(&row.id).map(drop)),
            Work::List => self.over_existing(times, |side, row| side.list(&row.ward).map(drop)),
            Work::ListBuilt => self.over_existing(times, |side, row| side.list_built(&row.ward).map(drop)),
            Work::Update => self.over_existing(times, |side, row| side.update(row)),
            Work::Insert => {
                let rows = added(times);
                let start = Instant::now();
                for row in rows {
                    insert::<T>(&mut self.connection.prepare_cached(INSERT)?, &row)?;
                }
                let elapsed = start.elapsed();
                self.remove_added()?;
                Ok(elapsed)
            }
            // Bare rusqlite has no call for many rows: it is the same loop.
            Work::InsertEach | Work::InsertMany => {
                let mut elapsed = Duration::ZERO;
                for _ in 0..times {
                    let rows = added(BULK);
                    let start = Instant::now();
                    self.insert_many(rows)?;
                    elapsed += start.elapsed();
                    self.remove_added()?;
                }
                Ok(elapsed)
            }
        }
    }
}

impl<T: Times> SqliteSide for Bare<T> {
    fn find(&mut self, id: &str) -> Result<Option<Patient>> {
        let mut statement = self.connection.prepare_cached(FIND)?;
        Ok(statement.query_row([id], decode::<T>).optional()?)
    }

    fn list(&mut self, ward: &str) -> Result<Vec<Patient>> {
        let mut statement = self.connection.prepare_cached(LIST)?;
        let rows = statement.query_map([ward], decode::<T>)?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }

    fn list_built(&mut self, ward: &str) -> Result<Vec<Patient>> {
        let mut statement = self.connection.prepare_cached(LIST_LIMIT)?;
        let rows = statement.query_map(params![ward, 100], decode::<T>)?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }
}

fn insert<T: Times>(statement: &mut CachedStatement<'_>, row: &Patient) -> rusqlite::Result<usize> {
    statement.execute(params![
        row.id,
        row.name,
        row.ward,
        row.record_number,
        row.is_active,
        row.visits,
        T::bind(row.admitted_at)
    ])
}

fn decode<T: Times>(row: &Row<'_>) -> rusqlite::Result<Patient> {
    Ok(Patient {
        id: row.get(0)?,
        name: row.get(1)?,
        ward: row.get(2)?,
        record_number: row.get(3)?,
        is_active: row.get(4)?,
        visits: row.get(5)?,
        admitted_at: T::read(row, 6)?,
    })
}
