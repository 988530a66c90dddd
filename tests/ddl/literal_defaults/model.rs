//! Constants as defaults: the largest, the smallest, and texts with everything that needs care in SQL.

use tablewright_schema::{ColumnDef, ColumnDefault, DataType, Literal, TableDef};

use crate::golden::build::{id, table};
use crate::golden::case::Model;

/// Numbers, truth values, texts; the empty text alone, since Oracle has none.
pub fn models() -> Vec<Model> {
    vec![Model::built(numbers()), Model::built(texts()), Model::built(empty_text())]
}

fn numbers() -> TableDef {
    let money = DataType::Decimal { precision: 18, scale: 2 };
    let long = DataType::Decimal { precision: 28, scale: 10 };
    let columns = [
        id(),
        with("yes", DataType::Bool, Literal::Bool(true)),
        with("no", DataType::Bool, Literal::Bool(false)),
        with("smallest_i16", DataType::I16, Literal::Integer(i16::MIN.into())),
        with("largest_i32", DataType::I32, Literal::Integer(i32::MAX.into())),
        with("smallest_i64", DataType::I64, Literal::Integer(i64::MIN)),
        with("largest_i64", DataType::I64, Literal::Integer(i64::MAX)),
        with("half", DataType::F64, Literal::Number("0.5".into())),
        with("small", DataType::F32, Literal::Number("-0.25".into())),
        with("price", money.clone(), Literal::Number("-12.50".into())),
        with("whole_price", money, Literal::Integer(7)),
        with("exact", long, Literal::Number("123456789012345678.0123456789".into())),
    ];
    table("numbers", columns)
}

fn texts() -> TableDef {
    let columns = [
        id(),
        with("plain", DataType::Varchar(20), text("routine")),
        with("quotes", DataType::Varchar(40), text("O'Brien said \"'\" twice")),
        with("backslash", DataType::Varchar(20), text("C:\\new\\table")),
        with("lines", DataType::Varchar(20), text("one\ntwo\ttab")),
        with("wide", DataType::Varchar(20), text("caf\u{e9} \u{1f40d} \u{6f22}")),
        with("not_sql", DataType::Varchar(40), text("'); drop table numbers; --")),
        with("unbounded", DataType::Text, text("a text without a limit")),
        with("colour", DataType::Enum(vec!["it's".into(), "\"b\\c\"".into()].into()), text("it's")),
        with("document", DataType::Json, text("{\"a\": [1, \"o'clock\"]}")),
    ];
    table("texts", columns)
}

fn empty_text() -> TableDef {
    table("empty_text", [id(), with("value", DataType::Varchar(20), text(""))])
}

fn with(name: &'static str, data_type: DataType, literal: Literal) -> ColumnDef {
    ColumnDef::new(name, data_type).default(ColumnDefault::Literal(literal))
}

fn text(value: &'static str) -> Literal {
    Literal::Text(value.into())
}
