//! Adding a row, or changing the one that is in its place.

use tablewright_schema::dml::finders;

use super::{Core, Dao};
use crate::driver::{BoxFuture, Operation, Sink, Statement};
use crate::error::{Error, Kind, Result};
use crate::param::Param;
use crate::query::replace;
use crate::table::{New, Table};

/// Which key decides whether a row is there already.
#[derive(Debug, Clone, Copy)]
enum Conflict {
    PrimaryKey,
    /// The columns of the unique finder with this number, counting unique finders only.
    Unique(usize),
}

/// An upsert, ready to run.
struct Upsert<'p> {
    /// The one statement that does it, where the dialect has one.
    statement: Option<Statement<'static>>,
    /// How to find the row afterwards, where the statement does not give it back.
    select: &'static str,
    /// The columns that decide, and their values.
    key: Vec<(&'static str, Param<'p>)>,
}

impl<'a, T: Table> Dao<'a, T> {
    /// Adds a row, or, if its primary key is taken, gives the row there these values; gives back what is there then.
    ///
    /// Of two that add the same row at once one may fail, with an error of kind [`Unique`](Kind::Unique), or
    /// [`Deadlock`](Kind::Deadlock): on Firebird and Oracle, and on MySQL and MariaDB if the table has several keys. It can be run
    /// again.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage) if the table has no primary key, or one that the database numbers; those of
    /// [`create`](Self::create).
    pub async fn upsert(self, new: T::New) -> Result<T> {
        self.upsert_on(Conflict::PrimaryKey, new).await
    }

    /// What `upsert_by_..` does: the columns of the n-th unique finder decide instead of the primary key.
    #[doc(hidden)]
    pub fn upsert_by(self, unique: usize, new: T::New) -> BoxFuture<'a, Result<T>> {
        Box::pin(self.upsert_on(Conflict::Unique(unique), new))
    }

    async fn upsert_on(self, conflict: Conflict, mut new: T::New) -> Result<T> {
        new.complete(self.core.dialect());
        let mut row = None;
        {
            let params = self.insert_params(&new)?;
            if let Some(upsert) = self.core.prepare_upsert(conflict, &params)? {
                self.core
                    .upsert(upsert, &params, &mut |found| {
                        row = Some(T::decode(found)?);
                        Ok(())
                    })
                    .await?;
                return row.ok_or_else(|| self.core.no_answer());
            }
        }
        self.create(new).await
    }
}

impl Core<'_> {
    /// What to run; nothing if one of the columns that decide is NULL, for NULLs never collide.
    fn prepare_upsert<'p>(self, conflict: Conflict, params: &[Param<'p>]) -> Result<Option<Upsert<'p>>> {
        let (sql, def) = (self.sql()?, self.def());
        let found = match conflict {
            Conflict::PrimaryKey => {
                Some((sql.upsert(), sql.find(), def.primary_key.columns.iter().map(|name| &**name).collect::<Vec<_>>()))
            }
            Conflict::Unique(number) => {
                let finder = finders(def).into_iter().enumerate().filter(|(_, finder)| finder.unique).nth(number);
                finder.map(|(position, finder)| {
                    let columns = finder.columns.iter().filter_map(|&column| def.columns.get(column));
                    let names = columns.map(|column| &*column.name).collect();
                    (sql.upsert_by(number), sql.finder(position), names)
                })
            }
        };
        let brought = |name: &&str| def.insertable().any(|column| column.name == *name);
        let found = found.filter(|(_, _, names)| !names.is_empty() && names.iter().all(brought));
        let Some((text, select, names)) = found else {
            let message = "`upsert` needs a key that the row brings with it; use `create`";
            return Err(self.explain(Error::new(Kind::Usage, message)));
        };
        let key = names.into_iter().map(|name| self.inserted(name, params).map(|value| (name, value)));
        let statement = (!text.is_empty()).then(|| Statement::fixed(text, Operation::Upsert, def));
        Ok(key.collect::<Option<Vec<_>>>().map(|key| Upsert { statement, select, key }))
    }

    /// Adds or changes the row, and hands it over.
    async fn upsert(self, upsert: Upsert<'_>, params: &[Param<'_>], sink: Sink<'_>) -> Result<()> {
        let mut answered = false;
        match upsert.statement {
            Some(statement) => {
                self.fetch(statement.single(), params, &mut |row| {
                    answered = true;
                    sink(row)
                })
                .await?;
            }
            None => self.change_or_add(&upsert, params).await?,
        }
        if answered {
            return Ok(());
        }
        let key: Vec<_> = upsert.key.into_iter().map(|(_, value)| value).collect();
        let select = self.seen_now(upsert.select);
        self.fetch(Statement::built(&select, Operation::Select).on(self.def()).single(), &key, sink).await
    }

    /// A row that another transaction made, and that has the values already, is none that this one has changed. Outside of one
    /// a query sees what is there, and need not wait for who has the row by now.
    fn seen_now(self, select: &str) -> String {
        let how = if self.executor.is_transaction() { self.dialect().seen_now() } else { "" };
        format!("{select}{how}")
    }

    /// An upsert in two statements, as one unit: where any unique key may decide, no statement says that one of several
    /// does. Another writer who adds the row in between makes it fail, as a collision with that row.
    async fn change_or_add(self, upsert: &Upsert<'_>, params: &[Param<'_>]) -> Result<()> {
        let unit = self.executor.begin_unit().await?;
        let inside = Core { executor: &unit, meta: self.meta };
        let replace = replace(&upsert.key, params, self.def(), self.dialect()).map_err(|error| self.explain(error))?;
        let is_there = match replace {
            Some(made) => {
                let change = Statement::built(&made.sql, Operation::Update).on(self.def());
                inside.execute(change, &made.params).await?.rows > 0
            }
            None => {
                let key: Vec<_> = upsert.key.iter().map(|(_, value)| value.clone()).collect();
                let select = inside.seen_now(upsert.select);
                inside.any(Statement::built(&select, Operation::Select).on(self.def()), &key).await?
            }
        };
        if !is_there {
            inside.execute(self.fixed(Operation::Insert, |sql| sql.insert())?, params).await?;
        }
        unit.commit().await
    }
}
