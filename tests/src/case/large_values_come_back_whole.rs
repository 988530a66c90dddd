//! A text of 4 MiB and a list of 8 MiB of bytes read back whole, however they get there.

use super::EngineUnderTest;
use crate::table::values::{NewStrings, Strings};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Strings::dao(&db);
    // No period that a piece of the transport could have, so that pieces in the wrong order are seen.
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state
    };
    let bytes: Vec<u8> = (0..8 << 20).map(|_| next().to_be_bytes()[0]).collect();
    let mut text = String::new();
    while text.len() < 4 << 20 {
        text.push(['a', '\u{e9}', '\u{4e16}', '\u{1f40d}'][next() as usize >> 30]);
    }
    let is_whole = |row: &Strings| row.long == text && row.long_bytes == bytes;

    let made = dao.create(NewStrings::new(1_i64, "", &text, Vec::new(), &bytes)).await.unwrap();
    assert!(is_whole(&made));
    assert!(is_whole(&dao.get(1).await.unwrap()));

    dao.create(NewStrings::new(2_i64, "", "", Vec::new(), Vec::new())).await.unwrap();
    let patch = Strings::patch().set(Strings::LONG, &*text).set(Strings::LONG_BYTES, bytes.clone());
    dao.patch(2, patch).await.unwrap();
    db.transaction(async |tx| {
        Strings::dao(tx).create_many(vec![NewStrings::new(3_i64, "", &text, Vec::new(), &bytes)]).await
    })
    .await
    .unwrap();
    let mut seen = 0;
    dao.all()
        .for_each(|row| {
            assert!(is_whole(&row), "row {}: {} and {} bytes", row.id, row.long.len(), row.long_bytes.len());
            seen += 1;
            Ok(())
        })
        .await
        .unwrap();
    assert_eq!(seen, 3);
}
