//! Patterns know `%`, `_` and `\\`, everything else is literal, and case matters.

use tablewright::Condition;

use super::EngineUnderTest;
use crate::table::library::{Author, NewAuthor};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Author::dao(&db);
    for name in ["100%", "100 per cent", "a_b", "aXb", "A_B", "back\\slash", "[abc]", "it's", "caf\u{e9}"] {
        dao.create(NewAuthor::new(name)).await.unwrap();
    }
    let cases: Vec<(Condition<Author>, &[&str])> = vec![
        (Author::NAME.like("a_b"), &["aXb", "a_b"]),
        (Author::NAME.like(r"a\_b"), &["a_b"]),
        (Author::NAME.like("100%"), &["100 per cent", "100%"]),
        (Author::NAME.like(r"100\%"), &["100%"]),
        (Author::NAME.like(r"back\\slash"), &["back\\slash"]),
        (Author::NAME.like("a%"), &["aXb", "a_b"]),
        (Author::NAME.like("caf_"), &["caf\u{e9}"]),
        (Author::NAME.contains("%"), &["100%"]),
        (Author::NAME.contains("_"), &["A_B", "a_b"]),
        (Author::NAME.contains("\\"), &["back\\slash"]),
        (Author::NAME.contains("'"), &["it's"]),
        (Author::NAME.starts_with("["), &["[abc]"]),
        (Author::NAME.starts_with("[a"), &["[abc]"]),
        (Author::NAME.ends_with("b"), &["aXb", "a_b"]),
        (Author::NAME.contains("AbC"), &[]),
    ];
    for (condition, expected) in cases {
        let shown = format!("{condition:?} for {expected:?}");
        let mut found: Vec<String> = dao.find_all(condition).await.unwrap().into_iter().map(|row| row.name).collect();
        found.sort();
        assert_eq!(found, expected, "{shown}");
    }
}
