//! Bare sqlx on a held connection of PostgreSQL: hand-written statements, columns by index, many rows by binary COPY.

use std::rc::Rc;

use anyhow::{Result, ensure};
use futures_util::TryStreamExt;
use sqlx::postgres::{PgConnection, PgRow};
use sqlx::{Connection, Row};

use super::{Client, Each, House};
use crate::patient::Patient;

const FIND: &str = "SELECT id, name, ward, record_number, is_active, visits, admitted_at FROM patients WHERE id = $1";
const LIST: &str = "SELECT id, name, ward, record_number, is_active, visits, admitted_at FROM patients WHERE id < $1";
const ALL: &str = "SELECT id, name, ward, record_number, is_active, visits, admitted_at FROM patients";
const INSERT: &str = "INSERT INTO patients (id, name, ward, record_number, is_active, visits, admitted_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)";
const COPY: &str = "COPY patients (id, name, ward, record_number, is_active, visits, admitted_at)
    FROM STDIN WITH (FORMAT binary)";
const COLUMNS: i16 = 7;
/// The start of a binary COPY: signature, flags, length of the extension
/// (<https://www.postgresql.org/docs/current/sql-copy.html>).
const HEADER: &[u8; 19] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";
/// 2000-01-01 in microseconds since 1970.
const EPOCH: i64 = 946_684_800_000_000;
/// About how many bytes of a COPY are sent at once.
const PORTION: usize = 64 << 10;

/// A connection.
pub struct BarePostgres(PgConnection);

impl BarePostgres {
    /// Connects.
    pub fn open(url: &str, house: &Rc<House>) -> Result<Self> {
        Ok(BarePostgres(house.runtime.block_on(PgConnection::connect(url))?))
    }
}

impl Client for BarePostgres {
    type Row = Patient;
    type New = Patient;

    fn title(&self) -> &'static str {
        "sqlx"
    }

    async fn find(&mut self, id: &str) -> Result<Option<Patient>> {
        let row = sqlx::query(FIND).bind(id).fetch_optional(&mut self.0).await?;
        Ok(row.map(|row| decode(&row)).transpose()?)
    }

    async fn list(&mut self, below: &str) -> Result<Vec<Patient>> {
        let mut found = sqlx::query(LIST).bind(below).fetch(&mut self.0);
        let mut rows = Vec::new();
        while let Some(row) = found.try_next().await? {
            rows.push(decode(&row)?);
        }
        Ok(rows)
    }

    async fn stream(&mut self, each: Each<'_, Patient>) -> Result<()> {
        let mut found = sqlx::query(ALL).fetch(&mut self.0);
        while let Some(row) = found.try_next().await? {
            each(decode(&row)?);
        }
        Ok(())
    }

    async fn insert(&mut self, new: Patient) -> Result<()> {
        let insert = sqlx::query(INSERT).bind(&new.id).bind(&new.name).bind(&new.ward).bind(&new.record_number);
        insert.bind(new.is_active).bind(new.visits).bind(new.admitted_at).execute(&mut self.0).await?;
        Ok(())
    }

    async fn insert_many(&mut self, news: Vec<Patient>) -> Result<()> {
        let mut copy = self.0.copy_in_raw(COPY).await?;
        let mut buffer = Vec::with_capacity(PORTION * 2);
        buffer.extend_from_slice(HEADER);
        for new in &news {
            encode(new, &mut buffer)?;
            if buffer.len() >= PORTION {
                copy.send(buffer.as_slice()).await?;
                buffer.clear();
            }
        }
        buffer.extend_from_slice(&(-1_i16).to_be_bytes());
        copy.send(buffer.as_slice()).await?;
        ensure!(copy.finish().await? == news.len() as u64, "rows are missing");
        Ok(())
    }
}

fn decode(row: &PgRow) -> sqlx::Result<Patient> {
    Ok(Patient {
        id: row.try_get(0)?,
        name: row.try_get(1)?,
        ward: row.try_get(2)?,
        record_number: row.try_get(3)?,
        is_active: row.try_get(4)?,
        visits: row.try_get(5)?,
        admitted_at: row.try_get(6)?,
    })
}

fn encode(row: &Patient, buffer: &mut Vec<u8>) -> Result<()> {
    buffer.extend_from_slice(&COLUMNS.to_be_bytes());
    for text in [&row.id, &row.name, &row.ward] {
        put(text.as_bytes(), buffer)?;
    }
    match &row.record_number {
        Some(text) => put(text.as_bytes(), buffer)?,
        None => buffer.extend_from_slice(&(-1_i32).to_be_bytes()),
    }
    put(&[u8::from(row.is_active)], buffer)?;
    put(&row.visits.to_be_bytes(), buffer)?;
    put(&(row.admitted_at.timestamp_micros() - EPOCH).to_be_bytes(), buffer)
}

fn put(value: &[u8], buffer: &mut Vec<u8>) -> Result<()> {
    buffer.extend_from_slice(&i32::try_from(value.len())?.to_be_bytes());
    buffer.extend_from_slice(value);
    Ok(())
}
