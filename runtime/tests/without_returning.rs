//! The DAO over an engine that gives no rows back from INSERT (MySQL), played by an executor that keeps a script.

#![allow(missing_docs, reason = "a test")]

use std::sync::{Arc, Mutex};

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use tablewright::driver::{BoxFuture, Done, Driver, Operation, Session, Sink, Statement};
use tablewright::prelude::*;
use tablewright::{Param, Result, Row};

#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "numbered")]
struct Numbered {
    #[column(primary_key, auto_increment, allow(narrow_key, reason = "numbers of every width are tried"))]
    id: i32,
    #[column(max_length = 10, unique)]
    token: String,
}

#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "computed")]
struct Computed {
    #[column(primary_key, auto_increment, allow(narrow_key, reason = "numbers of every width are tried"))]
    id: i32,
    width: i32,
    #[column(generated(width * 2))]
    double: i32,
}

/// What a column of the only row holds.
#[derive(Clone, Copy)]
enum Cell {
    Int(i64),
    Text(&'static str),
}

/// An engine whose SELECTs find this row, and whose other statements have no rows; it is its only session too.
#[derive(Clone)]
struct Engine(Arc<Script>);

struct Script {
    row: Vec<Cell>,
    seen: Mutex<Vec<(Seen, Vec<Param<'static>>)>>,
}

/// What was asked of it.
#[derive(Debug, PartialEq)]
enum Seen {
    Ran(Operation),
    Begun,
    Committed,
}

impl Engine {
    fn new(row: impl Into<Vec<Cell>>) -> Self {
        Self(Arc::new(Script { row: row.into(), seen: Mutex::new(Vec::new()) }))
    }

    fn database(&self) -> Database {
        Database::from_driver(Arc::new(self.clone()))
    }

    fn seen(&self) -> Vec<(Seen, Vec<Param<'static>>)> {
        std::mem::take(&mut *self.0.seen.lock().unwrap())
    }

    fn see(&self, seen: Seen, params: &[Param<'_>]) {
        let params = params.iter().map(|param| param.clone().into_owned()).collect();
        self.0.seen.lock().unwrap().push((seen, params));
    }

    fn run<'a>(&self, statement: Statement<'_>, params: &[Param<'_>]) -> BoxFuture<'a, Result<Done>> {
        self.see(Seen::Ran(statement.operation), params);
        Box::pin(async { Ok(Done { rows: 1, last_insert_id: Some(7) }) })
    }

    fn read<'a>(&self, statement: Statement<'_>, params: &[Param<'_>], sink: Sink<'a>) -> BoxFuture<'a, Result<()>> {
        self.see(Seen::Ran(statement.operation), params);
        let row = (statement.operation == Operation::Select).then(|| Cells(self.0.row.clone()));
        Box::pin(async move { row.map_or(Ok(()), |mut row| sink(&mut row)) })
    }
}

impl Driver for Engine {
    fn dialect(&self) -> Dialect {
        Dialect::Mysql
    }

    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        self.run(statement, params)
    }

    fn fetch<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        self.read(statement, params, sink)
    }

    fn execute_many<'a>(&'a self, _: Statement<'a>, _: &'a [Vec<Param<'a>>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async { Ok(Done::default()) })
    }

    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        self.see(Seen::Begun, &[]);
        Box::pin(async { Ok(Box::new(self.clone()) as Box<dyn Session>) })
    }

    fn close(&self) -> BoxFuture<'_, Result<()>> {
        Box::pin(async { Ok(()) })
    }
}

impl Session for Engine {
    fn execute<'a>(&'a mut self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        self.run(statement, params)
    }

    fn fetch<'a>(
        &'a mut self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        self.read(statement, params, sink)
    }

    fn execute_many<'a>(&'a mut self, _: Statement<'a>, _: &'a [Vec<Param<'a>>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async { Ok(Done::default()) })
    }

    fn savepoint(&mut self, _: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async { Ok(()) })
    }

    fn release(&mut self, _: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async { Ok(()) })
    }

    fn rollback_to(&mut self, _: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async { Ok(()) })
    }

    fn commit(self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        self.see(Seen::Committed, &[]);
        Box::pin(async { Ok(()) })
    }

    fn rollback(self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async { Ok(()) })
    }
}

struct Cells(Vec<Cell>);

impl Cells {
    fn int<N: TryFrom<i64>>(&self, column: usize) -> Result<N> {
        match self.0.get(column) {
            Some(Cell::Int(value)) => N::try_from(*value).map_err(|_| unread()),
            Some(Cell::Text(_)) | None => Err(unread()),
        }
    }
}

fn unread() -> Error {
    Error::new(Kind::Decode, "not in the script")
}

macro_rules! unread {
    ($($name:ident($($argument:ty),*) -> $type:ty;)+) => {$(
        fn $name(&mut self, _: usize, $(_: $argument),*) -> Result<$type> {
            Err(unread())
        }
    )+};
}

impl Row for Cells {
    fn is_null(&mut self, column: usize) -> Result<bool> {
        Ok(column >= self.0.len())
    }

    fn i16(&mut self, column: usize) -> Result<i16> {
        self.int(column)
    }

    fn i32(&mut self, column: usize) -> Result<i32> {
        self.int(column)
    }

    fn i64(&mut self, column: usize) -> Result<i64> {
        self.int(column)
    }

    fn text(&mut self, column: usize) -> Result<&str> {
        match self.0.get(column) {
            Some(Cell::Text(text)) => Ok(text),
            Some(Cell::Int(_)) | None => Err(unread()),
        }
    }

    unread! {
        bool() -> bool;
        f32() -> f32;
        f64() -> f64;
        decimal(u8, u8) -> rust_decimal::Decimal;
        bytes() -> &[u8];
        date() -> NaiveDate;
        time() -> NaiveTime;
        timestamp() -> NaiveDateTime;
        timestamp_tz() -> DateTime<Utc>;
        uuid() -> uuid::Uuid;
        json() -> &str;
    }
}

#[tokio::test]
async fn the_number_of_a_new_row_comes_without_asking() {
    let engine = Engine::new([]);
    let made = Numbered::dao(&engine.database()).create(NewNumbered::new("a")).await.unwrap();
    assert_eq!(made, Numbered { id: 7, token: "a".to_owned() });
    assert_eq!(engine.seen(), [(Seen::Ran(Operation::Insert), vec![Param::Text("a".into())])]);
}

#[tokio::test]
async fn what_the_database_computes_is_read_by_the_new_number_in_one_unit() {
    let engine = Engine::new([Cell::Int(7), Cell::Int(6)]);
    let made = Computed::dao(&engine.database()).create(NewComputed::new(3)).await.unwrap();
    assert_eq!(made, Computed { id: 7, width: 3, double: 6 });
    let expected = [
        (Seen::Begun, vec![]),
        (Seen::Ran(Operation::Insert), vec![Param::I32(3)]),
        (Seen::Ran(Operation::Select), vec![Param::I64(7)]),
        (Seen::Committed, vec![]),
    ];
    assert_eq!(engine.seen(), expected);
}

#[tokio::test]
async fn the_row_of_an_upsert_is_read_by_what_decided() {
    let engine = Engine::new([Cell::Int(3), Cell::Text("a")]);
    let row = Numbered::dao(&engine.database()).upsert_by_token(NewNumbered::new("a")).await.unwrap();
    assert_eq!(row, Numbered { id: 3, token: "a".to_owned() });
    let seen = engine.seen();
    assert_eq!(seen[0].0, Seen::Ran(Operation::Upsert));
    assert_eq!(seen[1], (Seen::Ran(Operation::Select), vec![Param::Text("a".into())]));
}

#[tokio::test]
async fn a_row_that_is_gone_at_once_is_an_error_and_not_kept() {
    let engine = Engine::new([]);
    let error = Computed::dao(&engine.database()).create(NewComputed::new(3)).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Decode);
    assert!(engine.seen().iter().all(|(seen, _)| *seen != Seen::Committed));
}
