//! PostgreSQL's own types by their numbers, which never change.
//!
//! <https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat>

use sqlx::postgres::PgTypeInfo;
use sqlx::postgres::types::Oid;

use crate::param::{NullType, Param};

/// A type and the type of its arrays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PgType {
    /// The type.
    pub oid: u32,
    /// The array of it.
    pub array: u32,
}

macro_rules! types {
    ($($name:ident $oid:literal $array:literal)+) => {$(
        #[allow(missing_docs, reason = "the engine's own name")]
        pub const $name: PgType = PgType { oid: $oid, array: $array };
    )+};
}

types! {
    BOOL 16 1000
    BYTEA 17 1001
    INT8 20 1016
    INT2 21 1005
    INT4 23 1007
    TEXT 25 1009
    FLOAT4 700 1021
    FLOAT8 701 1022
    DATE 1082 1182
    TIME 1083 1183
    TIMESTAMP 1114 1115
    TIMESTAMPTZ 1184 1185
    NUMERIC 1700 1231
    UUID 2950 2951
    JSONB 3802 3807
}

/// Read as documents, never written.
pub const JSON: u32 = 114;
/// Read as text; its values look the same.
pub const VARCHAR: u32 = 1043;
/// `name`, `bpchar`, `varchar`, and the type of a literal that has none: read as text, never written.
pub const TEXTS: [u32; 4] = [19, 1042, VARCHAR, 705];

impl PgType {
    /// The type a parameter is sent as. It has to suit the column's operators, so that an index is used.
    pub fn of(param: &Param<'_>) -> Self {
        match param {
            Param::Null(null) => Self::of_null(*null),
            Param::Bool(_) => BOOL,
            Param::I16(_) => INT2,
            Param::I32(_) => INT4,
            Param::I64(_) => INT8,
            Param::F32(_) => FLOAT4,
            Param::F64(_) => FLOAT8,
            Param::Decimal { .. } => NUMERIC,
            Param::Text(_) => TEXT,
            Param::Bytes(_) => BYTEA,
            Param::Date(_) => DATE,
            Param::Time(_) => TIME,
            Param::Timestamp(_) => TIMESTAMP,
            Param::TimestampTz(_) => TIMESTAMPTZ,
            Param::Uuid(_) => UUID,
            Param::Json(_) => JSONB,
        }
    }

    fn of_null(null: NullType) -> Self {
        match null {
            NullType::Bool => BOOL,
            NullType::I16 => INT2,
            NullType::I32 => INT4,
            NullType::I64 => INT8,
            NullType::F32 => FLOAT4,
            NullType::F64 => FLOAT8,
            NullType::Decimal => NUMERIC,
            NullType::Text => TEXT,
            NullType::Bytes => BYTEA,
            NullType::Date => DATE,
            NullType::Time => TIME,
            NullType::Timestamp => TIMESTAMP,
            NullType::TimestampTz => TIMESTAMPTZ,
            NullType::Uuid => UUID,
            NullType::Json => JSONB,
        }
    }

    /// What sqlx calls it.
    pub const fn info(self) -> PgTypeInfo {
        PgTypeInfo::with_oid(Oid(self.oid))
    }

    /// What sqlx calls the array of it.
    pub const fn array_info(self) -> PgTypeInfo {
        PgTypeInfo::with_oid(Oid(self.array))
    }
}
