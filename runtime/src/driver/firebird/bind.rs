//! Parameters as the values that Firebird described, without copies of texts.

use std::str::FromStr;

use firebird_wire::wire::consts::sql_type;
use firebird_wire::{ColumnMeta, DecFloat, TimestampTz, ValueRef};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{decimal, time};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// The number of the zone `GMT`, in which every instant is stored.
const GMT: u16 = 65_535;
/// The character set of bytes.
const OCTETS: i32 = 1;

/// Writes a value of its own on the server, and gives the number to send in its stead.
pub type WriteBlob<'a> = &'a mut dyn FnMut(&[u8]) -> Result<u64>;

/// All parameters as values of the described types.
pub fn bind<'p>(columns: &[ColumnMeta], params: &'p [Param<'_>], blob: WriteBlob<'_>) -> Result<Vec<ValueRef<'p>>> {
    if columns.len() != params.len() {
        let (wanted, given) = (columns.len(), params.len());
        return Err(Error::new(Kind::Usage, format!("the statement has {wanted} parameters, {given} were given")));
    }
    let bound = columns.iter().zip(params).map(|(column, param)| {
        bind_one(column, param, &mut *blob).map_err(|error| match column.field.as_str() {
            "" => error,
            field => error.in_column(field),
        })
    });
    bound.collect()
}

/// The bytes of the values that are written on their own.
pub fn blob_bytes(columns: &[ColumnMeta], params: &[Param<'_>]) -> usize {
    let blobs = columns.iter().zip(params).filter(|(column, _)| sql_type::base(column.sql_type) == sql_type::BLOB);
    blobs.filter_map(|(_, param)| in_blob(param)).map(<[u8]>::len).sum()
}

fn in_blob<'p>(param: &'p Param<'_>) -> Option<&'p [u8]> {
    match param {
        Param::Text(text) | Param::Json(text) => Some(text.as_bytes()),
        Param::Bytes(bytes) => Some(bytes),
        Param::Uuid(uuid) => Some(uuid.as_bytes()),
        _ => None,
    }
}

fn bind_one<'p>(column: &ColumnMeta, param: &'p Param<'_>, blob: WriteBlob<'_>) -> Result<ValueRef<'p>> {
    if let Param::Null(_) = param {
        return Ok(ValueRef::Null);
    }
    match sql_type::base(column.sql_type) {
        sql_type::TEXT | sql_type::VARYING => text(column, param),
        sql_type::BLOB => match in_blob(param) {
            Some(bytes) => blob(bytes).map(ValueRef::Blob),
            None => Err(wrong(column, param)),
        },
        sql_type::SHORT => integer(column, param, i128::from(i16::MIN), i128::from(i16::MAX)),
        sql_type::LONG => integer(column, param, i128::from(i32::MIN), i128::from(i32::MAX)),
        sql_type::INT64 => integer(column, param, i128::from(i64::MIN), i128::from(i64::MAX)),
        sql_type::INT128 => integer(column, param, i128::MIN, i128::MAX),
        sql_type::FLOAT | sql_type::DOUBLE | sql_type::D_FLOAT => match param {
            Param::F32(value) => Ok(ValueRef::Float(*value)),
            Param::F64(value) => Ok(ValueRef::Double(*value)),
            Param::I16(value) => Ok(ValueRef::Double(f64::from(*value))),
            Param::I32(value) => Ok(ValueRef::Double(f64::from(*value))),
            Param::Decimal { value, .. } => value.to_f64().map(ValueRef::Double).ok_or_else(|| wrong(column, param)),
            _ => Err(wrong(column, param)),
        },
        sql_type::DEC16 | sql_type::DEC34 => match param {
            Param::Decimal { value, .. } => {
                DecFloat::from_str(&value.to_string()).map(ValueRef::DecFloat).map_err(|_| wrong(column, param))
            }
            _ => Err(wrong(column, param)),
        },
        sql_type::BOOLEAN => match param {
            Param::Bool(value) => Ok(ValueRef::Bool(*value)),
            _ => Err(wrong(column, param)),
        },
        sql_type::TYPE_DATE => match param {
            Param::Date(date) => time::write_date(*date).map(ValueRef::Date),
            _ => Err(wrong(column, param)),
        },
        sql_type::TYPE_TIME => match param {
            Param::Time(time) => Ok(ValueRef::Time(time::write_time(*time))),
            _ => Err(wrong(column, param)),
        },
        sql_type::TIMESTAMP => {
            let (days, units) = timestamp(column, param)?;
            Ok(ValueRef::Timestamp(days, units))
        }
        sql_type::TIMESTAMP_TZ | sql_type::TIMESTAMP_TZ_EX => {
            let (utc_date, utc_time) = timestamp(column, param)?;
            Ok(ValueRef::TimestampTz(TimestampTz { utc_date, utc_time, zone: GMT, offset: 0 }))
        }
        // Of `? IS NULL` only whether there is a value matters.
        sql_type::NULL => Ok(ValueRef::Bool(true)),
        _ => Err(wrong(column, param)),
    }
}

fn text<'p>(column: &ColumnMeta, param: &'p Param<'_>) -> Result<ValueRef<'p>> {
    let (value, length) = match param {
        Param::Text(text) | Param::Json(text) => (ValueRef::Text(text), text.len()),
        Param::Bytes(bytes) => (ValueRef::Bytes(bytes), bytes.len()),
        Param::Uuid(uuid) => (ValueRef::Bytes(uuid.as_bytes()), uuid.as_bytes().len()),
        _ => return Err(wrong(column, param)),
    };
    let room = usize::try_from(column.length).unwrap_or(0);
    let is_fixed = sql_type::base(column.sql_type) == sql_type::TEXT;
    if length > room {
        return Err(Error::new(Kind::TooLong, "a value is too long for its column"));
    }
    if is_fixed && column.sub_type == OCTETS && length < room {
        // Blanks would be added.
        return Err(Error::new(Kind::Encode, format!("a value of {length} bytes where exactly {room} are needed")));
    }
    Ok(value)
}

fn integer<'p>(column: &ColumnMeta, param: &Param<'_>, least: i128, most: i128) -> Result<ValueRef<'p>> {
    let scale = column.scale.unsigned_abs();
    let value = match param {
        Param::I16(value) => Decimal::from(*value),
        Param::I32(value) => Decimal::from(*value),
        Param::I64(value) => Decimal::from(*value),
        Param::Decimal { value, .. } => *value,
        _ => return Err(wrong(column, param)),
    };
    let number = decimal::scaled(value, scale).filter(|number| (least..=most).contains(number));
    let number = number.ok_or_else(|| match param {
        Param::Decimal { precision, scale, .. } => {
            Error::new(Kind::OutOfRange, format!("the number does not fit decimal({precision}, {scale})"))
        }
        _ => Error::new(Kind::OutOfRange, "a number is outside of what its column holds"),
    })?;
    Ok(i64::try_from(number).map_or(ValueRef::Int128(number), ValueRef::BigInt))
}

fn timestamp(column: &ColumnMeta, param: &Param<'_>) -> Result<(i32, u32)> {
    match param {
        Param::Timestamp(timestamp) => time::write_timestamp(*timestamp),
        Param::TimestampTz(timestamp) => time::write_timestamp(timestamp.naive_utc()),
        Param::Date(date) => Ok((time::write_date(*date)?, 0)),
        _ => Err(wrong(column, param)),
    }
}

#[cold]
fn wrong(column: &ColumnMeta, param: &Param<'_>) -> Error {
    let (place, wanted) = (column.index + 1, sql_type::name(column.sql_type));
    Error::new(Kind::Encode, format!("parameter {place} has to be {wanted} in this statement, which {param:?} is not"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(sql_type: i32, length: i32, scale: i32, param: Param<'_>) -> Result<String> {
        let column = ColumnMeta { sql_type, length, scale, sub_type: OCTETS, ..ColumnMeta::default() };
        bind_one(&column, &param, &mut |bytes| Ok(bytes.len() as u64)).map(|value| format!("{value:?}"))
    }

    #[test]
    fn numbers_take_the_scale_of_their_column() {
        let money = |text: &str| Param::Decimal { value: text.parse().unwrap(), precision: 18, scale: 2 };
        assert_eq!(bound(sql_type::INT64, 8, -2, money("12.5")).unwrap(), "BigInt(1250)");
        assert_eq!(bound(sql_type::INT64, 8, -2, Param::I32(3)).unwrap(), "BigInt(300)");
        assert_eq!(bound(sql_type::INT64, 8, -1, money("12.55")).unwrap_err().kind(), Kind::OutOfRange);
        assert_eq!(bound(sql_type::SHORT, 2, 0, Param::I64(40_000)).unwrap_err().kind(), Kind::OutOfRange);
    }

    #[test]
    fn what_does_not_fit_is_refused_without_its_value() {
        let error = bound(sql_type::VARYING, 3, 0, "four".into()).unwrap_err();
        assert_eq!(error.kind(), Kind::TooLong);
        assert_eq!(bound(sql_type::TEXT, 16, 0, Param::Bytes(vec![1].into())).unwrap_err().kind(), Kind::Encode);
        let error = bound(sql_type::LONG, 4, 0, "secret".into()).unwrap_err();
        assert_eq!(error.to_string(), "parameter 1 has to be INTEGER in this statement, which Text(..) is not");
    }

    #[test]
    fn long_values_are_written_beside_the_statement() {
        assert_eq!(bound(sql_type::BLOB, 8, 0, "four".into()).unwrap(), "Blob(4)");
    }
}
