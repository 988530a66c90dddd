//! A decimal that is divided is right to the last digit that its column keeps, whatever the digits of its operands.

use rust_decimal::Decimal;
use tablewright::Schema as _;

use super::{Ability, EngineUnderTest, leaves_out};
use crate::table::bookings::{NewShare, Share, Shares};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    if leaves_out(engine, Ability::DecimalDivision) {
        return;
    }
    let db = engine.database().await;
    Shares::create(&db).await.unwrap();
    let decimal = |text: &str| text.parse::<Decimal>().unwrap();
    let made = Share::dao(&db).create(NewShare::new(1_i64, decimal("20.90"))).await.unwrap();
    assert_eq!(made.third, decimal("6.97"));
    assert_eq!(made.rounded, decimal("7.0"));
    assert_eq!(made.half, decimal("10.55"));
}
