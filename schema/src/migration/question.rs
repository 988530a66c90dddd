//! A question about rows in the file of a migration.

use serde_json::{Map, Value, json};

use crate::Dialect;
use crate::json::{Node, Object, Read};
use crate::plan::{Preflight, Sample};

/// The keys of a question.
pub(super) const KEYS: [&str; 4] = ["sql", "message", "keys", "no_keys"];

pub(super) fn to_json(question: &Preflight) -> Value {
    let mut value = json!({ "sql": question.sql, "message": question.message });
    match &question.sample {
        Sample::Count => {}
        Sample::Keys { columns, sql } => value["keys"] = json!({ "columns": columns, "sql": sql }),
        Sample::Withheld(why) => value["no_keys"] = why.as_str().into(),
    }
    value
}

/// The questions of each dialect that has some.
pub(super) fn by_dialect(all: &[(Dialect, Vec<Preflight>)]) -> Value {
    let lists = all.iter().map(|(dialect, own)| (dialect.name().to_owned(), own.iter().map(to_json).collect()));
    Value::Object(Map::from_iter(lists))
}

pub(super) fn read(object: &Object<'_>) -> Read<Preflight> {
    let text = |key: &str| Ok(object.need(key)?.text()?.to_owned());
    let sample = match (object.get("keys"), object.text("no_keys")?) {
        (Some(node), Some(_)) => {
            return Err(node.fault("there are keys, or a reason why there are none (`no_keys`), not both"));
        }
        (Some(node), None) => keys(&node)?,
        (None, Some(why)) => Sample::Withheld(why),
        (None, None) => Sample::Count,
    };
    Ok(Preflight { sql: text("sql")?, message: text("message")?, sample })
}

fn keys(node: &Node<'_>) -> Read<Sample> {
    let object = node.object(&["columns", "sql"])?;
    let list = object.need("columns")?;
    let columns = list.texts()?;
    if columns.is_empty() {
        return Err(list.fault("a key has columns"));
    }
    Ok(Sample::Keys { columns, sql: object.need("sql")?.text()?.to_owned() })
}
