//! Reading rows.

use super::fetch::{Fetch, Gather, Pick, Search};
use super::{Core, Dao, Find};
use crate::driver::{BoxFuture, Operation, Statement};
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
    pub fn find<'k>(self, key: T::Key<'k>) -> Fetch<'k, Option<T>>
    where
        'a: 'k,
    {
        let search = match self.key(key) {
            Ok(params) => Search::Fixed(|sql| sql.find(), params),
            Err(error) => Search::Refused(error),
        };
        Fetch::new(self.core, search)
    }

    /// The row with this primary key.
    ///
    /// # Errors
    /// One of kind [`NotFound`](Kind::NotFound) if it is not there.
    pub async fn get<'k>(self, key: T::Key<'k>) -> Result<T>
    where
        'a: 'k,
    {
        self.find(key).await?.ok_or_else(|| self.core.not_found())
    }

    /// Whether a row with this primary key is there.
    ///
    /// # Errors
    /// Those of the database.
    pub fn exists<'k>(self, key: T::Key<'k>) -> BoxFuture<'k, Result<bool>>
    where
        'a: 'k,
    {
        let params = self.key(key);
        Box::pin(self.core.has(params))
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
    pub fn count(self, condition: Condition<T>) -> BoxFuture<'a, Result<u64>> {
        Box::pin(self.core.count(condition.node))
    }

    /// Whether any row fulfils the condition.
    ///
    /// # Errors
    /// Those of a condition that cannot be asked.
    pub fn exists_where(self, condition: Condition<T>) -> BoxFuture<'a, Result<bool>> {
        Box::pin(self.core.exists(condition.node))
    }

    /// What a finder does: one row or all rows, by static SQL.
    #[doc(hidden)]
    pub fn fetch_static<'k, O: Gather, const N: usize>(self, pick: Pick, params: [Result<Param<'k>>; N]) -> Fetch<'k, O>
    where
        'a: 'k,
    {
        let search = match params.into_iter().collect::<Result<Vec<_>>>() {
            Ok(params) => Search::Fixed(pick, params),
            Err(error) => Search::Refused(self.core.explain(error)),
        };
        Fetch::new(self.core, search)
    }

    /// The parameters that name a row.
    pub(super) fn key<'k>(self, key: T::Key<'k>) -> Result<Vec<Param<'k>>> {
        let mut params = Vec::with_capacity(self.core.def().primary_key.columns.len());
        self.core.explained(T::encode_key(key, &mut params))?;
        Ok(params)
    }
}

impl Core<'_> {
    /// Whether a row with this primary key is there.
    async fn has(self, key: Result<Vec<Param<'_>>>) -> Result<bool> {
        self.any(self.fixed(Operation::Select, |sql| sql.exists())?, &key?).await
    }

    /// How many rows fulfil the condition.
    pub(crate) async fn count(self, condition: Node) -> Result<u64> {
        let made = select(self.sql()?.count(), Selection::new(condition), self.def(), self.dialect())?;
        let mut count = 0;
        let statement = Statement::built(&made.sql, Operation::Select).on(self.def()).single();
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
        self.fetch(statement.single(), params, &mut |_: &mut dyn Row| {
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
