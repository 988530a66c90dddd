//! A NUL character, NaN and the infinities are kept as they are or refused: never cut, never NULL.

use tablewright::prelude::*;

use super::EngineUnderTest;
use crate::table::values::{Measure, NewMeasure, NewOptionals, Optionals};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Optionals::dao(&db);
    for (id, text) in (1_i64..).zip(["a\0b", "\0", "a\0"]) {
        match dao.create(NewOptionals::new(id).short(text).long(text)).await {
            Ok(_) => {
                let read = dao.get(id).await.unwrap();
                assert_eq!((read.short.as_deref(), read.long.as_deref()), (Some(text), Some(text)));
                assert_eq!(dao.count(Optionals::SHORT.eq(text)).await.unwrap(), 1);
            }
            Err(error) => assert_eq!(error.kind(), Kind::Encode, "{error}"),
        }
    }
    for (id, number) in (10_i64..).zip([f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0]) {
        match dao.create(NewOptionals::new(id).double(number).single(number as f32)).await {
            Ok(_) => {
                let read = dao.get(id).await.unwrap();
                let (double, single) = (read.double.unwrap(), read.single.unwrap());
                assert!(double == number || (double.is_nan() && number.is_nan()), "{double} instead of {number}");
                assert_eq!(double.is_nan(), single.is_nan());
            }
            Err(error) => assert!(matches!(error.kind(), Kind::Encode | Kind::OutOfRange), "{error}"),
        }
    }

    // JSON has no such numbers, and one that is missing is another thing.
    let measures = Measure::dao(&db);
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let refused = measures.create(NewMeasure::new(1_i64, Json(vec![None, Some(odd)]))).await.unwrap_err();
        assert_eq!(refused.kind(), Kind::Encode, "{refused}");
    }
    let values = Json(vec![None, Some(f64::MAX), Some(0.1 + 0.2), Some(f64::MIN_POSITIVE), Some(-0.5)]);
    let made = measures.create(NewMeasure::new(1_i64, values.clone())).await.unwrap();
    let patched =
        measures.patch(1, Measure::patch().set(Measure::VALUES, Json(vec![Some(f64::NAN)]))).await.unwrap_err();
    assert_eq!(patched.kind(), Kind::Encode, "{patched}");
    assert_eq!((measures.all().await.unwrap(), &made.values), (vec![made.clone()], &values));
}
