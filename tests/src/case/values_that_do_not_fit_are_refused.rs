//! A text too long, bytes too many, digits too many: refused before anything is sent, and the error names the column.

use tablewright::Kind;

use super::{EngineUnderTest, decimal};
use crate::table::values::{NewNumbers, NewStrings, Numbers, Strings};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let strings = Strings::dao(&db);
    let cases = [
        (NewStrings::new(1_i64, "01234567890", "", Vec::new(), Vec::new()), Kind::TooLong, "short"),
        (NewStrings::new(1_i64, "", "", vec![0_u8; 17], Vec::new()), Kind::TooLong, "short_bytes"),
    ];
    for (new, kind, column) in cases {
        let error = strings.create(new).await.unwrap_err();
        assert_eq!(error.kind(), kind);
        assert_eq!(error.constraint().unwrap().columns, [column]);
    }
    // Characters count, not bytes.
    strings.create(NewStrings::new(1_i64, "\u{e9}".repeat(10), "", Vec::new(), Vec::new())).await.unwrap();

    let numbers = Numbers::dao(&db);
    let zero = decimal("0");
    let row = |money, exact| NewNumbers::new(1_i64, 0_i16, 0, 0_i64, false, 0.0_f32, 0.0_f64, money, exact);
    for (new, column) in [
        (row(decimal("10000000000000000.00"), zero), "money"),
        (row(decimal("0.001"), zero), "money"),
        (row(zero, decimal("1000000000000000000")), "exact"),
        (row(zero, decimal("0.00000000001")), "exact"),
    ] {
        let error = numbers.create(new).await.unwrap_err();
        assert_eq!(error.kind(), Kind::OutOfRange, "{error}");
        assert_eq!(error.constraint().unwrap().columns, [column]);
    }
    // Zeros at the end are no digits.
    numbers.create(row(decimal("1.50000"), zero)).await.unwrap();
}
