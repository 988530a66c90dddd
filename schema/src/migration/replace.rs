//! One migration in place of several: which it replaces, and what it says.

use serde_json::{Map, Value, json};

use super::{Migration, checksum};
use crate::Dialect;
use crate::dialect::render;
use crate::json::{Node, Read};
use crate::model::TableDef;
use crate::order;

/// A migration that another one replaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// Its version.
    pub version: String,
    /// Its checksum.
    pub checksum: String,
    /// Those that it replaced itself.
    pub replaces: Vec<Replaced>,
}

impl Replaced {
    /// Whether a database has it: `is_applied` says that of a version and a checksum.
    pub fn is_there(&self, is_applied: &dyn Fn(&str, &str) -> bool) -> bool {
        let inside = !self.replaces.is_empty() && self.replaces.iter().all(|inside| inside.is_there(is_applied));
        inside || is_applied(&self.version, &self.checksum)
    }

    fn names(&self, version: &str) -> bool {
        self.version == version || self.replaces.iter().any(|inside| inside.names(version))
    }

    fn to_json(&self) -> Value {
        let mut value = json!({ "version": self.version, "checksum": self.checksum });
        if !self.replaces.is_empty() {
            value["replaces"] = self.replaces.iter().map(Self::to_json).collect();
        }
        value
    }
}

impl Migration {
    /// Whether it is this version, or replaces it.
    pub fn stands_for(&self, version: &str) -> bool {
        self.version == version || self.replaces.iter().any(|replaced| replaced.names(version))
    }
}

/// Reads `replaces`.
pub(super) fn read(node: &Node<'_>) -> Read<Replaced> {
    let object = node.object(&["version", "checksum", "replaces"])?;
    let text = |key| object.need(key)?.text().map(str::to_owned);
    Ok(Replaced { version: text("version")?, checksum: text("checksum")?, replaces: object.each("replaces", read)? })
}

/// The file of a migration that replaces these, which come first in the order of their folder, and its version: that of the
/// last of them, so that whatever depends on it goes on to do so. It runs their statements; with `tables`, those that create
/// these instead. Nothing comes before it, so it has no way back.
///
/// # Errors
/// Why they cannot be replaced by one.
pub fn replacing(parts: &[Migration], name: &str, tables: Option<&[TableDef]>) -> Result<(String, String), String> {
    let (Some(first), Some(last)) = (parts.first(), parts.get(1..).and_then(<[Migration]>::last)) else {
        return Err("there have to be two migrations or more to replace them by one".to_owned());
    };
    if let Some(other) = parts.iter().find(|part| part.environments != first.environments) {
        return Err(format!(
            "migration `{}` is for other environments than `{}`, so that no database may have both",
            other.version, first.version
        ));
    }
    let up = match tables {
        Some(tables) => by_dialect(|dialect| created(tables, dialect)),
        None => joined(parts),
    };
    let Some(up) = up else {
        return Err("there is no dialect for which all of them have statements".to_owned());
    };
    let replaces = parts.iter().map(|part| {
        let (version, checksum) = (part.version.clone(), part.checksum.clone());
        Replaced { version, checksum, replaces: part.replaces.clone() }.to_json()
    });
    let mut value = json!({
        "version": last.version,
        "name": name,
        "description": format!("replaces `{}` to `{}`", first.version, last.version),
        "dependencies": [],
        "replaces": replaces.collect::<Vec<_>>(),
        "up_sql": up,
    });
    if !first.environments.is_empty() {
        value["environments"] = json!(first.environments);
    }
    if tables.is_none() && parts.iter().any(|part| !part.transaction) {
        value["transaction"] = false.into();
    }
    value["checksum"] = checksum::of(&value).into();
    Ok((last.version.clone(), format!("{value:#}\n")))
}

/// The statements of all, for each dialect that is in all of them.
fn joined(parts: &[Migration]) -> Option<Value> {
    let common: Option<Vec<&[String]>> = parts.iter().map(|part| part.up.common()).collect();
    if let Some(common) = common {
        return Some(json!(common.concat()));
    }
    by_dialect(|dialect| {
        let lists: Option<Vec<&[String]>> = parts.iter().map(|part| part.up.statements(dialect)).collect();
        Some(lists?.concat())
    })
}

fn by_dialect(statements: impl Fn(Dialect) -> Option<Vec<String>>) -> Option<Value> {
    let lists =
        Dialect::ALL.into_iter().filter_map(|dialect| Some((dialect.name().to_owned(), json!(statements(dialect)?))));
    let lists = Map::from_iter(lists);
    (!lists.is_empty()).then_some(Value::Object(lists))
}

fn created(tables: &[TableDef], dialect: Dialect) -> Option<Vec<String>> {
    let rendered: Option<Vec<_>> = tables.iter().map(|def| Some((def, render(def, dialect).ok()?.0))).collect();
    Some(order::create(&rendered?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(version: &str, up: Value) -> Migration {
        let text = json!({ "version": version, "name": version, "up_sql": up }).to_string();
        Migration::parse("x.json", &text).unwrap()
    }

    #[test]
    fn statements_are_joined() {
        let parts = [parsed("1", json!(["a"])), parsed("2", json!({ "sqlite": ["b"], "oracle": ["c"] }))];
        let (version, text) = replacing(&parts, "one", None).unwrap();
        assert_eq!(version, "2");
        let one = Migration::parse("one.json", &text).unwrap();
        assert_eq!(one.claimed.as_ref(), Some(&one.checksum));
        assert_eq!(one.up.statements(Dialect::Sqlite), Some(&["a".to_owned(), "b".to_owned()][..]));
        assert_eq!(one.up.statements(Dialect::Mysql), None, "one of them has nothing for it");
        assert!(one.stands_for("1") && one.stands_for("2") && !one.stands_for("3"));

        // One that replaces others is replaced itself.
        let (_, text) = replacing(&[one, parsed("3", json!(["d"]))], "two", None).unwrap();
        let two = Migration::parse("two.json", &text).unwrap();
        assert!(two.stands_for("1") && two.stands_for("3"));
        let original = |version: &str, checksum: &str| {
            parts.iter().any(|part| part.version == version && part.checksum == checksum)
        };
        assert!(two.replaces[0].is_there(&original), "by what the first one replaced");
        assert!(!two.replaces[1].is_there(&original));
    }

    #[test]
    fn what_cannot_be_one_is_told() {
        let sqlite = parsed("1", json!({ "sqlite": [] }));
        let mut mysql = parsed("2", json!({ "mysql": [] }));
        let told = |parts: &[Migration]| replacing(parts, "one", None).unwrap_err();
        assert_eq!(told(&[]), "there have to be two migrations or more to replace them by one");
        assert_eq!(told(&[sqlite.clone(), mysql.clone()]), "there is no dialect for which all of them have statements");
        mysql.environments = vec!["test".to_owned()];
        assert_eq!(
            told(&[sqlite, mysql]),
            "migration `2` is for other environments than `1`, so that no database may have both"
        );
    }
}
