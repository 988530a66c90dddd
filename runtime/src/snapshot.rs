//! `schema.json`, written from the structs: what `schema!` compares them with from then on.

use std::fs;
use std::io::{Error as IoError, ErrorKind};
use std::path::Path;

use tablewright_schema::TableDef;
use tablewright_schema::migration::{Migration, folder};
use tablewright_schema::snapshot::{Entry, FILE, Snapshot};

use crate::error::{Error, Kind, Result};

/// Writes the snapshot of these tables into a folder of migrations, with all migrations in its index.
///
/// Migrations that the index knows already have to be as they were.
pub(crate) fn write<'a>(tables: impl Iterator<Item = &'a TableDef>, path: &Path) -> Result<()> {
    let before = read(path)?;
    let files = files(path)?;
    let mut migrations = before.migrations.clone();
    for (file, text) in &files {
        let Migration { version, checksum, .. } = Migration::parse(file, text).map_err(faulty)?;
        if !migrations.iter().any(|entry| entry.file == *file) {
            migrations.push(Entry { version, file: file.clone(), checksum });
        }
    }
    let snapshot = Snapshot { tables: tables.map(at_rest).collect(), migrations };
    match folder::check(&snapshot, &files).into_iter().next() {
        Some(fault) => Err(faulty(fault)),
        None => replace(path, &snapshot.to_json()),
    }
}

/// The snapshot in a folder; an empty one if there is none yet.
pub(crate) fn read(path: &Path) -> Result<Snapshot> {
    match fs::read_to_string(path.join(FILE)) {
        Ok(text) => Snapshot::parse(FILE, &text).map_err(faulty),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Snapshot::default()),
        Err(error) => Err(unreadable(path, &error)),
    }
}

/// A table without what it was before.
fn at_rest(def: &TableDef) -> TableDef {
    let mut def = def.clone();
    def.renamed_from = None;
    def.dropped = Vec::new().into();
    for column in def.columns.to_mut() {
        column.renamed_from = None;
    }
    def
}

/// The migrations of a folder, name and text, by name; none if the folder is missing.
pub(crate) fn files(path: &Path) -> Result<Vec<(String, String)>> {
    match read_all(path) {
        Ok(files) => Ok(files),
        Err(error) if error.kind() == ErrorKind::NotFound && !path.exists() => Ok(Vec::new()),
        Err(error) => Err(unreadable(path, &error)),
    }
}

fn read_all(path: &Path) -> std::result::Result<Vec<(String, String)>, IoError> {
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if name.ends_with(".json") && name != FILE {
            files.push((name, fs::read_to_string(entry.path())?));
        }
    }
    files.sort();
    Ok(files)
}

/// Writes the index: renamed into place, so that nobody ever reads half of it.
pub(crate) fn replace(path: &Path, text: &str) -> Result<()> {
    let beside = path.join(format!("{FILE}.new"));
    let written = fs::write(&beside, text).and_then(|()| fs::rename(&beside, path.join(FILE)));
    written.map_err(|error| unreadable(path, &error))
}

fn faulty(fault: impl std::fmt::Display) -> Error {
    Error::new(Kind::Config, fault.to_string())
}

fn unreadable(path: &Path, error: &IoError) -> Error {
    Error::new(Kind::Config, format!("the folder `{}` of migrations: {error}", path.display()))
}
