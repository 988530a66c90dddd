//! Values of types of one's own read back the same, and the database refuses words outside of the list.

use tablewright::Kind;

use super::EngineUnderTest;
use crate::table::people::{BatchNumber, Colour, Litres, NewPaint, Paint};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Paint::dao(&db);
    for colour in [Colour::Red, Colour::NightBlue, Colour::Green] {
        let made = dao.create(NewPaint::new(Litres(i32::MIN)).colour(colour).second(Colour::Green)).await.unwrap();
        assert_eq!((made.colour, made.second, made.volume), (colour, Some(Colour::Green), Litres(i32::MIN)));
        assert_eq!(dao.get(made.id).await.unwrap(), made);
    }
    let default = dao.create(NewPaint::new(Litres(5)).batch(BatchNumber("B-1".to_owned()))).await.unwrap();
    assert_eq!((default.colour, default.second), (Colour::NightBlue, None));
    assert_eq!(dao.find_by_batch(&BatchNumber("B-1".to_owned())).await.unwrap().unwrap(), default);
    assert_eq!(dao.count(Paint::COLOUR.eq(Colour::NightBlue)).await.unwrap(), 2);
    assert_eq!(dao.count(Paint::VOLUME.gt(Litres(0))).await.unwrap(), 1);

    let long = NewPaint::new(Litres(1)).batch(BatchNumber("thirteen char".to_owned()));
    assert_eq!(dao.create(long).await.unwrap_err().kind(), Kind::TooLong);
}
