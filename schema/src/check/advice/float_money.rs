//! `float-money`: amounts that do not add up.

use super::Advice;
use crate::model::{DataType, TableDef};
use crate::problem::{Place, Problem};

/// Words of names that speak of money.
const MONEY: [&str; 14] = [
    "amount", "balance", "budget", "cost", "costs", "fee", "fees", "money", "payment", "price", "revenue", "salary",
    "tax", "wage",
];

pub(super) const ADVICE: Advice =
    Advice { rule: "float-money", reason: "a binary fraction cannot hold 0.10, so sums are off by cents", find };

fn find(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, column) in def.columns.iter().enumerate() {
        let money = column.name.to_lowercase().split('_').any(|word| MONEY.contains(&word));
        if money && matches!(column.data_type, DataType::F32 | DataType::F64) {
            let message = format!("`{}` looks like money, and a binary fraction cannot hold 0.10", column.name);
            let problem = Problem::new("float-money", Place::ColumnType(n), message);
            problems.push(problem.help("use `Decimal` with `precision` and `scale`"));
        }
    }
}
