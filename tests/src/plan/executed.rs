//! The changes of the golden files, executed from tables with rows: there and back, on an engine.

use tablewright::{Database, Executor, HandwrittenSql};
use tablewright_schema::diff;
use tablewright_schema::plan::plan;

use super::dump::dump;
use super::files::Files;
use super::{asked, same};
use crate::golden::changes::{Case, back, cases};

/// Executes them all; how many there are, and how many have no plan.
///
/// # Panics
/// If a statement is refused, or the catalog is not that of the wanted tables.
pub async fn golden(empty: impl AsyncFn() -> Database) -> (usize, usize) {
    let mut db = empty().await;
    let (mut wrong, mut count, mut refused) = (Vec::new(), 0, 0);
    for case in cases(db.dialect()) {
        match executed(&db, &case).await {
            Ok(true) => count += 1,
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
    let Ok(up) = plan(&case.old, &case.new, dialect, &case.fill) else { return Ok(false) };
    let down = plan(&case.new, &diff::back(&case.old, &case.new), dialect, &back());
    let down = down.map_err(|refusals| format!("{refusals:?}"))?;
    let told = |error: tablewright::Error| error.to_string();
    let files = Files::new(dialect, &case.old, &[(&up, Some(&down))]);
    files.migrate(db, "001").await.map_err(told)?;
    for sql in rows(db) {
        db.execute_sql(&sql, &[]).await.map_err(|error| format!("{error}: {sql}"))?;
    }
    let first = dump(db, &case.old).await;
    files.migrate(db, "002").await.map_err(told)?;
    let second = dump(db, &case.new).await;
    if asked(db, &down).await? > 0 {
        return Err("the way back is not open".to_owned());
    }
    files.rollback(db, "001").await.map_err(told)?;
    same(&dump(db, &case.old).await, &first).map_err(|error| format!("back: {error}"))?;
    let people = format!("SELECT COUNT(*) FROM {}", dialect.quoted("people"));
    let count = db.fetch_sql(&people, &[], |row| row.get::<i64>(0)).await.map_err(told)?;
    if count != [2] {
        return Err(format!("{count:?} of 2 rows are left"));
    }
    files.rollback(db, "000").await.map_err(told)?;
    let fresh = Files::new(dialect, &case.new, &[]);
    fresh.migrate(db, "001").await.map_err(told)?;
    let wanted = dump(db, &case.new).await;
    fresh.rollback(db, "000").await.map_err(told)?;
    same(&second, &wanted)?;
    Ok(true)
}

/// Two people, each of whom was there once: rows that fit all changes.
fn rows(db: &Database) -> Vec<String> {
    let quoted = |name| db.dialect().quoted(name);
    let (people, visits) = (quoted("people"), quoted("visits"));
    let [id, name, age, person] = ["id", "name", "age", "person_id"].map(quoted);
    let person_of = |number: u8, text: &str| {
        format!("INSERT INTO {people} ({id}, {name}, {age}) VALUES ({number}, '{text}', {number})")
    };
    let visit_of = |number: u8| format!("INSERT INTO {visits} ({id}, {person}) VALUES ({number}, {number})");
    vec![person_of(1, "b"), person_of(2, "a"), visit_of(1), visit_of(2)]
}
