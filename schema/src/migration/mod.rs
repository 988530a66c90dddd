//! Migrations as files: what is in them, their checksums, and the order in which they run.

pub mod checksum;
pub mod folder;
mod graph;

#[cfg(test)]
mod tests;

use crate::json::{Fault, Node, Read, parse};

/// The keys of a migration's file.
const KEYS: [&str; 10] = [
    "version",
    "name",
    "description",
    "dependencies",
    "changes",
    "up_sql",
    "down_sql",
    "checksum",
    "environments",
    "transaction",
];

/// What a migration says of itself, apart from its SQL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The version, as `002_001_000`.
    pub version: String,
    /// A name for people.
    pub name: String,
    /// The versions that have to run before.
    pub dependencies: Vec<String>,
    /// The checksum that the file holds of itself, if it does.
    pub claimed: Option<String>,
    /// The checksum of what is there.
    pub checksum: String,
}

impl Header {
    /// Reads a file.
    ///
    /// # Errors
    /// The first [`Fault`] in it.
    pub fn parse(file: &str, text: &str) -> Result<Self, Fault> {
        let value = parse(file, text)?;
        let root = Node::root(file, &value);
        let object = root.object(&KEYS)?;
        let version = object.need("version")?;
        let text = version.text()?.to_owned();
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte)) {
            return Err(version.fault("a version is letters, digits, `.`, `_` and `-`, as in `002_001_000`"));
        }
        statements(&object.need("up_sql")?)?;
        if let Some(down) = object.get("down_sql") {
            statements(&down)?;
        }
        Ok(Self {
            version: text,
            name: object.need("name")?.text()?.to_owned(),
            dependencies: object.get("dependencies").map_or(Ok(Vec::new()), |node| node.texts())?,
            claimed: object.text("checksum")?,
            checksum: checksum::of(&value),
        })
    }
}

/// Statements for all dialects, or a list for each.
fn statements(node: &Node<'_>) -> Read<()> {
    if node.value().is_array() {
        return node.texts().map(|_| ());
    }
    let names = crate::Dialect::ALL.map(crate::Dialect::name);
    let object = node.object(&names)?;
    for name in names {
        if let Some(list) = object.get(name) {
            list.texts()?;
        }
    }
    Ok(())
}
