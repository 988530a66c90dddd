//! The DAO as a user calls it.

use std::rc::Rc;

use anyhow::Result;
use tablewright::prelude::*;

use super::{Client, Each, House};
use crate::patient::{NewPatient, Patient};

/// A database with its pool.
pub struct DaoClient(Database);

impl DaoClient {
    /// Connects.
    pub fn open(url: &str, house: &Rc<House>) -> Result<Self> {
        Ok(DaoClient(house.runtime.block_on(Database::connect(url))?))
    }
}

impl Client for DaoClient {
    type Row = Patient;
    type New = NewPatient;

    fn title(&self) -> &'static str {
        "tablewright"
    }

    async fn find(&mut self, id: &str) -> Result<Option<Patient>> {
        Ok(Patient::dao(&self.0).find_by_id(id).await?)
    }

    async fn list(&mut self, below: &str) -> Result<Vec<Patient>> {
        Ok(Patient::dao(&self.0).find_all(Patient::ID.lt(below)).await?)
    }

    async fn stream(&mut self, each: Each<'_, Patient>) -> Result<()> {
        let each = |row| {
            each(row);
            Ok(())
        };
        Ok(Patient::dao(&self.0).all().for_each(each).await?)
    }

    async fn insert(&mut self, new: NewPatient) -> Result<()> {
        Patient::dao(&self.0).create(new).await?;
        Ok(())
    }

    async fn insert_many(&mut self, news: Vec<NewPatient>) -> Result<()> {
        Patient::dao(&self.0).create_many(news).await?;
        Ok(())
    }
}
