//! Firebird's serializable transactions, which lock the tables of the database.

use std::time::Duration;

use tablewright::prelude::*;
use tablewright::{Executor, Isolation, Retry, Transaction, TransactionOptions};

use crate::table::people::{Counter, NewCounter};

const SERIALIZABLE: TransactionOptions = TransactionOptions::new().isolation(Isolation::Serializable);
/// Tasks that each take a number from the same counter, and how many.
const TASKS: i64 = 4;
const NUMBERS: i64 = 5;

/// One begins when nobody writes, not even into another table, and then others wait; all who want to come to their turn. The
/// database has the tables of the suite.
pub async fn take_turns(db: &Database, url: &str) {
    let counters = Counter::dao(db);
    counters.create_many(vec![NewCounter::new("a", 0_i64), NewCounter::new("b", 0_i64)]).await.unwrap();

    let writer = db.begin().await.unwrap();
    set(&writer, "a", 1).await.unwrap();
    let serializable = db.begin_with(SERIALIZABLE);
    tokio::pin!(serializable);
    assert!(tokio::time::timeout(Duration::from_millis(200), &mut serializable).await.is_err(), "it began");
    writer.commit().await.unwrap();
    let serializable = serializable.await.unwrap();
    let waiting = set(db, "b", 1);
    tokio::pin!(waiting);
    assert!(tokio::time::timeout(Duration::from_millis(200), &mut waiting).await.is_err(), "nobody else writes");
    assert_eq!(values(&serializable).await, [1, 0]);
    serializable.commit().await.unwrap();
    waiting.await.unwrap();

    // Who waits for too long at its beginning runs again as well.
    let writer = db.begin().await.unwrap();
    set(&writer, "a", 1).await.unwrap();
    let impatient = Database::connect(&format!("{url}?lock_timeout=1000")).await.unwrap();
    let refused = impatient.begin_with(SERIALIZABLE).await.map(drop).unwrap_err();
    assert_eq!(refused.kind(), Kind::Serialization, "{refused}");
    let again = Retry::default().tries(100).waits(Duration::from_millis(20), Duration::from_millis(20));
    let (patient, ()) = tokio::join!(
        impatient.transaction_retrying_with(SERIALIZABLE, again, async |tx| Ok::<_, Error>(values(tx).await)),
        async {
            tokio::time::sleep(Duration::from_secs(3)).await;
            writer.commit().await.unwrap();
        }
    );
    assert_eq!(patient.unwrap(), [1, 1]);
    impatient.close().await.unwrap();

    // Who migrates has its lock for long, and is not waited for.
    db.execute_sql("CREATE TABLE \"tablewright_migration_lock\" (id INTEGER)", &[]).await.unwrap();
    let runner = db.begin().await.unwrap();
    runner.execute_sql("INSERT INTO \"tablewright_migration_lock\" VALUES (1)", &[]).await.unwrap();
    db.begin_with(SERIALIZABLE).await.unwrap().rollback().await.unwrap();
    runner.rollback().await.unwrap();

    let tasks = (0..TASKS).map(|_| {
        let db = db.clone();
        tokio::spawn(async move {
            let take = async |tx: &Transaction| {
                let number = values(tx).await[1];
                set(tx, "b", number + 1).await
            };
            for _ in 0..NUMBERS {
                db.transaction_retrying_with(SERIALIZABLE, Retry::default().tries(100), take).await.unwrap();
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.unwrap();
    }
    assert_eq!(values(db).await, [1, 1 + TASKS * NUMBERS]);
}

/// It needs no right to tables that it leaves alone. The URL is an administrator's, and the database one that took turns.
pub async fn needs_no_more_rights(db: &Database, url: &str) {
    // A user is the server's, and another run may be on the same one.
    let user = format!("tablewright_reader_{}", std::process::id());
    for sql in [
        format!("CREATE OR ALTER USER {user} PASSWORD 'reader'"),
        format!("GRANT SELECT, UPDATE ON \"counters\" TO USER {user}"),
    ] {
        db.execute_sql(&sql, &[]).await.unwrap();
    }
    let (scheme, server) = (&url[..url.find("//").unwrap()], &url[url.find('@').unwrap()..]);
    let reader = Database::connect(&format!("{scheme}//{user}:reader{server}")).await.unwrap();
    let tx = reader.begin_with(SERIALIZABLE).await.unwrap();
    set(&tx, "a", 9).await.unwrap();
    tx.commit().await.unwrap();
    reader.close().await.unwrap();
    assert_eq!(values(db).await[0], 9);
    db.execute_sql(&format!("DROP USER {user}"), &[]).await.unwrap();
}

async fn set(on: &impl Executor, name: &str, value: i64) -> tablewright::Result<()> {
    Counter::dao(on).patch(name, Counter::patch().set(Counter::VALUE, value)).await
}

async fn values(on: &impl Executor) -> Vec<i64> {
    Counter::dao(on).all().await.unwrap().iter().map(|counter| counter.value).collect()
}
