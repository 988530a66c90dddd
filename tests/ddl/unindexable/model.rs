//! Columns that are too long for a key or an index on some engines, one table for each use.

use tablewright_schema::{ColumnDef, DataType, IndexPart, TableDef, UniqueDef};

use crate::golden::build::{id, index, table, texts};
use crate::golden::case::Model;

/// Unlimited and long texts and bytes in an index, also over an expression, a unique constraint and a primary key.
pub fn models() -> Vec<Model> {
    vec![
        Model::built(indexed("indexed_text", "ix_indexed_text_value", DataType::Text)),
        Model::built(indexed("indexed_1000", "ix_indexed_1000_value", DataType::Varchar(1000))),
        Model::built(indexed("indexed_blob", "ix_indexed_blob_value", DataType::Blob)),
        Model::built(indexed("indexed_json", "ix_indexed_json_value", DataType::Json)),
        Model::built(computed("lowered_text", "ix_lowered_text_value", DataType::Text, "lower(value)")),
        Model::built(computed("measured_text", "ix_measured_text_value", DataType::Text, "length(value)")),
        Model::built(computed("lowered_508", "ix_lowered_508_value", DataType::Varchar(508), "lower(value)")),
        Model::built(computed("lowered_512", "ix_lowered_512_value", DataType::Varchar(512), "lower(value)")),
        Model::built(computed("lowered_513", "ix_lowered_513_value", DataType::Varchar(513), "lower(value)")),
        Model::built(computed("cut_2000", "ix_cut_2000_value", DataType::Varchar(2000), "substr(value, 1, 100)")),
        Model::built(computed("joined_300", "ix_joined_300_value", DataType::Varchar(300), "value || value")),
        Model::built(computed("other_300", "ix_other_300_value", DataType::Varchar(300), "coalesce(value, 'none')")),
        Model::built(unique("unique_text", "uq_unique_text_value", DataType::Text)),
        Model::built(unique("unique_255", "uq_unique_255_value", DataType::Varchar(255))),
        Model::built(unique("unique_1000", "uq_unique_1000_value", DataType::Varchar(1000))),
        Model::built(keyed("keyed_text", DataType::Text)),
        Model::built(keyed("keyed_450", DataType::Varchar(450))),
        Model::built(keyed("keyed_451", DataType::Varchar(451))),
    ]
}

fn indexed(name: &'static str, index_name: &'static str, data_type: DataType) -> TableDef {
    let mut def = table(name, [id(), ColumnDef::new("value", data_type)]);
    def.indexes = vec![index(index_name, [IndexPart::asc("value")])].into();
    def
}

fn computed(
    name: &'static str,
    index_name: &'static str,
    data_type: DataType,
    expression: &'static str,
) -> TableDef {
    let mut def = table(name, [id(), ColumnDef::new("value", data_type)]);
    def.indexes = vec![index(index_name, [IndexPart::expression(expression)])].into();
    def
}

fn unique(name: &'static str, unique_name: &'static str, data_type: DataType) -> TableDef {
    let mut def = table(name, [id(), ColumnDef::new("value", data_type)]);
    let mut unique = UniqueDef::new(unique_name, &[]);
    unique.columns = texts(["value"]);
    def.uniques = vec![unique].into();
    def
}

fn keyed(name: &'static str, data_type: DataType) -> TableDef {
    table(name, [ColumnDef::new("id", data_type)])
}
