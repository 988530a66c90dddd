//! `narrow-key`: numbers that will run out.

use super::Advice;
use crate::model::{DataType, TableDef};
use crate::problem::{Place, Problem};

pub(super) const ADVICE: Advice = Advice {
    rule: "narrow-key",
    reason: "numbers are used up by failed inserts too, and widening a key rewrites the table and all that point to it",
    find,
};

fn find(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, column) in def.columns.iter().enumerate() {
        let (bits, last) = match column.data_type {
            DataType::I16 => (16, "32,767"),
            DataType::I32 => (32, "2,147,483,647"),
            _ => continue,
        };
        if column.auto_increment {
            let message = format!("`{}` numbers rows with {bits} bits, which end at {last}", column.name);
            let problem = Problem::new("narrow-key", Place::ColumnType(n), message);
            problems.push(problem.help("use `i64` for the field"));
        }
    }
}
