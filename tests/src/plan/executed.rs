//! The changes of the golden files, executed from tables with rows: there and back, on an engine.

use tablewright::drift::verify;
use tablewright::{Database, Executor, HandwrittenSql};
use tablewright_schema::Dialect;
use tablewright_schema::plan::Plan;

use super::dump::dump;
use super::files::Files;
use super::value::read;
use super::{asked, same};
use crate::golden::changes::Case;
use crate::golden::kept;

/// Executes some cases; how many there are, and how many have no plan.
///
/// # Panics
/// If a statement is refused, or the catalog is not that of the wanted tables.
pub async fn golden(empty: impl AsyncFn() -> Database, cases: fn(Dialect) -> Vec<Case>) -> (usize, usize) {
    let mut db = empty().await;
    let (mut wrong, mut count, mut refused) = (Vec::new(), 0, 0);
    for case in &cases(db.dialect()) {
        match executed(&db, case).await {
            Ok(true) => {
                count += 1;
                if !case.fill.kept.is_empty() {
                    wrong.extend(purged(&db, case).await.err().map(|error| format!("{}: {error}", case.name)));
                    db = empty().await;
                }
            }
            Ok(false) => refused += 1,
            Err(error) => {
                wrong.push(format!("{}: {error}", case.name));
                db = empty().await;
            }
        }
    }
    assert!(wrong.is_empty(), "{} on {}:\n{}", wrong.len(), db.dialect(), wrong.join("\n"));
    (count, refused)
}

/// One change. Whether there is a plan.
async fn executed(db: &Database, case: &Case) -> Result<bool, String> {
    let dialect = db.dialect();
    let Ok(up) = case.there(dialect) else { return Ok(false) };
    let down = case.back(dialect).map_err(|refusals| format!("{refusals:?}"))?;
    let told = |error: tablewright::Error| error.to_string();
    let files = Files::new(dialect, &case.old, &[(&up, Some(&down))]);
    files.migrate(db, "001").await.map_err(told)?;
    for sql in rows(db) {
        db.execute_sql(&sql, &[]).await.map_err(|error| format!("{error}: {sql}"))?;
    }
    let (first, were) = (dump(db, &case.old).await, values(db, case).await?);
    files.migrate(db, "002").await.map_err(told)?;
    let second = dump(db, &case.new).await;
    if asked(db, &down).await? > 0 {
        return Err("the way back is not open".to_owned());
    }
    files.rollback(db, "001").await.map_err(told)?;
    same(&dump(db, &case.old).await, &first).map_err(|error| format!("back: {error}"))?;
    let are = values(db, case).await?;
    if are != were {
        return Err(format!("{were:?} became {are:?}"));
    }
    files.rollback(db, "000").await.map_err(told)?;
    let fresh = Files::new(dialect, &case.new, &[]);
    fresh.migrate(db, "001").await.map_err(told)?;
    let wanted = dump(db, &case.new).await;
    fresh.rollback(db, "000").await.map_err(told)?;
    same(&second, &wanted)?;
    Ok(true)
}

/// What is kept goes for good, and leaves what a new schema has.
async fn purged(db: &Database, case: &Case) -> Result<(), String> {
    let dialect = db.dialect();
    let up = case.there(dialect).map_err(|refusals| format!("{refusals:?}"))?;
    let purge = Plan { statements: kept::purged(case, dialect), ..Plan::default() };
    let files = Files::new(dialect, &case.old, &[(&up, None), (&purge, None)]);
    files.migrate(db, "003").await.map_err(|error| error.to_string())?;
    let drift = verify(db, &case.new).await.map_err(|error| error.to_string())?;
    if !drift.is_empty() {
        return Err(format!("purged: {drift}"));
    }
    for sql in &purge.statements {
        if db.execute_sql(sql, &[]).await.is_ok() {
            return Err(format!("there was something left: {sql}"));
        }
    }
    Ok(())
}

/// The values that have to come back: all where what goes is kept, otherwise those that nothing changes.
async fn values(db: &Database, case: &Case) -> Result<Vec<String>, String> {
    let dialect = db.dialect();
    let all = case.old.iter().flat_map(|def| def.columns.iter().map(move |column| (def, column)));
    let mut values = Vec::new();
    for (def, column) in
        all.filter(|(def, column)| !case.fill.kept.is_empty() || (def.name == "people" && column.name == "id"))
    {
        let [table, name, key] = [&*def.name, &*column.name, "id"].map(|name| dialect.quoted(name));
        let sql = format!("SELECT {name} FROM {table} ORDER BY {key}");
        let read = db.fetch_sql(&sql, &[], |row| read(row, &column.data_type)).await;
        values.extend(read.map_err(|error| format!("{error}: {sql}"))?);
    }
    Ok(values)
}

/// Two people, each of whom was there once: rows that fit all changes.
fn rows(db: &Database) -> Vec<String> {
    let quoted = |name| db.dialect().quoted(name);
    let (people, visits) = (quoted("people"), quoted("visits"));
    let [id, name, age, paid, person] = ["id", "name", "age", "paid", "person_id"].map(quoted);
    let person_of = |number: u8, text: &str| {
        format!("INSERT INTO {people} ({id}, {name}, {age}, {paid}) VALUES ({number}, '{text}', {number}, {number}0)")
    };
    let visit_of = |number: u8| format!("INSERT INTO {visits} ({id}, {person}) VALUES ({number}, {number})");
    vec![person_of(1, "b"), person_of(2, "a"), visit_of(1), visit_of(2)]
}
