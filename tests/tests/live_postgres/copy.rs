//! Many rows go in by COPY where that does what an INSERT would have done, and by INSERT elsewhere.

use std::future::poll_fn;
use std::task::Poll;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use rust_decimal::Decimal;
use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Kind};
use tablewright_tests::live::load;
use tablewright_tests::table::Suite;
use tablewright_tests::table::library::{Author, Book, Loan, NewAuthor, NewBook, NewLoan};
use tablewright_tests::table::people::{Counter, NewCounter};
use tablewright_tests::table::values::{Document, NewOptionals, Optionals};
use uuid::Uuid;

use super::{administrator, empty, is_there, name_of, one, until};

/// More than enough to be copied.
const MANY: i64 = 5_000;
/// The most times that so many rows wait for the server, and more.
const WAITS: u32 = 16;
/// How often they are cut off at least, and at most: on a busy machine an answer may nearly always be there already.
const ROUNDS: std::ops::Range<u32> = 6 * WAITS..200 * WAITS;
/// A role of PostgreSQL's own that may nothing here.
const NOBODY: &str = "pg_monitor";

/// A database that notes by which statement each row of `counters` came.
async fn noting(settings: &str) -> Database {
    let db = empty(settings).await;
    Suite::create(&db).await.unwrap();
    for sql in [
        "CREATE TABLE roads (road text)",
        "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ \
         BEGIN INSERT INTO roads VALUES (split_part(current_query(), ' ', 1)); RETURN NULL; END $$",
        "CREATE TRIGGER note AFTER INSERT ON counters FOR EACH ROW EXECUTE FUNCTION note()",
    ] {
        db.execute_sql(sql, &[]).await.unwrap();
    }
    db
}

/// How many rows came by each statement.
async fn roads(db: &Database) -> Vec<(String, i64)> {
    let sql = "SELECT road, COUNT(*) FROM roads GROUP BY road ORDER BY road";
    db.fetch_sql(sql, &[], |row| Ok((row.get(0)?, row.i64(1)?))).await.unwrap()
}

fn some(count: i64) -> Vec<NewCounter> {
    (0..count).map(|n| NewCounter::new(format!("{n}"), n).extra((n % 2 == 0).then_some(n as i32))).collect()
}

#[tokio::test]
async fn many_rows_are_copied_and_few_are_not() {
    if !is_there() {
        return;
    }
    let db = noting("pool_size=1").await;
    let counters = Counter::dao(&db);
    counters.create_many(some(100)).await.unwrap();
    assert_eq!(roads(&db).await, [("INSERT".to_owned(), 100)]);
    counters.delete_where(Condition::all()).await.unwrap();

    let made = counters.create_many(some(MANY)).await.unwrap();
    assert_eq!(roads(&db).await, [("COPY".to_owned(), MANY - 1), ("INSERT".to_owned(), 101)]);
    assert_eq!(counters.all().order_by(Counter::VALUE.asc()).await.unwrap(), made);
    counters.delete_where(Condition::all()).await.unwrap();

    // Inside of a transaction, and of a savepoint that is undone.
    db.transaction(async |tx| {
        Counter::dao(tx).create_many(some(MANY)).await?;
        let undone = tx.transaction(async |inner| {
            let others = some(MANY).into_iter().map(|new| NewCounter { name: format!("again {}", new.name), ..new });
            Counter::dao(inner).create_many(others.collect()).await?;
            Err::<(), _>(Error::new(Kind::Other, "no"))
        });
        undone.await.unwrap_err();
        Ok::<_, Error>(())
    })
    .await
    .unwrap();
    assert_eq!(counters.count(Condition::all()).await.unwrap(), MANY as u64);
    assert_eq!(roads(&db).await, [("COPY".to_owned(), 2 * (MANY - 1)), ("INSERT".to_owned(), 102)]);
}

/// More bytes than are sent at once, in rows larger than that and in many small ones.
#[tokio::test]
async fn rows_of_any_size_are_copied() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    Suite::create(&db).await.unwrap();
    let text = |id: i64| match id % 400 {
        0 => "ü".repeat(700_000),
        other => "x".repeat(other as usize * 5),
    };
    let rows = (0..MANY).map(|id| NewOptionals::new(id).long(text(id))).collect();
    Optionals::dao(&db).create_many(rows).await.unwrap();
    let sql = "SELECT id, long FROM optionals ORDER BY id";
    let read = db.fetch_sql(sql, &[], |row| Ok(text(row.i64(0)?) == row.text(1)?)).await.unwrap();
    assert!(read.len() == MANY as usize && read.into_iter().all(|is_same| is_same));
}

#[tokio::test]
async fn values_at_their_limits_are_copied() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    Suite::create(&db).await.unwrap();
    let dao = Optionals::dao(&db);
    let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let last = NaiveTime::MIN - TimeDelta::microseconds(1);
    let least = NewOptionals::new(i64::MIN)
        .small(i16::MIN)
        .medium(i32::MIN)
        .large(i64::MIN)
        .truth(false)
        .single(f32::MIN)
        .double(f64::MIN)
        .money(Decimal::new(-999_999_999_999_999_999, 2))
        .exact("-999999999999999999.9999999999".parse::<Decimal>().unwrap())
        .short("")
        .long("")
        .short_bytes(Vec::new())
        .long_bytes(Vec::new())
        .day(date(1, 1, 1))
        .hour(NaiveTime::MIN)
        .local(date(1, 1, 1).and_time(NaiveTime::MIN))
        .instant(date(1, 1, 1).and_time(NaiveTime::MIN).and_utc())
        .identity(Uuid::nil())
        .document(Json(Document { title: String::new(), parts: Vec::new(), nothing: None }));
    let most = NewOptionals::new(i64::MAX)
        .small(i16::MAX)
        .medium(i32::MAX)
        .large(i64::MAX)
        .truth(true)
        .single(f32::MAX)
        .double(f64::MIN_POSITIVE)
        .money(Decimal::new(999_999_999_999_999_999, 2))
        .exact("0.0000000001".parse::<Decimal>().unwrap())
        .short("𝄞".repeat(10))
        .long("\\N \\. \t \r\n \" ' , \u{7f} \u{10ffff}")
        .short_bytes(vec![0; 16])
        .long_bytes((0..=255).collect::<Vec<u8>>())
        .day(date(9999, 12, 31))
        .hour(last)
        .local(date(9999, 12, 31).and_time(last))
        .instant(date(9999, 12, 31).and_time(last).and_utc())
        .identity(Uuid::max())
        .document(Json(Document { title: "\\u0041 \"".to_owned(), parts: Vec::new(), nothing: Some(i64::MAX) }));
    let plain = (0..MANY).map(NewOptionals::new);
    let made = dao.create_many(plain.chain([least, most]).collect()).await.unwrap();
    assert_eq!(dao.get(i64::MIN).await.unwrap(), made[MANY as usize]);
    assert_eq!(dao.get(i64::MAX).await.unwrap(), made[MANY as usize + 1]);
    assert_eq!(dao.get(7).await.unwrap(), made[7]);
}

/// Each time a COPY would be refused, or do another thing.
#[tokio::test]
async fn what_a_copy_would_do_otherwise_is_inserted() {
    if !is_there() {
        return;
    }
    let cases: [(&str, &[&str]); 7] = [
        ("a rule", &["CREATE RULE once AS ON INSERT TO counters DO ALSO UPDATE authors SET born = 1"]),
        ("a type of the same size", &["ALTER TABLE counters ALTER COLUMN value TYPE double precision"]),
        ("a type of another size", &["ALTER TABLE counters ALTER COLUMN value TYPE numeric"]),
        ("a domain", &["CREATE DOMAIN word AS varchar(20)", "ALTER TABLE counters ALTER COLUMN name TYPE word"]),
        ("a view", &["ALTER TABLE counters RENAME TO stored", "CREATE VIEW counters AS SELECT * FROM stored"]),
        (
            "a snapshot that may be older than the table",
            &["SELECT set_config('default_transaction_isolation', 'repeatable read', false)"],
        ),
        (
            "policies for rows",
            &[
                "ALTER TABLE counters ENABLE ROW LEVEL SECURITY",
                "CREATE POLICY all_of_them ON counters USING (true)",
                "GRANT INSERT ON counters TO pg_monitor",
                "SET ROLE pg_monitor",
            ],
        ),
    ];
    for (name, changes) in cases {
        let db = noting("pool_size=1").await;
        for sql in changes {
            db.execute_sql(sql, &[]).await.unwrap();
        }
        Counter::dao(&db).create_many(some(MANY)).await.unwrap_or_else(|error| panic!("{name}: {error}"));
        db.execute_sql("RESET ROLE", &[]).await.unwrap();
        assert_eq!(roads(&db).await, [("INSERT".to_owned(), MANY)], "{name}");
        let sums = "SELECT SUM(value)::int8, SUM(extra)::int8 FROM counters";
        let sums = one(&db, sums, |row| Ok((row.i64(0)?, row.i64(1)?))).await;
        assert_eq!(sums, (MANY * (MANY - 1) / 2, (MANY / 2) * (MANY / 2 - 1)), "{name}");
    }
}

#[tokio::test]
async fn a_copy_needs_no_more_than_the_right_to_insert() {
    if !is_there() {
        return;
    }
    let db = noting("pool_size=1").await;
    let counters = Counter::dao(&db);
    db.execute_sql(&format!("SET ROLE {NOBODY}"), &[]).await.unwrap();
    counters.create_many(some(MANY)).await.unwrap_err();
    db.execute_sql("RESET ROLE", &[]).await.unwrap();
    db.execute_sql(&format!("GRANT INSERT ON counters TO {NOBODY}"), &[]).await.unwrap();
    db.execute_sql(&format!("SET ROLE {NOBODY}"), &[]).await.unwrap();
    counters.create_many(some(MANY)).await.unwrap();
    db.execute_sql("RESET ROLE", &[]).await.unwrap();
    assert_eq!(roads(&db).await, [("COPY".to_owned(), MANY - 1), ("INSERT".to_owned(), 1)]);
}

/// What a row that cannot be added is told with does not depend on how many came before it.
#[tokio::test]
async fn errors_of_a_copy_are_those_of_an_insert() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=1").await;
    Suite::create(&db).await.unwrap();
    for sql in [
        "ALTER TABLE counters ADD CONSTRAINT ck_small CHECK (value < 1000000)",
        "ALTER TABLE counters ALTER COLUMN extra SET NOT NULL",
        "ALTER TABLE counters ALTER COLUMN name TYPE varchar(10)",
    ] {
        db.execute_sql(sql, &[]).await.unwrap();
    }
    let dao = Counter::dao(&db);
    let good = |count| (0..count).map(|n| NewCounter::new(n.to_string(), n).extra(0));
    let wrong = [
        (NewCounter::new("1", 1_i64).extra(0), Kind::Unique),
        (NewCounter::new("x", 1_000_000_i64).extra(0), Kind::Check),
        (NewCounter::new("x", 1_i64), Kind::NotNull),
        (NewCounter::new("x".repeat(11), 1_i64).extra(0), Kind::TooLong),
        (NewCounter::new("x\0", 1_i64).extra(0), Kind::Encode),
    ];
    for (new, kind) in wrong {
        let few = dao.create_many(good(10).chain([new.clone()]).collect()).await.unwrap_err();
        let many = dao.create_many(good(MANY).chain([new.clone()]).collect()).await.unwrap_err();
        assert_eq!(many.kind(), kind, "{many}");
        assert_eq!((many.to_string(), many.constraint()), (few.to_string(), few.constraint()));
        // The transaction around it goes on.
        db.transaction(async |tx| {
            let error = Counter::dao(tx).create_many(good(MANY).chain([new]).collect()).await.unwrap_err();
            assert_eq!(error.kind(), kind, "{error}");
            Counter::dao(tx).create(NewCounter::new("after", 1_i64).extra(0)).await
        })
        .await
        .unwrap();
        assert_eq!(dao.all().await.unwrap().len(), 1);
        dao.delete("after").await.unwrap();
    }

    let author = Author::dao(&db).create(NewAuthor::new("Mda")).await.unwrap();
    let book = Book::dao(&db).create(NewBook::new(author.id, "One")).await.unwrap();
    let loans = |count: i64| (0..count).map(|n| NewLoan::new(book.id, n.to_string()));
    let orphan = || NewLoan::new(book.id + 1, "x");
    let few = Loan::dao(&db).create_many(loans(10).chain([orphan()]).collect()).await.unwrap_err();
    let many = Loan::dao(&db).create_many(loans(MANY).chain([orphan()]).collect()).await.unwrap_err();
    assert_eq!(many.kind(), Kind::ForeignKey, "{many}");
    assert_eq!((many.to_string(), many.constraint()), (few.to_string(), few.constraint()));
    assert_eq!(Loan::dao(&db).all().await.unwrap(), []);
}

/// Polls so often, then drops; whether it came to its end.
async fn cut<T>(work: impl Future<Output = tablewright::Result<T>>, waits: u32) -> bool {
    let (mut work, mut left) = (Box::pin(work), waits);
    let ended = poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(result) => Poll::Ready(Some(result)),
        Poll::Pending if left == 0 => Poll::Ready(None),
        Poll::Pending => {
            left -= 1;
            Poll::Pending
        }
    });
    ended.await.map(Result::unwrap).is_some()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_cut_off_at_any_wait_adds_all_or_nothing() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=2").await;
    Suite::create(&db).await.unwrap();
    let counters = Counter::dao(&db);
    let (mut whole, mut nothing) = (0, 0);
    for waits in (0..WAITS).cycle().take(ROUNDS.start as usize) {
        let is_done = cut(counters.create_many(some(MANY)), waits).await;
        // Each connection answers what it is asked, and not what was asked before.
        for n in 0..3_i64 {
            let answer = db.fetch_sql("SELECT $1 + 1", &[n.into()], |row| row.i64(0)).await.unwrap();
            assert_eq!(answer, [n + 1]);
        }
        // A COMMIT that was sent may take effect until then.
        let has_ended = async || db.pool().is_some_and(|pool| pool.idle == pool.open);
        load::until("what was cut off has ended", has_ended).await;
        let there = counters.count(Condition::all()).await.unwrap();
        assert!(there == MANY as u64 || (there == 0 && !is_done), "{there} rows after {waits} waits");
        *if there == 0 { &mut nothing } else { &mut whole } += 1;
        counters.delete_where(Condition::all()).await.unwrap();
    }
    println!("{whole} were whole, {nothing} left nothing");
    assert!(nothing > 0, "none was cut off");
    let open = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()";
    load::until("what was cut off is closed", async || one(&db, open, |row| row.i64(0)).await <= 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_cut_off_behind_a_savepoint_is_undone_and_the_rest_is_kept() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=2").await;
    Suite::create(&db).await.unwrap();
    let (mut whole, mut undone, mut refused) = (0, 0, 0);
    for (round, waits) in (0..ROUNDS.end).map(|round| (round, round % WAITS)) {
        if round >= ROUNDS.start && whole > 0 && undone > 0 {
            break;
        }
        let transaction = db.begin().await.unwrap();
        let inner = transaction.transaction(async |inner| Counter::dao(inner).create_many(some(MANY)).await);
        let is_done = cut(inner, waits).await;
        let after = Counter::dao(&transaction).create(NewCounter::new("after", 0_i64)).await;
        let Ok(_) = after else {
            // It was cut off before there was a savepoint to return to.
            assert_eq!(after.unwrap_err().kind(), Kind::Usage);
            transaction.rollback().await.unwrap();
            refused += 1;
            continue;
        };
        // What is asked next is answered, and not what was asked before.
        let answer = transaction.fetch_sql("SELECT $1 + 1", &[7_i64.into()], |row| row.i64(0)).await.unwrap();
        assert_eq!(answer, [8]);
        transaction.commit().await.unwrap();
        let there = Counter::dao(&db).count(Condition::all()).await.unwrap();
        assert!(there == MANY as u64 + 1 || (there == 1 && !is_done), "{there} rows after {waits} waits");
        *if there == 1 { &mut undone } else { &mut whole } += 1;
        Counter::dao(&db).delete_where(Condition::all()).await.unwrap();
    }
    println!("{whole} were whole, {undone} undone, {refused} cut off before the savepoint");
    assert!(whole > 0 && undone > 0, "none was cut off, or all were");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_that_waits_for_a_lock_is_stopped_and_one_that_is_killed_is_told() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=2").await;
    Suite::create(&db).await.unwrap();
    let (server, name) = (administrator().await, name_of(&db).await);
    let copying = "query LIKE 'COPY %' AND wait_event_type = 'Lock'";
    for is_killed in [false, true] {
        // A row of the COPY waits to see whether this one stays.
        let holder = db.begin().await.unwrap();
        Counter::dao(&holder).create(NewCounter::new((MANY - 1).to_string(), 0_i64)).await.unwrap();
        let waiter = tokio::spawn({
            let db = db.clone();
            async move { Counter::dao(&db).create_many(some(MANY)).await }
        });
        until(&server, &name, copying, 1).await;
        if is_killed {
            let kill =
                format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND {copying}");
            server.fetch_sql(&kill, &[name.as_str().into()], |row| row.bool(0)).await.unwrap();
            assert_eq!(waiter.await.unwrap().unwrap_err().kind(), Kind::ConnectionLost);
        } else {
            waiter.abort();
            assert!(waiter.await.unwrap_err().is_cancelled());
        }
        until(&server, &name, copying, 0).await;
        holder.rollback().await.unwrap();
        assert_eq!(Counter::dao(&db).all().await.unwrap(), []);
    }
    Counter::dao(&db).create_many(some(MANY)).await.unwrap();
}
