//! Adding, changing and removing rows.

use super::numbered::Order;
use super::only_id::OnlyId;
use super::{Core, Dao};
use crate::driver::{BoxFuture, Operation, Sink, Statement};
use crate::error::{Error, Kind, Result};
use crate::param::Param;
use crate::query::{Changes, Condition, Made, Node, Patch, delete, patch, patch_by_key};
use crate::row::Row;
use crate::table::{New, Table};

/// How rows are added of which the database makes something.
#[derive(Clone, Copy)]
enum Way {
    /// Many in a statement.
    Together,
    /// Each in its own.
    EachAlone,
}

impl<'a, T: Table> Dao<'a, T> {
    /// Adds a row, and gives it back as it is in the database.
    ///
    /// A row that a trigger leaves out without an error is told where the database makes some of its values. Where the client
    /// makes all of them nothing comes back, and it counts as added.
    ///
    /// # Errors
    /// Those of kinds [`TooLong`](Kind::TooLong), [`OutOfRange`](Kind::OutOfRange) and [`Encode`](Kind::Encode) if a
    /// column cannot hold its value; those of the table's constraints.
    pub async fn create(self, mut new: T::New) -> Result<T> {
        new.complete(self.core.dialect());
        let mut made = None;
        {
            let params = self.insert_params(&new)?;
            self.core
                .insert_whole(&params, &mut |row| {
                    made = Some(T::New::decode_made(row)?);
                    Ok(())
                })
                .await?;
        }
        match made {
            Some(made) => Ok(new.finish(made)),
            None => Err(self.core.no_answer()),
        }
    }

    /// Adds rows, all or none of them, and gives them back in the same order.
    ///
    /// # Errors
    /// Those of [`create`](Self::create).
    pub async fn create_many(self, mut news: Vec<T::New>) -> Result<Vec<T>> {
        news.iter_mut().for_each(|new| new.complete(self.core.dialect()));
        let mut made = Vec::with_capacity(news.len());
        {
            let lists = news.iter().map(|new| self.insert_params(new)).collect::<Result<Vec<_>>>()?;
            for way in [Way::Together, Way::EachAlone] {
                made.clear();
                let keep = &mut |row: &mut dyn Row| {
                    made.push(T::New::decode_made(row)?);
                    Ok(())
                };
                if self.core.insert_many(&lists, way, keep).await? == Order::Kept {
                    break;
                }
            }
        }
        Ok(news.into_iter().zip(made).map(|(new, made)| new.finish(made)).collect())
    }

    /// Writes a whole row over the one with the same primary key.
    ///
    /// Columns that the database computes are not written; read the row again to see them.
    ///
    /// # Errors
    /// One of kind [`NotFound`](Kind::NotFound) if there is no such row; of kind [`Usage`](Kind::Usage) if the table has
    /// no primary key, or nothing else; those of [`create`](Self::create).
    pub fn update<'r>(self, row: &'r T) -> BoxFuture<'r, Result<()>>
    where
        'a: 'r,
    {
        let mut params = Vec::with_capacity(self.core.def().columns.len());
        let encoded = self.core.explained(row.encode_update(&mut params));
        Box::pin(self.core.update(encoded, params))
    }

    /// Changes some columns of the row with this primary key.
    ///
    /// # Errors
    /// One of kind [`NotFound`](Kind::NotFound) if there is no such row; of kind [`Usage`](Kind::Usage) if the patch is
    /// empty or names a column twice; those of [`create`](Self::create).
    pub fn patch<'k>(self, key: T::Key<'k>, patch: Patch<T>) -> BoxFuture<'k, Result<()>>
    where
        'a: 'k,
    {
        let params = self.key(key);
        Box::pin(self.core.patch(params, patch.changes))
    }

    /// Changes some columns of all rows that fulfil the condition, in one statement, and says how many there were.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage) if the patch is empty or names a column twice, or if the condition is an empty
    /// list; those of [`create`](Self::create).
    pub fn patch_where(self, condition: Condition<T>, patch: Patch<T>) -> BoxFuture<'a, Result<u64>> {
        Box::pin(self.core.patch_where(condition.node, patch.changes))
    }

    /// Removes the row with this primary key, and says whether it was there.
    ///
    /// # Errors
    /// Those of foreign keys that point to the row.
    pub fn delete<'k>(self, key: T::Key<'k>) -> BoxFuture<'k, Result<bool>>
    where
        'a: 'k,
    {
        let params = self.key(key);
        Box::pin(self.core.delete(params))
    }

    /// Removes all rows that fulfil the condition, and says how many there were.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage) if the condition is every row because of an empty list: to remove them all say
    /// [`Condition::all`]; those of foreign keys that point to the rows.
    pub fn delete_where(self, condition: Condition<T>) -> BoxFuture<'a, Result<u64>> {
        Box::pin(self.core.delete_where(condition.node))
    }

    /// The parameters of an INSERT.
    pub(super) fn insert_params<'n>(self, new: &'n T::New) -> Result<Vec<Param<'n>>> {
        let mut params = Vec::with_capacity(self.core.def().columns.len());
        self.core.explained(new.encode(&mut params))?;
        Ok(params)
    }
}

impl Core<'_> {
    /// Adds a row, and hands over a row of what the database made: an empty one if it makes nothing.
    async fn insert(self, params: &[Param<'_>], sink: Sink<'_>) -> Result<()> {
        let sql = self.sql()?;
        let statement = Statement::fixed(sql.insert(), Operation::Insert, self.def());
        if self.def().made_by_database().next().is_none() {
            self.execute(statement, params).await?;
            return sink(&mut OnlyId(None));
        }
        if sql.reselect().is_empty() {
            return self.fetch(statement.single(), params, sink).await;
        }
        let is_read_again = self.is_read_again()?;
        if is_read_again {
            self.key_is_known(params)?;
        }
        let id = self.execute(statement, params).await?.last_insert_id;
        if !is_read_again {
            return sink(&mut OnlyId(id)).map_err(|error| self.explain(error));
        }
        let key = self.key_of_insert(params, id)?;
        self.fetch(Statement::fixed(sql.reselect(), Operation::Select, self.def()).single(), &key, sink).await
    }

    /// Adds a row, and hands over what the database made. Where that takes two statements they are one unit: an error says
    /// that no row was added.
    async fn insert_whole(self, params: &[Param<'_>], sink: Sink<'_>) -> Result<()> {
        if self.is_read_again()? {
            // Few tables have such columns, and the future of the others stays small.
            return Box::pin(self.insert_in_unit(params, sink)).await;
        }
        self.insert(params, sink).await
    }

    async fn insert_in_unit(self, params: &[Param<'_>], sink: Sink<'_>) -> Result<()> {
        let unit = self.executor.begin_unit().await?;
        Core { executor: &unit, meta: self.meta }.insert_told(params, sink).await?;
        unit.commit().await
    }

    /// Adds a row; one of which the database does not say what it made is an error.
    async fn insert_told(self, params: &[Param<'_>], sink: Sink<'_>) -> Result<()> {
        let mut is_told = false;
        let tell = &mut |row: &mut dyn Row| {
            is_told = true;
            sink(row)
        };
        self.insert(params, tell).await?;
        if is_told { Ok(()) } else { Err(self.left_out()) }
    }

    /// Whether a row that is added has to be read again to know what the database made.
    fn is_read_again(self) -> Result<bool> {
        let is_enough = || self.def().made_by_database().all(|column| column.auto_increment);
        Ok(!self.sql()?.reselect().is_empty() && !is_enough())
    }

    /// Adds rows, all or none, and hands over for each what the database made.
    async fn insert_many(self, lists: &[Vec<Param<'_>>], way: Way, sink: Sink<'_>) -> Result<Order> {
        if lists.is_empty() {
            return Ok(Order::Kept);
        }
        if self.def().made_by_database().next().is_none() {
            let statement = self.fixed(Operation::Insert, |sql| sql.insert())?;
            self.executor.execute_many(statement, lists).await.map_err(|error| self.explain(error))?;
            lists.iter().try_for_each(|_| sink(&mut OnlyId(None)))?;
            return Ok(Order::Kept);
        }
        match way {
            Way::Together => self.insert_numbered(lists, sink).await,
            Way::EachAlone => {
                let unit = self.executor.begin_unit().await?;
                let inside = Core { executor: &unit, meta: self.meta };
                for params in lists {
                    inside.insert_told(params, &mut *sink).await?;
                }
                unit.commit().await?;
                Ok(Order::Kept)
            }
        }
    }

    async fn update(self, encoded: Result<()>, params: Vec<Param<'_>>) -> Result<()> {
        encoded?;
        let statement = self.fixed(Operation::Update, |sql| sql.update())?;
        if statement.sql.is_empty() {
            let message = "`update` needs a primary key and another column; use `patch_where` or `delete_where`";
            return Err(self.explain(Error::new(Kind::Usage, message)));
        }
        match self.execute(statement, &params).await?.rows {
            0 => Err(self.not_found()),
            _ => Ok(()),
        }
    }

    async fn patch(self, key: Result<Vec<Param<'_>>>, changes: Changes) -> Result<()> {
        let made = patch_by_key(changes, key?, self.def(), self.dialect()).map_err(|error| self.explain(error))?;
        match self.change(&made, Operation::Update).await? {
            0 => Err(self.not_found()),
            _ => Ok(()),
        }
    }

    async fn patch_where(self, condition: Node, changes: Changes) -> Result<u64> {
        let made = patch(changes, condition, self.def(), self.dialect()).map_err(|error| self.explain(error))?;
        self.change(&made, Operation::Update).await
    }

    async fn delete(self, key: Result<Vec<Param<'_>>>) -> Result<bool> {
        let statement = self.fixed(Operation::Delete, |sql| sql.delete())?;
        Ok(self.execute(statement, &key?).await?.rows > 0)
    }

    async fn delete_where(self, condition: Node) -> Result<u64> {
        let made = delete(condition, self.def(), self.dialect()).map_err(|error| self.explain(error))?;
        self.change(&made, Operation::Delete).await
    }

    /// Runs a statement made for the call, and says how many rows it changed.
    async fn change(self, made: &Made<'_>, operation: Operation) -> Result<u64> {
        let statement = Statement::built(&made.sql, operation).on(self.def()).setting(&made.set);
        Ok(self.execute(statement, &made.params).await?.rows)
    }

    /// The primary key of a row just added: from its parameters, or from the number the engine gave it.
    pub(super) fn key_of_insert<'p>(self, params: &[Param<'p>], id: Option<i64>) -> Result<Vec<Param<'p>>> {
        let def = self.def();
        let key = def.primary_key.columns.iter().map(|name| {
            if def.column(name).is_some_and(|column| column.auto_increment) {
                return id.map(Param::I64);
            }
            self.inserted(name, params)
        });
        key.collect::<Option<Vec<_>>>().ok_or_else(|| self.no_answer())
    }

    /// # Errors
    /// Of kind `Usage` if a row just added could not be found again, for its key is the database's to make.
    fn key_is_known(self, params: &[Param<'_>]) -> Result<()> {
        let def = self.def();
        let is_numbered = |name: &str| def.column(name).is_some_and(|column| column.auto_increment);
        let mut names = def.primary_key.columns.iter();
        match names.find(|name| !is_numbered(name) && self.inserted(name, params).is_none()) {
            None => Ok(()),
            Some(name) => {
                let message = format!(
                    "give column `{name}` of the primary key a value: {} does not say what its default makes of it",
                    self.dialect()
                );
                Err(self.explain(Error::new(Kind::Usage, message)))
            }
        }
    }

    /// The value a column got from the parameters of an INSERT, unless that was NULL.
    pub(super) fn inserted<'p>(self, name: &str, params: &[Param<'p>]) -> Option<Param<'p>> {
        let position = self.def().insertable().position(|column| column.name == name)?;
        params.get(position).filter(|param| !matches!(param, Param::Null(_))).cloned()
    }

    #[cold]
    fn left_out(self) -> Error {
        let message = "the database left a row out, or did not say what it made for it; no row was added";
        self.explain(Error::new(Kind::Other, message))
    }

    #[cold]
    pub(super) fn no_answer(self) -> Error {
        let message = "the database did not say what it made for the row, or a trigger left the row out";
        self.explain(Error::new(Kind::Other, message))
    }
}
