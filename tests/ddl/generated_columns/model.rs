//! Columns whose values the database computes.

use tablewright::prelude::*;
use tablewright_schema::{ColumnDef, DataType, IndexPart, UniqueDef};

use crate::golden::build::{id, index, table, texts};
use crate::golden::case::Model;

/// Computed numbers and texts, one of them unique and one in an index and a check.
#[derive(Debug, Table)]
#[table(name = "rooms")]
#[check(area > 0 and length < 1000)]
pub struct Room {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// The width.
    pub width: i32,
    /// The length.
    pub length: i32,
    /// The name.
    #[column(max_length = 20)]
    pub name: String,
    /// Computed on each read.
    #[column(generated(width * length))]
    #[index(desc)]
    pub area: i32,
    /// Computed once and kept.
    #[column(generated(upper(name), stored), max_length = 20, unique)]
    pub loud_name: String,
}

/// Computed columns that not every engine takes: a text of any length, two columns in one index, and a unique one that may be
/// NULL.
pub fn models() -> Vec<Model> {
    let first = ColumnDef::new("first", DataType::Varchar(50));
    let mut whole = table("names", [id(), first.clone(), ColumnDef::new("shown", DataType::Text)]);
    whole.columns.to_mut()[2] = whole.columns[2].clone().generated("first || '!'", false);
    let mut pair = table("pairs", [id(), first, ColumnDef::new("small", DataType::Varchar(50)).nullable()]);
    pair.columns.to_mut()[2] = pair.columns[2].clone().generated("lower(first)", true);
    pair.indexes = vec![index("ix_pairs", [IndexPart::asc("small"), IndexPart::asc("id")])].into();
    let mut tag = table("tags", [id(), ColumnDef::new("name", DataType::Varchar(50)).nullable()]);
    tag.columns.to_mut().push(ColumnDef::new("key", DataType::Varchar(50)).nullable().generated("lower(name)", false));
    let mut unique = UniqueDef::new("uq_tags_key", &[]);
    unique.columns = texts(["key"]);
    tag.uniques = vec![unique].into();
    vec![Model::Derived(Room::META), Model::built(whole), Model::built(pair), Model::built(tag)]
}
