//! Every column type, required and optional: tables of the conformance suite.

use tablewright::Table;

use crate::golden::case::Model;
use crate::table::values::{Moments, Numbers, Optionals, Strings};

/// Numbers, texts and bytes, times and documents, then all of them optional.
pub fn models() -> Vec<Model> {
    [Numbers::META, Strings::META, Moments::META, Optionals::META].map(Model::Derived).into()
}
