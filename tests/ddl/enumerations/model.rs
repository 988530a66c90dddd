//! Closed lists of texts, one of them with a quote, and types of one's own.

use tablewright::Table;

use crate::golden::case::Model;
use crate::table::people::Paint;

/// One table.
pub fn models() -> Vec<Model> {
    [Paint::META].map(Model::Derived).into()
}
