//! Empty, long, wide and awkward texts read back the same.

use super::EngineUnderTest;
use crate::table::values::{NewStrings, Strings};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Strings::dao(&db);
    let long = "a\u{1f40d}\u{e9}".repeat(15_000);
    let awkward = "'; DROP TABLE strings; -- \" \\ \n \r \t ? $1 :a @b % _ \u{7f}\u{2028}\u{feff}";
    let ten = [
        "",
        "0123456789",
        "\u{1f40d}\u{1f40d}\u{1f40d}\u{1f40d}\u{1f40d}\u{1f40d}\u{1f40d}\u{1f40d}\u{1f40d}\u{1f40d}",
        " a ",
        "e\u{301}",
    ];
    assert!(long.len() > 100_000);
    for (id, short) in (1..).zip(ten) {
        for long in ["", &long, awkward] {
            let new = NewStrings::new(id, short, long, Vec::new(), Vec::new());
            let made = dao.create(new).await.unwrap();
            let read = dao.get(id).await.unwrap();
            assert_eq!((read.short.as_str(), read.long.as_str()), (short, long));
            assert_eq!(made, read);
            assert_eq!(dao.count(Strings::LONG.eq(long)).await.unwrap(), 1);
            dao.delete(id).await.unwrap();
        }
    }
}
