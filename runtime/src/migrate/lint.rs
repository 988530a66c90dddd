//! The migrations of a folder against the rules of the lint.

use std::path::Path;

use tablewright_schema::lint::{Finding, file};
use tablewright_schema::migration::Migration;

use crate::error::{Error, Kind, Result};
use crate::snapshot;

/// Everything that the rules find in the migrations of a folder, file by file: in SQL that somebody wrote, and in
/// acknowledgements. [`Finding::refuses`] says what has to be mended or accepted.
///
/// A rule *refuses* what loses values, stops half-way or does another thing than it says. It *warns* of what takes long or keeps
/// others waiting, for that depends on how many rows there are. What is accepted stands in the file, and holds for the one
/// statement or change that it was given for:
///
/// ```json
/// "accepted": [{ "rule": "M101", "of": "people", "reason": "empty since March", "change": "sha256:.." }]
/// ```
///
/// # Errors
/// One of kind [`Config`](Kind::Config) if the folder or a file in it cannot be read.
#[doc = include_str!("../../docs/lint.md")]
pub fn lint(folder: impl AsRef<Path>) -> Result<Vec<Finding>> {
    let folder = folder.as_ref();
    let tables = snapshot::read(folder)?.tables;
    let mut files = Vec::new();
    for (name, text) in snapshot::files(folder)? {
        let migration = Migration::parse(&name, &text).map_err(|fault| Error::new(Kind::Config, fault.to_string()))?;
        files.push((name, migration));
    }
    Ok(file::folder(&files, &tables))
}
