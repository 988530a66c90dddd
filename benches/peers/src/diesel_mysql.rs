//! Diesel on a held connection of MySQL or MariaDB, with diesel-async's client in Rust.

use std::rc::Rc;

use anyhow::{Result, ensure};
use chrono::NaiveDateTime;
use diesel::prelude::{
    ExpressionMethods, Insertable, OptionalExtension, QueryDsl, Queryable, Selectable, SelectableHelper,
};
use diesel_async::{AsyncConnection, AsyncMysqlConnection, RunQueryDsl};
use futures_util::TryStreamExt;
use tablewright_benches::network::{Client, Each, House};
use tablewright_benches::patient::Patient;

use crate::PORTION;

diesel::table! {
    patients (id) {
        id -> Text,
        name -> Text,
        ward -> Text,
        record_number -> Nullable<Text>,
        is_active -> Bool,
        visits -> BigInt,
        admitted_at -> Datetime,
    }
}

/// A row.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = patients)]
pub struct Row {
    id: String,
    name: String,
    ward: String,
    record_number: Option<String>,
    is_active: bool,
    visits: i64,
    admitted_at: NaiveDateTime,
}

/// A connection.
pub struct DieselMysql(AsyncMysqlConnection);

impl DieselMysql {
    /// Connects.
    pub fn open(url: &str, house: &Rc<House>) -> Result<Self> {
        Ok(DieselMysql(house.runtime.block_on(AsyncMysqlConnection::establish(url))?))
    }
}

impl Client for DieselMysql {
    type Row = Row;
    type New = Row;

    fn title(&self) -> &'static str {
        "Diesel"
    }

    async fn find(&mut self, id: &str) -> Result<Option<Row>> {
        Ok(patients::table.find(id).select(Row::as_select()).first(&mut self.0).await.optional()?)
    }

    async fn list(&mut self, below: &str) -> Result<Vec<Row>> {
        Ok(patients::table.filter(patients::id.lt(below)).select(Row::as_select()).load(&mut self.0).await?)
    }

    async fn stream(&mut self, each: Each<'_, Row>) -> Result<()> {
        let mut rows = patients::table.select(Row::as_select()).load_stream(&mut self.0).await?;
        while let Some(row) = rows.try_next().await? {
            each(row);
        }
        Ok(())
    }

    async fn insert(&mut self, new: Row) -> Result<()> {
        diesel::insert_into(patients::table).values(&new).execute(&mut self.0).await?;
        Ok(())
    }

    async fn insert_many(&mut self, news: Vec<Row>) -> Result<()> {
        let insert = async |connection: &mut AsyncMysqlConnection| {
            let mut added = 0;
            for portion in news.chunks(PORTION) {
                added += diesel::insert_into(patients::table).values(portion).execute(connection).await?;
            }
            Ok::<_, diesel::result::Error>(added)
        };
        let added = self.0.transaction(insert).await?;
        ensure!(added == news.len(), "rows are missing");
        Ok(())
    }
}

impl From<Patient> for Row {
    fn from(row: Patient) -> Self {
        Row {
            id: row.id,
            name: row.name,
            ward: row.ward,
            record_number: row.record_number,
            is_active: row.is_active,
            visits: row.visits,
            admitted_at: row.admitted_at.naive_utc(),
        }
    }
}

impl From<Row> for Patient {
    fn from(row: Row) -> Self {
        Patient {
            id: row.id,
            name: row.name,
            ward: row.ward,
            record_number: row.record_number,
            is_active: row.is_active,
            visits: row.visits,
            admitted_at: row.admitted_at.and_utc(),
        }
    }
}
