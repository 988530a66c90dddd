//! What a client of a server can be asked for, and the clock around it: the same loop for every side.

use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use chrono::{SubsecRound, Timelike};

use super::{House, Opened, Task};
use crate::patient::{Patient, ROWS, key};
use crate::rounds::Side;
use crate::work::{Numbers, added};

/// Takes the rows of a stream.
pub type Each<'a, R> = &'a mut (dyn FnMut(R) + Send);

/// A connection, and the five calls that are measured.
#[allow(async_fn_in_trait, reason = "every future is awaited on the thread that made it")]
pub trait Client: 'static {
    /// What a row becomes.
    type Row: Into<Patient>;
    /// What a new row is made of, before the clock runs.
    type New: From<Patient>;

    /// What the tables call it.
    fn title(&self) -> &'static str;
    /// The row with this key.
    async fn find(&mut self, id: &str) -> Result<Option<Self::Row>>;
    /// The rows whose keys are less.
    async fn list(&mut self, below: &str) -> Result<Vec<Self::Row>>;
    /// All rows, without keeping them.
    async fn stream(&mut self, each: Each<'_, Self::Row>) -> Result<()>;
    /// Adds a row.
    async fn insert(&mut self, new: Self::New) -> Result<()>;
    /// Adds rows, all or none.
    async fn insert_many(&mut self, news: Vec<Self::New>) -> Result<()>;
}

/// A client as a side of the comparison.
pub struct Seat<C> {
    client: C,
    house: Rc<House>,
    numbers: Numbers,
}

impl<C: Client> Seat<C> {
    /// Gives a client its place.
    pub fn boxed(client: C, house: &Rc<House>) -> Opened {
        Box::new(Seat { client, house: Rc::clone(house), numbers: Numbers::default() })
    }

    /// The row with this key.
    pub fn find(&mut self, id: &str) -> Result<Option<Patient>> {
        let found = self.house.runtime.block_on(self.client.find(id))?;
        Ok(found.map(|row| cut(row.into())))
    }

    /// The rows whose keys are less.
    pub fn list(&mut self, below: &str) -> Result<Vec<Patient>> {
        let rows = self.house.runtime.block_on(self.client.list(below))?;
        Ok(rows.into_iter().map(|row| cut(row.into())).collect())
    }

    /// How many rows there are.
    pub fn stream(&mut self) -> Result<u64> {
        let mut rows = 0;
        self.house.runtime.block_on(self.client.stream(&mut |row| {
            black_box(row);
            rows += 1;
        }))?;
        Ok(rows)
    }

    fn insert(&mut self, times: u64) -> Result<Duration> {
        let news: Vec<C::New> = added(times).into_iter().map(C::New::from).collect();
        let elapsed = self.house.runtime.block_on(async {
            let start = Instant::now();
            for new in news {
                self.client.insert(new).await?;
            }
            anyhow::Ok(start.elapsed())
        })?;
        self.house.emptied_of(times)?;
        Ok(elapsed)
    }

    fn insert_many(&mut self) -> Result<Duration> {
        let news: Vec<C::New> = added(ROWS).into_iter().map(C::New::from).collect();
        let elapsed = self.house.runtime.block_on(async {
            let start = Instant::now();
            self.client.insert_many(news).await?;
            anyhow::Ok(start.elapsed())
        })?;
        self.house.emptied_of(ROWS)?;
        Ok(elapsed)
    }
}

impl<C: Client> Side<Task> for Seat<C> {
    fn title(&self) -> &'static str {
        self.client.title()
    }

    fn run(&mut self, task: Task, times: u64) -> Result<Duration> {
        match task {
            Task::Find => {
                let rows = self.numbers.draw(times);
                let client = &mut self.client;
                self.house.runtime.block_on(async {
                    let start = Instant::now();
                    for row in &rows {
                        black_box(client.find(black_box(&row.id)).await?);
                    }
                    Ok(start.elapsed())
                })
            }
            Task::List => {
                let (below, start) = (key(ROWS), Instant::now());
                for _ in 0..times {
                    let rows = self.house.runtime.block_on(self.client.list(&below))?;
                    ensure!(black_box(rows).len() as u64 == ROWS, "rows are missing");
                }
                Ok(start.elapsed())
            }
            Task::Stream => {
                let start = Instant::now();
                for _ in 0..times {
                    self.stream()?;
                }
                Ok(start.elapsed())
            }
            Task::Insert => self.insert(times),
            Task::InsertMany => (0..times).try_fold(Duration::ZERO, |sum, _| Ok(sum + self.insert_many()?)),
        }
    }
}

/// What every engine keeps of a row: Firebird counts time in tenths of a millisecond.
pub fn cut(row: Patient) -> Patient {
    let nanos = row.admitted_at.nanosecond() / 100_000 * 100_000;
    let admitted_at = row.admitted_at.trunc_subsecs(0).with_nanosecond(nanos).unwrap_or(row.admitted_at);
    Patient { admitted_at, ..row }
}
