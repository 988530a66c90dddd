//! The promise of plans: whatever a schema becomes, the engine's catalog is the wanted one, the rows are there, and so is the
//! way back.

pub mod conversions;
mod dump;
mod random;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate};
use fastrand::Rng;
use rust_decimal::Decimal;
use serde_json::json;
use tablewright::drift::verify;
use tablewright::migrate::Run;
use tablewright::{Database, Executor, HandwrittenSql, Kind, Migrator, Param};
use tablewright_schema::dialect::{Dialect, render};
use tablewright_schema::model::{ColumnDef, DataType, TableDef};
use tablewright_schema::plan::{Fill, Plan, plan};
use tablewright_schema::{diff, order};
use uuid::Uuid;

use self::dump::dump;
use self::random::{WORDS, World};

/// The columns that every table has are filled with so many rows.
pub(crate) const ROWS: i64 = 3;

/// Shows the promise for as many random changes as asked for, from this seed on.
///
/// # Panics
/// If it is broken; the message names the seed of the case.
pub async fn holds(empty: impl AsyncFn() -> Database, first: u64, count: u64) {
    let (mut db, mut failed, mut refused) = (empty().await, Vec::new(), 0);
    for seed in first..first + count {
        match case(&db, seed).await {
            Ok(true) => {}
            Ok(false) => refused += 1,
            Err(error) => {
                failed.push(format!("seed {seed}: {error}"));
                db = empty().await;
            }
        }
    }
    println!("{}: {count} cases from seed {first}, {refused} refused", db.dialect());
    assert!(failed.is_empty(), "{} of {count} on {}:\n{}", failed.len(), db.dialect(), failed.join("\n\n"));
    assert!(refused * 2 < count, "{refused} of {count} were refused");
}

/// A random schema and what becomes of it, for judges that need no server.
pub fn change(dialect: Dialect, seed: u64) -> [Vec<TableDef>; 2] {
    let (before, after) = worlds(dialect, &mut Rng::with_seed(seed));
    [before.defs(None), after.defs(Some(&before))]
}

/// One change, there and back. Whether there was a plan.
async fn case(db: &Database, seed: u64) -> Result<bool, String> {
    let dialect = db.dialect();
    let mut rng = Rng::with_seed(seed);
    let (before, after) = worlds(dialect, &mut rng);
    let (old, new) = (before.defs(None), after.defs(Some(&before)));
    let fill = Fill { neutral: true, ..Fill::default() };
    let (Ok(up), Ok(down)) = (plan(&old, &new, dialect, &fill), plan(&new, &diff::back(&old, &new), dialect, &fill))
    else {
        return Ok(false);
    };
    let text =
        |up: &Plan, down: &Plan| format!("\n{}\n-- back\n{}", up.statements.join("\n"), down.statements.join("\n"));
    let explain = |what: String| format!("{what}{}", text(&up, &down));
    let files = Files::new(dialect, &old, &up, &down);
    files.migrate(db, "001").await.map_err(&explain)?;
    for def in &old {
        for row in 1..=ROWS {
            insert(db, def, row, true).await.map_err(|error| explain(format!("a row of {}: {error}", def.name)))?;
        }
    }
    let (first, values) = (dump(db).await, values(db, &before).await);
    for question in &up.preflight {
        let count = db.fetch_sql(&question.sql, &[], |row| row.get::<i64>(0)).await;
        match count.map_err(|error| explain(format!("{error}: {}", question.sql)))?[..] {
            [0] => {}
            _ => return files.forget(db).await.map(|()| false).map_err(explain),
        }
    }
    files.migrate(db, "002").await.map_err(&explain)?;
    let second = dump(db).await;
    no_drift(db, &new).await.map_err(&explain)?;
    kept(db, &values, &before, &after).await.map_err(&explain)?;
    for def in &new {
        goes_on(db, def).await.map_err(&explain)?;
    }
    for question in &down.preflight {
        let count = db.fetch_sql(&question.sql, &[], |row| row.get::<i64>(0)).await;
        count.map_err(|error| explain(format!("{error}: {}", question.sql)))?;
    }
    // What was dropped and is unique cannot come back with the same made-up value in all rows.
    for def in order::order(&new.iter().collect::<Vec<_>>()).tables.iter().rev().map(|at| &new[*at]) {
        let (table, id) = (dialect.quoted(&def.name), dialect.quoted("id"));
        let references = def.foreign_keys.iter().flat_map(|key| key.columns.iter());
        let loosened = references.map(|column| format!("UPDATE {table} SET {} = NULL", dialect.quoted(column)));
        for sql in loosened.chain([format!("DELETE FROM {table} WHERE {id} > 1")]) {
            db.execute_sql(&sql, &[]).await.map_err(|error| explain(format!("{error}: {sql}")))?;
        }
    }
    files.rollback(db, "001").await.map_err(&explain)?;
    same(&dump(db).await, &first).map_err(|error| explain(format!("the way back: {error}")))?;
    no_drift(db, &old).await.map_err(|error| explain(format!("the way back: {error}")))?;
    files.forget(db).await.map_err(&explain)?;
    let fresh = Files::new(dialect, &new, &Plan::default(), &Plan::default());
    fresh.migrate(db, "001").await.map_err(&explain)?;
    let wanted = dump(db).await;
    fresh.forget(db).await.map_err(&explain)?;
    same(&second, &wanted).map_err(explain)?;
    Ok(true)
}

/// A schema and what becomes of it, both such that the dialect takes them.
fn worlds(dialect: Dialect, rng: &mut Rng) -> (World, World) {
    loop {
        let before = World::new(dialect, rng);
        let after = before.changed(rng);
        let fits = |world: &World| world.defs(None).iter().all(|def| render(def, dialect).is_ok());
        if fits(&before) && fits(&after) {
            return (before, after);
        }
    }
}

/// What the tool reads of the catalog is what it wants.
async fn no_drift(db: &Database, defs: &[TableDef]) -> Result<(), String> {
    let drift = verify(db, defs).await.map_err(|error| format!("verify: {error}"))?;
    if drift.is_empty() && drift.texts_not_compared.is_none() { Ok(()) } else { Err(format!("drift:\n{drift}")) }
}

fn same(found: &BTreeSet<String>, wanted: &BTreeSet<String>) -> Result<(), String> {
    if found == wanted {
        return Ok(());
    }
    let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| -> Vec<String> {
        one.difference(other).map(|line| format!("  {line}")).collect()
    };
    Err(format!("found\n{}\nwanted\n{}", only(found, wanted).join("\n"), only(wanted, found).join("\n")))
}

/// The migrations of a case.
pub(crate) struct Files(Vec<(String, String)>);

impl Files {
    pub(crate) fn new(dialect: Dialect, old: &[TableDef], up: &Plan, down: &Plan) -> Self {
        let rendered: Vec<_> =
            old.iter().map(|def| (def, render(def, dialect).unwrap_or_else(|wrong| panic!("{wrong:?}")).0)).collect();
        let file = |version: &str, dependencies: &[&str], up: &[String], down: &[String]| {
            let text = json!({
                "version": version, "name": version, "dependencies": dependencies, "up_sql": up, "down_sql": down,
            });
            (format!("{version}.json"), text.to_string())
        };
        Self(vec![
            file("000", &[], &[], &[]),
            file("001", &["000"], &order::create(&rendered), &order::drop(&rendered)),
            file("002", &["001"], &up.statements, &down.statements),
        ])
    }

    fn on<'a>(&self, db: &'a Database) -> Migrator<'a> {
        Migrator::new(db, self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))).expect("migrations")
    }

    pub(crate) async fn migrate(&self, db: &Database, version: &str) -> Result<Vec<Run>, String> {
        self.on(db).migrate_to(version).await.map_err(|error| format!("up: {error}"))
    }

    pub(crate) async fn rollback(&self, db: &Database, version: &str) -> Result<Vec<Run>, String> {
        self.on(db).rollback_to_version(version).await.map_err(|error| format!("down: {error}"))
    }

    /// Leaves the database without tables.
    pub(crate) async fn forget(&self, db: &Database) -> Result<(), String> {
        self.rollback(db, "000").await.map(drop)
    }
}

/// The values of the columns that stay, as texts, by their new names.
async fn values(db: &Database, world: &World) -> BTreeMap<(String, String), Vec<String>> {
    let mut all = BTreeMap::new();
    for [(table, column), _] in world.surviving(world) {
        all.insert((table.clone(), column.clone()), column_texts(db, &table, &column).await);
    }
    all
}

pub(crate) async fn column_texts(db: &Database, table: &str, column: &str) -> Vec<String> {
    let dialect = db.dialect();
    let text = match dialect {
        Dialect::Mysql | Dialect::Mariadb => "CHAR",
        Dialect::Firebird => "VARCHAR(200)",
        _ => "TEXT",
    };
    let (table, column, id) = (dialect.quoted(table), dialect.quoted(column), dialect.quoted("id"));
    let sql = format!("SELECT COALESCE(CAST({column} AS {text}), 'NULL') FROM {table} ORDER BY {id}");
    db.fetch_sql(&sql, &[], |row| row.get::<String>(0)).await.unwrap_or_else(|error| panic!("{error}: {sql}"))
}

async fn kept(
    db: &Database,
    values: &BTreeMap<(String, String), Vec<String>>,
    before: &World,
    after: &World,
) -> Result<(), String> {
    for [old, (table, column)] in before.surviving(after) {
        let now = column_texts(db, &table, &column).await;
        let was = &values[&old];
        let is_kept = was.len() == now.len() && was.iter().zip(&now).all(|(was, now)| was == now || was == "NULL");
        if !is_kept {
            return Err(format!("{table}.{column}: {was:?} became {now:?}"));
        }
    }
    Ok(())
}

/// Numbers go on where they were.
async fn goes_on(db: &Database, def: &TableDef) -> Result<(), String> {
    match insert(db, def, ROWS, false).await {
        // Its values are those of another row.
        Err(error) if error.kind() == Kind::Unique => return Ok(()),
        result => result.map_err(|error| format!("another row of {}: {error}", def.name))?,
    }
    let ids = column_texts(db, &def.name, "id").await;
    let last = ids.last().map_or("", String::as_str);
    let first_of_new = ids.len() == 1;
    let is_next = last == (ROWS + 1).to_string() || first_of_new;
    if is_next { Ok(()) } else { Err(format!("the numbers of {} go on with {last}", def.name)) }
}

pub(crate) async fn insert(db: &Database, def: &TableDef, row: i64, with_nulls: bool) -> tablewright::Result<()> {
    let dialect = db.dialect();
    let (mut columns, mut values, mut places) = (Vec::new(), Vec::new(), String::new());
    for column in def.columns.iter().filter(|column| column.is_insertable()) {
        let is_new = !with_nulls && *column.name == *"id";
        let number = if is_new { ROWS + 1 } else { row };
        columns.push(dialect.quoted(&column.name));
        let key = def.foreign_keys.iter().find(|key| key.columns[..] == [column.name.clone()]);
        // A row can refer to those before it.
        let (number, is_null) = match key {
            Some(key) if key.target == def.name => (number - 1, row == 1 || !with_nulls),
            key => (number, key.is_some() && !with_nulls),
        };
        values.push(value(column, number, with_nulls && key.is_none(), is_null));
        if !places.is_empty() {
            places.push_str(", ");
        }
        dialect.placeholder(values.len(), &mut places);
    }
    let table = dialect.quoted(&def.name);
    let sql = if columns.is_empty() {
        match dialect {
            Dialect::Mysql | Dialect::Mariadb => format!("INSERT INTO {table} () VALUES ()"),
            _ => format!("INSERT INTO {table} DEFAULT VALUES"),
        }
    } else {
        format!("INSERT INTO {table} ({}) VALUES ({places})", columns.join(", "))
    };
    db.execute_sql(&sql, &values).await.map(drop)
}

/// The value of a column in a row; other rows have others.
fn value(column: &ColumnDef, row: i64, with_nulls: bool, is_null: bool) -> Param<'static> {
    use tablewright::NullType;

    let small = i16::try_from(row).expect("a few rows");
    let day = NaiveDate::from_ymd_opt(2024, 1, 1 + u32::try_from(row).expect("a few rows")).expect("a day");
    let noon = day.and_hms_opt(12, 30, u32::try_from(row).expect("a few rows")).expect("a time");
    let null = with_nulls && column.nullable && row == 2;
    match &column.data_type {
        _ if *column.name == *"id" => Param::I64(row),
        DataType::I64 if is_null || null => Param::Null(NullType::I64),
        DataType::I32 if null => Param::Null(NullType::I32),
        DataType::Date if null => Param::Null(NullType::Date),
        DataType::Text | DataType::Varchar(_) | DataType::Enum(_) => {
            Param::Text(WORDS[usize::try_from(row - 1).expect("from one on")].into())
        }
        DataType::I16 => Param::I16(10 + small),
        DataType::I32 => Param::I32(10 + i32::from(small)),
        // What refers to a row, refers to the one of its number.
        DataType::I64 => Param::I64(row),
        DataType::Bool => Param::Bool(row % 2 == 0),
        DataType::F32 => Param::F32(f32::from(small) / 2.0),
        DataType::F64 => Param::F64(f64::from(small) / 2.0),
        DataType::Decimal { precision, scale } => {
            Param::Decimal { value: Decimal::new(100 + row, 2), precision: *precision, scale: *scale }
        }
        DataType::Date => Param::Date(day),
        DataType::Time => Param::Time(noon.time()),
        DataType::Timestamp => Param::Timestamp(noon),
        DataType::TimestampTz => Param::TimestampTz(DateTime::from_naive_utc_and_offset(noon, chrono::Utc)),
        DataType::Uuid => Param::Uuid(Uuid::from_u128(row.unsigned_abs().into())),
        DataType::Json => Param::Json(format!("{{\"a\": {row}}}").into()),
        DataType::Blob | DataType::Binary(_) => Param::Bytes(vec![1, 2, u8::try_from(row).expect("a few")].into()),
        other => panic!("{other:?} has no value here"),
    }
}
