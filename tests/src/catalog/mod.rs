//! What an engine's own catalog says of the tables that were made, beside what their model says of them.
//!
//! Both sides are sentences, one for each column, key, index and reference. An engine is a file with three queries, whose
//! columns are all texts, and with its names of the types.

pub mod expected;
pub mod firebird;
pub mod mysql;
pub mod postgres;
pub mod sqlite;

use std::collections::{BTreeMap, BTreeSet};

use tablewright::{Database, HandwrittenSql, Schema};
use tablewright_schema::{ColumnDef, TableDef};

/// The start of what stands for the name of a constraint that the catalog does not keep.
const UNNAMED: &str = "constraint ";

/// How an engine's catalog is read.
pub trait Catalog: Sync {
    /// Table, column, type, and `NO` if it is never NULL; in order of declaration.
    fn columns(&self) -> &'static str;
    /// Table, key, `PRIMARY`, `UNIQUE` or nothing, column (empty for an expression), `DESC` or nothing, and `WHERE` if not
    /// all rows are in it; in order of the columns.
    fn keys(&self) -> &'static str;
    /// Table, reference, column, target, its column, and what happens on DELETE and on UPDATE; in order of the columns.
    fn references(&self) -> &'static str;
    /// The type of a column as the query tells it.
    fn type_of(&self, column: &ColumnDef) -> String;
    /// The type as the model's side says it, where the catalog is more talkative.
    fn plain_type(&self, told: &str) -> String {
        told.to_owned()
    }
    /// Whether the names of unique constraints are kept.
    fn names_uniques(&self) -> bool {
        true
    }
    /// Whether RESTRICT and NO ACTION are told apart.
    fn tells_restrict(&self) -> bool {
        true
    }
    /// Whether a unique key over several columns, some of which may be NULL, is one over an expression.
    fn computes_nullable_uniques(&self) -> bool {
        false
    }
    /// Whether a column that the database computes cannot be declared as never NULL.
    fn leaves_computed_nullable(&self) -> bool {
        false
    }
    /// Whether a reference brings an index of its name if no other serves.
    fn indexes_references(&self) -> bool {
        false
    }
}

/// Creates the tables of a schema and compares.
///
/// # Panics
/// If catalog and model differ.
pub async fn agrees<S: Schema>(db: &Database, catalog: &impl Catalog) {
    S::create(db).await.unwrap();
    let (missing, more) = differences::<S>(db, catalog).await;
    assert!(missing.is_empty() && more.is_empty(), "{}\nmissing:\n{missing}\nmore:\n{more}", S::NAME);
}

/// What the catalog does not say of the tables of a schema and should, and what it says more.
pub async fn differences<S: Schema>(db: &Database, catalog: &impl Catalog) -> (String, String) {
    let defs: Vec<&TableDef> = S::TABLES.iter().map(|table| table.def).collect();
    let names: BTreeSet<&str> = defs.iter().map(|def| &*def.name).collect();
    let mut found = found(db, catalog).await;
    found.retain(|(table, _)| names.contains(table.as_str()));
    let expected: BTreeSet<(String, String)> = defs.iter().flat_map(|def| expected::of(def, catalog)).collect();
    let only = |one: &BTreeSet<(String, String)>, other: &BTreeSet<(String, String)>| {
        one.difference(other).map(|(table, fact)| format!("{table}: {fact}")).collect::<Vec<_>>().join("\n")
    };
    (only(&expected, &found), only(&found, &expected))
}

/// The sentences of the catalog, each with its table.
async fn found(db: &Database, catalog: &impl Catalog) -> BTreeSet<(String, String)> {
    let mut facts = BTreeSet::new();
    let mut position: BTreeMap<String, usize> = BTreeMap::new();
    for [table, column, told, nullable] in rows(db, catalog.columns()).await {
        let number = position.entry(table.clone()).or_default();
        *number += 1;
        facts.insert((table, expected::column(*number, &column, &catalog.plain_type(&told), nullable != "NO")));
    }
    let mut keys: BTreeMap<(String, String), (String, Vec<String>, bool)> = BTreeMap::new();
    for [table, key, kind, column, direction, filter] in rows(db, catalog.keys()).await {
        let (_, parts, is_partial) = keys.entry((table, key)).or_insert((kind, Vec::new(), false));
        parts.push(expected::part(&column, direction == "DESC"));
        *is_partial |= filter == "WHERE";
    }
    for ((table, key), (kind, parts, is_partial)) in keys {
        let name = if catalog.names_uniques() || !key.starts_with(UNNAMED) { &key } else { "" };
        facts.insert((table, expected::key(&kind, name, &parts, is_partial)));
    }
    let mut references: BTreeMap<(String, String), Reference> = BTreeMap::new();
    for [table, name, column, target, target_column, on_delete, on_update] in rows(db, catalog.references()).await {
        let reference = references.entry((table, name)).or_default();
        (reference.target, reference.on_delete, reference.on_update) = (target, on_delete, on_update);
        reference.columns.push(column);
        reference.target_columns.push(target_column);
    }
    facts.extend(references.into_iter().map(|((table, _), reference)| (table, reference.sentence(catalog))));
    facts
}

/// A reference, from the catalog or the model.
#[derive(Default)]
pub struct Reference {
    columns: Vec<String>,
    target: String,
    target_columns: Vec<String>,
    on_delete: String,
    on_update: String,
}

impl Reference {
    fn sentence(&self, catalog: &impl Catalog) -> String {
        let action = |action: &str| match action {
            "RESTRICT" if !catalog.tells_restrict() => "NO ACTION".to_owned(),
            _ => action.to_owned(),
        };
        let (columns, target_columns) = (self.columns.join(", "), self.target_columns.join(", "));
        let (on_delete, on_update) = (action(&self.on_delete), action(&self.on_update));
        format!("({columns}) -> {} ({target_columns}) on delete {on_delete} on update {on_update}", self.target)
    }
}

async fn rows<const N: usize>(db: &Database, sql: &str) -> Vec<[String; N]> {
    let read = |row: &mut dyn tablewright::Row| {
        let mut texts = [const { String::new() }; N];
        for (position, text) in texts.iter_mut().enumerate() {
            row.text(position)?.clone_into(text);
        }
        Ok(texts)
    };
    db.fetch_sql(sql, &[], read).await.unwrap_or_else(|error| panic!("{error}: {sql}"))
}
