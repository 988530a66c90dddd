//! Drift told from the engine's own catalog: nothing after `create`, and each change that somebody makes by hand.

pub mod introspect;
mod special;
pub mod tamper;

use std::collections::BTreeSet;

use orthanc::Orthanc;
use tablewright::drift::{state, verify};
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Schema};
use tablewright_schema::dialect::catalog::Wording;
use tablewright_schema::{TableDef, order};

use self::tamper::{Tamper, Tampered, tampers};
use crate::golden::case;
use crate::table::{Expressions, Suite};

/// All promises, each on an empty database; `S` is the schema that introspection made on this engine.
pub async fn everything<S: Schema>(empty: impl AsyncFn() -> Database) {
    what_was_created_does_not_drift(&empty().await).await;
    changes_by_hand_are_told(&empty().await).await;
    what_is_not_compared_is_said(&empty().await).await;
    state_tells_every_change(&empty().await).await;
    special::is_told(&empty().await).await;
    introspect::changes_by_hand_are_typed(&empty().await).await;
    introspect::becomes_source::<S>(&empty().await).await;
}

/// The reference application, the suite's tables, and every golden case that the engine can hold.
async fn what_was_created_does_not_drift(db: &Database) {
    clean::<Orthanc>(db).await;
    clean::<Suite>(db).await;
    if Expressions::DIALECTS.contains(&db.dialect()) {
        clean::<Expressions>(db).await;
    }
    let mut cases = 0;
    for case in case::all() {
        let held = case.models.iter().filter_map(|model| Some((model.def(), model.render(db.dialect()).ok()?.0)));
        let held: Vec<_> = held.collect();
        let names: Vec<&str> = held.iter().map(|(def, _)| &*def.name).collect();
        let is_whole = |def: &TableDef| def.foreign_keys.iter().all(|key| names.contains(&&*key.target));
        if held.is_empty() || !held.iter().all(|(def, _)| is_whole(def)) {
            continue;
        }
        for sql in order::create(&held) {
            db.execute_sql(&sql, &[]).await.unwrap_or_else(|error| panic!("{}: {error}: {sql}", case.name));
        }
        let drift = verify(db, held.iter().map(|(def, _)| *def)).await.unwrap();
        assert!(drift.is_empty() && drift.texts_not_compared.is_none(), "{} on {}:\n{drift}", case.name, db.dialect());
        let defs: Vec<TableDef> = held.iter().map(|(def, _)| (*def).clone()).collect();
        introspect::comes_back(db, case.name, &defs).await;
        for sql in order::drop(&held) {
            db.execute_sql(&sql, &[]).await.unwrap_or_else(|error| panic!("{}: {error}: {sql}", case.name));
        }
        cases += 1;
    }
    assert!(cases > 15, "only {cases} golden cases fit {}", db.dialect());
}

async fn clean<S: Schema>(db: &Database) {
    S::create(db).await.unwrap();
    let drift = S::verify(db).await.unwrap();
    assert!(drift.is_empty() && drift.texts_not_compared.is_none(), "{} on {}:\n{drift}", S::NAME, db.dialect());
    S::drop(db).await.unwrap();
}

/// Where no temporary table may be made, that texts were not compared is said, and all else is.
async fn what_is_not_compared_is_said(db: &Database) {
    Tampered::create(db).await.unwrap();
    let drift = Tampered::verify(&db.read_only()).await.unwrap();
    assert_eq!(drift.differences, []);
    let needs_table = matches!(db.dialect().wording(), Wording::AsOfATable { .. });
    let said = drift.texts_not_compared.as_deref().is_some_and(|why| why.contains("no temporary table could be made"));
    assert_eq!(said, needs_table, "{drift}");
    let tampers = tampers(db.dialect());
    let dropped = tampers.iter().flat_map(|tamper| &tamper.statements).find(|sql| sql.starts_with("DROP INDEX"));
    run(db, std::slice::from_ref(dropped.unwrap())).await;
    let drift = Tampered::verify(&db.read_only()).await.unwrap();
    let told: Vec<String> = drift.differences.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["people, index `ix_people_town`: is missing, should be over town desc, age desc"]);
}

/// Each change by hand is told, with the object, what is there and what should be, and nothing else is told.
async fn changes_by_hand_are_told(db: &Database) {
    Tampered::create(db).await.unwrap();
    let mut before = BTreeSet::new();
    for Tamper { statements, told } in tampers(db.dialect()) {
        run(db, &statements).await;
        let drift = Tampered::verify(db).await.unwrap();
        assert_eq!(drift.texts_not_compared, None);
        let now: BTreeSet<String> = drift.differences.iter().map(ToString::to_string).collect();
        let new: Vec<&str> = now.difference(&before).map(String::as_str).collect();
        assert_eq!(new, told, "after {statements:?} on {}", db.dialect());
        before = now;
    }
}

/// The state of the catalog is another after each change by hand, and the same after what changes nothing.
async fn state_tells_every_change(db: &Database) {
    Tampered::create(db).await.unwrap();
    let mut states = BTreeSet::from([state(db).await.unwrap()]);
    for Tamper { statements, .. } in tampers(db.dialect()) {
        run(db, &statements).await;
        let now = state(db).await.unwrap();
        assert_eq!(now, state(db).await.unwrap(), "nothing was done in between");
        assert!(states.insert(now), "not seen: {statements:?}");
    }
}

async fn run(db: &Database, statements: &[impl AsRef<str>]) {
    for sql in statements.iter().map(AsRef::as_ref) {
        db.execute_sql(sql, &[]).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
    }
}
