//! Parameters into the binary protocol: each is written once, into the message that is sent.

use std::borrow::Cow;

use sqlx::Arguments;
use sqlx::Type;
use sqlx::encode::{Encode, IsNull};
use sqlx::error::BoxDynError;
use sqlx::mysql::{MySql, MySqlArguments, MySqlTypeInfo};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rust_decimal::Decimal;

use crate::error::{Error, Kind, Result};
use crate::param::{NullType, Param};

/// What the protocol counts the parameters of a statement with
/// (<https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_com_stmt_prepare.html>).
pub const MAX_PARAMETERS: usize = u16::MAX as usize;

/// Writes the parameters of a statement.
///
/// # Errors
/// Of kinds `Encode` and `Usage`; nothing was sent then.
pub fn bind<'p, 'v: 'p>(params: impl ExactSizeIterator<Item = &'p Param<'v>>) -> Result<MySqlArguments> {
    if params.len() > MAX_PARAMETERS {
        let given = params.len();
        return Err(Error::new(
            Kind::Usage,
            format!("a statement takes {MAX_PARAMETERS} parameters, {given} were given"),
        ));
    }
    let mut arguments = MySqlArguments::default();
    arguments.reserve(params.len(), params.len() * 16);
    for (index, param) in params.enumerate() {
        // What sqlx says may show the value.
        arguments
            .add(One(param))
            .map_err(|_| Error::new(Kind::Encode, format!("parameter {} cannot be sent", index + 1)))?;
    }
    Ok(arguments)
}

/// About how many bytes a parameter takes.
pub fn size(param: &Param<'_>) -> usize {
    match param {
        Param::Text(text) | Param::Json(text) => text.len(),
        Param::Bytes(bytes) => bytes.len(),
        Param::Null(_) => 0,
        Param::Bool(_)
        | Param::I16(_)
        | Param::I32(_)
        | Param::I64(_)
        | Param::F32(_)
        | Param::F64(_)
        | Param::Decimal { .. }
        | Param::Date(_)
        | Param::Time(_)
        | Param::Timestamp(_)
        | Param::TimestampTz(_)
        | Param::Uuid(_) => 16,
    }
}

/// One parameter.
struct One<'p, 'v>(&'p Param<'v>);

impl Type<MySql> for One<'_, '_> {
    fn type_info() -> MySqlTypeInfo {
        <str as Type<MySql>>::type_info()
    }
}

impl<'q> Encode<'q, MySql> for One<'_, '_> {
    fn encode_by_ref(&self, buffer: &mut Vec<u8>) -> std::result::Result<IsNull, BoxDynError> {
        match self.0 {
            Param::Null(_) => Ok(IsNull::Yes),
            Param::Bool(value) => Encode::<MySql>::encode_by_ref(value, buffer),
            Param::I16(value) => Encode::<MySql>::encode_by_ref(value, buffer),
            Param::I32(value) => Encode::<MySql>::encode_by_ref(value, buffer),
            Param::I64(value) => Encode::<MySql>::encode_by_ref(value, buffer),
            Param::F32(value) => Encode::<MySql>::encode_by_ref(value, buffer),
            Param::F64(value) => Encode::<MySql>::encode_by_ref(value, buffer),
            Param::Decimal { value, .. } => Encode::<MySql>::encode_by_ref(value, buffer),
            Param::Text(value) | Param::Json(value) => Encode::<MySql>::encode_by_ref(&&**value, buffer),
            Param::Bytes(value) => Encode::<MySql>::encode_by_ref(&&**value, buffer),
            Param::Date(value) => Encode::<MySql>::encode_by_ref(value, buffer),
            Param::Time(value) => Encode::<MySql>::encode_by_ref(value, buffer),
            Param::Timestamp(value) => Encode::<MySql>::encode_by_ref(value, buffer),
            // Instants are kept in UTC, without a zone.
            Param::TimestampTz(value) => Encode::<MySql>::encode_by_ref(&value.naive_utc(), buffer),
            Param::Uuid(value) => Encode::<MySql>::encode_by_ref(&&value.as_bytes()[..], buffer),
        }
    }

    fn produces(&self) -> Option<MySqlTypeInfo> {
        Some(type_of(null_type(self.0)))
    }

    fn size_hint(&self) -> usize {
        size(self.0)
    }
}

fn null_type(param: &Param<'_>) -> NullType {
    match param {
        Param::Null(null) => *null,
        Param::Bool(_) => NullType::Bool,
        Param::I16(_) => NullType::I16,
        Param::I32(_) => NullType::I32,
        Param::I64(_) => NullType::I64,
        Param::F32(_) => NullType::F32,
        Param::F64(_) => NullType::F64,
        Param::Decimal { .. } => NullType::Decimal,
        Param::Text(_) => NullType::Text,
        Param::Bytes(_) => NullType::Bytes,
        Param::Date(_) => NullType::Date,
        Param::Time(_) => NullType::Time,
        Param::Timestamp(_) => NullType::Timestamp,
        Param::TimestampTz(_) => NullType::TimestampTz,
        Param::Uuid(_) => NullType::Uuid,
        Param::Json(_) => NullType::Json,
    }
}

/// The type a parameter is sent as.
fn type_of(kind: NullType) -> MySqlTypeInfo {
    match kind {
        NullType::Bool => <bool as Type<MySql>>::type_info(),
        NullType::I16 => <i16 as Type<MySql>>::type_info(),
        NullType::I32 => <i32 as Type<MySql>>::type_info(),
        NullType::I64 => <i64 as Type<MySql>>::type_info(),
        NullType::F32 => <f32 as Type<MySql>>::type_info(),
        NullType::F64 => <f64 as Type<MySql>>::type_info(),
        NullType::Decimal => <Decimal as Type<MySql>>::type_info(),
        NullType::Text | NullType::Json => <Cow<'_, str> as Type<MySql>>::type_info(),
        NullType::Bytes | NullType::Uuid => <[u8] as Type<MySql>>::type_info(),
        NullType::Date => <NaiveDate as Type<MySql>>::type_info(),
        NullType::Time => <NaiveTime as Type<MySql>>::type_info(),
        NullType::Timestamp | NullType::TimestampTz => <NaiveDateTime as Type<MySql>>::type_info(),
    }
}
