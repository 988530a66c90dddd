//! `float-key`: keys that two engines may round differently.

use super::Advice;
use crate::model::{DataType, TableDef};
use crate::problem::{Place, Problem};

pub(super) const ADVICE: Advice =
    Advice { rule: "float-key", reason: "a binary fraction that was computed in two ways is two keys", find };

fn find(def: &TableDef, problems: &mut Vec<Problem>) {
    let keys = def.uniques.iter().map(|unique| &unique.columns);
    let keys = [&def.primary_key.columns].into_iter().chain(keys);
    let keyed = |name: &str| keys.clone().any(|columns| columns.iter().any(|column| column == name));
    for (n, column) in def.columns.iter().enumerate() {
        if matches!(column.data_type, DataType::F32 | DataType::F64) && keyed(&column.name) {
            let message = format!("`{}` is a binary fraction and part of a key, where all digits count", column.name);
            let problem = Problem::new("float-key", Place::ColumnType(n), message);
            problems.push(problem.help("use a whole number or `Decimal` for the field"));
        }
    }
}
