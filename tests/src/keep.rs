//! What is dropped and kept aside comes back as it was, on any engine, whatever else changes with it.

use std::time::Duration;

use tablewright::{Database, HandwrittenSql};
use tablewright_schema::diff::{self, Verb};
use tablewright_schema::model::{ColumnDef, DataType, TableDef, Text};
use tablewright_schema::plan::{ASIDE, Fill, plan};

use crate::plan::files::Files;
use crate::plan::rows::{self, Values};
use crate::plan::{Case, asked};

/// Shows it for as many random changes as drop something, from the first seed on.
///
/// # Panics
/// If something does not come back; the message names the seed.
pub async fn comes_back(empty: &impl AsyncFn() -> Database, count: usize) {
    let (mut db, mut shown, mut failed) = (empty().await, 0, Vec::new());
    for seed in 1.. {
        match case(&db, seed).await {
            Ok(Tried::No) => {}
            Ok(Tried::InTheWay) => db = empty().await,
            Ok(Tried::Yes) => shown += 1,
            Err(error) => {
                shown += 1;
                failed.push(format!("seed {seed}: {error}"));
                db = empty().await;
            }
        }
        if shown == count {
            break;
        }
    }
    assert!(failed.is_empty(), "{} of {count}:\n{}", failed.len(), failed.join("\n\n"));
}

/// What another one writes to a column while it is about to be kept aside is kept, where the engine can hold the table: the copy waits
/// for the writer, and the writer for what comes behind the copy.
///
/// # Panics
/// If it is lost.
pub async fn what_is_written_meanwhile_is_kept(db: &Database) {
    let id = || ColumnDef::new("id", DataType::I64);
    let town = ColumnDef::new("town", DataType::Varchar(20)).nullable();
    let people = |columns: Vec<ColumnDef>| {
        let mut def = TableDef::new("people", &[]).primary_key("pk_people", const { &[Text::Borrowed("id")] });
        def.columns = columns.into();
        [def]
    };
    let (old, new) = (people(vec![id(), town]), people(vec![id()]));
    let dialect = tablewright::Executor::dialect(db);
    let kept = vec!["people.town".to_owned()];
    let up = plan(&old, &new, dialect, &Fill { kept: kept.clone(), ..Fill::default() }).expect("a way there");
    let back = Fill { restored: kept, ..Fill::default() };
    let down = plan(&new, &diff::back(&old, &new), dialect, &back).expect("a way back");
    let files = Files::new(dialect, &old, &[(&up, Some(&down))]);
    files.migrate(db, "001").await.expect("the table");
    db.execute_sql("INSERT INTO people (id, town) VALUES (1, 'Knysna')", &[]).await.expect("a row");
    let writer = db.begin().await.expect("a transaction");
    writer.execute_sql("UPDATE people SET town = 'Durban' WHERE id = 1", &[]).await.expect("a change");
    let (there, written) = tokio::join!(files.migrate(db, "002"), async {
        // Long enough for the copy, which may not have read the row by then.
        tokio::time::sleep(Duration::from_millis(500)).await;
        writer.commit().await
    });
    there.expect("the way there");
    written.expect("the writer");
    files.rollback(db, "001").await.expect("the way back");
    let towns = db.fetch_sql("SELECT town FROM people", &[], |row| row.get::<String>(0)).await.expect("rows");
    assert_eq!(towns, ["Durban"], "what came last");
}

/// Whether a change could be tried.
enum Tried {
    Yes,
    /// It drops nothing, or there is no plan.
    No,
    /// Rows are in its way, or in that of the way back.
    InTheWay,
}

/// One change, if it drops something that can be kept.
async fn case(db: &Database, seed: u64) -> Result<Tried, String> {
    let dialect = tablewright::Executor::dialect(db);
    let case = Case::new(dialect, seed);
    let after = case.after();
    let (old, new) = (case.before.defs(None), after.defs(Some(&case.before)));
    let dropped = diff::diff(&old, &new).into_iter().filter(|change| change.verb == Verb::Drop && change.loses_data);
    let names: Vec<String> = dropped.map(|change| change.name()).collect();
    if names.is_empty() {
        return Ok(Tried::No);
    }
    let there = Fill { neutral: true, kept: names.clone(), ..Fill::default() };
    let back = Fill { neutral: true, restored: names.clone(), ..Fill::default() };
    let (Ok(up), Ok(down)) = (plan(&old, &new, dialect, &there), plan(&new, &diff::back(&old, &new), dialect, &back))
    else {
        return Ok(Tried::No);
    };
    let explain = |what: String| {
        format!("{what}\n{names:?}\n{}\n-- back\n{}", up.statements.join("\n"), down.statements.join("\n"))
    };
    let told = |error: tablewright::Error| explain(error.to_string());
    assert!(up.statements.iter().any(|sql| sql.contains(ASIDE)), "{}", explain("nothing is kept".to_owned()));
    let files = Files::new(dialect, &old, &[(&up, Some(&down))]);
    files.migrate(db, "001").await.map_err(told)?;
    rows::fill(db, &case.before).await.map_err(explain)?;
    // What goes: tables, and columns of those that stay.
    let gone = |mut values: Values| {
        values.retain(|(table, column), _| {
            after.table(*table).is_none_or(|table| *column > 0 && table.column(*column).is_none())
        });
        values
    };
    let before = gone(rows::values(db, &case.before).await.map_err(explain)?);
    if asked(db, &up).await.map_err(explain)? > 0 {
        return Ok(Tried::InTheWay);
    }
    files.migrate(db, "002").await.map_err(told)?;
    if asked(db, &down).await.map_err(explain)? > 0 {
        return Ok(Tried::InTheWay);
    }
    files.rollback(db, "001").await.map_err(told)?;
    let is = gone(rows::values(db, &case.before).await.map_err(explain)?);
    files.rollback(db, "000").await.map_err(told)?;
    if before == is { Ok(Tried::Yes) } else { Err(explain(format!("{before:?} became {is:?}"))) }
}
