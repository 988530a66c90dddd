//! The DAO as a user calls it.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use tablewright::prelude::*;
use tokio::runtime::Runtime;

use crate::patient::{Hospital, NewPatient, Patient, ROWS, patient};
use crate::rounds::Side;
use crate::work::{BULK, Numbers, SqliteSide, Store, Work, added};

/// A database, and the runtime that its calls are awaited on.
pub struct DaoSide {
    runtime: Runtime,
    database: Database,
    numbers: Numbers,
}

impl DaoSide {
    /// Opens it, in the file if the store has one, and fills the table.
    pub fn open(store: Store, file: &Path) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("no runtime")?;
        let url = match store {
            Store::Memory => "sqlite::memory:".to_owned(),
            Store::Wal => format!("sqlite://{}", file.display()),
        };
        let database = runtime.block_on(async {
            let database = Database::connect(&url).await?;
            Hospital::create(&database).await?;
            Patient::dao(&database).create_many((0..ROWS).map(|number| patient(number).into()).collect()).await?;
            Ok::<_, Error>(database)
        })?;
        Ok(DaoSide { runtime, database, numbers: Numbers::default() })
    }
}

impl Side<Work> for DaoSide {
    fn title(&self) -> &'static str {
        "tablewright"
    }

    fn run(&mut self, work: Work, times: u64) -> Result<Duration> {
        let rows = self.numbers.draw(times);
        // Entered once a batch, as a program enters its runtime once and not at every call.
        Ok(self.runtime.block_on(batch(&self.database, work, times, &rows))?)
    }
}

impl SqliteSide for DaoSide {
    fn find(&mut self, id: &str) -> Result<Option<Patient>> {
        Ok(self.runtime.block_on(Patient::dao(&self.database).find_by_id(id))?)
    }

    fn list(&mut self, ward: &str) -> Result<Vec<Patient>> {
        Ok(self.runtime.block_on(Patient::dao(&self.database).find_by_ward(ward))?)
    }

    fn list_built(&mut self, ward: &str) -> Result<Vec<Patient>> {
        let found = async { Patient::dao(&self.database).find_all(Patient::WARD.eq(ward)).limit(100).await };
        Ok(self.runtime.block_on(found)?)
    }
}

async fn batch(database: &Database, work: Work, times: u64, rows: &[Patient]) -> tablewright::Result<Duration> {
    let start = Instant::now();
    match work {
        Work::Find => {
            for row in rows {
                black_box(Patient::dao(database).find_by_id(&black_box(row).id).await?);
            }
        }
        Work::List => {
            for row in rows {
                black_box(Patient::dao(database).find_by_ward(&black_box(row).ward).await?);
            }
        }
        Work::ListBuilt => {
            for row in rows {
                let ward = &black_box(row).ward;
                black_box(Patient::dao(database).find_all(Patient::WARD.eq(ward.as_str())).limit(100).await?);
            }
        }
        Work::Update => {
            for row in rows {
                Patient::dao(database).update(black_box(row)).await?;
            }
        }
        Work::Insert => return insert(database, times).await,
        Work::InsertEach | Work::InsertMany => {
            let mut elapsed = Duration::ZERO;
            for _ in 0..times {
                elapsed += insert_bulk(database, work).await?;
            }
            return Ok(elapsed);
        }
    }
    Ok(start.elapsed())
}

async fn insert(database: &Database, times: u64) -> tablewright::Result<Duration> {
    let news: Vec<_> = added(times).into_iter().map(NewPatient::from).collect();
    let start = Instant::now();
    for new in news {
        black_box(Patient::dao(database).create(new).await?);
    }
    let elapsed = start.elapsed();
    remove_added(database).await?;
    Ok(elapsed)
}

async fn insert_bulk(database: &Database, work: Work) -> tablewright::Result<Duration> {
    let news: Vec<_> = added(BULK).into_iter().map(NewPatient::from).collect();
    let start = Instant::now();
    if work == Work::InsertMany {
        black_box(Patient::dao(database).create_many(news).await?);
    } else {
        database
            .transaction(async |transaction| {
                for new in news {
                    black_box(Patient::dao(transaction).create(new).await?);
                }
                Ok::<_, Error>(())
            })
            .await?;
    }
    let elapsed = start.elapsed();
    remove_added(database).await?;
    Ok(elapsed)
}

async fn remove_added(database: &Database) -> tablewright::Result<()> {
    Patient::dao(database).delete_where(Patient::VISITS.ge(ROWS as i64)).await?;
    Ok(())
}
