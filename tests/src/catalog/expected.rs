//! The model's side: what a catalog has to say of a table.

use tablewright_schema::model::{IndexPart, Text};
use tablewright_schema::{ForeignKeyDef, TableDef};

use super::{Catalog, Reference};

/// The sentences of a table, each with its name.
pub fn of(def: &TableDef, catalog: &impl Catalog) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    for (position, one) in def.columns.iter().enumerate() {
        let nullable = one.nullable || (one.generated.is_some() && catalog.leaves_computed_nullable());
        facts.push(column(position + 1, &one.name, &catalog.type_of(one), nullable));
    }
    let plain = |columns: &[_]| columns.iter().map(|name: &Text| part(name, false)).collect::<Vec<_>>();
    if !def.primary_key.columns.is_empty() {
        facts.push(key("PRIMARY", "", &plain(&def.primary_key.columns), false));
    }
    for unique in def.uniques.iter() {
        let columns: Vec<&str> = unique.columns.iter().map(|name| &**name).collect();
        let name = if catalog.names_uniques() { &*unique.name } else { "" };
        if is_computed(def, &columns, catalog) {
            facts.push(key("UNIQUE", name, &[part("", false)], false));
        } else {
            facts.push(key("UNIQUE", name, &plain(&unique.columns), false));
        }
    }
    for index in def.indexes.iter() {
        let kind = if index.unique { "UNIQUE" } else { "" };
        let columns: Vec<&str> = index.columns().collect();
        if index.unique && is_computed(def, &columns, catalog) {
            facts.push(key(kind, &index.name, &[part("", false)], false));
            continue;
        }
        let parts: Vec<String> =
            index.parts.iter().map(|one| part(one.column().unwrap_or_default(), one.is_descending())).collect();
        facts.push(key(kind, &index.name, &parts, index.filter.is_some()));
    }
    for foreign_key in def.foreign_keys.iter() {
        facts.push(reference(foreign_key).sentence(catalog));
        if catalog.indexes_references() && !is_served(def, foreign_key) {
            facts.push(key("", &foreign_key.name, &plain(&foreign_key.columns), false));
        }
    }
    facts.into_iter().map(|fact| (def.name.to_string(), fact)).collect()
}

/// Of a column.
pub fn column(position: usize, name: &str, data_type: &str, nullable: bool) -> String {
    format!("column {position} {name} {data_type}{}", if nullable { "" } else { " not null" })
}

/// Of a part of a key; no name is an expression.
pub fn part(column: &str, descending: bool) -> String {
    let name = if column.is_empty() { "<expression>" } else { column };
    format!("{name}{}", if descending { " desc" } else { "" })
}

/// Of a key or an index. The primary key has no name on some engines.
pub fn key(kind: &str, name: &str, parts: &[String], is_partial: bool) -> String {
    let name = if kind == "PRIMARY" { "" } else { name };
    let condition = if is_partial { " where .." } else { "" };
    format!("{kind} key {name} ({}){condition}", parts.join(", "))
}

fn is_computed(def: &TableDef, columns: &[&str], catalog: &impl Catalog) -> bool {
    let may_be_null = |name: &&str| def.column(name).is_some_and(|column| column.nullable);
    catalog.computes_nullable_uniques() && columns.len() > 1 && columns.iter().any(may_be_null)
}

fn reference(foreign_key: &ForeignKeyDef) -> Reference {
    let texts = |names: &[Text]| names.iter().map(ToString::to_string).collect();
    Reference {
        columns: texts(&foreign_key.columns),
        target: foreign_key.target.to_string(),
        target_columns: texts(&foreign_key.target_columns),
        on_delete: foreign_key.on_delete.sql().to_owned(),
        on_update: foreign_key.on_update.sql().to_owned(),
    }
}

/// Whether another key or index begins with the columns of a reference.
fn is_served(def: &TableDef, foreign_key: &ForeignKeyDef) -> bool {
    let wanted: Vec<&str> = foreign_key.columns.iter().map(|name| &**name).collect();
    let keys = def.uniques.iter().map(|unique| &unique.columns).chain([&def.primary_key.columns]);
    let mut keys = keys.map(|columns| columns.iter().map(|name| &**name).collect::<Vec<&str>>());
    let mut indexes = def.indexes.iter().map(|index| {
        let columns = index.parts.iter().map_while(IndexPart::column);
        columns.collect::<Vec<&str>>()
    });
    keys.any(|columns| columns.starts_with(&wanted)) || indexes.any(|columns| columns.starts_with(&wanted))
}
