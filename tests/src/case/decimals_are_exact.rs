//! Decimals keep every digit, and compare and sort as numbers.

use rust_decimal::Decimal;

use super::{EngineUnderTest, decimal};
use crate::table::values::{NewNumbers, Numbers};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Numbers::dao(&db);
    let money = ["9999999999999999.99", "-9999999999999999.99", "0.01", "-0.01", "12.5", "100", "0"];
    let exact = [
        "999999999999999999.9999999999",
        "-999999999999999999.9999999999",
        "0.0000000001",
        "-0.0000000001",
        "12345678901234567.891",
        "1",
        "0",
    ];
    for (id, (money, exact)) in (1..).zip(money.into_iter().zip(exact)) {
        dao.create(row(id, decimal(money), decimal(exact))).await.unwrap();
        let read = dao.get(id).await.unwrap();
        assert_eq!((read.money, read.exact), (decimal(money), decimal(exact)));
    }
    let sorted = dao.all().order_by(Numbers::MONEY.asc()).await.unwrap();
    let mut expected = money.map(decimal);
    expected.sort();
    assert_eq!(sorted.iter().map(|row| row.money).collect::<Vec<_>>(), expected);
    let above = dao.count(Numbers::MONEY.gt(decimal("9.99"))).await.unwrap();
    assert_eq!(above, 3);
    let same = dao.find_all(Numbers::EXACT.eq(decimal("1.000"))).await.unwrap();
    assert_eq!(same.len(), 1, "1.000 is 1");
    dao.patch(5, Numbers::patch().add(Numbers::MONEY, decimal("0.01"))).await.unwrap();
    assert_eq!(dao.get(5).await.unwrap().money, decimal("12.51"));
}

fn row(id: i64, money: Decimal, exact: Decimal) -> NewNumbers {
    NewNumbers::new(id, 0_i16, 0, 0_i64, false, 0.0_f32, 0.0_f64, money, exact)
}
