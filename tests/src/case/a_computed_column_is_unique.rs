//! A computed column can be unique and in an index, and what is as it should be is told so.

use tablewright::{Kind, Schema};

use super::EngineUnderTest;
use crate::table::Suite;
use crate::table::people::{Mailbox, NewMailbox};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let boxes = Mailbox::dao(&db);
    let first = boxes.create(NewMailbox::new(1_i64, "Thandi").other("T.")).await.unwrap();
    assert_eq!((first.name_key.as_str(), first.letters), ("thandi", Some(2)));
    let error = boxes.create(NewMailbox::new(2_i64, "THANDI")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unique);
    let constraint = error.constraint().unwrap();
    assert_eq!(
        (constraint.table.as_deref(), constraint.name.as_deref()),
        (Some("mailboxes"), Some("uq_mailboxes_name_key"))
    );
    assert_eq!(constraint.columns, ["name_key"]);

    let second = boxes.create(NewMailbox::new(3_i64, "Sindi")).await.unwrap();
    assert_eq!(boxes.find_by_name_key("sindi").await.unwrap(), Some(second.clone()));
    assert_eq!(boxes.find_by_letters(2).await.unwrap(), [first]);
    let renamed = Mailbox { name: "thanDI".to_owned(), ..second };
    assert_eq!(boxes.update(&renamed).await.unwrap_err().kind(), Kind::Unique);

    let drift = Suite::verify(&db).await.unwrap();
    assert!(drift.is_empty(), "{drift}");
}
