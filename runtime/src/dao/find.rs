//! A search: which rows, in which order, how many; awaiting it runs it.

use std::future::IntoFuture;
use std::marker::PhantomData;

use super::Core;
use super::fetch::{Fetch, Search};
use crate::driver::{BoxFuture, Operation, Sink, Statement};
use crate::error::Result;
use crate::query::{Condition, OrderBy, Selection, select};
use crate::table::Table;

/// A search of table `T`, made by [`Dao::find_all`](crate::Dao::find_all). Awaiting it gives all rows it finds.
///
/// Without [`order_by`](Self::order_by) rows come in any order, which may change from call to call.
#[must_use = "a search does nothing until it is awaited"]
pub struct Find<'a, T> {
    core: Core<'a>,
    selection: Selection,
    table: PhantomData<fn() -> T>,
}

impl<'a, T: Table> Find<'a, T> {
    pub(crate) fn new(core: Core<'a>, condition: Condition<T>) -> Self {
        Self { core, selection: Selection::new(condition.node), table: PhantomData }
    }

    /// Sorts the rows: by one order, or by several given as a tuple, an array or a `Vec`. A second call adds to the first.
    pub fn order_by(mut self, order: impl OrderBy<T>) -> Self {
        order.each(&mut |order| self.selection.order.push(order.part));
        self
    }

    /// At most this many rows.
    pub const fn limit(mut self, rows: u64) -> Self {
        self.selection.limit = Some(rows);
        self
    }

    /// Leaves out this many rows first.
    pub const fn offset(mut self, rows: u64) -> Self {
        self.selection.offset = Some(rows);
        self
    }

    /// The first row, if there is any; the others are not read.
    ///
    /// # Errors
    /// Those of the database, and of a condition that cannot be asked.
    pub fn one(self) -> Fetch<'a, Option<T>> {
        let rows = self.selection.limit.map_or(1, |limit| limit.min(1));
        Fetch::new(self.core, Search::Made(self.limit(rows).selection))
    }

    /// Hands each row over as it is read, without holding the others. An error of `each` ends the search.
    ///
    /// # Errors
    /// Those of the database, of a condition that cannot be asked, and of `each`.
    pub async fn for_each(self, mut each: impl FnMut(T) -> Result<()> + Send) -> Result<()> {
        self.core.select(self.selection, &mut |row| each(T::decode(row)?)).await
    }

    /// How many rows fulfil the condition; order, limit and offset have no part in it.
    ///
    /// # Errors
    /// Those of the database, and of a condition that cannot be asked.
    pub fn count(self) -> BoxFuture<'a, Result<u64>> {
        Box::pin(self.core.count(self.selection.condition))
    }

    /// Whether any row fulfils the condition.
    ///
    /// # Errors
    /// Those of the database, and of a condition that cannot be asked.
    pub fn exists(self) -> BoxFuture<'a, Result<bool>> {
        Box::pin(self.core.exists(self.selection.condition))
    }
}

impl<'a, T: Table> IntoFuture for Find<'a, T> {
    type Output = Result<Vec<T>>;
    type IntoFuture = Fetch<'a, Vec<T>>;

    fn into_future(self) -> Self::IntoFuture {
        Fetch::new(self.core, Search::Made(self.selection))
    }
}

impl<T> Clone for Find<'_, T> {
    fn clone(&self) -> Self {
        Self { core: self.core, selection: self.selection.clone(), table: PhantomData }
    }
}

/// Shows the search, and never a value.
impl<T> std::fmt::Debug for Find<'_, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Find").field(&self.selection).finish()
    }
}

impl Core<'_> {
    /// Hands the selected rows to the sink, with all columns of the table.
    async fn select(self, selection: Selection, sink: Sink<'_>) -> Result<()> {
        let made = select(self.sql()?.select(), selection, self.def(), self.dialect())?;
        self.fetch(Statement::built(&made.sql, Operation::Select).on(self.def()), &made.params, sink).await
    }
}
