//! Bare sqlx on a held connection of MySQL or MariaDB: hand-written statements, columns by index, many rows in one INSERT.

use std::rc::Rc;

use anyhow::Result;
use chrono::NaiveDateTime;
use futures_util::TryStreamExt;
use sqlx::mysql::{MySqlArguments, MySqlConnection, MySqlRow};
use sqlx::{Arguments, AssertSqlSafe, Connection, Row};

use super::{Client, Each, House};
use crate::patient::Patient;

const FIND: &str = "SELECT id, name, ward, record_number, is_active, visits, admitted_at FROM patients WHERE id = ?";
const LIST: &str = "SELECT id, name, ward, record_number, is_active, visits, admitted_at FROM patients WHERE id < ?";
const ALL: &str = "SELECT id, name, ward, record_number, is_active, visits, admitted_at FROM patients";
const INSERT: &str = "INSERT INTO patients (id, name, ward, record_number, is_active, visits, admitted_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)";
/// What one more row adds to the text.
const ONE_MORE: &str = ", (?, ?, ?, ?, ?, ?, ?)";
/// Rows of one statement: the size that was fastest of all powers of two up to the most parameters there may be.
const PORTION: usize = 512;

/// A connection.
pub struct BareMysql(MySqlConnection);

impl BareMysql {
    /// Connects.
    pub fn open(url: &str, house: &Rc<House>) -> Result<Self> {
        Ok(BareMysql(house.runtime.block_on(MySqlConnection::connect(url))?))
    }
}

impl Client for BareMysql {
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
        let mut arguments = MySqlArguments::default();
        bind(&new, &mut arguments)?;
        sqlx::query_with(INSERT, arguments).execute(&mut self.0).await?;
        Ok(())
    }

    async fn insert_many(&mut self, news: Vec<Patient>) -> Result<()> {
        let mut transaction = self.0.begin().await?;
        for portion in news.chunks(PORTION) {
            let text = format!("{INSERT}{}", ONE_MORE.repeat(portion.len() - 1));
            let mut arguments = MySqlArguments::default();
            for new in portion {
                bind(new, &mut arguments)?;
            }
            sqlx::query_with(AssertSqlSafe(text), arguments).execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
        Ok(())
    }
}

fn bind(row: &Patient, arguments: &mut MySqlArguments) -> Result<()> {
    let add = |arguments: &mut MySqlArguments| {
        arguments.add(&row.id)?;
        arguments.add(&row.name)?;
        arguments.add(&row.ward)?;
        arguments.add(&row.record_number)?;
        arguments.add(row.is_active)?;
        arguments.add(row.visits)?;
        arguments.add(row.admitted_at.naive_utc())
    };
    add(arguments).map_err(|error| anyhow::anyhow!(error))
}

fn decode(row: &MySqlRow) -> sqlx::Result<Patient> {
    Ok(Patient {
        id: row.try_get(0)?,
        name: row.try_get(1)?,
        ward: row.try_get(2)?,
        record_number: row.try_get(3)?,
        is_active: row.try_get(4)?,
        visits: row.try_get(5)?,
        admitted_at: row.try_get::<NaiveDateTime, _>(6)?.and_utc(),
    })
}
