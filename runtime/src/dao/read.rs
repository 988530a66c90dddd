//! Reading rows.

use tablewright_schema::dml::StaticSql;

use super::{Core, Dao, Find};
use crate::driver::{Operation, Statement};
use crate::error::{Error, Kind, Result};
use crate::param::Param;
use crate::query::{Condition, Node, Selection, exists, select};
use crate::row::Row;
use crate::table::Table;

impl<'a, T: Table> Dao<'a, T> {
    /// The row with this primary key, if it is there.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn find(self, key: T::Key<'_>) -> Result<Option<T>> {
        let params = self.key(key)?;
        self.find_static(|sql| sql.find(), &params).await
    }

    /// The row with this primary key.
    ///
    /// # Errors
    /// One of kind [`NotFound`](Kind::NotFound) if it is not there.
    pub async fn get(self, key: T::Key<'_>) -> Result<T> {
        self.find(key).await?.ok_or_else(|| self.core.not_found())
    }

    /// Whether a row with this primary key is there.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn exists(self, key: T::Key<'_>) -> Result<bool> {
        let params = self.key(key)?;
        self.core.any(self.core.fixed(Operation::Select, |sql| sql.exists())?, &params).await
    }

    /// A search for all rows that fulfil the condition. Awaiting it gives them as a `Vec`; order, limit and other ways to
    /// read them are methods of it.
    pub fn find_all(self, condition: Condition<T>) -> Find<'a, T> {
        Find::new(self.core, condition)
    }

    /// A search for all rows of the table.
    pub fn all(self) -> Find<'a, T> {
        Find::new(self.core, Condition::all())
    }

    /// How many rows fulfil the condition.
    ///
    /// # Errors
    /// Those of a condition that cannot be asked.
    pub async fn count(self, condition: Condition<T>) -> Result<u64> {
        self.core.count(condition.node).await
    }

    /// Whether any row fulfils the condition.
    ///
    /// # Errors
    /// Those of a condition that cannot be asked.
    pub async fn exists_where(self, condition: Condition<T>) -> Result<bool> {
        self.core.exists(condition.node).await
    }

    /// What a unique finder does: at most one row by static SQL.
    #[doc(hidden)]
    pub async fn find_static(
        self,
        pick: fn(&'static StaticSql) -> &'static str,
        params: &[Param<'_>],
    ) -> Result<Option<T>> {
        let mut found = None;
        let statement = self.core.fixed(Operation::Select, pick)?;
        self.core
            .fetch(statement, params, &mut |row| {
                found = Some(T::decode(row)?);
                Ok(())
            })
            .await?;
        Ok(found)
    }

    /// What any other finder does: rows by static SQL.
    #[doc(hidden)]
    pub async fn list_static(
        self,
        pick: fn(&'static StaticSql) -> &'static str,
        params: &[Param<'_>],
    ) -> Result<Vec<T>> {
        let mut rows = Vec::new();
        let statement = self.core.fixed(Operation::Select, pick)?;
        self.core
            .fetch(statement, params, &mut |row| {
                rows.push(T::decode(row)?);
                Ok(())
            })
            .await?;
        Ok(rows)
    }

    /// The parameters that name a row.
    pub(super) fn key<'k>(self, key: T::Key<'k>) -> Result<Vec<Param<'k>>> {
        let mut params = Vec::with_capacity(self.core.def().primary_key.columns.len());
        T::encode_key(key, &mut params).map_err(|error| self.core.explain(error))?;
        Ok(params)
    }
}

impl Core<'_> {
    /// How many rows fulfil the condition.
    pub(crate) async fn count(self, condition: Node) -> Result<u64> {
        let made = select(self.sql()?.count(), Selection::new(condition), self.def(), self.dialect())?;
        let mut count = 0;
        let statement = Statement::built(&made.sql, Operation::Select).on(self.def());
        self.fetch(statement, &made.params, &mut |row| {
            count = row.i64(0)?;
            Ok(())
        })
        .await?;
        // A count is never negative.
        Ok(count.unsigned_abs())
    }

    /// Whether any row fulfils the condition.
    pub(crate) async fn exists(self, condition: Node) -> Result<bool> {
        let made = exists(condition, self.def(), self.dialect())?;
        self.any(Statement::built(&made.sql, Operation::Select).on(self.def()), &made.params).await
    }

    /// Whether the statement has a row.
    pub(super) async fn any(self, statement: Statement<'_>, params: &[Param<'_>]) -> Result<bool> {
        let mut found = false;
        self.fetch(statement, params, &mut |_: &mut dyn Row| {
            found = true;
            Ok(())
        })
        .await?;
        Ok(found)
    }

    #[cold]
    pub(super) fn not_found(self) -> Error {
        self.explain(Error::new(Kind::NotFound, "no row with this primary key"))
    }
}
