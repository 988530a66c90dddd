//! Values as texts that say all of them, whatever the engine keeps.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use tablewright::{NullType, Param, Row};
use tablewright_schema::model::DataType;
use uuid::Uuid;

const MOMENT: &str = "%Y-%m-%d %H:%M:%S%.f";

/// What is read where there is nothing.
pub const NULL: &str = "NULL";

/// NULL as a value of a type.
pub fn null(data_type: &DataType) -> Param<'static> {
    Param::Null(match data_type {
        DataType::Bool => NullType::Bool,
        DataType::I16 => NullType::I16,
        DataType::I32 => NullType::I32,
        DataType::I64 => NullType::I64,
        DataType::F32 => NullType::F32,
        DataType::F64 => NullType::F64,
        DataType::Decimal { .. } => NullType::Decimal,
        DataType::Date => NullType::Date,
        DataType::Time => NullType::Time,
        DataType::Timestamp => NullType::Timestamp,
        DataType::TimestampTz => NullType::TimestampTz,
        DataType::Uuid => NullType::Uuid,
        DataType::Json => NullType::Json,
        DataType::Blob | DataType::Binary(_) => NullType::Bytes,
        _ => NullType::Text,
    })
}

/// The value of a text.
pub fn param<'v>(data_type: &DataType, value: &'v str) -> Param<'v> {
    match data_type {
        DataType::Bool => Param::Bool(value == "true"),
        DataType::I16 => Param::I16(value.parse().expect("a number")),
        DataType::I32 => Param::I32(value.parse().expect("a number")),
        DataType::I64 => Param::I64(value.parse().expect("a number")),
        DataType::F32 => Param::F32(value.parse().expect("a number")),
        DataType::F64 => Param::F64(value.parse().expect("a number")),
        DataType::Decimal { precision, scale } => {
            let value: Decimal = value.parse().expect("a number");
            Param::Decimal { value, precision: *precision, scale: *scale }
        }
        DataType::Date => Param::Date(value.parse().expect("a day")),
        DataType::Time => Param::Time(value.parse().expect("a time")),
        DataType::Timestamp => Param::Timestamp(NaiveDateTime::parse_from_str(value, MOMENT).expect("a time")),
        DataType::TimestampTz => {
            let moment = NaiveDateTime::parse_from_str(value, MOMENT).expect("a time");
            Param::TimestampTz(DateTime::from_naive_utc_and_offset(moment, Utc))
        }
        DataType::Uuid => Param::Uuid(value.parse().expect("a UUID")),
        DataType::Json => Param::Json(value.into()),
        DataType::Blob | DataType::Binary(_) => Param::Bytes(bytes(value).into()),
        _ => Param::Text(value.into()),
    }
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("bytes")).collect()
}

/// The first value of a row.
pub fn read(row: &mut dyn Row, data_type: &DataType) -> tablewright::Result<String> {
    if row.is_null(0)? {
        return Ok(NULL.to_owned());
    }
    Ok(match data_type {
        DataType::Bool => row.bool(0)?.to_string(),
        DataType::I16 => row.i16(0)?.to_string(),
        DataType::I32 => row.i32(0)?.to_string(),
        DataType::I64 => row.i64(0)?.to_string(),
        DataType::F32 => row.f32(0)?.to_string(),
        DataType::F64 => row.f64(0)?.to_string(),
        DataType::Decimal { precision, scale } => row.decimal(0, *precision, *scale)?.to_string(),
        DataType::Date => row.get::<NaiveDate>(0)?.format("%Y-%m-%d").to_string(),
        DataType::Time => row.get::<NaiveTime>(0)?.to_string(),
        DataType::Timestamp => row.get::<NaiveDateTime>(0)?.format(MOMENT).to_string(),
        DataType::TimestampTz => row.get::<DateTime<Utc>>(0)?.format(MOMENT).to_string(),
        DataType::Uuid => row.get::<Uuid>(0)?.to_string(),
        DataType::Json => {
            let value: serde_json::Value = serde_json::from_str(row.json(0)?).expect("a document");
            value.to_string()
        }
        DataType::Blob | DataType::Binary(_) => row.bytes(0)?.iter().map(|byte| format!("{byte:02x}")).collect(),
        _ => row.text(0)?.to_owned(),
    })
}

/// What a value becomes in another type: said here once more, in other words than the plans'.
pub fn becomes(from: &DataType, to: &DataType, value: &str) -> String {
    match (from, to) {
        _ if value == NULL => NULL.to_owned(),
        (DataType::Timestamp, DataType::Date) => value[..10].to_owned(),
        (DataType::Date, DataType::Timestamp) => format!("{value} 00:00:00"),
        (DataType::Bool, DataType::I16 | DataType::I32 | DataType::I64) => {
            if value == "true" { "1" } else { "0" }.to_owned()
        }
        (DataType::I16 | DataType::I32 | DataType::I64, DataType::Bool) => (value == "1").to_string(),
        (_, DataType::Decimal { scale, .. }) => {
            let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
            let scale = usize::from(*scale);
            let fraction: String = fraction.chars().chain("0".repeat(scale).chars()).take(scale).collect();
            if scale == 0 { whole.to_owned() } else { format!("{whole}.{fraction}") }
        }
        (DataType::Decimal { .. }, DataType::I16 | DataType::I32 | DataType::I64) => {
            value.split('.').next().unwrap_or_default().to_owned()
        }
        (DataType::F32, DataType::F64) => f64::from(value.parse::<f32>().expect("a number")).to_string(),
        _ => value.to_owned(),
    }
}
