//! Oracle's types (<https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Data-Types.html>).

use super::super::key_width::KeyWidth;
use super::super::rules::Limit;
use super::super::type_text::{checked, late, one_of, plain};
use super::super::{Dialect, TypeSql};
use crate::model::DataType;

/// VARCHAR2 and RAW without extended sizes, in characters or bytes. However many characters are declared, 4,000 bytes is
/// the end.
const LONGEST_VARCHAR2: u32 = 4_000;
const LONGEST_RAW: u32 = 2_000;
const MOST_DIGITS: u8 = 38;

pub(crate) fn sql(data_type: &DataType) -> Result<TypeSql, Limit> {
    Ok(match data_type {
        DataType::Text => plain("CLOB"),
        DataType::Varchar(length) if *length <= LONGEST_VARCHAR2 => plain(format!("VARCHAR2({length} CHAR)")),
        DataType::Varchar(length) => checked("CLOB", "LENGTH(", format!(") <= {length}")),
        DataType::I16 => plain("NUMBER(5)"),
        DataType::I32 => plain("NUMBER(10)"),
        DataType::I64 => plain("NUMBER(19)"),
        DataType::Bool => checked("NUMBER(1)", "", " IN (0, 1)"),
        DataType::F32 => plain("BINARY_FLOAT"),
        DataType::F64 => plain("BINARY_DOUBLE"),
        DataType::Decimal { precision, scale } if *precision <= MOST_DIGITS => {
            plain(format!("NUMBER({precision}, {scale})"))
        }
        DataType::Decimal { precision, .. } => {
            return Err(Limit::new(format!("a decimal has at most {MOST_DIGITS} digits, not {precision}")));
        }
        // A DATE has a time of day as well.
        DataType::Date => checked("DATE", "TO_CHAR(", ", 'HH24MISS') = '000000'"),
        DataType::Time => plain("INTERVAL DAY(0) TO SECOND(6)"),
        DataType::Timestamp => plain("TIMESTAMP(6)"),
        DataType::TimestampTz => plain("TIMESTAMP(6) WITH TIME ZONE"),
        DataType::Uuid => plain("RAW(16)"),
        DataType::Json => checked("CLOB", "", " IS JSON"),
        DataType::Blob => plain("BLOB"),
        DataType::Binary(length) if *length <= LONGEST_RAW => plain(format!("RAW({length})")),
        DataType::Binary(length) => checked("BLOB", "LENGTH(", format!(") <= {length}")),
        DataType::Enum(values) => {
            one_of(format!("VARCHAR2({} CHAR)", DataType::enum_width(values)), values, Dialect::Oracle)
        }
        DataType::Late(column) => late(*column),
    })
}

/// Whether its values are kept apart from the row.
pub(crate) fn is_lob(data_type: &DataType) -> bool {
    sql(data_type).is_ok_and(|sql| sql.name.ends_with("LOB"))
}

/// How many bytes of a key a column takes.
pub(crate) const fn key_width(data_type: &DataType) -> KeyWidth {
    match data_type {
        DataType::Text | DataType::Json | DataType::Blob => {
            KeyWidth::Refused("a LOB cannot be in a key or an index (ORA-02327)")
        }
        DataType::Varchar(length) if *length > LONGEST_VARCHAR2 => {
            KeyWidth::Refused("a text of this length is a CLOB, which cannot be in a key or an index (ORA-02327)")
        }
        DataType::Binary(length) if *length > LONGEST_RAW => {
            KeyWidth::Refused("as many bytes are a BLOB, which cannot be in a key or an index (ORA-02327)")
        }
        DataType::Varchar(length) if *length > LONGEST_VARCHAR2 / 4 => KeyWidth::Bytes(LONGEST_VARCHAR2),
        DataType::Varchar(length) => KeyWidth::Bytes(length.saturating_mul(4)),
        DataType::Enum(values) => KeyWidth::Bytes(DataType::enum_width(values).saturating_mul(4)),
        DataType::Binary(length) => KeyWidth::Bytes(*length),
        DataType::TimestampTz => KeyWidth::RefusedInUnique("a time with a zone cannot be unique (ORA-02329)", 13),
        DataType::Uuid => KeyWidth::Bytes(16),
        DataType::Bool
        | DataType::I16
        | DataType::I32
        | DataType::I64
        | DataType::F32
        | DataType::F64
        | DataType::Decimal { .. }
        | DataType::Date
        | DataType::Time
        | DataType::Timestamp => KeyWidth::Bytes(22),
        DataType::Late(_) => KeyWidth::Unknown,
    }
}

/// A parameter with its type.
pub(crate) fn cast(data_type: &DataType, placeholder: &str) -> String {
    match (data_type, sql(data_type)) {
        (DataType::Late(_), _) | (_, Err(_)) => placeholder.to_owned(),
        (DataType::Varchar(length), Ok(_)) if *length <= LONGEST_VARCHAR2 => {
            format!("CAST({placeholder} AS VARCHAR2({LONGEST_VARCHAR2}))")
        }
        (DataType::Enum(_), Ok(_)) => format!("CAST({placeholder} AS VARCHAR2({LONGEST_VARCHAR2}))"),
        (_, Ok(sql)) if sql.name == "CLOB" => format!("TO_CLOB({placeholder})"),
        (_, Ok(sql)) if sql.name == "BLOB" => format!("TO_BLOB({placeholder})"),
        (_, Ok(sql)) => format!("CAST({placeholder} AS {})", sql.name),
    }
}
