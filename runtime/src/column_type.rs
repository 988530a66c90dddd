//! The Rust types a column can have.

pub use tablewright_schema::ddl::TypeDdl;
use tablewright_schema::{ColumnDef, DataType, Dialect};

use crate::error::Result;
use crate::param::Param;
use crate::row::Row;

/// A Rust type whose values live in a column.
///
/// Implemented for the built-in types (see the table in the crate's documentation); derive it for your own:
/// `#[derive(ColumnType)]` for a struct around one of those, `#[derive(ColumnEnum)]` for a closed list of texts.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a column",
    label = "not a column type",
    note = "use a built-in type (String, i16, i32, i64, bool, f32, f64, Decimal, NaiveDate, NaiveTime, NaiveDateTime, \
            DateTime<Utc>, Uuid, Json<T>, Vec<u8>), or derive `ColumnType` (a struct around one of them) or `ColumnEnum`"
)]
pub trait ColumnType: Sized + Send + Sync + 'static {
    /// The data type, where the column does not say more (`max_length`, `precision`).
    const TYPE: DataType;

    /// The value as a parameter. An error of kind `TooLong`, `OutOfRange` or `Encode` if the column cannot hold it; the
    /// caller adds the column's name.
    fn param(&self, data_type: &DataType) -> Result<Param<'_>>;

    /// The value of a row's column.
    fn decode(row: &mut dyn Row, index: usize, data_type: &DataType) -> Result<Self>;

    /// Cuts what no column of the dialect keeps (below a microsecond, or more), so that a value is equal to what is read back
    /// later.
    fn normalize(&mut self, _dialect: Dialect) {}
}

/// A type of the user's own, with the SQL that the derive of a table cannot see.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a column type of its own",
    label = "derive `ColumnType` or `ColumnEnum` for it, or write the built-in type instead of an alias"
)]
pub trait UserType: ColumnType {
    /// Name and check in each dialect, in the order of [`Dialect::ALL`](Dialect::ALL).
    const DDL: [TypeDdl; Dialect::COUNT];

    // All that generated code does with such a type goes through this trait: for a type that is none, the compiler then has
    // one thing to say, and says it once.

    #[doc(hidden)]
    const DATA_TYPE: DataType = Self::TYPE;

    #[doc(hidden)]
    fn __read(row: &mut dyn Row, index: usize, column: &'static ColumnDef) -> Result<Self> {
        decode(row, index, column)
    }

    #[doc(hidden)]
    fn __read_optional(row: &mut dyn Row, index: usize, column: &'static ColumnDef) -> Result<Option<Self>> {
        decode(row, index, column)
    }

    #[doc(hidden)]
    fn __sent(value: &Self) -> &dyn Encode {
        value
    }

    #[doc(hidden)]
    fn __sent_optional(value: &Option<Self>) -> &dyn Encode {
        value
    }

    #[doc(hidden)]
    fn __cut(value: &mut Self, dialect: Dialect) {
        value.normalize(dialect);
    }

    #[doc(hidden)]
    fn __cut_optional(value: &mut Option<Self>, dialect: Dialect) {
        value.normalize(dialect);
    }
}

/// A value that becomes a parameter, whatever its type.
///
/// A table hands over a list of these: one call and no branch for each column keeps its code small.
#[doc(hidden)]
pub trait Encode {
    /// The value as a parameter of this column.
    fn encode(&self, column: &'static ColumnDef) -> Result<Param<'_>>;
}

impl<V: ColumnType> Encode for V {
    fn encode(&self, column: &'static ColumnDef) -> Result<Param<'_>> {
        encode(self, column)
    }
}

/// The value of one column as a parameter; an error names the column.
pub fn encode<'a, V: ColumnType>(value: &'a V, column: &'static ColumnDef) -> Result<Param<'a>> {
    value.param(&column.data_type).map_err(|error| error.in_column(&column.name))
}

/// The value of one column of a row; an error names the column.
pub fn decode<V: ColumnType>(row: &mut dyn Row, index: usize, column: &'static ColumnDef) -> Result<V> {
    V::decode(row, index, &column.data_type).map_err(|error| error.in_column(&column.name))
}
