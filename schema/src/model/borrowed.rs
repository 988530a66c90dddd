//! What emitted definitions borrow, for const functions: a `Cow` cannot be dereferenced in one.

use super::{List, Text};

/// The text of an emitted definition.
pub const fn text(text: &'static Text) -> &'static str {
    match text {
        Text::Borrowed(text) => text,
        Text::Owned(_) => "",
    }
}

/// The list of an emitted definition.
pub const fn slice<T: Clone>(list: &'static List<T>) -> &'static [T] {
    match list {
        List::Borrowed(list) => list,
        List::Owned(_) => &[],
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
