//! A database whose name is not ASCII is a database like any other, with its name percent-encoded or as it is.

use tablewright::prelude::*;

use crate::table::Suite;
use crate::table::people::{Counter, NewCounter};

/// Not ASCII, and with characters that mean something in a URL.
pub const NAME: &str = "donn\u{e9}es_m\u{fc}nchen \u{4e16}\u{1f40d} 100%?";

/// Connects to the empty database of this name, at the URL that `place` makes of it once encoded, and works with it.
pub async fn hold(name: &str, place: impl Fn(&str) -> String) {
    let encoded: String = name.bytes().map(encode_all).collect();
    let db = Database::connect(&place(&encoded)).await.unwrap();
    Suite::create(&db).await.unwrap();
    let row = Counter::dao(&db).create(NewCounter::new("a", 1_i64)).await.unwrap();
    db.close().await.unwrap();

    let as_it_is = name.replace('%', "%25").replace('?', "%3F").replace(' ', "%20");
    for name in [encoded, as_it_is] {
        let db = Database::connect(&place(&name)).await.unwrap();
        assert_eq!(Counter::dao(&db).all().await.unwrap(), std::slice::from_ref(&row), "{name}");
        db.transaction(async |tx| Counter::dao(tx).patch(&row.name, Counter::patch().add(Counter::VALUE, 0_i64)).await)
            .await
            .unwrap();
        db.close().await.unwrap();
    }
}

fn encode_all(byte: u8) -> String {
    format!("%{byte:02X}")
}
