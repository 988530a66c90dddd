//! How much of a row InnoDB keeps in its page, half of which has to hold it: what is long leaves a part of itself there.

use crate::model::{ColumnDef, DataType, TableDef};

/// Half of a page of 16 KiB, without what the page says of itself: a row is smaller
/// (<https://dev.mysql.com/doc/refman/8.4/en/column-count-limit.html>).
pub(crate) const BYTES: u32 = 8_125;
/// What begins each row, and the transaction that wrote it.
const HEADER: u32 = 5 + 6 + 7;
/// The number of a row in a table without a key.
const ROW_ID: u32 = 6;
/// The digits of a decimal are kept by nines, in so many bytes (<https://dev.mysql.com/doc/refman/8.4/en/precision-math-decimal-characteristics.html>).
const DIGITS: u32 = 9;
const NINE_DIGITS: u32 = 4;

/// How many bytes of a row have to be in its page; `kept` says how many of a value that has at most so many bytes.
pub(crate) fn bytes(def: &TableDef, kept: fn(u32) -> u32) -> u32 {
    let is_there = |column: &&ColumnDef| column.generated.as_ref().is_none_or(|generated| generated.stored);
    let columns = def.columns.iter().filter(is_there);
    let nullable = u32::try_from(columns.clone().filter(|column| column.nullable).count()).unwrap_or(u32::MAX);
    let key = if def.primary_key.columns.is_empty() { ROW_ID } else { 0 };
    let own = HEADER + key + nullable.div_ceil(8);
    columns.map(|column| of_column(&column.data_type, kept)).fold(own, u32::saturating_add)
}

fn of_column(data_type: &DataType, kept: fn(u32) -> u32) -> u32 {
    match data_type {
        DataType::Text | DataType::Json | DataType::Blob => kept(u32::MAX),
        DataType::Varchar(length) => kept(length.saturating_mul(4)),
        DataType::Binary(length) => kept(*length),
        DataType::Enum(values) => kept(DataType::enum_width(values).saturating_mul(4)),
        DataType::Bool => 1,
        DataType::I16 => 2,
        DataType::Date => 3,
        DataType::I32 | DataType::F32 => 4,
        DataType::Time => 6,
        DataType::I64 | DataType::F64 | DataType::Timestamp | DataType::TimestampTz => 8,
        DataType::Uuid => 16,
        DataType::Decimal { precision, scale } => of_digits(precision.saturating_sub(*scale)) + of_digits(*scale),
        // What is not known yet is not counted.
        DataType::Late(_) => 0,
    }
}

fn of_digits(digits: u8) -> u32 {
    let digits = u32::from(digits);
    digits / DIGITS * NINE_DIGITS + (digits % DIGITS).div_ceil(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_as_wide_as_the_servers_say() {
        let whole = |length| length;
        let mut def = TableDef::new("t", &[]);
        def.columns = vec![
            ColumnDef::new("id", DataType::I64),
            ColumnDef::new("price", DataType::Decimal { precision: 28, scale: 10 }).nullable(),
            ColumnDef::new("word", DataType::Varchar(10)),
            ColumnDef::new("later", DataType::I64).generated("id + 1", false),
            ColumnDef::new("kept", DataType::I64).generated("id + 1", true),
        ]
        .into();
        assert_eq!(bytes(&def, whole), 18 + 6 + 1 + 8 + 13 + 40 + 8);
        def.primary_key.columns = vec!["id".into()].into();
        assert_eq!(bytes(&def, |_| 1), 18 + 1 + 8 + 13 + 1 + 8);
        assert_eq!([0, 1, 2, 9, 18, 20].map(of_digits), [0, 1, 1, 4, 8, 9]);
    }
}
