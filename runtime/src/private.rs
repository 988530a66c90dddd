//! Everything that generated code may name. Not for use by hand, and free to change in any release.

pub mod schema_check;

use tablewright_schema::dialect::name_space::{MadeName, Named};
pub use tablewright_schema::dialect::version::Version;

pub use std::fmt;
pub use std::future::Future;
pub use std::ops::Deref;
pub use std::option::Option::{self, None, Some};
pub use std::primitive::{bool, str, u8, usize};
pub use std::result::Result::{Err, Ok};
pub use std::string::String;
pub use std::vec::Vec;

pub use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
pub use rust_decimal::Decimal;
pub use tablewright_schema::ddl::{LateColumn, StaticDdl};
pub use tablewright_schema::dml::StaticSql;
pub use tablewright_schema::model::{List, Text};
pub use tablewright_schema::snapshot::declared::Declaration;
pub use tablewright_schema::{
    Action, CheckDef, ColumnDef, ColumnDefault, DataType, Dialect, ForeignKeyDef, IndexDef, IndexPart, Literal, Sql,
    TableDef, UniqueDef,
};
pub use uuid::Uuid;

pub use crate::catalog::{Ddl, Schema};
pub use crate::column::{Column, Computed, KeyColumn, Plain};
pub use crate::column_type::{ColumnType, Encode, TypeDdl, UserType, decode, encode};
pub use crate::dao::{Dao, Fetch, Find};
pub use crate::driver::BoxFuture;
pub use crate::error::{Error, Kind, Result};
pub use crate::executor::Executor;
pub use crate::json::Json;
pub use crate::now::{NewUuid, Now};
pub use crate::param::{NullType, Param, Value};
pub use crate::query::{Condition, IntoColumn as To, Patch};
pub use crate::row::Row;
pub use crate::table::{New, NoKey, Rendering, Table, TableMeta, Warning};

/// A name in a definition.
pub const fn text(name: &'static str) -> Text {
    Text::Borrowed(name)
}

/// The name of a check that comes with a column.
pub const fn made_check(name: &'static str, column: usize, dialects: u16) -> MadeName {
    MadeName { name, column, named: Named::Check, dialects }
}

/// The name of a default that is a constraint.
pub const fn made_default(name: &'static str, column: usize, dialects: u16) -> MadeName {
    MadeName { name, column, named: Named::Default, dialects }
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

/// Cuts what no column of the dialect keeps.
pub fn normalize<V: ColumnType>(value: &mut V, dialect: Dialect) {
    value.normalize(dialect);
}

/// Parameters on their way to a statement.
pub type Params<'a> = Vec<Param<'a>>;
/// An instant.
pub type Instant = DateTime<Utc>;
/// Bytes.
pub type Bytes = Vec<u8>;

/// A table with what each dialect says about it, in the order of [`Dialect::ALL`]: the text of all statements and where
/// each ends, and the DDL, or the problems.
pub const fn meta<const STATEMENTS: usize>(
    def: &'static TableDef,
    late: &'static [LateColumn],
    finders: usize,
    texts: [&'static str; Dialect::COUNT],
    ends: &'static [[u32; STATEMENTS]; Dialect::COUNT],
    ddl: [Result<&'static str, &'static [&'static str]>; Dialect::COUNT],
) -> TableMeta {
    let mut renderings = [const { Rendering::Refused(&[]) }; Dialect::COUNT];
    let mut n = 0;
    while n < Dialect::COUNT {
        renderings[n] = match ddl[n] {
            Ok(text) => Rendering::Ready {
                ddl: StaticDdl { text, dialect: Dialect::ALL[n], def, late },
                sql: StaticSql { text: texts[n], ends: &ends[n], finders },
            },
            Err(problems) => Rendering::Refused(problems),
        };
        n += 1;
    }
    TableMeta::new(def, renderings)
}

/// The values of several columns that follow each other, as a tuple.
///
/// One call and one question mark for all of them cost the compiler less than one for each.
pub trait Columns: Sized {
    /// The columns from the one at this place on.
    fn read(row: &mut dyn Row, from: usize, columns: &'static [ColumnDef]) -> Result<Self>;
}

macro_rules! columns {
    ($($value:ident $place:tt)*) => {
        impl<$($value: ColumnType),*> Columns for ($($value,)*) {
            fn read(row: &mut dyn Row, from: usize, columns: &'static [ColumnDef]) -> Result<Self> {
                Ok(($(decode(row, from + $place, &columns[from + $place])?,)*))
            }
        }
    };
}

columns!(A 0);
columns!(A 0 B 1);
columns!(A 0 B 1 C 2);
columns!(A 0 B 1 C 2 D 3);
columns!(A 0 B 1 C 2 D 3 E 4);
columns!(A 0 B 1 C 2 D 3 E 4 F 5);
columns!(A 0 B 1 C 2 D 3 E 4 F 5 G 6);
columns!(A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7);

/// The values of the columns from the one at this place on.
pub fn read<V: Columns>(row: &mut dyn Row, from: usize, columns: &'static [ColumnDef]) -> Result<V> {
    V::read(row, from, columns)
}

/// The argument of a finder as a parameter of its own.
pub fn encode_copy<V: ColumnType>(value: V, column: &'static ColumnDef) -> Result<Param<'static>> {
    encode(&value, column).map(Param::into_owned)
}

/// The statement of finder number `N`.
pub fn finder<const N: usize>(sql: &'static StaticSql) -> &'static str {
    sql.finder(N)
}

/// Adds values as parameters: each with the position of its column.
pub fn encode_all<'a>(
    params: &mut Vec<Param<'a>>,
    columns: &'static [ColumnDef],
    positions: &[usize],
    values: &[&'a dyn Encode],
) -> Result<()> {
    params.reserve(values.len());
    for (position, value) in positions.iter().zip(values) {
        params.push(value.encode(&columns[*position])?);
    }
    Ok(())
}

/// A token of a column.
pub const fn token<T, V, K>(column: &'static ColumnDef) -> Column<T, V, K> {
    Column::new(column)
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

    use crate::param::{MICROSECONDS, Param};

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

/// A table's statements where one of them holds a text of another item: joined, and cut again, while compiling.
#[macro_export]
#[doc(hidden)]
macro_rules! __late_sql {
    ($count:literal, $finders:literal, [$($piece:expr),* $(,)?]) => {{
        const PIECES: &[&str] = &[$($piece),*];
        const LENGTH: usize = $crate::__private::length(PIECES);
        const BYTES: [u8; LENGTH] = $crate::__private::concat(PIECES);
        const CUT: ([u8; LENGTH], [u32; $count]) = $crate::__private::cut(BYTES);
        $crate::__private::StaticSql { text: $crate::__private::utf8(&CUT.0), ends: &CUT.1, finders: $finders }
    }};
}
pub use __late_sql as late_sql;

/// The bytes in all pieces.
pub const fn length(pieces: &[&str]) -> usize {
    let (mut length, mut n) = (0, 0);
    while n < pieces.len() {
        length += pieces[n].len();
        n += 1;
    }
    length
}

/// The pieces, one after the other.
pub const fn concat<const LENGTH: usize>(pieces: &[&str]) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    let (mut filled, mut n) = (0, 0);
    while n < pieces.len() {
        let piece = pieces[n].as_bytes();
        let mut from = 0;
        while from < piece.len() {
            bytes[filled] = piece[from];
            filled += 1;
            from += 1;
        }
        n += 1;
    }
    bytes
}

/// The texts without the mark behind each, filled up with spaces, and where each ends.
pub const fn cut<const LENGTH: usize, const COUNT: usize>(text: [u8; LENGTH]) -> ([u8; LENGTH], [u32; COUNT]) {
    let mut bytes = [b' '; LENGTH];
    let mut ends = [0; COUNT];
    let (mut filled, mut found, mut n) = (0, 0, 0);
    while n < LENGTH {
        if text[n] == 3 {
            ends[found] = filled as u32;
            found += 1;
        } else {
            bytes[filled] = text[n];
            filled += 1;
        }
        n += 1;
    }
    (bytes, ends)
}

/// Bytes that are text, since they were.
pub const fn utf8(bytes: &'static [u8]) -> &'static str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}
