//! Comparisons: the methods of a column token that make conditions.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use tablewright_schema::{ColumnDef, DataType};
use uuid::Uuid;

use super::condition::{Comparison, Condition, Membership, Node, Nullness};
use super::fault::Fault;
use super::pattern::{self, Anchor};
use crate::column::Column;
use crate::column_type::{ColumnType, UserType};
use crate::error::{Kind, Result};
use crate::param::{Param, Value};

/// Something a column of table `T` with values of type `V` can be compared with: a value of its type (for an `Option`
/// column the type inside), a reference to one, `&str` for a text, or another column of the same table and type.
#[diagnostic::on_unimplemented(
    message = "a column of type `{V}` cannot be compared with `{Self}`",
    label = "not comparable with a column of type `{V}`",
    note = "give a value of the column's type (of the type inside, if that is an `Option`), `&str` for a text, or another \
            column of the same table and type; NULL is asked for with `is_null()`, and JSON has no comparisons"
)]
pub trait Comparable<T, V> {
    /// The right side of the comparison with a column of this data type.
    #[doc(hidden)]
    fn into_operand(self, data_type: &DataType) -> Result<Operand>;
}

/// Types that stand for the same values, so that columns of them can be compared: a type and its `Option`.
#[diagnostic::on_unimplemented(
    message = "a column of type `{V}` cannot be compared with a column of type `{Self}`",
    label = "the types differ"
)]
pub trait Alike<V> {}

/// A text column, which can be searched by a pattern.
#[diagnostic::on_unimplemented(
    message = "a column of type `{Self}` has no text to search",
    label = "not a text column",
    note = "`like`, `contains`, `starts_with` and `ends_with` are for `String`, types of your own around it, and `Option`s of these"
)]
pub trait TextColumn {}

/// A column that may be without a value.
#[diagnostic::on_unimplemented(
    message = "a column of type `{Self}` is never NULL",
    label = "this column always has a value",
    note = "a column may be NULL if its field is an `Option`"
)]
pub trait Nullable {}

/// The right side of a comparison.
#[doc(hidden)]
#[derive(Debug, Clone)]
pub enum Operand {
    Value(Value),
    Column(&'static ColumnDef),
}

impl<T, V, K> Column<T, V, K> {
    /// Equal to it. A NULL is equal to nothing.
    pub fn eq(self, other: impl Comparable<T, V>) -> Condition<T> {
        self.compare(Comparison::Equal, other)
    }

    /// Different from it. A NULL is different from nothing, so rows with NULL are left out.
    pub fn ne(self, other: impl Comparable<T, V>) -> Condition<T> {
        self.compare(Comparison::NotEqual, other)
    }

    /// Less than it.
    pub fn lt(self, other: impl Comparable<T, V>) -> Condition<T> {
        self.compare(Comparison::Less, other)
    }

    /// Less than it, or equal.
    pub fn le(self, other: impl Comparable<T, V>) -> Condition<T> {
        self.compare(Comparison::LessOrEqual, other)
    }

    /// Greater than it.
    pub fn gt(self, other: impl Comparable<T, V>) -> Condition<T> {
        self.compare(Comparison::Greater, other)
    }

    /// Greater than it, or equal.
    pub fn ge(self, other: impl Comparable<T, V>) -> Condition<T> {
        self.compare(Comparison::GreaterOrEqual, other)
    }

    /// From `low` to `high`, both included.
    pub fn between(self, low: impl Comparable<T, V>, high: impl Comparable<T, V>) -> Condition<T> {
        Condition::new(match (self.operand(low), self.operand(high)) {
            (Ok(low), Ok(high)) => Node::Between(self.def, low, high),
            (Err(fault), _) | (_, Err(fault)) => Node::Invalid(fault),
        })
    }

    /// Equal to one of them; of an empty list, no row. A list that is longer than an engine allows is cut into several; what
    /// remains is the engine's limit of values in one statement (32,766 on SQLite).
    pub fn is_in(self, list: impl IntoIterator<Item = impl Comparable<T, V>>) -> Condition<T> {
        self.member(Membership::Inside, list)
    }

    /// Different from all of them; of an empty list, every row. Rows with NULL are left out, unless the list is empty.
    pub fn not_in(self, list: impl IntoIterator<Item = impl Comparable<T, V>>) -> Condition<T> {
        self.member(Membership::Outside, list)
    }

    /// Matches a pattern: `%` stands for any text, `_` for any one character, `\` makes the next character an ordinary
    /// one. Case-sensitive on every engine.
    pub fn like(self, pattern: &str) -> Condition<T>
    where
        V: TextColumn,
    {
        self.matches(pattern.to_owned())
    }

    /// Has this text in it, taken literally. Case-sensitive on every engine.
    pub fn contains(self, text: &str) -> Condition<T>
    where
        V: TextColumn,
    {
        self.matches(pattern::literal(text, Anchor::Anywhere))
    }

    /// Starts with this text, taken literally. Case-sensitive on every engine.
    pub fn starts_with(self, text: &str) -> Condition<T>
    where
        V: TextColumn,
    {
        self.matches(pattern::literal(text, Anchor::Start))
    }

    /// Ends with this text, taken literally. Case-sensitive on every engine.
    pub fn ends_with(self, text: &str) -> Condition<T>
    where
        V: TextColumn,
    {
        self.matches(pattern::literal(text, Anchor::End))
    }

    /// Has no value.
    pub fn is_null(self) -> Condition<T>
    where
        V: Nullable,
    {
        Condition::new(Node::Null(self.def, Nullness::Null))
    }

    /// Has a value.
    pub fn is_not_null(self) -> Condition<T>
    where
        V: Nullable,
    {
        Condition::new(Node::Null(self.def, Nullness::NotNull))
    }

    fn compare(self, comparison: Comparison, other: impl Comparable<T, V>) -> Condition<T> {
        Condition::new(match self.operand(other) {
            Ok(operand) => Node::Compare(self.def, comparison, operand),
            Err(fault) => Node::Invalid(fault),
        })
    }

    fn member(self, membership: Membership, list: impl IntoIterator<Item = impl Comparable<T, V>>) -> Condition<T> {
        Condition::new(match list.into_iter().map(|item| self.operand(item)).collect() {
            Ok(operands) => Node::In(self.def, membership, operands),
            Err(fault) => Node::Invalid(fault),
        })
    }

    fn operand(self, other: impl Comparable<T, V>) -> Result<Operand, Fault> {
        other.into_operand(&unlimited(&self.def.data_type)).map_err(|error| error.in_column(&self.def.name).into())
    }

    fn matches(self, pattern: String) -> Condition<T> {
        Condition::new(match self.def.data_type {
            DataType::Text | DataType::Varchar(_) | DataType::Enum(_) => {
                Node::Like(self.def, Param::Text(Cow::Owned(pattern)))
            }
            _ => Node::Invalid(Fault::new(Kind::Usage, format!("column `{}` has no text to search", self.def.name))),
        })
    }
}

#[diagnostic::do_not_recommend]
impl<T, V, W, K> Comparable<T, V> for Column<T, W, K>
where
    W: Alike<V>,
{
    fn into_operand(self, _: &DataType) -> Result<Operand> {
        Ok(Operand::Column(self.def))
    }
}

impl<V> Nullable for Option<V> {}

/// A comparison never stores a value, so a text that is too long for the column is no mistake: it is equal to none.
fn unlimited(data_type: &DataType) -> Cow<'_, DataType> {
    match data_type {
        DataType::Varchar(_) => Cow::Owned(DataType::Text),
        DataType::Binary(_) => Cow::Owned(DataType::Blob),
        _ => Cow::Borrowed(data_type),
    }
}

fn value(value: &impl ColumnType, data_type: &DataType) -> Result<Operand> {
    Ok(Operand::Value(value.param(data_type)?.into_owned()))
}

/// Comparisons with a type, with a reference to it, each with a column of the type and of its `Option`.
macro_rules! comparable {
    ($(($($generics:tt)*) $type:ty),+ $(,)?) => {$(
        comparable!(@ ($($generics)*) $type, $type);
        comparable!(@ ($($generics)*) $type, Option<$type>);

        impl<$($generics)*> Alike<$type> for $type {}
        impl<$($generics)*> Alike<$type> for Option<$type> {}
        impl<$($generics)*> Alike<Option<$type>> for $type {}
        impl<$($generics)*> Alike<Option<$type>> for Option<$type> {}
    )+};
    (@ ($($generics:tt)*) $type:ty, $column:ty) => {
        #[diagnostic::do_not_recommend]
        impl<T, $($generics)*> Comparable<T, $column> for $type {
            fn into_operand(self, data_type: &DataType) -> Result<Operand> {
                value(&self, data_type)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T, $($generics)*> Comparable<T, $column> for &$type {
            fn into_operand(self, data_type: &DataType) -> Result<Operand> {
                value(self, data_type)
            }
        }
    };
}

comparable! {
    () i16, () i32, () i64, () bool, () f32, () f64, () Decimal, () NaiveDate, () NaiveTime, () NaiveDateTime,
    () DateTime<Utc>, () Uuid, () String, () Vec<u8>, (V: UserType) V,
}

/// Comparisons with a borrowed form, which is copied once.
macro_rules! borrowed {
    ($($from:ty => $to:ty: |$value:ident| $owned:expr),+ $(,)?) => {$(
        #[diagnostic::do_not_recommend]
        impl<T> Comparable<T, $to> for $from {
            fn into_operand(self, _: &DataType) -> Result<Operand> {
                let $value = self;
                Ok(Operand::Value($owned))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T> Comparable<T, Option<$to>> for $from {
            fn into_operand(self, data_type: &DataType) -> Result<Operand> {
                Comparable::<T, $to>::into_operand(self, data_type)
            }
        }
    )+};
}

borrowed! {
    &str => String: |text| Param::Text(Cow::Owned(text.to_owned())),
    // What iterating over a slice of texts gives.
    &&str => String: |text| Param::Text(Cow::Owned((*text).to_owned())),
    Cow<'_, str> => String: |text| Param::Text(Cow::Owned(text.into_owned())),
    &[u8] => Vec<u8>: |bytes| Param::Bytes(Cow::Owned(bytes.to_vec())),
}

impl TextColumn for String {}
impl<V: UserType> TextColumn for V {}
impl TextColumn for Option<String> {}
impl<V: UserType> TextColumn for Option<V> {}
