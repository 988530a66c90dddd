//! Bare firebird-wire on a held connection: statements kept prepared, one transaction for reading, many rows in a batch.

use anyhow::{Context, Result, ensure};
use chrono::{DateTime, NaiveDate, NaiveTime, Timelike, Utc};
use firebird_wire::batch::BatchOptions;
use firebird_wire::{
    ConnectConfig, Connection, IsolationLevel, Row, Statement, TimestampTz, Transaction, TransactionBuilder, Value,
    ValueRef,
};

use super::{Client, Each};
use crate::patient::Patient;

/// A SELECT of all columns by name.
macro_rules! select {
    ($condition:literal) => {
        concat!(
            r#"SELECT "id", "name", "ward", "record_number", "is_active", "visits", "admitted_at" FROM "patients""#,
            $condition
        )
    };
}

const FIND: &str = select!(r#" WHERE "id" = ?"#);
const LIST: &str = select!(r#" WHERE "id" < ?"#);
const ALL: &str = select!("");
const INSERT: &str = r#"INSERT INTO "patients"
    ("id", "name", "ward", "record_number", "is_active", "visits", "admitted_at") VALUES (?, ?, ?, ?, ?, ?, ?)"#;
/// firebird-wire 0.1.16 makes no batch with an instant in it; cast, it goes without its zone, and the session's is UTC.
const INSERT_MANY: &str = r#"INSERT INTO "patients"
    ("id", "name", "ward", "record_number", "is_active", "visits", "admitted_at")
    VALUES (?, ?, ?, ?, ?, ?, CAST(? AS TIMESTAMP))"#;
/// 17 November 1858 in days of the common era, where Firebird begins to count.
const EPOCH: i32 = 678_576;
/// The number of the zone `GMT`.
const GMT: u16 = 65_535;
/// Rows of a batch.
const PORTION: usize = 5_000;

/// A connection, and what is kept on it.
pub struct BareFirebird {
    connection: Connection,
    writes: TransactionBuilder,
    reading: Transaction,
    find: Statement,
    list: Statement,
    all: Statement,
    insert: Statement,
}

impl BareFirebird {
    /// Connects and prepares.
    pub fn open(url: &str) -> Result<Self> {
        let mut connection = Connection::connect(&config(url).context("an odd URL")?)?;
        let writes = TransactionBuilder::new().isolation(IsolationLevel::ReadCommittedReadConsistency);
        let reading = connection.begin_with(&writes.clone().read_only())?;
        let mut prepare = |sql| connection.prepare(&reading, sql);
        let (find, list, all, insert) = (prepare(FIND)?, prepare(LIST)?, prepare(ALL)?, prepare(INSERT)?);
        Ok(BareFirebird { connection, writes, reading, find, list, all, insert })
    }
}

/// `firebird://user:password@host:port/path`, without signs that have to be escaped.
fn config(url: &str) -> Option<ConnectConfig> {
    let (who, place) = url.strip_prefix("firebird://")?.split_once('@')?;
    let ((user, password), (server, path)) = (who.split_once(':')?, place.split_once('/')?);
    let (host, port) = server.split_once(':')?;
    let path = path.split('?').next()?;
    let is_alias = !path.contains(['/', '.']);
    Some(ConnectConfig {
        host: host.to_owned(),
        port: port.parse().ok()?,
        database: if is_alias { path.to_owned() } else { format!("/{path}") },
        user: user.to_owned(),
        password: password.to_owned(),
        native_data_types: true,
        timezone: Some("UTC".to_owned()),
        ..ConnectConfig::default()
    })
}

impl Client for BareFirebird {
    type Row = Patient;
    type New = Patient;

    fn title(&self) -> &'static str {
        "firebird-wire"
    }

    async fn find(&mut self, id: &str) -> Result<Option<Patient>> {
        self.find.execute_ref(&mut self.connection, &self.reading, &[ValueRef::Text(id)])?;
        let row = self.find.fetch(&mut self.connection)?;
        self.find.close(&mut self.connection)?;
        row.map(decode).transpose()
    }

    async fn list(&mut self, below: &str) -> Result<Vec<Patient>> {
        self.list.execute_ref(&mut self.connection, &self.reading, &[ValueRef::Text(below)])?;
        let mut rows = Vec::new();
        while let Some(row) = self.list.fetch(&mut self.connection)? {
            rows.push(decode(row)?);
        }
        self.list.close(&mut self.connection)?;
        Ok(rows)
    }

    async fn stream(&mut self, each: Each<'_, Patient>) -> Result<()> {
        self.all.execute_ref(&mut self.connection, &self.reading, &[])?;
        while let Some(row) = self.all.fetch(&mut self.connection)? {
            each(decode(row)?);
        }
        self.all.close(&mut self.connection)?;
        Ok(())
    }

    async fn insert(&mut self, new: Patient) -> Result<()> {
        let transaction = self.connection.begin_with(&self.writes)?;
        self.insert.execute_ref(&mut self.connection, &transaction, &values(&new))?;
        transaction.commit(&mut self.connection)?;
        Ok(())
    }

    async fn insert_many(&mut self, news: Vec<Patient>) -> Result<()> {
        let transaction = self.connection.begin_with(&self.writes)?;
        let mut batch = self.connection.create_batch_with(&transaction, INSERT_MANY, BatchOptions::new())?;
        for portion in news.chunks(PORTION) {
            for new in portion {
                let mut values = values(new);
                values[6] = match values[6] {
                    ValueRef::TimestampTz(time) => ValueRef::Timestamp(time.utc_date, time.utc_time),
                    other => other,
                };
                batch.add_ref(&values)?;
            }
            let done = batch.execute(&mut self.connection, &transaction)?;
            ensure!(done.all_succeeded(), "rows are missing");
        }
        batch.close(&mut self.connection)?;
        transaction.commit(&mut self.connection)?;
        Ok(())
    }
}

fn values(row: &Patient) -> [ValueRef<'_>; 7] {
    let time = row.admitted_at.naive_utc();
    let instant = TimestampTz {
        utc_date: chrono::Datelike::num_days_from_ce(&time.date()) - EPOCH,
        utc_time: time.num_seconds_from_midnight() * 10_000 + time.nanosecond() / 100_000,
        zone: GMT,
        offset: 0,
    };
    [
        ValueRef::Text(&row.id),
        ValueRef::Text(&row.name),
        ValueRef::Text(&row.ward),
        row.record_number.as_deref().map_or(ValueRef::Null, ValueRef::Text),
        ValueRef::Bool(row.is_active),
        ValueRef::BigInt(row.visits),
        ValueRef::TimestampTz(instant),
    ]
}

fn decode(row: Row) -> Result<Patient> {
    let mut values = row.into_values().into_iter();
    let mut text = || match values.next() {
        Some(Value::Text(text)) => Some(Some(text)),
        Some(Value::Null) => Some(None),
        _ => None,
    };
    let texts = (|| Some((text()??, text()??, text()??, text()?)))();
    let (id, name, ward, record_number) = texts.context("no text")?;
    let (Some(Value::Bool(is_active)), Some(Value::BigInt(visits)), Some(Value::TimestampTz(time))) =
        (values.next(), values.next(), values.next())
    else {
        anyhow::bail!("no boolean, number or instant")
    };
    let admitted_at = instant(time.utc_date, time.utc_time).context("no instant")?;
    Ok(Patient { id, name, ward, record_number, is_active, visits, admitted_at })
}

fn instant(days: i32, units: u32) -> Option<DateTime<Utc>> {
    let date = NaiveDate::from_num_days_from_ce_opt(days + EPOCH)?;
    let time = NaiveTime::from_num_seconds_from_midnight_opt(units / 10_000, units % 10_000 * 100_000)?;
    Some(date.and_time(time).and_utc())
}
