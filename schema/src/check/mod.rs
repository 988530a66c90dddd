//! The rules one table can be judged by, whatever the dialect.

use crate::model::TableDef;
use crate::problem::Problem;

/// Everything that is wrong with a table, in the order of the table's parts.
pub fn table(def: &TableDef) -> Vec<Problem> {
    let _ = def;
    Vec::new()
}
