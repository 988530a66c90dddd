//! Tables that refer to each other in a ring, so that no order of creation suits all references.

use tablewright_schema::TableDef;

use crate::golden::build::{foreign_key, i64, id, table};
use crate::golden::case::Model;

/// A ring of two and a ring of three.
pub fn models() -> Vec<Model> {
    let ring = [("hen", "egg"), ("egg", "hen"), ("rock", "scissors"), ("scissors", "paper"), ("paper", "rock")];
    ring.map(|(name, next)| Model::built(link(name, next))).into()
}

/// A table with a reference that may be NULL while the next table's row is not there yet.
fn link(name: &'static str, next: &'static str) -> TableDef {
    let mut def = table(name, [id(), i64("next_id").nullable()]);
    let mut key = foreign_key("", ["next_id"], next, ["id"]);
    key.name = format!("fk_{name}_next_id").into();
    def.foreign_keys = vec![key].into();
    def
}
