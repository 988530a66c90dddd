//! Indexes over expressions.

use tablewright_schema::{IndexPart, TableDef};

use crate::golden::build::{i64, id, index, table, text};
use crate::golden::case::Model;

/// Addresses found whatever their case, and boxes found by volume.
pub fn models() -> Vec<Model> {
    vec![Model::built(addresses()), Model::built(boxes())]
}

fn addresses() -> TableDef {
    let mut def = table("addresses", [id(), text("email", 100)]);
    def.indexes = vec![index("ix_addresses_email", [IndexPart::expression("lower(email)")])].into();
    def
}

fn boxes() -> TableDef {
    let mut def = table("boxes", [id(), i64("width"), i64("height")]);
    def.indexes = vec![index("ix_boxes_area", [IndexPart::expression("width * height")]).unique()].into();
    def
}
