//! The eight tables of the reference application.

use orthanc::Orthanc;
use tablewright::prelude::*;

use crate::golden::case::Model;

/// In the order of its schema.
pub fn models() -> Vec<Model> {
    Orthanc::TABLES.iter().copied().map(Model::Derived).collect()
}
