//! Typed column tokens: what conditions, orders and patches are written with.

use std::marker::PhantomData;

use tablewright_schema::ColumnDef;
use tablewright_schema::model::Text;

/// A column of table `T` whose values are of type `V`; `K` says whether a patch may set it.
///
/// `#[derive(Table)]` emits one constant for each field: `Doctor::NAME` is a `Column<Doctor, String>`.
pub struct Column<T, V, K = Plain> {
    /// The column's definition.
    pub def: &'static ColumnDef,
    #[allow(clippy::type_complexity, reason = "a function type, so that a column is `Send` whatever its types are")]
    types: PhantomData<fn() -> (T, V, K)>,
}

/// A column that a patch may set.
#[derive(Debug, Clone, Copy)]
pub enum Plain {}
/// A column of the primary key, which a patch may not set: the key names the row.
#[derive(Debug, Clone, Copy)]
pub enum KeyColumn {}
/// A column the database computes or numbers, which nobody may set.
#[derive(Debug, Clone, Copy)]
pub enum Computed {}

impl<T, V, K> Column<T, V, K> {
    /// The token of a column. The derive calls it; its promise is that `T` has this column and `V` is the field's type.
    #[doc(hidden)]
    pub const fn new(def: &'static ColumnDef) -> Self {
        Self { def, types: PhantomData }
    }

    /// The column's name.
    pub const fn name(self) -> &'static str {
        match &self.def.name {
            Text::Borrowed(name) => name,
            // Emitted definitions borrow their names.
            Text::Owned(_) => "",
        }
    }
}

impl<T, V, K> Clone for Column<T, V, K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, V, K> Copy for Column<T, V, K> {}

impl<T, V, K> std::fmt::Debug for Column<T, V, K> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Column({})", self.def.name)
    }
}
