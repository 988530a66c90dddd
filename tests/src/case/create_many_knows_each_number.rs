//! Of many rows that the database numbers, each comes back with its own number, also while others add theirs.

use super::EngineUnderTest;
use crate::table::library::{Author, NewAuthor};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let add = async |name: &str| {
        let mut made = Vec::new();
        for round in 0..3 {
            let news = (0..301).map(|n| NewAuthor::new(format!("{name} {round} {n}")).born(n));
            made.extend(Author::dao(&db).create_many(news.collect()).await.unwrap());
        }
        made
    };
    let (ours, theirs) = tokio::join!(add("ours"), add("theirs"));
    for (name, made) in [("ours", &ours), ("theirs", &theirs)] {
        let names: Vec<&str> = made.iter().map(|author| author.name.as_str()).collect();
        let given = (0..3).flat_map(|round| (0..301).map(move |n| format!("{name} {round} {n}")));
        assert_eq!(names, given.collect::<Vec<_>>());
    }
    let mut made: Vec<Author> = ours.into_iter().chain(theirs).collect();
    let mut kept = Author::dao(&db).all().await.unwrap();
    made.sort_by_key(|author| author.id);
    kept.sort_by_key(|author| author.id);
    assert!(made == kept, "what came back is what is there");
}
