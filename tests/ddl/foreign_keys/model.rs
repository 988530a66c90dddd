//! References: over several columns, to a unique column, several to one table, to the table itself.

use tablewright::prelude::*;

use crate::golden::case::Model;

/// A table that refers to one that is declared later.
#[derive(Debug, Table)]
#[table(name = "lines", allow(foreign_key_without_index, reason = "references alone are shown"))]
#[foreign_key(columns(country, order_number), Order(country, number), on_delete = cascade)]
pub struct Line {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// The first column of the order's key.
    #[column(max_length = 2)]
    pub country: String,
    /// The second column of the order's key.
    pub order_number: i32,
    /// By a unique column.
    #[foreign_key(Product(code))]
    #[column(max_length = 12)]
    pub product_code: String,
    /// A second reference to the same table.
    #[foreign_key(Product(id), name = "fk_lines_replacement")]
    pub replacement_id: Option<i64>,
}

/// Has a key of two columns.
#[derive(Debug, Table)]
#[table(name = "orders")]
pub struct Order {
    /// The first column of the key.
    #[column(primary_key, max_length = 2)]
    pub country: String,
    /// The second column of the key.
    #[column(primary_key)]
    pub number: i32,
}

/// Refers to itself.
#[derive(Debug, Table)]
#[table(name = "products")]
pub struct Product {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// Unique, and referred to.
    #[column(max_length = 12, unique)]
    pub code: String,
    /// The product it is part of.
    #[foreign_key(Product(id))]
    #[index]
    pub part_of: Option<i64>,
}

/// Declared in an order that is not the one of creation.
pub fn models() -> Vec<Model> {
    [Line::META, Order::META, Product::META].map(Model::Derived).into()
}
