//! SeaORM with what it logs switched off, and without a question to the server before each call.

use std::rc::Rc;

use anyhow::{Result, ensure};
use futures_util::TryStreamExt;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectOptions, Database, TransactionTrait};
use tablewright_benches::network::{Client, Each, House};
use tablewright_benches::patient::Patient;

use crate::PORTION;

/// The table.
pub mod patients {
    use sea_orm::entity::prelude::*;

    /// A row.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "patients")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub name: String,
        pub ward: String,
        pub record_number: Option<String>,
        pub is_active: bool,
        pub visits: i64,
        pub admitted_at: DateTimeUtc,
    }

    /// None.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A pool of connections.
pub struct SeaOrm(DatabaseConnection);

impl SeaOrm {
    /// Connects.
    pub fn open(url: &str, house: &Rc<House>) -> Result<Self> {
        let mut options = ConnectOptions::new(url);
        options.sqlx_logging(false).test_before_acquire(false);
        Ok(SeaOrm(house.runtime.block_on(Database::connect(options))?))
    }
}

impl Client for SeaOrm {
    type Row = patients::Model;
    type New = patients::ActiveModel;

    fn title(&self) -> &'static str {
        "SeaORM"
    }

    async fn find(&mut self, id: &str) -> Result<Option<patients::Model>> {
        Ok(patients::Entity::find_by_id(id).one(&self.0).await?)
    }

    async fn list(&mut self, below: &str) -> Result<Vec<patients::Model>> {
        Ok(patients::Entity::find().filter(patients::Column::Id.lt(below)).all(&self.0).await?)
    }

    async fn stream(&mut self, each: Each<'_, patients::Model>) -> Result<()> {
        let mut rows = patients::Entity::find().stream(&self.0).await?;
        while let Some(row) = rows.try_next().await? {
            each(row);
        }
        Ok(())
    }

    async fn insert(&mut self, new: patients::ActiveModel) -> Result<()> {
        // As the DAO, it gives the row back.
        std::hint::black_box(new.insert(&self.0).await?);
        Ok(())
    }

    async fn insert_many(&mut self, news: Vec<patients::ActiveModel>) -> Result<()> {
        let (count, mut added) = (news.len() as u64, 0);
        let transaction = self.0.begin().await?;
        let mut news = news.into_iter().peekable();
        while news.peek().is_some() {
            let portion = news.by_ref().take(PORTION);
            added += patients::Entity::insert_many(portion).exec_without_returning(&transaction).await?;
        }
        transaction.commit().await?;
        ensure!(added == count, "rows are missing");
        Ok(())
    }
}

impl From<Patient> for patients::ActiveModel {
    fn from(row: Patient) -> Self {
        patients::ActiveModel {
            id: Set(row.id),
            name: Set(row.name),
            ward: Set(row.ward),
            record_number: Set(row.record_number),
            is_active: Set(row.is_active),
            visits: Set(row.visits),
            admitted_at: Set(row.admitted_at),
        }
    }
}

impl From<patients::Model> for Patient {
    fn from(row: patients::Model) -> Self {
        Patient {
            id: row.id,
            name: row.name,
            ward: row.ward,
            record_number: row.record_number,
            is_active: row.is_active,
            visits: row.visits,
            admitted_at: row.admitted_at,
        }
    }
}
