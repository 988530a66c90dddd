//! The smallest and the largest integers and floats read back the same.

use super::{EngineUnderTest, decimal};
use crate::table::values::{NewNumbers, Numbers};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Numbers::dao(&db);
    let rows = [
        (1, i16::MIN, i32::MIN, i64::MIN, false, f32::MIN, f64::MIN),
        (2, i16::MAX, i32::MAX, i64::MAX, true, f32::MAX, f64::MAX),
        (3, 0, 0, 0, true, f32::MIN_POSITIVE, f64::MIN_POSITIVE),
        (4, -1, -1, -1, false, 0.1, 0.1),
        (i64::MAX, 1, 1, 1, false, 1.0 / 3.0, 1.0 / 3.0),
    ];
    for (id, small, medium, large, truth, single, double) in rows {
        let zero = decimal("0");
        let new = NewNumbers::new(id, small, medium, large, truth, single, double, zero, zero);
        let made = dao.create(new).await.unwrap();
        let read = dao.get(id).await.unwrap();
        assert_eq!((read.small, read.medium, read.large, read.truth), (small, medium, large, truth));
        assert_eq!((read.single.to_bits(), read.double.to_bits()), (single.to_bits(), double.to_bits()), "row {id}");
        assert_eq!(made, read);
    }
    let negative = dao.find_all(Numbers::LARGE.lt(0)).order_by(Numbers::LARGE.asc()).await.unwrap();
    assert_eq!(negative.iter().map(|row| row.large).collect::<Vec<_>>(), [i64::MIN, -1]);
}
