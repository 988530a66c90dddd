//! What Firebird 3 lacks
//! (<https://firebirdsql.org/file/documentation/html/en/firebirddocs/relnotes/40/rnfb40-release-notes.html>).

use super::super::version::Need;
use crate::model::borrowed::{slice, text};
use crate::model::{DataType, TableDef, Text};

/// The longest name of Firebird 3, in bytes.
const LONGEST_NAME: usize = 31;
/// The most digits of its decimals.
const MOST_DIGITS: u8 = 18;

/// The first thing in an emitted table that comes with version 4.
pub(crate) const fn need_of_version_4(def: &'static TableDef) -> Option<Need> {
    if let Some(need) = long("table ", &def.name) {
        return Some(need);
    }
    let columns = slice(&def.columns);
    let mut n = 0;
    while n < columns.len() {
        if let Some(need) = long("column ", &columns[n].name) {
            return Some(need);
        }
        let why = match &columns[n].data_type {
            DataType::TimestampTz => "Firebird 3 has no times with a zone",
            DataType::Uuid | DataType::Binary(_) => "Firebird 3 has no type for a few bytes",
            DataType::Decimal { precision, .. } if *precision > MOST_DIGITS => {
                "Firebird 3 has decimals of at most 18 digits"
            }
            _ => "",
        };
        if !why.is_empty() {
            return Some(Need { what: "column ", name: text(&columns[n].name), why });
        }
        n += 1;
    }
    if !slice(&def.primary_key.columns).is_empty()
        && let Some(need) = long("primary key ", &def.primary_key.name)
    {
        return Some(need);
    }
    constraints(def)
}

const fn constraints(def: &'static TableDef) -> Option<Need> {
    let lists = (slice(&def.uniques), slice(&def.checks), slice(&def.indexes), slice(&def.foreign_keys));
    let counts = [lists.0.len(), lists.1.len(), lists.2.len(), lists.3.len()];
    let mut kind = 0;
    while kind < counts.len() {
        let mut n = 0;
        while n < counts[kind] {
            let need = match kind {
                0 => long("unique constraint ", &lists.0[n].name),
                1 => long("check ", &lists.1[n].name),
                2 => long("index ", &lists.2[n].name),
                _ => long("foreign key ", &lists.3[n].name),
            };
            if need.is_some() {
                return need;
            }
            n += 1;
        }
        kind += 1;
    }
    None
}

const fn long(what: &'static str, name: &'static Text) -> Option<Need> {
    need_of_name(what, text(name))
}

/// What a name has that comes with version 4.
pub(crate) const fn need_of_name(what: &'static str, name: &'static str) -> Option<Need> {
    if name.len() > LONGEST_NAME {
        Some(Need { what, name, why: "Firebird 3 takes names of at most 31 bytes" })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ColumnDef, IndexDef, IndexPart};

    static NARROW: TableDef = TableDef::new("t", const { &[ColumnDef::new("id", DataType::I64)] });

    #[test]
    fn what_version_3_can_needs_nothing() {
        assert_eq!(need_of_version_4(&NARROW), None);
    }

    #[test]
    fn names_and_types_are_judged() {
        static LONG: TableDef = TableDef::new("a_name_that_has_thirty_two_bytes", &[]);
        assert_eq!(need_of_version_4(&LONG).map(|need| need.what), Some("table "));
        static INDEXED: TableDef = TableDef::new("t", &[]).indexes(
            const { &[IndexDef::new("ix_a_name_that_has_thirty_3_bytes", const { &[IndexPart::asc("id")] })] },
        );
        assert_eq!(need_of_version_4(&INDEXED).map(|need| need.what), Some("index "));
        assert_eq!(need_of_name("check ", "ck_a_name_that_has_thirty_3_bytes").map(|need| need.what), Some("check "));
        assert_eq!(need_of_name("check ", "ck_a_short_name"), None);
        static TIMED: TableDef = TableDef::new("t", const { &[ColumnDef::new("at", DataType::TimestampTz)] });
        assert_eq!(need_of_version_4(&TIMED).map(|need| need.name), Some("at"));
    }
}
