//! What definitions hold, for const functions: a `Cow` cannot be dereferenced in one.

use super::{List, Text};

/// The text.
pub const fn text(text: &Text) -> &str {
    match text {
        Text::Borrowed(text) => text,
        Text::Owned(text) => text.as_str(),
    }
}

/// The list.
pub const fn slice<T: Clone>(list: &List<T>) -> &[T] {
    match list {
        List::Borrowed(list) => list,
        List::Owned(list) => list.as_slice(),
    }
}

/// Whether two texts are the same.
pub const fn equal(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut n = 0;
    while n < left.len() {
        if left[n] != right[n] {
            return false;
        }
        n += 1;
    }
    true
}

/// Whether two names are the same but for case.
pub const fn equal_ignoring_case(left: &str, right: &str) -> bool {
    left.eq_ignore_ascii_case(right)
}
