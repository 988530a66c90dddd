//! Short words for definitions that are built by hand, as a program does that has no structs.

use tablewright_schema::model::{List, Text};
use tablewright_schema::{ColumnDef, DataType, ForeignKeyDef, IndexDef, IndexPart, TableDef};

/// A table whose primary key is its column `id`.
pub fn table(name: &'static str, columns: impl IntoIterator<Item = ColumnDef>) -> TableDef {
    let mut def = TableDef::new(name, &[]);
    def.columns = columns.into_iter().collect::<Vec<_>>().into();
    def.primary_key.name = format!("pk_{name}").into();
    def.primary_key.columns = texts(["id"]);
    def
}

/// A required 64-bit column named `id`.
pub const fn id() -> ColumnDef {
    i64("id")
}

/// A required 64-bit column.
pub const fn i64(name: &'static str) -> ColumnDef {
    ColumnDef::new(name, DataType::I64)
}

/// A required column of at most `length` characters.
pub const fn text(name: &'static str, length: u32) -> ColumnDef {
    ColumnDef::new(name, DataType::Varchar(length))
}

/// A list of names.
pub fn texts<const N: usize>(names: [&'static str; N]) -> List<Text> {
    names.map(Text::Borrowed).to_vec().into()
}

/// A reference to columns of another table.
pub fn foreign_key<const N: usize>(
    name: &'static str,
    columns: [&'static str; N],
    target: &'static str,
    target_columns: [&'static str; N],
) -> ForeignKeyDef {
    let mut def = ForeignKeyDef::new(name, &[], target, &[]);
    def.columns = texts(columns);
    def.target_columns = texts(target_columns);
    def
}

/// An index.
pub fn index(name: &'static str, parts: impl IntoIterator<Item = IndexPart>) -> IndexDef {
    let mut def = IndexDef::new(name, &[]);
    def.parts = parts.into_iter().collect::<Vec<_>>().into();
    def
}
