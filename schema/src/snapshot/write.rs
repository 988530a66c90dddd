//! From the model to JSON: what is absent, empty or false is left out, and keys come in the order of the alphabet.

use serde_json::{Map, Value, json};

use super::{FORMAT, Snapshot};
use crate::describe::data_type_name;
use crate::model::{ColumnDef, ColumnDefault, DataType, ForeignKeyDef, IndexDef, IndexPart, Literal, TableDef, Text};

/// The text of a snapshot.
pub(super) fn snapshot(snapshot: &Snapshot) -> String {
    let migrations = snapshot
        .migrations
        .iter()
        .map(|entry| json!({ "version": entry.version, "file": entry.file, "checksum": entry.checksum }));
    let value = json!({
        "format": FORMAT,
        "tables": snapshot.tables.iter().map(table).collect::<Vec<_>>(),
        "migrations": migrations.collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

/// An object that leaves out what says nothing.
#[derive(Default)]
struct Sparse(Map<String, Value>);

impl Sparse {
    fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let says_nothing = match &value {
            Value::Null | Value::Bool(false) => true,
            Value::Array(list) => list.is_empty(),
            Value::Bool(true) | Value::Number(_) | Value::String(_) | Value::Object(_) => false,
        };
        if !says_nothing {
            self.0.insert(key.to_owned(), value);
        }
        self
    }

    fn list<T>(self, key: &str, items: &[T], write: impl Fn(&T) -> Value) -> Self {
        self.with(key, items.iter().map(write).collect::<Vec<_>>())
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

fn table(def: &TableDef) -> Value {
    let key = &def.primary_key;
    let primary_key = (!key.columns.is_empty()).then(|| json!({ "name": key.name, "columns": texts(&key.columns) }));
    Sparse::default()
        .with("name", &*def.name)
        .with("comment", def.comment.as_deref())
        .list("columns", &def.columns, column)
        .with("primary_key", primary_key)
        .list("uniques", &def.uniques, |unique| json!({ "name": unique.name, "columns": texts(&unique.columns) }))
        .list("checks", &def.checks, |check| json!({ "name": check.name, "expression": check.expression }))
        .list("indexes", &def.indexes, index)
        .list("foreign_keys", &def.foreign_keys, foreign_key)
        .done()
}

fn column(def: &ColumnDef) -> Value {
    let generated = def
        .generated
        .as_ref()
        .map(|generated| json!({ "expression": generated.expression, "stored": generated.stored }));
    Sparse::default()
        .with("name", &*def.name)
        .with("type", data_type(&def.data_type))
        .with("nullable", def.nullable)
        .with("default", def.default.as_ref().map(default))
        .with("auto_increment", def.auto_increment)
        .with("generated", generated)
        .with("personal", def.personal)
        .with("comment", def.comment.as_deref())
        .done()
}

fn data_type(data_type: &DataType) -> Value {
    match data_type {
        DataType::Enum(values) => json!({ "enum": texts(values) }),
        other => data_type_name(other).into(),
    }
}

fn default(default: &ColumnDefault) -> Value {
    match default {
        ColumnDefault::Now => "now".into(),
        ColumnDefault::Uuid => "uuid".into(),
        ColumnDefault::Expression(expression) => json!({ "expression": expression }),
        ColumnDefault::Literal(Literal::Bool(value)) => json!({ "bool": value }),
        ColumnDefault::Literal(Literal::Integer(value)) => json!({ "integer": value }),
        ColumnDefault::Literal(Literal::Number(value)) => json!({ "number": value }),
        ColumnDefault::Literal(Literal::Text(value)) => json!({ "text": value }),
        // Never in a finished model.
        ColumnDefault::Literal(Literal::Late(_)) => Value::Null,
    }
}

fn index(def: &IndexDef) -> Value {
    Sparse::default()
        .with("name", &*def.name)
        .list("parts", &def.parts, |part| {
            let sparse = Sparse::default().with("descending", part.is_descending());
            match part {
                IndexPart::Column { name, .. } => sparse.with("column", &**name),
                IndexPart::Expression { expression, .. } => sparse.with("expression", &**expression),
            }
            .done()
        })
        .with("unique", def.unique)
        .with("filter", def.filter.as_deref())
        .done()
}

fn foreign_key(def: &ForeignKeyDef) -> Value {
    json!({
        "name": def.name,
        "columns": texts(&def.columns),
        "target": def.target,
        "target_columns": texts(&def.target_columns),
        "on_delete": def.on_delete.sql(),
        "on_update": def.on_update.sql(),
    })
}

fn texts(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| &**text).collect()
}
