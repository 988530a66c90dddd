//! Parameters as values of the protocol.

use tiberius::ColumnData;

use super::{decimal, time};
use crate::error::{Error, Kind, Result};
use crate::param::{NullType, Param};

/// The most parameters of a statement: 2,100, of which the text and its declarations take two
/// (<https://learn.microsoft.com/sql/sql-server/maximum-capacity-specifications-for-sql-server>).
pub const MAX_PARAMETERS: usize = 2_098;

/// The parameters of a statement, list after list.
///
/// # Errors
/// Of kinds `Encode`, `OutOfRange` and `Usage`; nothing was sent then.
pub fn bind_rows<'p>(rows: &[&'p [Param<'_>]]) -> Result<Vec<ColumnData<'p>>> {
    let values: Vec<_> = rows.iter().flat_map(|params| params.iter()).map(value).collect::<Result<_>>()?;
    if values.len() > MAX_PARAMETERS {
        let message = format!("a statement takes {MAX_PARAMETERS} parameters, {} were given", values.len());
        return Err(Error::new(Kind::Usage, message));
    }
    Ok(values)
}

fn value<'p>(param: &'p Param<'_>) -> Result<ColumnData<'p>> {
    Ok(match param {
        Param::Null(kind) => null(*kind),
        Param::Bool(value) => ColumnData::Bit(Some(*value)),
        Param::I16(value) => ColumnData::I16(Some(*value)),
        Param::I32(value) => ColumnData::I32(Some(*value)),
        Param::I64(value) => ColumnData::I64(Some(*value)),
        Param::F32(value) => ColumnData::F32(Some(finite(*value, value.is_finite())?)),
        Param::F64(value) => ColumnData::F64(Some(finite(*value, value.is_finite())?)),
        Param::Decimal { value, .. } => ColumnData::Numeric(Some(decimal::write(*value))),
        Param::Text(value) | Param::Json(value) => ColumnData::String(Some(value.as_ref().into())),
        Param::Bytes(value) => ColumnData::Binary(Some(value.as_ref().into())),
        Param::Date(value) => ColumnData::Date(Some(time::write_date(*value)?)),
        Param::Time(value) => ColumnData::Time(Some(time::write_time(*value))),
        Param::Timestamp(value) => ColumnData::DateTime2(Some(time::write_timestamp(*value)?)),
        Param::TimestampTz(value) => ColumnData::DateTimeOffset(Some(time::write_instant(*value)?)),
        Param::Uuid(value) => ColumnData::Guid(Some(*value)),
    })
}

/// The server does not turn the NULL of one type into that of any other: text is no NULL of bytes.
fn null(kind: NullType) -> ColumnData<'static> {
    match kind {
        NullType::Bool => ColumnData::Bit(None),
        NullType::I16 => ColumnData::I16(None),
        NullType::I32 => ColumnData::I32(None),
        NullType::I64 => ColumnData::I64(None),
        NullType::F32 => ColumnData::F32(None),
        NullType::F64 => ColumnData::F64(None),
        NullType::Decimal => ColumnData::Numeric(None),
        NullType::Text | NullType::Json => ColumnData::String(None),
        NullType::Bytes => ColumnData::Binary(None),
        NullType::Date => ColumnData::Date(None),
        NullType::Time => ColumnData::Time(None),
        NullType::Timestamp => ColumnData::DateTime2(None),
        NullType::TimestampTz => ColumnData::DateTimeOffset(None),
        NullType::Uuid => ColumnData::Guid(None),
    }
}

/// About how many bytes a parameter takes.
pub fn size(param: &Param<'_>) -> usize {
    match param {
        // UTF-16, in which a byte of ASCII has two.
        Param::Text(text) | Param::Json(text) => 2 * text.len() + 16,
        Param::Bytes(bytes) => bytes.len() + 16,
        _ => 32,
    }
}

/// NaN and the infinities have no place in a column
/// (<https://learn.microsoft.com/sql/t-sql/data-types/float-and-real-transact-sql>).
fn finite<F>(value: F, is_finite: bool) -> Result<F> {
    if is_finite {
        return Ok(value);
    }
    Err(Error::new(Kind::Encode, "NaN and the infinities cannot be stored"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_their_types() {
        let params = [Param::Bool(true), Param::from("ä"), Param::Json("{}".into()), Param::Null(NullType::Bytes)];
        let expected = [
            ColumnData::Bit(Some(true)),
            ColumnData::String(Some("ä".into())),
            ColumnData::String(Some("{}".into())),
            ColumnData::Binary(None),
        ];
        assert_eq!(bind_rows(&[&params[..2], &params[2..]]).unwrap(), expected);
    }

    #[test]
    fn what_the_server_cannot_take_is_not_sent() {
        let kind = |params: &[Param<'_>]| bind_rows(&[params]).unwrap_err().kind();
        assert_eq!(kind(&[Param::F64(f64::NAN)]), Kind::Encode);
        assert_eq!(kind(&[Param::F32(f32::INFINITY)]), Kind::Encode);
        assert_eq!(kind(&[Param::Date(chrono::NaiveDate::MIN)]), Kind::OutOfRange);
        assert_eq!(kind(&vec![Param::I16(1); MAX_PARAMETERS + 1]), Kind::Usage);
    }
}
