//! Personal columns: the database sees no difference.

use tablewright::Table;

use crate::golden::case::Model;
use crate::table::people::Patient;

/// One table.
pub fn models() -> Vec<Model> {
    [Patient::META].map(Model::Derived).into()
}
