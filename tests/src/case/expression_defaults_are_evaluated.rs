//! A default that is an expression is evaluated by the database, and comes back with the new row.

use rust_decimal::Decimal;
use tablewright::prelude::*;

use super::{Ability, EngineUnderTest, leaves_out};
use crate::table::Expressions;
use crate::table::people::{Evaluated, NewEvaluated};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    if leaves_out(engine, Ability::ExpressionDefaults) {
        return;
    }
    let db = engine.database().await;
    Expressions::create(&db).await.unwrap();
    let dao = Evaluated::dao(&db);
    let made = dao.create(NewEvaluated::new(1_i64)).await.unwrap();
    assert_eq!((made.computed, made.price), (5, Decimal::from(5)));
    assert_eq!(made.since.to_rfc3339(), "2026-01-31T12:00:00+00:00");
    let given = dao.create(NewEvaluated::new(2_i64).computed(6)).await.unwrap();
    assert_eq!(given.computed, 6);
    assert_eq!(dao.all().order_by(Evaluated::ID.asc()).await.unwrap(), [made, given]);
}
