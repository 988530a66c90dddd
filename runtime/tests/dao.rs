//! The DAO on a live SQLite database: each method, over one table.

#![allow(missing_docs, reason = "a test")]

use tablewright::prelude::*;

/// A link that may be used so many times.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "shares")]
struct Share {
    #[column(primary_key, auto_increment)]
    id: i64,
    #[column(max_length = 20, unique)]
    token: String,
    note: Option<String>,
    #[column(default = 0)]
    used: i32,
    allowed: Option<i32>,
}

schema! {
    struct Shares { tables: [Share] }
}

async fn database() -> Database {
    let db = Database::connect("sqlite::memory:").await.unwrap();
    Shares::create(&db).await.unwrap();
    db
}

fn tokens(rows: &[Share]) -> Vec<&str> {
    rows.iter().map(|row| &*row.token).collect()
}

#[tokio::test]
async fn a_row_goes_in_and_comes_back() {
    let db = database().await;
    let shares = Share::dao(&db);
    let made = shares.create(NewShare::new("a").note("first").allowed(2)).await.unwrap();
    assert_eq!(made.id, 1);
    assert_eq!(shares.find(1).await.unwrap().as_ref(), Some(&made));
    assert_eq!(shares.get(1).await.unwrap(), made);
    assert_eq!(shares.find(2).await.unwrap(), None);
    assert_eq!(shares.get(2).await.unwrap_err().kind(), Kind::NotFound);
    assert!(shares.exists(1).await.unwrap());
    assert!(!shares.exists(2).await.unwrap());
    assert_eq!(shares.find_by_token("a").await.unwrap(), Some(made));
}

#[tokio::test]
async fn a_row_is_changed_and_removed() {
    let db = database().await;
    let shares = Share::dao(&db);
    let mut row = shares.create(NewShare::new("a").note("first")).await.unwrap();
    row.note = None;
    row.used = 5;
    shares.update(&row).await.unwrap();
    assert_eq!(shares.get(row.id).await.unwrap(), row);
    shares.patch(row.id, Share::patch().set(Share::TOKEN, "b").add(Share::USED, -2)).await.unwrap();
    let patched = shares.get(row.id).await.unwrap();
    assert_eq!((&*patched.token, patched.used), ("b", 3));
    assert!(shares.delete(row.id).await.unwrap());
    assert!(!shares.delete(row.id).await.unwrap());
    assert_eq!(shares.update(&row).await.unwrap_err().kind(), Kind::NotFound);
    let gone = shares.patch(row.id, Share::patch().set(Share::USED, 1)).await.unwrap_err();
    assert_eq!(
        (gone.kind(), gone.to_string()),
        (Kind::NotFound, "no row with this primary key (table `shares`)".to_owned())
    );
}

#[tokio::test]
async fn the_database_decides_who_is_within_a_limit() {
    let db = database().await;
    let shares = Share::dao(&db);
    let row = shares.create(NewShare::new("a").allowed(2)).await.unwrap();
    let mut changed = Vec::new();
    for _ in 0..3 {
        let allowed = Share::ID.eq(row.id).and(Share::USED.lt(Share::ALLOWED));
        changed.push(shares.patch_where(allowed, Share::patch().add(Share::USED, 1)).await.unwrap());
    }
    assert_eq!(changed, [1, 1, 0]);
}

#[tokio::test]
async fn many_rows_come_in_or_none() {
    let db = database().await;
    let shares = Share::dao(&db);
    let made = shares.create_many(vec![NewShare::new("a"), NewShare::new("b")]).await.unwrap();
    assert_eq!(made.iter().map(|row| row.id).collect::<Vec<_>>(), [1, 2]);
    let error = shares.create_many(vec![NewShare::new("c"), NewShare::new("a")]).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unique);
    assert_eq!(shares.count(Condition::all()).await.unwrap(), 2);
    assert!(shares.create_many(Vec::new()).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_upsert_adds_or_changes() {
    let db = database().await;
    let shares = Share::dao(&db);
    let first = shares.upsert_by_token(NewShare::new("a").note("1")).await.unwrap();
    let second = shares.upsert_by_token(NewShare::new("a").note("2")).await.unwrap();
    assert_eq!((first.id, second.id, second.note.as_deref()), (1, 1, Some("2")));
    // The primary key is numbered, so nothing can collide with it.
    assert_eq!(shares.upsert(NewShare::new("b")).await.unwrap_err().kind(), Kind::Usage);
}

#[tokio::test]
async fn searches_filter_sort_and_page() {
    let db = database().await;
    let shares = Share::dao(&db);
    for (token, note) in [("c", Some("x")), ("a", None), ("B", Some("y")), ("b", Some("100%"))] {
        shares.create(NewShare::new(token).note(note)).await.unwrap();
    }
    let all = shares.all().order_by(Share::TOKEN.asc()).await.unwrap();
    assert_eq!(tokens(&all), ["B", "a", "b", "c"]);
    let by_note = shares.all().order_by((Share::NOTE.asc(), Share::ID.asc())).await.unwrap();
    assert_eq!(tokens(&by_note), ["a", "b", "c", "B"]);
    let page = shares.all().order_by(Share::ID.desc()).limit(2).offset(1).await.unwrap();
    assert_eq!(tokens(&page), ["B", "a"]);
    let rest = shares.all().order_by(Share::ID.asc()).offset(3).await.unwrap();
    assert_eq!(tokens(&rest), ["b"]);
    assert_eq!(tokens(&shares.find_all(Share::TOKEN.like("B%")).await.unwrap()), ["B"]);
    assert_eq!(tokens(&shares.find_all(Share::NOTE.contains("0%")).await.unwrap()), ["b"]);
    assert_eq!(tokens(&shares.find_all(Share::NOTE.ne("x")).order_by(Share::ID.asc()).await.unwrap()), ["B", "b"]);
    assert_eq!(shares.find_all(Share::NOTE.is_null()).one().await.unwrap().unwrap().token, "a");
    assert_eq!(shares.find_all(Share::TOKEN.is_in(["a", "b"])).count().await.unwrap(), 2);
    assert!(shares.exists_where(Share::ID.between(2, 3)).await.unwrap());
    assert!(!shares.find_all(Share::ID.gt(9)).exists().await.unwrap());
    let mut seen = 0;
    let stop = shares.all().for_each(|_| {
        seen += 1;
        if seen == 2 { Err(Error::new(Kind::Other, "enough")) } else { Ok(()) }
    });
    assert_eq!(stop.await.unwrap_err().kind(), Kind::Other);
    assert_eq!(seen, 2);
    assert_eq!(shares.delete_where(!Share::NOTE.is_null()).await.unwrap(), 3);
}

#[tokio::test]
async fn a_unit_that_is_not_committed_leaves_nothing() {
    let db = database().await;
    let shares = Share::dao(&db);
    {
        let unit = shares.begin().await.unwrap();
        Share::dao(&unit).create(NewShare::new("a")).await.unwrap();
    }
    assert_eq!(shares.count(Condition::all()).await.unwrap(), 0);
    let unit = shares.begin().await.unwrap();
    Share::dao(&unit).create(NewShare::new("a")).await.unwrap();
    // A batch that fails inside a unit undoes itself alone.
    let twice = vec![NewShare::new("b"), NewShare::new("b")];
    assert_eq!(Share::dao(&unit).create_many(twice).await.unwrap_err().kind(), Kind::Unique);
    unit.commit().await.unwrap();
    assert_eq!(shares.count(Condition::all()).await.unwrap(), 1);
}

#[tokio::test]
async fn a_closure_in_a_transaction_needs_no_type_for_its_errors() -> tablewright::Result<()> {
    let db = database().await;
    let made = db
        .transaction(async |tx| {
            let made = Share::dao(tx).create(NewShare::new("a")).await?;
            Share::dao(tx).patch(made.id, Share::patch().add(Share::USED, 1)).await?;
            Ok(made)
        })
        .await?;
    assert_eq!(Share::dao(&db).get(made.id).await?.used, 1);
    Ok(())
}

#[tokio::test]
async fn a_script_has_a_statement_a_line() {
    let script = Shares::ddl(Dialect::Sqlite).unwrap().to_string();
    assert!(script.starts_with("CREATE TABLE \"shares\"") && script.ends_with(';'), "{script}");
    assert_eq!(Shares::drop_ddl(Dialect::Sqlite).unwrap().to_string(), "DROP TABLE \"shares\";");
}

#[tokio::test]
async fn a_schema_is_created_once_and_dropped() {
    let db = Database::connect("sqlite::memory:").await.unwrap();
    assert!(Shares::ensure(&db).await.unwrap());
    Share::dao(&db).create(NewShare::new("a")).await.unwrap();
    assert!(!Shares::ensure(&db).await.unwrap());
    assert_eq!(Share::dao(&db).count(Condition::all()).await.unwrap(), 1);
    Shares::drop(&db).await.unwrap();
    assert_eq!(Share::dao(&db).find(1).await.unwrap_err().kind(), Kind::MissingObject);
}

#[test]
fn futures_can_move_between_threads() {
    fn is_send<T: Send>(_: T) {}
    #[allow(unreachable_code, unused, reason = "compiled, never run")]
    fn check(db: &Database, row: &Share) {
        let shares = Share::dao(db);
        is_send(shares.find(1));
        is_send(shares.create(NewShare::new("a")));
        is_send(shares.create_many(Vec::new()));
        is_send(shares.update(row));
        is_send(shares.patch(1, Share::patch()));
        is_send(shares.patch_where(Condition::all(), Share::patch()));
        is_send(shares.upsert(NewShare::new("a")));
        is_send(shares.all().into_future());
        is_send(shares.all().for_each(|_| Ok(())));
        is_send(Shares::ensure(db));
    }
}
