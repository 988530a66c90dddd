//! What may be given where a column wants a value: the value, a borrowed form of it, or what becomes one without loss.

use std::borrow::Cow;

use crate::column_type::ColumnType;
use crate::json::Json;

/// Something that becomes a value of a column of type `V`.
///
/// The value itself, `&str` for a text, the bare value where the column is an `Option`, a reference where a clone does.
#[diagnostic::on_unimplemented(
    message = "a column of type `{V}` cannot take `{Self}`",
    label = "expected `{V}`, or what becomes one",
    note = "a column takes its own type or a reference to it; a text column also `&str`; an `Option` column also the bare value"
)]
pub trait IntoColumn<V> {
    /// The column's value.
    fn into_column(self) -> V;
}

impl<V: ColumnType> IntoColumn<V> for V {
    fn into_column(self) -> V {
        self
    }
}

impl<V: ColumnType> IntoColumn<Option<V>> for V {
    fn into_column(self) -> Option<V> {
        Some(self)
    }
}

impl<V: ColumnType + Clone> IntoColumn<V> for &V {
    fn into_column(self) -> V {
        self.clone()
    }
}

impl<V: ColumnType + Clone> IntoColumn<Option<V>> for &V {
    fn into_column(self) -> Option<V> {
        Some(self.clone())
    }
}

impl<D> IntoColumn<Json<D>> for D
where
    Json<D>: ColumnType,
{
    fn into_column(self) -> Json<D> {
        Json(self)
    }
}

impl<D> IntoColumn<Option<Json<D>>> for D
where
    Json<D>: ColumnType,
{
    fn into_column(self) -> Option<Json<D>> {
        Some(Json(self))
    }
}

impl<D> IntoColumn<Option<Json<D>>> for Option<D>
where
    Json<D>: ColumnType,
{
    fn into_column(self) -> Option<Json<D>> {
        self.map(Json)
    }
}

/// `$from` becomes `$to`, and `$from` or `Option<$from>` becomes `Option<$to>`.
macro_rules! becomes {
    ($($from:ty => $to:ty),+ $(,)?) => {$(
        impl IntoColumn<$to> for $from {
            fn into_column(self) -> $to {
                self.into()
            }
        }

        impl IntoColumn<Option<$to>> for $from {
            fn into_column(self) -> Option<$to> {
                Some(self.into())
            }
        }

        impl IntoColumn<Option<$to>> for Option<$from> {
            fn into_column(self) -> Option<$to> {
                self.map(Into::into)
            }
        }
    )+};
}

becomes! {
    &str => String,
    Cow<'_, str> => String,
    &[u8] => Vec<u8>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column<V>(value: impl IntoColumn<V>) -> V {
        value.into_column()
    }

    #[test]
    fn a_column_takes_what_becomes_its_type() {
        assert_eq!(column::<String>("a"), "a");
        assert_eq!(column::<Option<String>>("a"), Some("a".to_owned()));
        assert_eq!(column::<Option<String>>(Some("a")), Some("a".to_owned()));
        assert_eq!(column::<Option<String>>(&"a".to_owned()), Some("a".to_owned()));
        assert_eq!(column::<String>(Cow::Borrowed("a")), "a");
        assert_eq!(column::<i64>(1), 1);
        assert_eq!(column::<Option<i64>>(1), Some(1));
        assert_eq!(column::<Option<i64>>(None::<i64>), None);
        assert_eq!(column::<Vec<u8>>(&[1u8, 2][..]), [1, 2]);
        assert_eq!(column::<Json<Vec<i32>>>(vec![1]), Json(vec![1]));
        assert_eq!(column::<Option<Json<Vec<i32>>>>(Json(vec![1])), Some(Json(vec![1])));
        assert_eq!(column::<Option<Json<Vec<i32>>>>(Some(vec![1])), Some(Json(vec![1])));
    }
}
