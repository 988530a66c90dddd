//! `schema.json`: the tables as the last migration left them, and the index of all migrations.
//!
//! The format has a number. A file of an older format loads for ever; this module writes the newest.

pub mod declared;
mod read;
mod text;
mod write;

#[cfg(test)]
mod tests;

use serde_json::{Value, json};

use crate::json::Fault;
use crate::model::TableDef;
use text::Text;

/// The name of the file, in the folder of the migrations.
pub const FILE: &str = "schema.json";
/// The format that is written.
pub const FORMAT: i64 = 1;

/// Tables at rest, and how they came to be.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Snapshot {
    /// The tables, in the order of the schema.
    pub tables: Vec<TableDef>,
    /// The migrations, in the order in which they run.
    pub migrations: Vec<Entry>,
}

/// A migration in the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its version.
    pub version: String,
    /// Its file, in the same folder.
    pub file: String,
    /// See [`crate::migration::checksum`].
    pub checksum: String,
}

impl Snapshot {
    /// Reads a file.
    ///
    /// # Errors
    /// The first [`Fault`] in it.
    pub fn parse(file: &str, text: &str) -> Result<Self, Fault> {
        read::snapshot(file, text)
    }

    /// The file's text.
    pub fn to_json(&self) -> String {
        let migrations = self
            .migrations
            .iter()
            .map(|entry| json!({ "version": entry.version, "file": entry.file, "checksum": entry.checksum }));
        let value = json!({
            "format": FORMAT,
            "tables": self.tables.iter().map(value).collect::<Vec<_>>(),
            "migrations": migrations.collect::<Vec<_>>(),
        });
        format!("{value:#}\n")
    }
}

/// A table as JSON.
fn value(def: &TableDef) -> Value {
    let mut counted = Text::counting();
    write::table(def, &mut counted);
    let mut bytes = vec![0; counted.length()];
    write::table(def, &mut Text::writing(&mut bytes));
    // It is JSON, since it was written as such.
    serde_json::from_slice(&bytes).unwrap_or_default()
}
