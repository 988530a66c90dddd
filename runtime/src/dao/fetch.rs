//! Rows on their way to structs: what a search gives while it is awaited.
//!
//! Only what needs the struct is generic; the search itself is compiled once, for tables come by the hundred.

use std::any::Any;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tablewright_schema::dml::StaticSql;

use super::Core;
use crate::driver::{BoxFuture, Operation, Statement};
use crate::error::{Error, Kind, Result};
use crate::param::Param;
use crate::query::{Selection, select};
use crate::row::Row;
use crate::table::Table;

/// A search. Awaiting it runs it: a `Fetch<Option<T>>` gives the row if there is one, a `Fetch<Vec<T>>` all rows.
#[must_use = "a search does nothing until it is awaited"]
pub struct Fetch<'a, O> {
    state: State<'a>,
    output: PhantomData<fn() -> O>,
}

/// What rows are gathered in.
pub trait Gather: Any + Send {
    /// Whether there is room for one row only.
    fn is_single(&self) -> bool;
    /// Adds a row that has all columns of the table.
    fn add(&mut self, row: &mut dyn Row) -> Result<()>;
}

impl<T: Table> Gather for Option<T> {
    fn is_single(&self) -> bool {
        true
    }

    fn add(&mut self, row: &mut dyn Row) -> Result<()> {
        *self = Some(T::decode(row)?);
        Ok(())
    }
}

impl<T: Table> Gather for Vec<T> {
    fn is_single(&self) -> bool {
        false
    }

    fn add(&mut self, row: &mut dyn Row) -> Result<()> {
        self.push(T::decode(row)?);
        Ok(())
    }
}

/// Picks one of a table's statements.
pub(super) type Pick = fn(&'static StaticSql) -> &'static str;

/// Which rows.
pub(super) enum Search<'a> {
    /// Those of a static statement.
    Fixed(Pick, Vec<Param<'a>>),
    /// Those of a statement made for the call.
    Made(Selection),
    /// None, for a value could not become a parameter.
    Refused(Error),
}

enum State<'a> {
    Waiting(Core<'a>, Search<'a>),
    Running(BoxFuture<'a, Result<Box<dyn Gather>>>),
    Done,
}

impl<'a, O> Fetch<'a, O> {
    pub(super) const fn new(core: Core<'a>, search: Search<'a>) -> Self {
        Self { state: State::Waiting(core, search), output: PhantomData }
    }
}

impl<O: Gather + Default> Future for Fetch<'_, O> {
    type Output = Result<O>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut found = O::default();
        match self.get_mut().state.poll(context, &mut found, boxed::<O>) {
            Poll::Ready(Ok(None)) => Poll::Ready(Ok(found)),
            Poll::Ready(Ok(Some(gathered))) => match (gathered as Box<dyn Any>).downcast() {
                Ok(rows) => Poll::Ready(Ok(*rows)),
                Err(_) => Poll::Ready(Err(mixed_up())),
            },
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => Poll::Pending,
        }
    }
}

fn boxed<O: Gather + Default>() -> Box<dyn Gather> {
    Box::new(O::default())
}

impl<'a> State<'a> {
    /// Rows of an engine in this process are in `found` at once; those of any other come in a box that `make` made.
    fn poll(
        &mut self,
        context: &mut Context<'_>,
        found: &mut dyn Gather,
        make: fn() -> Box<dyn Gather>,
    ) -> Poll<Result<Option<Box<dyn Gather>>>> {
        if matches!(self, State::Waiting(..)) {
            // As `take_turns` does.
            ready!(tokio::task::coop::poll_proceed(context)).made_progress();
        }
        *self = match std::mem::replace(self, State::Done) {
            State::Waiting(core, search) => match core.gather_now(search, found)? {
                None => return Poll::Ready(Ok(None)),
                Some(asked) => State::Running(Box::pin(core.gather(asked, make()))),
            },
            begun @ (State::Running(_) | State::Done) => begun,
        };
        let State::Running(running) = self else { return Poll::Ready(Err(mixed_up())) };
        let polled = running.as_mut().poll(context).map_ok(Some);
        if polled.is_ready() {
            *self = State::Done;
        }
        polled
    }
}

/// A statement with its parameters, ready to be sent.
enum Asked<'a> {
    Fixed(Statement<'static>, Vec<Param<'a>>),
    Made(String, Vec<Param<'static>>),
}

impl Asked<'_> {
    fn parts<'s>(&'s self, core: Core<'_>, rows: &dyn Gather) -> (Statement<'s>, &'s [Param<'s>]) {
        let (statement, params) = match self {
            Asked::Fixed(statement, params) => (*statement, &params[..]),
            Asked::Made(sql, params) => (Statement::built(sql, Operation::Select).on(core.def()), &params[..]),
        };
        (if rows.is_single() { statement.single() } else { statement }, params)
    }
}

impl<'a> Core<'a> {
    /// Gathers the rows at once, if the database is in this process; otherwise gives back what has to be asked.
    fn gather_now(self, search: Search<'a>, found: &mut dyn Gather) -> Result<Option<Asked<'a>>> {
        let asked = match search {
            Search::Fixed(pick, params) => Asked::Fixed(self.fixed(Operation::Select, pick)?, params),
            Search::Made(selection) => {
                let made = select(self.sql()?.select(), selection, self.def(), self.dialect())?;
                Asked::Made(made.sql, made.params)
            }
            Search::Refused(error) => return Err(error),
        };
        let (statement, params) = asked.parts(self, found);
        match self.executor.try_fetch(statement, params, &mut |row| found.add(row)) {
            Poll::Ready(result) => self.explained(result).map(|()| None),
            Poll::Pending => Ok(Some(asked)),
        }
    }

    async fn gather(self, asked: Asked<'a>, mut rows: Box<dyn Gather>) -> Result<Box<dyn Gather>> {
        let (statement, params) = asked.parts(self, &*rows);
        self.explained(self.executor.fetch(statement, params, &mut |row| rows.add(row)).await)?;
        Ok(rows)
    }
}

/// Shows nothing of what is searched for.
impl<O> std::fmt::Debug for Fetch<'_, O> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Fetch")
    }
}

#[cold]
fn mixed_up() -> Error {
    Error::new(Kind::Usage, "a search was polled after it had given its rows")
}
