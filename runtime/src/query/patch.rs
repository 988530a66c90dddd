//! Patches: changes of some columns of a row.

use std::marker::PhantomData;

use rust_decimal::Decimal;
use tablewright_schema::ColumnDef;

use super::compare::Nullable;
use super::fault::Fault;
use super::into_column::IntoColumn;
use crate::column::{Column, Computed, KeyColumn, Plain};
use crate::column_type::{ColumnType, encode};
use crate::error::Kind;
use crate::param::{NullType, Param, Value};

/// Changes of some columns of a row of table `T`, applied in one statement.
///
/// A patch names each column once; one that names none, or one twice, is refused when it is applied (an error of kind
/// [`Usage`](crate::Kind::Usage)), for either is a mistake that would lose a change.
#[must_use = "a patch does nothing until `patch` or `patch_where` applies it"]
pub struct Patch<T> {
    pub(crate) changes: Changes,
    table: PhantomData<fn() -> T>,
}

/// The changes of a patch, the same type for every table.
#[derive(Debug, Clone, Default)]
pub(crate) struct Changes {
    pub(crate) list: Vec<(&'static ColumnDef, Change)>,
    pub(crate) fault: Option<Fault>,
}

/// What happens to a column.
#[derive(Debug, Clone)]
pub(crate) enum Change {
    /// It gets this value.
    Set(Value),
    /// This is added to its value.
    Add(Value),
}

/// A column outside of the primary key.
#[diagnostic::on_unimplemented(
    message = "a primary key column cannot be patched",
    label = "this column names the row",
    note = "create a new row, and delete the old one"
)]
pub trait NotKey {}

/// A column whose value is given, not made by the database.
#[diagnostic::on_unimplemented(
    message = "a column that the database computes cannot be patched",
    label = "the database makes this column's value",
    note = "patch the columns it is computed from"
)]
pub trait NotComputed {}

impl NotKey for Plain {}
impl NotComputed for Plain {}
impl NotComputed for KeyColumn {}
impl NotKey for Computed {}

/// A number that can be added to a column of type `V`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be added to a column of type `{V}`",
    label = "expected a number of the column's type",
    note = "`add` is for columns of type i16, i32, i64, f32, f64, Decimal, and `Option`s of these"
)]
pub trait Addend<V> {
    /// The parameter for a column of this data type.
    #[doc(hidden)]
    fn addend(self, column: &'static ColumnDef) -> crate::Result<Value>;
}

impl<T> Patch<T> {
    /// A patch without changes.
    pub fn new() -> Self {
        Self { changes: Changes::default(), table: PhantomData }
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.changes.list.is_empty()
    }

    /// Gives the column a value.
    pub fn set<V: ColumnType, K: NotKey + NotComputed>(
        mut self,
        column: Column<T, V, K>,
        value: impl IntoColumn<V>,
    ) -> Self {
        let value = value.into_column();
        let encoded = encode(&value, column.def).map(|param| Change::Set(param.into_owned()));
        self.changes.push(column.def, encoded);
        self
    }

    /// Takes the column's value away.
    pub fn set_null<V: Nullable, K: NotKey + NotComputed>(mut self, column: Column<T, V, K>) -> Self {
        let null = Change::Set(Param::Null(NullType::of(&column.def.data_type)));
        self.changes.push(column.def, Ok(null));
        self
    }

    /// Adds to the column's value, in the database, so that nothing is lost between reading and writing. NULL stays
    /// NULL. A negative number subtracts.
    pub fn add<V, K: NotKey + NotComputed>(mut self, column: Column<T, V, K>, value: impl Addend<V>) -> Self {
        self.changes.push(column.def, value.addend(column.def).map(Change::Add));
        self
    }
}

impl Changes {
    fn push(&mut self, column: &'static ColumnDef, change: crate::Result<Change>) {
        match change {
            Err(error) => self.refuse(error.into()),
            Ok(_) if self.list.iter().any(|(other, _)| other.name == column.name) => {
                self.refuse(Fault::new(Kind::Usage, format!("a patch names column `{}` twice", column.name)));
            }
            Ok(change) => self.list.push((column, change)),
        }
    }

    /// The first mistake is the one to tell.
    fn refuse(&mut self, fault: Fault) {
        self.fault.get_or_insert(fault);
    }
}

macro_rules! addend {
    ($($type:ty),+) => {$(
        impl Addend<$type> for $type {
            fn addend(self, column: &'static ColumnDef) -> crate::Result<Value> {
                encode(&self, column).map(Param::into_owned)
            }
        }

        impl Addend<Option<$type>> for $type {
            fn addend(self, column: &'static ColumnDef) -> crate::Result<Value> {
                encode(&self, column).map(Param::into_owned)
            }
        }
    )+};
}

addend!(i16, i32, i64, f32, f64, Decimal);

impl<T> Default for Patch<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Clone for Patch<T> {
    fn clone(&self) -> Self {
        Self { changes: self.changes.clone(), table: PhantomData }
    }
}

/// Shows columns, and never a value.
impl<T> std::fmt::Debug for Patch<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names = self.changes.list.iter().map(|(column, _)| &column.name);
        f.debug_tuple("Patch").field(&names.collect::<Vec<_>>()).finish()
    }
}
