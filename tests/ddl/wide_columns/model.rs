//! Columns of limited length and digits, up to and beyond what each engine has a type for.

use tablewright_schema::{ColumnDef, DataType, TableDef};

use crate::golden::build::{id, table};
use crate::golden::case::Model;

/// One table for each length, so that a refusal shows which.
pub fn models() -> Vec<Model> {
    let texts = [
        ("text_1", DataType::Varchar(1)),
        ("text_1000", DataType::Varchar(1000)),
        ("text_1001", DataType::Varchar(1001)),
        ("text_4000", DataType::Varchar(4000)),
        ("text_4001", DataType::Varchar(4001)),
        ("text_16383", DataType::Varchar(16_383)),
        ("text_70000", DataType::Varchar(70_000)),
        ("bytes_1", DataType::Binary(1)),
        ("bytes_2000", DataType::Binary(2000)),
        ("bytes_2001", DataType::Binary(2001)),
        ("bytes_8001", DataType::Binary(8001)),
        ("bytes_70000", DataType::Binary(70_000)),
        ("decimal_1_0", DataType::Decimal { precision: 1, scale: 0 }),
        ("decimal_18_18", DataType::Decimal { precision: 18, scale: 18 }),
        ("decimal_28_10", DataType::Decimal { precision: 28, scale: 10 }),
    ];
    texts.map(|(name, data_type)| Model::built(wide(name, data_type))).into()
}

fn wide(name: &'static str, data_type: DataType) -> TableDef {
    table(name, [id(), ColumnDef::new("value", data_type).nullable()])
}
