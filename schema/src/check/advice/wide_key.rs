//! `wide-key`: a long text as the primary key, which every index and every reference repeats.

use super::Advice;
use crate::model::{DataType, TableDef};
use crate::problem::{Place, Problem};

/// A UUID or a hash of 256 bits in hexadecimal digits fits.
const WIDE: u32 = 64;

pub(super) const ADVICE: Advice = Advice {
    rule: "wide-key",
    reason: "MySQL, MariaDB and SQL Server keep the primary key in every other index, and references repeat it",
    find,
};

fn find(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, name) in def.primary_key.columns.iter().enumerate() {
        let Some(column) = def.column(name) else { continue };
        if let DataType::Varchar(length) = column.data_type
            && length > WIDE
        {
            let message = format!("`{name}` is part of the primary key and takes up to {length} characters");
            let problem = Problem::new("wide-key", Place::PrimaryKeyColumn(n), message);
            problems.push(problem.help(format!("a `max_length` up to {WIDE} is enough for UUIDs and hashes")));
        }
    }
}
