//! What is dropped and kept aside comes back as it was, on any engine, whatever else changes with it.

use std::collections::BTreeMap;

use tablewright::Database;
use tablewright_schema::diff::{self, Verb};
use tablewright_schema::model::TableDef;
use tablewright_schema::plan::{ASIDE, Fill, plan};

use crate::plan::{Files, ROWS, change, column_texts, insert};

/// Shows it for as many random changes as drop something, from the first seed on.
///
/// # Panics
/// If something does not come back; the message names the seed.
pub async fn comes_back(empty: impl AsyncFn() -> Database, count: usize) {
    let (mut db, mut shown, mut failed) = (empty().await, 0, Vec::new());
    for seed in 1.. {
        match case(&db, seed).await {
            Ok(false) => {}
            Ok(true) => shown += 1,
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

/// One change, if it drops something that can be kept.
async fn case(db: &Database, seed: u64) -> Result<bool, String> {
    let dialect = tablewright::Executor::dialect(db);
    let [old, new] = change(dialect, seed);
    let dropped = diff::diff(&old, &new).into_iter().filter(|change| change.verb == Verb::Drop && change.loses_data);
    let names: Vec<String> = dropped.map(|change| change.name()).collect();
    if names.is_empty() {
        return Ok(false);
    }
    let there = Fill { neutral: true, kept: names.clone(), ..Fill::default() };
    let back = Fill { neutral: true, restored: names.clone(), ..Fill::default() };
    let (Ok(up), Ok(down)) = (plan(&old, &new, dialect, &there), plan(&new, &diff::back(&old, &new), dialect, &back))
    else {
        return Ok(false);
    };
    let explain = |what: String| {
        format!("{what}\n{names:?}\n{}\n-- back\n{}", up.statements.join("\n"), down.statements.join("\n"))
    };
    assert!(up.statements.iter().any(|sql| sql.contains(ASIDE)), "{}", explain("nothing is kept".to_owned()));
    let files = Files::new(dialect, &old, &up, &down);
    files.migrate(db, "001").await.map_err(explain)?;
    for def in &old {
        for row in 1..=ROWS {
            insert(db, def, row, true).await.map_err(|error| explain(format!("a row of {}: {error}", def.name)))?;
        }
    }
    let before = values(db, &old, &new).await;
    files.migrate(db, "002").await.map_err(explain)?;
    files.rollback(db, "001").await.map_err(explain)?;
    let after = values(db, &old, &new).await;
    files.forget(db).await.map_err(explain)?;
    if before == after { Ok(true) } else { Err(explain(format!("{before:?} became {after:?}"))) }
}

/// The values of all that goes, by table and column.
async fn values(db: &Database, old: &[TableDef], new: &[TableDef]) -> BTreeMap<(String, String), Vec<String>> {
    let mut all = BTreeMap::new();
    for def in old {
        let wanted = new.iter().find(|wanted| {
            wanted.name == def.name || wanted.renamed_from.as_ref().is_some_and(|from| *from == def.name)
        });
        for column in def.columns.iter().filter(|column| column.generated.is_none()) {
            let stays = wanted.is_some_and(|wanted| {
                wanted.columns.iter().any(|new| {
                    new.name == column.name || new.renamed_from.as_ref().is_some_and(|from| *from == column.name)
                })
            });
            if !stays {
                let texts = column_texts(db, &def.name, &column.name).await;
                all.insert((def.name.to_string(), column.name.to_string()), texts);
            }
        }
    }
    all
}
