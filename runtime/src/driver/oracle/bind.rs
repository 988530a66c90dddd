//! Parameters as the client takes them.

use oracledb::{DbType, OracleIntervalDS, OracleNumber, OracleTimestamp, ToDbValue};

use super::{decimal, time};
use crate::error::Result;
use crate::param::{NullType, Param};

/// A parameter. All values of one column are of one type, also NULL, for a batch has one type for each column.
pub enum Bound<'p> {
    /// NULL of a type, or room for what comes back.
    Empty(&'static DbType),
    Number(OracleNumber),
    Float(f32),
    Double(f64),
    Text(&'p str),
    Bytes(&'p [u8]),
    Timestamp(OracleTimestamp),
    Interval(OracleIntervalDS),
}

impl Bound<'_> {
    /// What the client wants to see.
    pub fn as_db_value(&self) -> &dyn ToDbValue {
        match self {
            Self::Empty(db_type) => db_type,
            Self::Number(value) => value,
            Self::Float(value) => value,
            Self::Double(value) => value,
            Self::Text(value) => value,
            Self::Bytes(value) => value,
            Self::Timestamp(value) => value,
            Self::Interval(value) => value,
        }
    }
}

/// The parameters of a statement.
///
/// # Errors
/// Of kinds `Encode` and `OutOfRange`; nothing was sent then.
pub fn bind<'p>(params: &'p [Param<'_>]) -> Result<Vec<Bound<'p>>> {
    params.iter().map(value).collect()
}

fn value<'p>(param: &'p Param<'_>) -> Result<Bound<'p>> {
    Ok(match param {
        Param::Null(kind) => Bound::Empty(null(*kind)),
        // Before 23ai there is no other type for it.
        Param::Bool(value) => Bound::Number(i16::from(*value).into()),
        Param::I16(value) => Bound::Number((*value).into()),
        Param::I32(value) => Bound::Number((*value).into()),
        Param::I64(value) => Bound::Number((*value).into()),
        Param::F32(value) => Bound::Float(*value),
        Param::F64(value) => Bound::Double(*value),
        Param::Decimal { value, .. } => Bound::Number(decimal::write(*value)?),
        // The server knows no empty ones.
        Param::Text(value) | Param::Json(value) if value.is_empty() => Bound::Empty(oracledb::DB_TYPE_VARCHAR),
        Param::Bytes(value) if value.is_empty() => Bound::Empty(oracledb::DB_TYPE_RAW),
        Param::Text(value) | Param::Json(value) => Bound::Text(value),
        Param::Bytes(value) => Bound::Bytes(value),
        Param::Date(value) => Bound::Timestamp(time::write_date(*value)?),
        Param::Time(value) => Bound::Interval(time::write_time(*value)),
        Param::Timestamp(value) => Bound::Timestamp(time::write_timestamp(*value)?),
        Param::TimestampTz(value) => Bound::Timestamp(time::write_instant(*value)?),
        Param::Uuid(value) => Bound::Bytes(value.as_bytes()),
    })
}

fn null(kind: NullType) -> &'static DbType {
    match kind {
        NullType::Bool | NullType::I16 | NullType::I32 | NullType::I64 | NullType::Decimal => oracledb::DB_TYPE_NUMBER,
        NullType::F32 => oracledb::DB_TYPE_BINARY_FLOAT,
        NullType::F64 => oracledb::DB_TYPE_BINARY_DOUBLE,
        NullType::Text | NullType::Json => oracledb::DB_TYPE_VARCHAR,
        NullType::Bytes | NullType::Uuid => oracledb::DB_TYPE_RAW,
        NullType::Date | NullType::Timestamp | NullType::TimestampTz => oracledb::DB_TYPE_TIMESTAMP,
        NullType::Time => oracledb::DB_TYPE_INTERVAL_DS,
    }
}

/// About how many bytes a parameter takes.
pub fn size(param: &Param<'_>) -> usize {
    match param {
        Param::Text(text) | Param::Json(text) => text.len() + 8,
        Param::Bytes(bytes) => bytes.len() + 8,
        _ => 24,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_null_has_the_type_of_the_values_beside_it() {
        let pairs = [
            (Param::Null(NullType::Bool), Param::Bool(true)),
            (Param::Null(NullType::I64), Param::I64(1)),
            (Param::Null(NullType::F32), Param::F32(1.5)),
            (Param::Null(NullType::F64), Param::F64(1.5)),
            (Param::Null(NullType::Decimal), Param::Decimal { value: 1.into(), precision: 5, scale: 2 }),
            (Param::Null(NullType::Text), Param::from("ä")),
            (Param::from(""), Param::from("ä")),
            (Param::Null(NullType::Json), Param::Json("{}".into())),
            (Param::Null(NullType::Bytes), Param::from(vec![1_u8])),
            (Param::Null(NullType::Uuid), Param::Uuid(uuid::Uuid::nil())),
            (Param::Null(NullType::Date), Param::Date(chrono::NaiveDate::from_ymd_opt(2024, 2, 29).unwrap())),
            (Param::Null(NullType::Time), Param::Time(chrono::NaiveTime::MIN)),
        ];
        for (null, value) in pairs {
            let (null, value) = (super::value(&null).unwrap(), super::value(&value).unwrap());
            assert!(matches!(null, Bound::Empty(_)));
            assert_eq!(null.as_db_value().db_type(), value.as_db_value().db_type());
        }
    }

    #[test]
    fn a_text_keeps_its_length() {
        let text = "ä".repeat(50_000);
        let param = Param::from(text.as_str());
        assert_eq!(value(&param).unwrap().as_db_value().max_size(), 100_000);
    }
}
