//! From the model to JSON, by const functions: what is absent, empty or false is left out.
//!
//! The tools write snapshots with them, and `schema!` has the compiler write what it declares.

use super::text::Text as Json;
use crate::describe::{Writer, write_data_type};
use crate::model::borrowed::{slice, text};
use crate::model::{
    ColumnDef, ColumnDefault, DataType, ForeignKeyDef, IndexDef, IndexPart, List, Literal, TableDef, Text,
};

/// A table, with what it was before, if it says so. Keys come in the order of the alphabet.
pub(super) const fn table(def: &TableDef, to: &mut Json<'_>) {
    to.open("{");
    let checks = slice(&def.checks);
    if !checks.is_empty() {
        to.key("checks");
        to.open("[");
        let mut n = 0;
        while n < checks.len() {
            to.open("{");
            member("expression", &checks[n].expression, to);
            member("name", &checks[n].name, to);
            to.close("}");
            n += 1;
        }
        to.close("]");
    }
    let columns = slice(&def.columns);
    to.key("columns");
    to.open("[");
    let mut n = 0;
    while n < columns.len() {
        column(&columns[n], to);
        n += 1;
    }
    to.close("]");
    optional("comment", &def.comment, to);
    texts("dropped", &def.dropped, to);
    let keys = slice(&def.foreign_keys);
    if !keys.is_empty() {
        to.key("foreign_keys");
        to.open("[");
        let mut n = 0;
        while n < keys.len() {
            foreign_key(&keys[n], to);
            n += 1;
        }
        to.close("]");
    }
    let indexes = slice(&def.indexes);
    if !indexes.is_empty() {
        to.key("indexes");
        to.open("[");
        let mut n = 0;
        while n < indexes.len() {
            index(&indexes[n], to);
            n += 1;
        }
        to.close("]");
    }
    member("name", &def.name, to);
    if !slice(&def.primary_key.columns).is_empty() {
        to.key("primary_key");
        key(&def.primary_key.name, &def.primary_key.columns, to);
    }
    optional("renamed_from", &def.renamed_from, to);
    let uniques = slice(&def.uniques);
    if !uniques.is_empty() {
        to.key("uniques");
        to.open("[");
        let mut n = 0;
        while n < uniques.len() {
            key(&uniques[n].name, &uniques[n].columns, to);
            n += 1;
        }
        to.close("]");
    }
    to.close("}");
}

const fn member(name: &str, value: &Text, to: &mut Json<'_>) {
    to.key(name);
    to.string(text(value));
}

const fn optional(name: &str, value: &Option<Text>, to: &mut Json<'_>) {
    if let Some(value) = value {
        member(name, value, to);
    }
}

const fn flag(name: &str, value: bool, to: &mut Json<'_>) {
    if value {
        to.key(name);
        to.bool(true);
    }
}

/// A list of texts; nothing if it is empty.
const fn texts(name: &str, texts: &List<Text>, to: &mut Json<'_>) {
    let texts = slice(texts);
    if texts.is_empty() {
        return;
    }
    to.key(name);
    to.open("[");
    let mut n = 0;
    while n < texts.len() {
        to.string(text(&texts[n]));
        n += 1;
    }
    to.close("]");
}

const fn key(name: &Text, columns: &List<Text>, to: &mut Json<'_>) {
    to.open("{");
    texts("columns", columns, to);
    member("name", name, to);
    to.close("}");
}

const fn column(def: &ColumnDef, to: &mut Json<'_>) {
    to.open("{");
    flag("auto_increment", def.auto_increment, to);
    optional("comment", &def.comment, to);
    if let Some(value) = &def.default {
        default(value, to);
    }
    if let Some(generated) = &def.generated {
        to.key("generated");
        to.open("{");
        member("expression", &generated.expression, to);
        to.key("stored");
        to.bool(generated.stored);
        to.close("}");
    }
    member("name", &def.name, to);
    flag("nullable", def.nullable, to);
    flag("personal", def.personal, to);
    optional("renamed_from", &def.renamed_from, to);
    to.key("type");
    match &def.data_type {
        DataType::Enum(values) => {
            to.open("{");
            texts("enum", values, to);
            to.close("}");
        }
        other => {
            let mut buffer = [0; Writer::LONGEST];
            let mut words = Writer::writing(&mut buffer);
            write_data_type(other, &mut words);
            to.string(words.text());
        }
    }
    to.close("}");
}

const fn default(default: &ColumnDefault, to: &mut Json<'_>) {
    // Never in a finished model.
    if matches!(default, ColumnDefault::Literal(Literal::Late(_))) {
        return;
    }
    to.key("default");
    match default {
        ColumnDefault::Now => return to.string("now"),
        ColumnDefault::Uuid => return to.string("uuid"),
        ColumnDefault::Expression(_) | ColumnDefault::Literal(_) => to.open("{"),
    }
    match default {
        ColumnDefault::Expression(expression) => member("expression", expression, to),
        ColumnDefault::Literal(Literal::Bool(value)) => {
            to.key("bool");
            to.bool(*value);
        }
        ColumnDefault::Literal(Literal::Integer(value)) => {
            to.key("integer");
            to.integer(*value);
        }
        ColumnDefault::Literal(Literal::Number(value)) => member("number", value, to),
        ColumnDefault::Literal(Literal::Text(value)) => member("text", value, to),
        ColumnDefault::Literal(Literal::Late(_)) | ColumnDefault::Now | ColumnDefault::Uuid => {}
    }
    to.close("}");
}

const fn index(def: &IndexDef, to: &mut Json<'_>) {
    to.open("{");
    optional("filter", &def.filter, to);
    member("name", &def.name, to);
    let parts = slice(&def.parts);
    to.key("parts");
    to.open("[");
    let mut n = 0;
    while n < parts.len() {
        to.open("{");
        match &parts[n] {
            IndexPart::Column { name, descending } => {
                member("column", name, to);
                flag("descending", *descending, to);
            }
            IndexPart::Expression { expression, descending } => {
                flag("descending", *descending, to);
                member("expression", expression, to);
            }
        }
        to.close("}");
        n += 1;
    }
    to.close("]");
    flag("unique", def.unique, to);
    to.close("}");
}

const fn foreign_key(def: &ForeignKeyDef, to: &mut Json<'_>) {
    to.open("{");
    texts("columns", &def.columns, to);
    member("name", &def.name, to);
    to.key("on_delete");
    to.string(def.on_delete.sql());
    to.key("on_update");
    to.string(def.on_update.sql());
    member("target", &def.target, to);
    texts("target_columns", &def.target_columns, to);
    to.close("}");
}
