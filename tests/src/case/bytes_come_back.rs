//! Empty, limited and large lists of bytes read back the same.

use super::{Ability, EngineUnderTest, leaves_out};
use crate::table::values::{NewStrings, Strings};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Strings::dao(&db);
    let megabyte: Vec<u8> = (0..=255).cycle().take(1 << 20).collect();
    let lists = [(Vec::new(), Vec::new()), (vec![0; 16], megabyte), (b"NULL".to_vec(), vec![0, 255, 0])];
    for (id, (short, long)) in (1..).zip(lists) {
        dao.create(NewStrings::new(id, "", "", &short, &long)).await.unwrap();
        let read = dao.get(id).await.unwrap();
        assert_eq!(read.short_bytes, short);
        assert!(read.long_bytes == long, "{} bytes differ from {}", read.long_bytes.len(), long.len());
    }
    if leaves_out(engine, Ability::UnpaddedComparison) {
        return;
    }
    let zeros = dao.find_all(Strings::SHORT_BYTES.eq(vec![0_u8; 16])).await.unwrap();
    assert_eq!(zeros.iter().map(|row| row.id).collect::<Vec<_>>(), [2]);
}
