//! `timestamp-without-zone`: a time that means another instant elsewhere.

use super::Advice;
use crate::model::{DataType, TableDef};
use crate::problem::{Place, Problem};

pub(super) const ADVICE: Advice = Advice {
    rule: "timestamp-without-zone",
    reason: "two clients in two zones, or one night in autumn, give one text to two instants",
    find,
};

fn find(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, column) in def.columns.iter().enumerate() {
        if matches!(column.data_type, DataType::Timestamp) {
            let message = format!("`{}` does not say which instant it is, for it has no zone", column.name);
            let problem = Problem::new("timestamp-without-zone", Place::ColumnType(n), message);
            problems
                .push(problem.help("use `DateTime<Utc>`; keep `NaiveDateTime` for wall clocks, and allow the rule"));
        }
    }
}
