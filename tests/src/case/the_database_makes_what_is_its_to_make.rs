//! Numbers, computed columns and expression defaults come back with the new row.

use super::{EngineUnderTest, kept};
use crate::table::library::{Author, NewAuthor};
use crate::table::people::{Crate, Defaults, NewCrate, NewDefaults};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let authors = Author::dao(&db);
    let first = authors.create(NewAuthor::new("first")).await.unwrap();
    let second = authors.create(NewAuthor::new("second")).await.unwrap();
    assert!(second.id > first.id);
    assert_eq!(authors.get(second.id).await.unwrap(), second);

    let crates = Crate::dao(&db);
    let mut small = crates.create(NewCrate::new(1_i64, 20, 30)).await.unwrap();
    assert_eq!(small.area, 600);
    small.width = 40;
    crates.update(&small).await.unwrap();
    assert_eq!(crates.get(1).await.unwrap().area, 1_200);
    assert_eq!(crates.count(Crate::AREA.gt(1_000)).await.unwrap(), 1);

    let defaults = Defaults::dao(&db);
    let made = defaults.create(NewDefaults::new()).await.unwrap();
    assert_eq!((made.word.as_str(), made.number, made.truth), ("it's", -7, true));
    assert_eq!(made.id.len(), 36);
    let there = Defaults { made_at: kept(engine, made.made_at.naive_utc()).and_utc(), ..made };
    assert_eq!(defaults.get(&there.id).await.unwrap(), there);
    let given = NewDefaults::new().id("mine").word("own").number(1_i64).truth(false);
    let given = defaults.create(given).await.unwrap();
    assert_eq!((given.id.as_str(), given.word.as_str(), given.number, given.truth), ("mine", "own", 1, false));
    let there = Defaults { made_at: kept(engine, given.made_at.naive_utc()).and_utc(), ..given };
    assert_eq!(defaults.get("mine").await.unwrap(), there);
}
