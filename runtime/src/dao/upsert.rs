//! Adding a row, or changing the one that is in its place.

use tablewright_schema::dml::finders;

use super::{Core, Dao};
use crate::driver::{BoxFuture, Operation, Sink, Statement};
use crate::error::{Error, Kind, Result};
use crate::param::Param;
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
    statement: Statement<'static>,
    /// How to find the row afterwards, where the statement does not give it back.
    select: &'static str,
    /// The columns that decide.
    key: Vec<Param<'p>>,
}

impl<'a, T: Table> Dao<'a, T> {
    /// Adds a row, or, if its primary key is taken, gives the row there these values; gives back what is there then.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage) if the table has no primary key, or one that the database numbers; of kind
    /// [`Unsupported`](Kind::Unsupported) on MySQL and MariaDB if the table has other unique keys, for there any of them
    /// would decide; those of [`create`](Self::create).
    pub async fn upsert(self, new: T::New) -> Result<T> {
        self.upsert_on(Conflict::PrimaryKey, new).await
    }

    /// What `upsert_by_..` does: the columns of the n-th unique finder decide instead of the primary key.
    #[doc(hidden)]
    pub fn upsert_by(self, unique: usize, new: T::New) -> BoxFuture<'a, Result<T>> {
        Box::pin(self.upsert_on(Conflict::Unique(unique), new))
    }

    async fn upsert_on(self, conflict: Conflict, mut new: T::New) -> Result<T> {
        new.complete();
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
        let Some((text, select, names)) = found else { return Err(self.explain(no_key())) };
        if text.is_empty() {
            let brought = |name: &&str| def.insertable().any(|column| column.name == *name);
            let possible = !names.is_empty() && names.iter().all(brought);
            return Err(self.explain(if possible { self.undecided() } else { no_key() }));
        }
        let key = names.into_iter().map(|name| self.inserted(name, params)).collect::<Option<Vec<_>>>();
        let statement = Statement::fixed(text, Operation::Upsert, def);
        Ok(key.map(|key| Upsert { statement, select, key }))
    }

    /// Where any unique key may decide, no statement says that one of several does.
    #[cold]
    fn undecided(self) -> Error {
        let dialect = self.dialect();
        let message = format!("{dialect} cannot say which of several unique keys decides; find the row first");
        Error::new(Kind::Unsupported, message)
    }

    /// Adds or changes the row, and hands it over.
    async fn upsert(self, upsert: Upsert<'_>, params: &[Param<'_>], sink: Sink<'_>) -> Result<()> {
        let mut answered = false;
        self.fetch(upsert.statement, params, &mut |row| {
            answered = true;
            sink(row)
        })
        .await?;
        if answered {
            return Ok(());
        }
        self.fetch(Statement::fixed(upsert.select, Operation::Select, self.def()), &upsert.key, sink).await
    }
}

#[cold]
fn no_key() -> Error {
    Error::new(Kind::Usage, "`upsert` needs a key that the row brings with it; use `create`")
}
