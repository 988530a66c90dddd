//! Everything that generated code may name. Not for use by hand, and free to change in any release.

pub mod schema_check;

pub use std::fmt;
pub use std::future::Future;
pub use std::ops::Deref;
pub use std::option::Option::{self, None, Some};
pub use std::result::Result::{Err, Ok};
pub use std::string::String;
pub use std::vec::Vec;

pub use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
pub use rust_decimal::Decimal;
pub use tablewright_schema::ddl::StaticDdl;
pub use tablewright_schema::dml::StaticSql;
pub use tablewright_schema::model::{List, Text};
pub use tablewright_schema::{
    Action, CheckDef, ColumnDef, ColumnDefault, DataType, Dialect, ForeignKeyDef, IndexDef, IndexPart, Literal, Sql,
    TableDef, UniqueDef,
};
pub use uuid::Uuid;

pub use crate::catalog::{Ddl, Schema};
pub use crate::column::{Column, Computed, KeyColumn, Plain};
pub use crate::column_type::{ColumnType, TypeDdl, UserType, decode, encode};
pub use crate::dao::Dao;
pub use crate::error::{Error, Kind, Result};
pub use crate::executor::Executor;
pub use crate::json::Json;
pub use crate::now::{NewUuid, Now};
pub use crate::param::{NullType, Param, Value};
pub use crate::query::{Condition, Find, IntoColumn, Patch};
pub use crate::row::Row;
pub use crate::table::{New, NoKey, Rendering, Table, TableMeta};

/// A name in a definition.
pub const fn text(name: &'static str) -> Text {
    Text::Borrowed(name)
}

/// A default of true or false.
pub const fn literal_bool(value: bool) -> ColumnDefault {
    ColumnDefault::Literal(Literal::Bool(value))
}

/// A default that is a whole number.
pub const fn literal_integer(value: i64) -> ColumnDefault {
    ColumnDefault::Literal(Literal::Integer(value))
}

/// A default that is a number with a fraction.
pub const fn literal_number(value: &'static str) -> ColumnDefault {
    ColumnDefault::Literal(Literal::Number(Text::Borrowed(value)))
}

/// A default that is a text.
pub const fn literal_text(value: &'static str) -> ColumnDefault {
    ColumnDefault::Literal(Literal::Text(Text::Borrowed(value)))
}

/// A default that the database evaluates.
pub const fn expression(value: &'static str) -> ColumnDefault {
    ColumnDefault::Expression(Text::Borrowed(value))
}

/// A piece of SQL that is there only if the type brings a check.
pub const fn when(check: Option<(&'static str, &'static str)>, piece: &'static str) -> &'static str {
    match check {
        Some(_) => piece,
        None => "",
    }
}

/// The part of a type's check before the column's name.
pub const fn before(check: Option<(&'static str, &'static str)>) -> &'static str {
    match check {
        Some((before, _)) => before,
        None => "",
    }
}

/// The part of a type's check after the column's name.
pub const fn after(check: Option<(&'static str, &'static str)>) -> &'static str {
    match check {
        Some((_, after)) => after,
        None => "",
    }
}

/// The current time of a column with `default = now`.
pub fn now<V: Now>() -> V {
    V::now()
}

/// The value of a column with `default = uuid`.
pub fn new_uuid<V: NewUuid>() -> V {
    V::new_uuid()
}

/// The value of a text column with `default = uuid`.
pub fn new_uuid_text() -> String {
    NewUuid::new_uuid()
}

/// The value of a column that the client fills. It is there after `complete`; made again if that did not run.
pub fn filled<V>(value: Option<V>, make: fn() -> V) -> V {
    value.unwrap_or_else(make)
}

/// Cuts what no column keeps.
pub fn normalize<V: ColumnType>(value: &mut V) {
    value.normalize();
}

/// A column that a foreign key with values of type `Self` can point to.
#[diagnostic::on_unimplemented(
    message = "a column of type `{Self}` cannot refer to a column of type `{V}`",
    label = "this column is of type `{V}`",
    note = "both ends of a foreign key have the same type, apart from `Option`"
)]
pub trait References<V> {}

impl<V: ColumnType> References<V> for V {}
impl<V: ColumnType> References<Option<V>> for V {}

/// The name of a column that a foreign key with values of type `V` points to.
pub const fn target<V: References<W>, T, W, K>(column: Column<T, W, K>) -> &'static str {
    column.name()
}

/// A default of a decimal column. The derive has read the digits, so they are a number.
pub fn decimal_literal(digits: &str) -> Decimal {
    Decimal::from_str_exact(digits).or_else(|_| Decimal::from_scientific(digits)).unwrap_or_default()
}

/// Shows a struct as `#[derive(Debug)]` does.
pub fn show(f: &mut fmt::Formatter<'_>, name: &str, fields: &[(&str, &dyn fmt::Debug)]) -> fmt::Result {
    let mut shown = f.debug_struct(name);
    for (name, value) in fields {
        shown.field(name, value);
    }
    shown.finish()
}

/// Stands for a value that says something about a person, where a row is shown.
pub struct Personal;

impl fmt::Debug for Personal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<personal>")
    }
}

/// Parameters from the arguments of finders.
pub mod key {
    use std::borrow::Cow;

    use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, SubsecRound, Utc};
    use uuid::Uuid;

    use crate::param::Param;

    /// Digits of a second that a column keeps.
    const MICROSECONDS: u16 = 6;

    /// A text.
    pub const fn text(value: &str) -> Param<'_> {
        Param::Text(Cow::Borrowed(value))
    }

    /// Bytes.
    pub const fn bytes(value: &[u8]) -> Param<'_> {
        Param::Bytes(Cow::Borrowed(value))
    }

    /// True or false.
    pub const fn bool(value: bool) -> Param<'static> {
        Param::Bool(value)
    }

    /// A 16-bit integer.
    pub const fn i16(value: i16) -> Param<'static> {
        Param::I16(value)
    }

    /// A 32-bit integer.
    pub const fn i32(value: i32) -> Param<'static> {
        Param::I32(value)
    }

    /// A 64-bit integer.
    pub const fn i64(value: i64) -> Param<'static> {
        Param::I64(value)
    }

    /// A date.
    pub const fn date(value: NaiveDate) -> Param<'static> {
        Param::Date(value)
    }

    /// A time of day.
    pub fn time(value: NaiveTime) -> Param<'static> {
        Param::Time(value.trunc_subsecs(MICROSECONDS))
    }

    /// A date and time.
    pub fn timestamp(value: NaiveDateTime) -> Param<'static> {
        Param::Timestamp(value.trunc_subsecs(MICROSECONDS))
    }

    /// An instant.
    pub fn timestamp_tz(value: DateTime<Utc>) -> Param<'static> {
        Param::TimestampTz(value.trunc_subsecs(MICROSECONDS))
    }

    /// A UUID.
    pub const fn uuid(value: Uuid) -> Param<'static> {
        Param::Uuid(value)
    }
}
