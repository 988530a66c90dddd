//! What is dropped and kept aside comes back as it was, on any engine, whatever else changes with it.

use tablewright::Database;
use tablewright_schema::diff::{self, Verb};
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
