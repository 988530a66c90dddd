//! Nothing to do costs one question, however many migrations there are; and each of many has its own part of the history alone.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use tablewright::driver::{BoxFuture, Done, Driver, Limits, Session, Sink, Statement};
use tablewright::prelude::*;
use tablewright::{Migrator, Param, Result};
use tracing::instrument::WithSubscriber;
use tracing_subscriber::fmt::format::FmtSpan;

use crate::traced::Trace;
use crate::way_back::exact;

/// A driver that counts what it is asked for.
struct Counting {
    inner: Arc<dyn Driver>,
    count: Arc<AtomicUsize>,
}

impl Counting {
    fn one(&self) -> &dyn Driver {
        self.count.fetch_add(1, Ordering::Relaxed);
        &*self.inner
    }
}

impl Driver for Counting {
    fn dialect(&self) -> Dialect {
        self.inner.dialect()
    }

    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        self.one().execute(statement, params)
    }

    fn fetch<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        self.one().fetch(statement, params, sink)
    }

    fn execute_many<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>> {
        self.one().execute_many(statement, params)
    }

    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        self.one().begin()
    }

    fn begin_changes(&self, limits: Limits) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        self.one().begin_changes(limits)
    }

    fn change<'a>(&'a self, statement: Statement<'a>, limits: Limits) -> BoxFuture<'a, Result<Done>> {
        self.one().change(statement, limits)
    }

    fn close(&self) -> BoxFuture<'_, Result<()>> {
        self.inner.close()
    }
}

/// The driver of a URL.
async fn driver(url: &str) -> Arc<dyn Driver> {
    match url.split(':').next() {
        Some("sqlite") => Arc::new(tablewright::driver::sqlite::SqliteDriver::open(url).unwrap()),
        #[cfg(feature = "postgres")]
        Some("postgres") => Arc::new(tablewright::driver::postgres::PostgresDriver::open(url).await.unwrap()),
        #[cfg(feature = "mysql")]
        Some("mysql" | "mariadb") => Arc::new(tablewright::driver::mysql::MysqlDriver::open(url).await.unwrap()),
        #[cfg(feature = "firebird")]
        Some("firebird") => Arc::new(tablewright::driver::firebird::FirebirdDriver::open(url).await.unwrap()),
        _ => panic!("no driver"),
    }
}

/// Of five hundred migrations.
pub async fn nothing_pending_is_one_question(url: &str) {
    let count = Arc::new(AtomicUsize::new(0));
    let counting = Counting { inner: driver(url).await, count: Arc::clone(&count) };
    let db = Database::from_driver(Arc::new(counting));
    let files: Vec<(String, String)> = (1..=500)
        .map(|number| {
            let text = format!(r#"{{ "version": "{number:03}", "name": "n", "up_sql": ["SELECT {number}"] }}"#);
            (format!("{number:03}.json"), text)
        })
        .collect();
    let migrator = Migrator::new(&db, files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap();
    migrator.baseline("500").await.unwrap();
    count.store(0, Ordering::Relaxed);
    let start = Instant::now();
    assert_eq!(migrator.migrate_to_latest().await.unwrap(), []);
    let took = start.elapsed();
    assert_eq!(count.load(Ordering::Relaxed), 1, "one question and no lock");
    println!("{}: nothing pending of 500: {took:?}", url.split(":").next().unwrap_or_default());
    db.close().await.unwrap();
}

/// How many migrations run at once, and how often all of the history may be read for them: before the first one, and for it.
const MANY: usize = 30;
const OFTEN: usize = 4;

/// A run that goes from one to the next reads what came since, and not all of the history again and again.
pub async fn many_pending_read_the_history_once(db: &Database) {
    let files: Vec<(String, String)> = (1..=MANY)
        .map(|number| {
            let [up, down] = ["CREATE", "DROP"].map(|word| format!("{word} TABLE mig_t{number}"));
            let file = serde_json::json!({
                "version": format!("{number:03}"), "name": "n", "up_sql": [format!("{up} (id INTEGER)")],
                "down_sql": [down], "way_back": exact(),
            });
            (format!("{number:03}.json"), file.to_string())
        })
        .collect();
    let migrator = Migrator::new(db, files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap();
    let trace = Trace::default();
    let there = migrator.migrate_to_latest().with_subscriber(trace.subscriber(FmtSpan::FULL)).await.unwrap().len();
    let often = read_whole(&trace);
    assert_eq!(there, MANY);
    assert!((1..=OFTEN).contains(&often), "{}: all of the history was read {often} times", db.dialect());
    let trace = Trace::default();
    let back = migrator.rollback_all().with_subscriber(trace.subscriber(FmtSpan::FULL)).await.unwrap().len();
    let often = read_whole(&trace);
    assert_eq!(back, MANY);
    assert!((1..=OFTEN).contains(&often), "{}: all of it was read {often} times on the way back", db.dialect());
}

/// How often all of the history was read: its end is read alone, and what came since by a condition.
fn read_whole(trace: &Trace) -> usize {
    let text = trace.text();
    let of_history =
        text.lines().filter(|line| line.contains("table=\"tablewright_migrations\"") && line.contains("ORDER BY"));
    of_history.filter(|line| !line.contains("WHERE") && !line.contains("DESC")).count()
}
