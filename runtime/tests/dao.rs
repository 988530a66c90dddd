//! The DAO on a live SQLite database, over a table whose expansion is written by hand.

#![allow(missing_docs, reason = "a test")]

use tablewright::__private as tw;
use tablewright::{Condition, Dao, Database, Kind, Schema, Table};

/// `CREATE TABLE shares (id INTEGER PRIMARY KEY, token TEXT UNIQUE, note TEXT NULL, used INTEGER, allowed INTEGER NULL)`
#[derive(Debug, Clone, PartialEq)]
struct Share {
    id: i64,
    token: String,
    note: Option<String>,
    used: i32,
    allowed: Option<i32>,
}

#[derive(Debug, Clone)]
struct NewShare {
    token: String,
    note: Option<String>,
    used: i32,
    allowed: Option<i32>,
}

static COLUMNS: [tw::ColumnDef; 5] = [
    tw::ColumnDef::new("id", tw::DataType::I64).auto_increment(),
    tw::ColumnDef::new("token", tw::DataType::Varchar(20)),
    tw::ColumnDef::new("note", tw::DataType::Text).nullable(),
    tw::ColumnDef::new("used", tw::DataType::I32).default(tw::literal_integer(0)),
    tw::ColumnDef::new("allowed", tw::DataType::I32).nullable(),
];
static DEF: tw::TableDef = tw::TableDef::new("shares", &COLUMNS)
    .primary_key("pk_shares", const { &[tw::text("id")] })
    .uniques(const { &[tw::UniqueDef::new("uq_shares_token", const { &[tw::text("token")] })] });
static META: tw::TableMeta = tw::TableMeta {
    def: &DEF,
    renderings: [
        tw::Rendering::Ready {
            ddl: tw::StaticDdl(&[
                "CREATE TABLE \"shares\" (\"id\" INTEGER PRIMARY KEY AUTOINCREMENT, ",
                "\"token\" TEXT NOT NULL, \"note\" TEXT, \"used\" INTEGER NOT NULL DEFAULT 0, \"allowed\" INTEGER, ",
                "CONSTRAINT \"uq_shares_token\" UNIQUE (\"token\")\u{3}) STRICT\u{3}DROP TABLE \"shares\"",
            ]),
            sql: tw::StaticSql {
                select: "SELECT \"id\", \"token\", \"note\", \"used\", \"allowed\" FROM \"shares\"",
                count: "SELECT COUNT(*) FROM \"shares\"",
                find: "SELECT \"id\", \"token\", \"note\", \"used\", \"allowed\" FROM \"shares\" WHERE \"id\" = ?",
                exists: "SELECT 1 FROM \"shares\" WHERE \"id\" = ?",
                insert: "INSERT INTO \"shares\" (\"token\", \"note\", \"used\", \"allowed\") VALUES (?, ?, ?, ?) RETURNING \"id\"",
                reselect: "",
                upsert: "",
                update: "UPDATE \"shares\" SET \"token\" = ?, \"note\" = ?, \"used\" = ?, \"allowed\" = ? WHERE \"id\" = ?",
                delete: "DELETE FROM \"shares\" WHERE \"id\" = ?",
                finders: &[
                    "SELECT \"id\", \"token\", \"note\", \"used\", \"allowed\" FROM \"shares\" WHERE \"token\" = ?",
                ],
                upserts: &["INSERT INTO \"shares\" (\"token\", \"note\", \"used\", \"allowed\") VALUES (?, ?, ?, ?) \
                     ON CONFLICT (\"token\") DO UPDATE SET \"note\" = excluded.\"note\", \"used\" = excluded.\"used\", \
                     \"allowed\" = excluded.\"allowed\" RETURNING \"id\", \"token\", \"note\", \"used\", \"allowed\""],
            },
        },
        tw::Rendering::Refused(&["not written"]),
        tw::Rendering::Refused(&["not written"]),
        tw::Rendering::Refused(&["not written"]),
        tw::Rendering::Refused(&["not written"]),
        tw::Rendering::Refused(&["not written"]),
        tw::Rendering::Refused(&["not written"]),
    ],
};

impl tw::Table for Share {
    type Key<'k> = i64;
    type New = NewShare;
    const NAME: &'static str = "shares";
    const META: &'static tw::TableMeta = &META;

    fn decode(row: &mut dyn tw::Row) -> tw::Result<Self> {
        Ok(Self {
            id: tw::decode(row, 0, &COLUMNS[0])?,
            token: tw::decode(row, 1, &COLUMNS[1])?,
            note: tw::decode(row, 2, &COLUMNS[2])?,
            used: tw::decode(row, 3, &COLUMNS[3])?,
            allowed: tw::decode(row, 4, &COLUMNS[4])?,
        })
    }

    fn encode_key<'k>(key: i64, params: &mut Vec<tw::Param<'k>>) -> tw::Result<()> {
        params.push(tw::key::i64(key));
        Ok(())
    }

    fn encode_update<'a>(&'a self, params: &mut Vec<tw::Param<'a>>) -> tw::Result<()> {
        params.push(tw::encode(&self.token, &COLUMNS[1])?);
        params.push(tw::encode(&self.note, &COLUMNS[2])?);
        params.push(tw::encode(&self.used, &COLUMNS[3])?);
        params.push(tw::encode(&self.allowed, &COLUMNS[4])?);
        params.push(tw::encode(&self.id, &COLUMNS[0])?);
        Ok(())
    }
}

impl tw::New for NewShare {
    type Table = Share;
    type Made = (i64,);

    fn complete(&mut self) {}

    fn encode<'a>(&'a self, params: &mut Vec<tw::Param<'a>>) -> tw::Result<()> {
        params.push(tw::encode(&self.token, &COLUMNS[1])?);
        params.push(tw::encode(&self.note, &COLUMNS[2])?);
        params.push(tw::encode(&self.used, &COLUMNS[3])?);
        params.push(tw::encode(&self.allowed, &COLUMNS[4])?);
        Ok(())
    }

    fn decode_made(row: &mut dyn tw::Row) -> tw::Result<(i64,)> {
        Ok((tw::decode(row, 0, &COLUMNS[0])?,))
    }

    fn finish(self, made: (i64,)) -> Share {
        Share { id: made.0, token: self.token, note: self.note, used: self.used, allowed: self.allowed }
    }
}

impl Share {
    const ID: tw::Column<Self, i64, tw::KeyColumn> = tw::Column::new(&COLUMNS[0]);
    const TOKEN: tw::Column<Self, String> = tw::Column::new(&COLUMNS[1]);
    const NOTE: tw::Column<Self, Option<String>> = tw::Column::new(&COLUMNS[2]);
    const USED: tw::Column<Self, i32> = tw::Column::new(&COLUMNS[3]);
    const ALLOWED: tw::Column<Self, Option<i32>> = tw::Column::new(&COLUMNS[4]);

    fn dao(executor: &impl tw::Executor) -> Dao<'_, Self> {
        Dao::new(executor)
    }

    fn patch() -> tw::Patch<Self> {
        tw::Patch::new()
    }
}

impl NewShare {
    fn new(token: impl tw::IntoColumn<String>) -> Self {
        Self { token: token.into_column(), note: None, used: 0, allowed: None }
    }

    fn note(mut self, note: impl tw::IntoColumn<Option<String>>) -> Self {
        self.note = note.into_column();
        self
    }

    fn allowed(mut self, allowed: impl tw::IntoColumn<Option<i32>>) -> Self {
        self.allowed = allowed.into_column();
        self
    }
}

struct Shares;

impl Schema for Shares {
    const NAME: &'static str = "Shares";
    const TABLES: &'static [&'static tw::TableMeta] = &[<Share as Table>::META];
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
    assert_eq!(shares.find_static(|sql| sql.finders[0], &[tw::key::text("a")]).await.unwrap(), Some(made));
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
    let first = shares.upsert_by(0, NewShare::new("a").note("1")).await.unwrap();
    let second = shares.upsert_by(0, NewShare::new("a").note("2")).await.unwrap();
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
        if seen == 2 { Err(tablewright::Error::new(Kind::Other, "enough")) } else { Ok(()) }
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
async fn a_schema_is_created_once_and_dropped() {
    let db = Database::connect("sqlite::memory:").await.unwrap();
    Shares::ensure(&db).await.unwrap();
    Share::dao(&db).create(NewShare::new("a")).await.unwrap();
    Shares::ensure(&db).await.unwrap();
    assert_eq!(Share::dao(&db).count(Condition::all()).await.unwrap(), 1);
    Shares::drop(&db).await.unwrap();
    assert_eq!(Share::dao(&db).find(1).await.unwrap_err().kind(), Kind::MissingObject);
    assert!(Shares::ddl(tablewright::Dialect::Oracle).unwrap_err().to_string().contains("not written"));
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
