//! Spans and events for statements: their text, what they do, how long they took; never a value.

use std::future::Future;
use std::task::Poll;
use std::time::{Duration, Instant};

use tablewright_schema::Dialect;
use tracing::{Level, debug, enabled, warn};

use crate::driver::{Done, Statement};
use crate::error::Result;

/// From how long on a statement is worth a warning.
const SLOW: Duration = Duration::from_secs(1);

/// What every event of a database says.
#[derive(Debug, Clone, Copy)]
pub struct Trace {
    dialect: Dialect,
}

impl Trace {
    /// Events of a database of this dialect.
    pub const fn new(dialect: Dialect) -> Self {
        Self { dialect }
    }

    /// Whether anybody hears of a statement. Without a listener to warnings it costs a comparison to know.
    #[inline]
    pub fn is_heard() -> bool {
        enabled!(target: "tablewright::statement", Level::WARN)
    }

    /// Watches a statement without rows.
    pub async fn execute(self, statement: Statement<'_>, run: impl Future<Output = Result<Done>>) -> Result<Done> {
        let start = Instant::now();
        let result = run.await;
        self.report(statement, start, result.as_ref().map(|done| Some(done.rows)));
        result
    }

    /// Watches a statement with rows.
    pub async fn fetch(self, statement: Statement<'_>, run: impl Future<Output = Result<()>>) -> Result<()> {
        let start = Instant::now();
        let result = run.await;
        self.report(statement, start, result.as_ref().map(|()| None));
        result
    }

    /// Watches a statement that runs at once, if anybody hears of it: SQLite answers in less time than it takes to look at
    /// the clock twice.
    #[inline]
    pub fn now<T>(self, statement: Statement<'_>, run: impl FnOnce() -> Poll<Result<T>>) -> Poll<Result<T>> {
        if !Self::is_heard() {
            return run();
        }
        let start = Instant::now();
        let result = run();
        if let Poll::Ready(result) = &result {
            self.report(statement, start, result.as_ref().map(|_| None));
        }
        result
    }

    fn report(self, statement: Statement<'_>, start: Instant, result: Result<Option<u64>, &crate::Error>) {
        let elapsed = start.elapsed();
        let dialect = self.dialect.name();
        let table = statement.table.map(|table| &*table.name);
        let Statement { sql, operation, .. } = statement;
        match result {
            Ok(rows) if elapsed >= SLOW => {
                warn!(target: "tablewright::statement", dialect, ?operation, table, sql, rows, ?elapsed, "slow statement");
            }
            Ok(rows) => {
                debug!(target: "tablewright::statement", dialect, ?operation, table, sql, rows, ?elapsed, "statement");
            }
            Err(error) => {
                let kind = error.kind();
                debug!(target: "tablewright::statement", dialect, ?operation, table, sql, ?kind, ?elapsed, "statement failed");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use tracing::span::{Attributes, Id, Record};
    use tracing::subscriber::NoSubscriber;
    use tracing::{Dispatch, Event, Metadata, Subscriber};

    use super::*;
    use crate::driver::Operation;

    /// Hears warnings alone, and counts them.
    #[derive(Clone, Default)]
    struct Warnings(Arc<AtomicUsize>);

    impl Subscriber for Warnings {
        fn enabled(&self, metadata: &Metadata<'_>) -> bool {
            *metadata.level() == Level::WARN
        }

        fn new_span(&self, _: &Attributes<'_>) -> Id {
            Id::from_u64(1)
        }

        fn record(&self, _: &Id, _: &Record<'_>) {}

        fn record_follows_from(&self, _: &Id, _: &Id) {}

        fn event(&self, _: &Event<'_>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }

        fn enter(&self, _: &Id) {}

        fn exit(&self, _: &Id) {}
    }

    #[test]
    fn who_hears_warnings_alone_hears_of_slow_statements() {
        // Beside it no subscriber is the only one, which tracing would not ask.
        let _another = Dispatch::new(NoSubscriber::default());
        let warnings = Warnings::default();
        tracing::subscriber::with_default(warnings.clone(), || {
            for pause in [Duration::ZERO, SLOW] {
                let run = || {
                    std::thread::sleep(pause);
                    Poll::Ready(Ok(()))
                };
                assert!(Trace::new(Dialect::ALL[0]).now(Statement::built("", Operation::Other), run).is_ready());
            }
        });
        assert_eq!(warnings.0.load(Ordering::Relaxed), 1);
    }
}
