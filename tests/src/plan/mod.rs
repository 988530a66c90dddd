//! The promise of plans: whatever a schema becomes, the engine's catalog is the wanted one, the rows are there, and so is the
//! way back.

pub mod conversions;
mod dump;
pub mod executed;
pub(crate) mod files;
pub mod filled;
pub mod formats;
mod given;
mod random;
pub(crate) mod rows;
mod value;

use std::collections::BTreeSet;

use fastrand::Rng;
use tablewright::drift::verify;
use tablewright::driver::{Operation, Statement};
use tablewright::{Database, Executor, HandwrittenSql, Kind};
use tablewright_schema::dialect::{Dialect, render};
use tablewright_schema::model::TableDef;
use tablewright_schema::plan::{Fill, Plan, plan};
use tablewright_schema::{diff, order};

use self::dump::dump;
use self::files::Files;
use self::random::World;

/// How a case went that held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// There and back.
    Exact,
    /// There; what was rounded, or the rows that are there now, let nothing back.
    There,
    /// The rows were in the way, which was told before anything was touched.
    Predicted,
}

/// Seeds of changes that were once done wrong: what it was.
const REGRESSIONS: [(u64, &str); 7] = [
    (13, "MySQL: a column of a reference gets another name where the table has to be copied"),
    (23, "MySQL: the same, where the column is pointed to"),
    (26, "MySQL: a column that is pointed to begins to be numbered"),
    (32, "MySQL: a column that is pointed to ceases to be numbered"),
    (
        42,
        "Firebird: a default goes in the statement that gives its column another type, and another is computed from it",
    ),
    (47, "Firebird: two unique constraints over the same columns, in different orders"),
    (64, "Firebird: a text loses its character set where its default is dropped in the statement that makes it longer"),
];

/// Shows that what was once done wrong is right.
///
/// # Panics
/// If it is not; the message names the case.
pub async fn regressions(empty: impl AsyncFn() -> Database) {
    for (seed, what) in REGRESSIONS {
        let db = empty().await;
        let held = Case::new(db.dialect(), seed).holds(&db).await;
        assert!(held.is_ok(), "{what} (seed {seed}): {held:?}");
    }
}

/// Shows the promise for as many random changes as asked for, from this seed on.
///
/// # Panics
/// If it is broken; the message names the seed of the case, and tells the fewest of its changes that break it.
pub async fn holds(empty: impl AsyncFn() -> Database, first: u64, count: u64) {
    let mut db = empty().await;
    let version = db.fetch_sql(db.dialect().version_query(), &[], |row| row.get::<String>(0)).await;
    println!("version: {}", version.expect("a version").concat());
    let (mut failed, mut outcomes) = (Vec::new(), Vec::new());
    for seed in first..first + count {
        let case = Case::new(db.dialect(), seed);
        match case.holds(&db).await {
            Ok(Outcome::Exact) => outcomes.push(Outcome::Exact),
            Ok(outcome) => {
                outcomes.push(outcome);
                db = empty().await;
            }
            Err(error) => {
                let (changes, error) = case.shrunk(&empty, error).await;
                println!("seed {seed} failed");
                failed.push(format!("seed {seed}, {changes} of its changes: {error}"));
                db = empty().await;
            }
        }
        let done = seed - first + 1;
        if done.is_multiple_of(5) {
            println!("progress: {done} of {count} on {}, {} failed", db.dialect(), failed.len());
        }
    }
    let number = |outcome| outcomes.iter().filter(|other| **other == outcome).count();
    println!(
        "result: {} cases, {} there and back, {} there, {} predicted, {} failed",
        count,
        number(Outcome::Exact),
        number(Outcome::There),
        number(Outcome::Predicted),
        failed.len()
    );
    assert!(failed.is_empty(), "{} of {count} on {}:\n{}", failed.len(), db.dialect(), failed.join("\n\n"));
    assert!(count < 10 || number(Outcome::Exact) * 3 > outcomes.len(), "hardly any of {count} could be tried");
}

/// A random schema and what becomes of it, for judges that need no server.
pub fn change(dialect: Dialect, seed: u64) -> [Vec<TableDef>; 2] {
    let case = Case::new(dialect, seed);
    [case.before.defs(None), case.after().defs(Some(&case.before))]
}

/// A schema and what becomes of it.
pub(crate) struct Case {
    seed: u64,
    pub(crate) before: World,
    /// The seeds of the changes.
    changes: Vec<u64>,
}

impl Case {
    pub(crate) fn new(dialect: Dialect, seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let number = usize::try_from(seed % 100_000).unwrap_or(0);
        let before = World::new(dialect, number, &mut rng);
        let changes = (0..rng.usize(2..6)).map(|_| rng.u64(..)).collect();
        Self { seed, before, changes }
    }

    /// What becomes of it.
    pub(crate) fn after(&self) -> World {
        self.before.changed(&self.changes)
    }

    /// The fewest changes that fail, and how.
    async fn shrunk(mut self, empty: &impl AsyncFn() -> Database, mut error: String) -> (usize, String) {
        for n in (0..self.changes.len()).rev() {
            let mut changes = self.changes.clone();
            changes.remove(n);
            let fewer = Self { seed: self.seed, before: self.before.clone(), changes };
            if let Err(other) = fewer.holds(&empty().await).await {
                (self, error) = (fewer, other);
            }
        }
        (self.changes.len(), error)
    }

    /// One change, there and back.
    async fn holds(&self, db: &Database) -> Result<Outcome, String> {
        let dialect = db.dialect();
        let (before, after) = (&self.before, self.after());
        let (old, new) = (before.defs(None), after.defs(Some(before)));
        let up = given::planned(dialect, &old, &new, &mut Rng::with_seed(self.seed ^ 0x6177))?;
        let down = planned(db, &new, &diff::back(&old, &new)).ok();
        let explain = |what: String| {
            let questions = up.preflight.iter().map(|question| format!("-- {}: {}", question.message, question.sql));
            let there: Vec<String> = questions.chain(up.statements.iter().cloned()).collect();
            let back = down.as_ref().map_or_else(String::new, |down| down.statements.join("\n"));
            format!("{what}\n{}\n-- back\n{back}", there.join("\n"))
        };
        let told = |error: tablewright::Error| explain(error.to_string());
        let files = Files::new(dialect, &old, &[(&up, down.as_ref())]);
        files.migrate(db, "001").await.map_err(told)?;
        let is_complete = rows::fill(db, before).await.map_err(explain)?;
        let is_spoilt = self.seed % 3 == 1;
        if is_spoilt {
            rows::spoil(db, before).await.map_err(explain)?;
        }
        let (first, was) = (dump(db, &old).await, rows::values(db, before).await.map_err(explain)?);
        if asked(db, &up).await.map_err(explain)? > 0 {
            // The migrator refuses it, and nothing is touched.
            match files.migrate(db, "002").await {
                Err(error) if error.kind() == Kind::Usage => {}
                Err(error) => return Err(told(error)),
                Ok(_) => return Err(explain("rows are in the way, and the migrator did not ask".to_owned())),
            }
            same(&dump(db, &old).await, &first).map_err(explain)?;
            let is = rows::values(db, before).await.map_err(explain)?;
            return if is == was { Ok(Outcome::Predicted) } else { Err(explain("rows were touched".to_owned())) };
        }
        files.migrate(db, "002").await.map_err(told)?;
        let second = dump(db, &new).await;
        no_drift(db, &new).await.map_err(explain)?;
        let is = rows::values(db, &after).await.map_err(explain)?;
        rows::kept(&was, before, &is, &after, None).map_err(explain)?;
        rows::goes_on(db, &after, is_complete && !is_spoilt).await.map_err(explain)?;
        let again = planned(db, &new, &new)?;
        if again != Plan::default() {
            return Err(explain(format!("a second plan is not empty: {again:?}")));
        }
        let came_back = match &down {
            Some(down) => self.back(db, &files, down, &after).await.map_err(explain)?,
            None => None,
        };
        if let Some(all_rows) = came_back {
            same(&dump(db, &old).await, &first).map_err(|error| explain(format!("the way back: {error}")))?;
            no_drift(db, &old).await.map_err(|error| explain(format!("the way back: {error}")))?;
            if all_rows {
                let is = rows::values(db, before).await.map_err(explain)?;
                let kept = rows::kept(&was, before, &is, before, Some(&after));
                kept.map_err(|error| explain(format!("the way back: {error}")))?;
            }
            files.rollback(db, "000").await.map_err(told)?;
            let fresh = Files::new(dialect, &new, &[]);
            fresh.migrate(db, "001").await.map_err(told)?;
            let wanted = dump(db, &new).await;
            fresh.rollback(db, "000").await.map_err(told)?;
            same(&second, &wanted).map_err(explain)?;
            if self.seed.is_multiple_of(3) {
                self.composes(db, &after).await?;
            }
        }
        Ok(if came_back.is_some() { Outcome::Exact } else { Outcome::There })
    }

    /// The way back, with the rows that let it be one: whether these are all of them.
    async fn back(&self, db: &Database, files: &Files, down: &Plan, after: &World) -> Result<Option<bool>, String> {
        let mut all_rows = true;
        if asked(db, down).await? > 0 {
            // What was dropped and is unique cannot come back with the same made-up value in all rows.
            rows::prune(db, after).await?;
            all_rows = false;
            if asked(db, down).await? > 0 {
                return Ok(None);
            }
        }
        files.rollback(db, "001").await.map_err(|error| format!("the way back: {error}"))?;
        Ok(Some(all_rows))
    }

    /// From the first to a third by way of a second, or at once: it is the same.
    async fn composes(&self, db: &Database, after: &World) -> Result<(), String> {
        let mut rng = Rng::with_seed(self.seed ^ 0x5eed);
        let changes: Vec<u64> = (0..rng.usize(2..4)).map(|_| rng.u64(..)).collect();
        let third = after.changed(&changes);
        let (old, new) = (self.before.defs(None), after.defs(Some(&self.before)));
        let (last, at_once) = (third.defs(Some(after)), third.defs(Some(&self.before)));
        let (one, two) = (planned(db, &old, &new)?, planned(db, &new, &last)?);
        // Two conversions may go where one does not.
        let Ok(both) = planned(db, &old, &at_once) else { return Ok(()) };
        let mut dumps = Vec::new();
        for plans in [vec![(&one, None), (&two, None)], vec![(&both, None)]] {
            let files = Files::new(db.dialect(), &old, &plans);
            let version = format!("{:03}", plans.len() + 1);
            let statements =
                || plans.iter().flat_map(|(plan, _)| plan.statements.clone()).collect::<Vec<_>>().join("\n");
            let told = |error: tablewright::Error| format!("by way of another: {error}\n{}", statements());
            files.migrate(db, &version).await.map_err(told)?;
            dumps.push(dump(db, &last).await);
            forget(db, &last).await?;
        }
        same(&dumps[0], &dumps[1]).map_err(|error| format!("by way of another: {error}"))
    }
}

/// Leaves the database without tables and without a history; there are no rows.
async fn forget(db: &Database, tables: &[TableDef]) -> Result<(), String> {
    let rendered: Vec<_> = tables.iter().filter_map(|def| Some((def, render(def, db.dialect()).ok()?.0))).collect();
    let own = ["tablewright_migrations", "tablewright_migration_lock"];
    let history = own.map(|name| format!("DROP TABLE {}", db.dialect().quoted(name)));
    for sql in order::drop(&rendered).iter().chain(&history) {
        db.execute(Statement::built(sql, Operation::Ddl), &[]).await.map_err(|error| format!("{error}: {sql}"))?;
    }
    Ok(())
}

fn planned(db: &Database, old: &[TableDef], new: &[TableDef]) -> Result<Plan, String> {
    let fill = Fill { neutral: true, ..Fill::default() };
    plan(old, new, db.dialect(), &fill).map_err(|refusals| format!("no plan: {refusals:?}"))
}

/// How many rows are in the way of a plan.
pub(crate) async fn asked(db: &Database, plan: &Plan) -> Result<i64, String> {
    let mut sum = 0;
    for question in &plan.preflight {
        let count = db.fetch_sql(&question.sql, &[], |row| row.get::<i64>(0)).await;
        sum += count.map_err(|error| format!("{error}: {}", question.sql))?.iter().sum::<i64>();
    }
    Ok(sum)
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
