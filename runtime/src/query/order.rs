//! The order of a query's rows.

use std::marker::PhantomData;

use tablewright_schema::ColumnDef;

use crate::column::Column;

/// The order by one column of table `T`, made by [`Column::asc`] and [`Column::desc`].
pub struct Order<T> {
    pub(crate) part: Part,
    table: PhantomData<fn() -> T>,
}

/// One part of an order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    pub(crate) column: &'static ColumnDef,
    pub(crate) direction: Direction,
}

/// Which values come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Ascending,
    Descending,
}

impl<T, V, K> Column<T, V, K> {
    /// Smallest value first; rows without a value before all others, on every engine.
    pub const fn asc(self) -> Order<T> {
        Order { part: Part { column: self.def, direction: Direction::Ascending }, table: PhantomData }
    }

    /// Largest value first; rows without a value after all others, on every engine.
    pub const fn desc(self) -> Order<T> {
        Order { part: Part { column: self.def, direction: Direction::Descending }, table: PhantomData }
    }
}

/// One order, or several: a tuple, an array, a `Vec`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an order of `{T}`",
    label = "expected what `asc()` or `desc()` of a column of `{T}` gives",
    note = "several orders are given as a tuple: `.order_by((A.asc(), B.desc()))`"
)]
pub trait OrderBy<T> {
    /// Calls `add` with each order.
    #[doc(hidden)]
    fn each(self, add: &mut dyn FnMut(Order<T>));
}

impl<T> OrderBy<T> for Order<T> {
    fn each(self, add: &mut dyn FnMut(Self)) {
        add(self);
    }
}

impl<T> OrderBy<T> for Vec<Order<T>> {
    fn each(self, add: &mut dyn FnMut(Order<T>)) {
        self.into_iter().for_each(add);
    }
}

impl<T, const N: usize> OrderBy<T> for [Order<T>; N] {
    fn each(self, add: &mut dyn FnMut(Order<T>)) {
        self.into_iter().for_each(add);
    }
}

macro_rules! tuple {
    ($($name:ident)+) => {
        impl<T, $($name: OrderBy<T>),+> OrderBy<T> for ($($name,)+) {
            #[allow(non_snake_case, reason = "one name for the type and the value of it")]
            fn each(self, add: &mut dyn FnMut(Order<T>)) {
                let ($($name,)+) = self;
                $($name.each(add);)+
            }
        }
    };
}

tuple!(A B);
tuple!(A B C);
tuple!(A B C D);

impl<T> Clone for Order<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Order<T> {}

impl<T> std::fmt::Debug for Order<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Order({} {:?})", self.part.column.name, self.part.direction)
    }
}
