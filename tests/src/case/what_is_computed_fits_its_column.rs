//! A row of which something is computed that does not fit its column is refused when it is written, not when it is read; and whole
//! numbers are computed in 64 bits, whatever those that they are made of have.

use rust_decimal::Decimal;
use tablewright::{Kind, Schema as _};

use super::EngineUnderTest;
use crate::table::parcels::{Grade, NewParcel, Parcel, Parcels};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    Parcels::create(&db).await.unwrap();
    let dao = Parcel::dao(&db);
    let decimal = |text: &str| text.parse::<Decimal>().unwrap();
    let new = |id: i64| NewParcel::new(id, 100_000, 100_000, 201_i16, 2.0, "fragile", decimal("4.50"));
    let made = dao.create(new(1)).await.unwrap();
    assert_eq!((made.area, made.around, made.longer, made.rounded), (10_000_000_000, 200_000, 0, 202));
    assert_eq!((made.grade, made.volume, made.pull), (Some(Grade(199)), 1_000_000_000_000_000, 4.0));
    assert_eq!((made.loud.as_str(), made.both_ways), ("fragile!!", decimal("9.00")));
    assert_eq!(dao.find(1).await.unwrap().as_ref(), Some(&made));

    // The least and the most that fit.
    let widest = Parcel { width: i32::MAX, length: 0, ..made.clone() };
    let heaviest = Parcel { weight: i16::MAX - 1, ..made.clone() };
    let lightest = Parcel { width: i32::MIN, length: 0, weight: i16::MIN + 2, ..made.clone() };
    let dearest = Parcel { mark: "eight...".to_owned(), price: decimal("-499.99"), force: 1e19, ..made.clone() };
    for parcel in [widest, heaviest, lightest, dearest] {
        dao.update(&parcel).await.unwrap();
        let there = dao.get(1).await.unwrap();
        assert_eq!(there.around, parcel.width + parcel.length);
        assert_eq!((there.rounded, there.grade), (parcel.weight + 1, Some(Grade(parcel.weight - 2))));
        assert_eq!((there.both_ways, there.loud), (parcel.price + parcel.price, format!("{}!!", parcel.mark)));
    }
    dao.update(&made).await.unwrap();

    // One more than that.
    for (what, parcel) in [
        ("around", Parcel { width: i32::MAX, length: 1, ..made.clone() }),
        ("longer", Parcel { width: i32::MIN, length: 1, ..made.clone() }),
        ("rounded", Parcel { weight: i16::MAX, ..made.clone() }),
        ("grade", Parcel { weight: i16::MIN + 1, ..made.clone() }),
        ("volume", Parcel { width: 2_000_000_000, length: 100_000_000, ..made.clone() }),
        ("pull", Parcel { force: 1e30, ..made.clone() }),
        ("loud", Parcel { mark: "nine.....".to_owned(), ..made.clone() }),
        ("both_ways", Parcel { price: decimal("500.00"), ..made.clone() }),
    ] {
        let Parcel { width, length, weight, force, mark, price, .. } = parcel.clone();
        let new = NewParcel::new(2_i64, width, length, weight, force, mark, price);
        for outcome in [dao.create(new).await.map(drop), dao.update(&parcel).await] {
            let Err(error) = outcome else { panic!("{what} was written") };
            let told = [Kind::Check, Kind::OutOfRange, Kind::TooLong, Kind::Encode];
            assert!(told.contains(&error.kind()), "{what}: {error}");
        }
        assert_eq!(dao.all().await.unwrap(), std::slice::from_ref(&made), "{what}");
    }
}
