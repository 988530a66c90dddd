//! UUIDs and nested documents read back the same.

use chrono::{DateTime, NaiveDateTime};
use tablewright::prelude::*;
use uuid::Uuid;

use super::{Ability, EngineUnderTest, leaves_out};
use crate::table::values::{Document, Moments, NewMoments};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Moments::dao(&db);
    let mut document = Document { title: "the core: \"\\'\u{1f40d}\n".to_owned(), parts: Vec::new(), nothing: None };
    let is_shallow = leaves_out(engine, Ability::DeepDocuments);
    // Each is two levels.
    for depth in 0..if is_shallow { 12 } else { 20 } {
        let twin = Document { title: depth.to_string(), parts: Vec::new(), nothing: Some(i64::MIN) };
        document = Document { title: String::new(), parts: vec![document, twin], nothing: Some(i64::MAX) };
    }
    let at = |id, document| {
        let time: NaiveDateTime = DateTime::UNIX_EPOCH.naive_utc();
        NewMoments::new(id, time.date(), time.time(), time, time.and_utc(), Json(document))
    };
    if is_shallow {
        let deeper = |document| Document { title: String::new(), parts: vec![document], nothing: None };
        let deep = (0..6).fold(document.clone(), |document, _| deeper(document));
        let refused = dao.create(at(Uuid::nil(), deep)).await.unwrap_err();
        assert_eq!(refused.kind(), Kind::Encode, "{refused}");
    }
    for id in [Uuid::nil(), Uuid::max(), Uuid::from_u128(1), Uuid::new_v4()] {
        dao.create(at(id, document.clone())).await.unwrap();
        let read = dao.get(id).await.unwrap();
        assert_eq!(read.id, id);
        assert_eq!(read.document.0, document);
        assert_eq!(dao.count(Moments::ID.eq(id)).await.unwrap(), 1);
    }
}
