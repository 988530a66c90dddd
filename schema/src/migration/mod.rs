//! Migrations as files: what is in them, their checksums, and the order in which they run.

pub mod checksum;
mod draft;
pub mod folder;
mod function;
mod graph;
mod question;
mod replace;
mod timeout;
mod way_back;

pub use draft::{Draft, next_version};
pub use function::function;
pub use graph::{faults, order};
pub use replace::{Replaced, replacing};
pub use timeout::Timeout;
pub use way_back::{Asks, WayBack};

#[cfg(test)]
mod tests;

use serde_json::Value;

use crate::Dialect;
use crate::diff::{Change, Verb};
use crate::json::{Fault, Node, Object, Read, format, parse};
use crate::lint::Accepted;
use crate::plan::Preflight;
use crate::suggest;

/// The longest version, in bytes.
pub const LONGEST_VERSION: usize = 60;

/// What is wrong with a version, if anything is.
pub fn version_fault(version: &str) -> Option<String> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    let is_fine = !version.is_empty() && version.len() <= LONGEST_VERSION && version.bytes().all(is_plain);
    (!is_fine).then(|| {
        format!("a version is at most {LONGEST_VERSION} letters, digits, `.`, `_` and `-`, as in `002_001_000`")
    })
}

/// The environments that a migration can be for.
pub const ENVIRONMENTS: [&str; 3] = ["development", "staging", "production"];

/// The format of the files that are written. One that does not say its own has the first: those of before formats were said, and
/// those written by hand. The checksum covers it like everything else in the file.
pub const FORMAT: i64 = 1;

/// The keys of a migration's file.
const KEYS: [&str; 16] = [
    "format",
    "version",
    "name",
    "description",
    "dependencies",
    "replaces",
    "changes",
    "accepted",
    "preflight",
    "up_sql",
    "down_sql",
    "way_back",
    "checksum",
    "environments",
    "transaction",
    "timeout",
];

/// A migration as its file says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migration {
    /// The format that the file says it is in; nothing in files of before formats were said.
    pub format: Option<i64>,
    /// The version, as `002_001_000`.
    pub version: String,
    /// A name for people.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// The versions that have to run before.
    pub dependencies: Vec<String>,
    /// The migrations in whose place it stands: a database that has them has it.
    pub replaces: Vec<Replaced>,
    /// What it changes, in words; nothing if somebody wrote it by hand.
    pub changes: Vec<Change>,
    /// What somebody took upon himself, see [`crate::lint`].
    pub accepted: Vec<Accepted>,
    /// The way there.
    pub up: Script,
    /// The way back, if there is one.
    pub down: Option<Script>,
    /// What the way back is worth; nothing in files that do not say it.
    pub way_back: WayBack,
    /// What the rows are asked before anything is touched.
    pub preflight: Vec<(Dialect, Vec<Preflight>)>,
    /// Where it runs, of [`ENVIRONMENTS`]; everywhere if empty.
    pub environments: Vec<String>,
    /// Whether its statements may run in one transaction, on engines that can undo DDL.
    pub transaction: bool,
    /// Dialects whose statements may not.
    pub apart: Vec<Dialect>,
    /// How long its statements may wait and run.
    pub timeout: Timeout,
    /// The checksum that the file holds of itself, if it does.
    pub claimed: Option<String>,
    /// The checksum of what is there.
    pub checksum: String,
}

/// Statements, without trailing semicolons, and functions of the program: `rust: name`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Script {
    /// The same for every dialect.
    Common(Vec<String>),
    /// A list for each dialect that has one.
    PerDialect(Vec<(Dialect, Vec<String>)>),
}

impl Script {
    /// The statements that are for every dialect, if they are the same.
    pub fn common(&self) -> Option<&[String]> {
        match self {
            Self::Common(statements) => Some(statements),
            Self::PerDialect(_) => None,
        }
    }

    /// The statements of a dialect, if there are any for it.
    pub fn statements(&self, dialect: Dialect) -> Option<&[String]> {
        match self {
            Self::Common(statements) => Some(statements),
            Self::PerDialect(lists) => {
                lists.iter().find(|(known, _)| *known == dialect).map(|(_, statements)| &**statements)
            }
        }
    }
}

impl Script {
    /// Every entry, of whatever dialect.
    pub fn all(&self) -> impl Iterator<Item = &String> {
        let (common, lists) = match self {
            Self::Common(entries) => (entries.as_slice(), [].as_slice()),
            Self::PerDialect(lists) => ([].as_slice(), lists.as_slice()),
        };
        common.iter().chain(lists.iter().flat_map(|(_, entries)| entries))
    }
}

impl Migration {
    /// Reads a file.
    ///
    /// # Errors
    /// The first [`Fault`] in it.
    pub fn parse(file: &str, text: &str) -> Result<Self, Fault> {
        let value = parse(file, text)?;
        let root = Node::root(file, &value);
        let format = format::of(&root, FORMAT)?;
        let object = root.object(&KEYS)?;
        let version = object.need("version")?;
        let text = version.text()?.to_owned();
        if let Some(message) = version_fault(&text) {
            return Err(version.fault(message));
        }
        let (transaction, apart) =
            object.get("transaction").map_or(Ok((true, Vec::new())), |node| transaction(&node))?;
        Ok(Self {
            format,
            version: text,
            name: object.need("name")?.text()?.to_owned(),
            description: object.text("description")?.unwrap_or_default(),
            dependencies: texts(&object, "dependencies")?,
            replaces: object.each("replaces", replace::read)?,
            // Words for people: what is not in the form of ours says nothing.
            changes: value.get("changes").and_then(Value::as_array).into_iter().flatten().filter_map(change).collect(),
            accepted: object.each("accepted", Accepted::read)?,
            up: script(&object.need("up_sql")?)?,
            preflight: object.get("preflight").map_or(Ok(Vec::new()), |node| questions(&node))?,
            way_back: object.get("way_back").map_or(Ok(WayBack::default()), |node| WayBack::read(&node))?,
            down: object.get("down_sql").map(|node| script(&node)).transpose()?,
            environments: object.each("environments", environment)?,
            transaction,
            apart,
            timeout: object.get("timeout").map_or(Ok(Timeout::default()), |node| Timeout::read(&node))?,
            claimed: object.text("checksum")?,
            checksum: checksum::of(&value),
        })
    }

    /// Whether its statements for a dialect may run in one transaction.
    pub fn is_whole(&self, dialect: Dialect) -> bool {
        self.transaction && !self.apart.contains(&dialect)
    }

    /// Whether it is meant for an environment; one that nobody named is every one.
    pub fn is_for(&self, environment: Option<&str>) -> bool {
        environment.is_none_or(|name| self.environments.is_empty() || self.environments.iter().any(|own| own == name))
    }
}

/// Questions for each dialect that has some.
fn questions(node: &Node<'_>) -> Read<Vec<(Dialect, Vec<Preflight>)>> {
    let object = node.object(&Dialect::ALL.map(Dialect::name))?;
    let lists = Dialect::ALL.into_iter().filter_map(|dialect| Some((dialect, object.get(dialect.name())?)));
    let question = |node: &Node<'_>| question::read(&node.object(&question::KEYS)?);
    lists.map(|(dialect, node)| Ok((dialect, node.each(question)?))).collect()
}

/// `false` for every dialect, or for some: whether there is one transaction, and the dialects in which there is none.
fn transaction(node: &Node<'_>) -> Read<(bool, Vec<Dialect>)> {
    if node.value().is_boolean() {
        return Ok((node.bool()?, Vec::new()));
    }
    let object = node.object(&Dialect::ALL.map(Dialect::name))?;
    let mut apart = Vec::new();
    for dialect in Dialect::ALL {
        if !object.get(dialect.name()).map_or(Ok(true), |node| node.bool())? {
            apart.push(dialect);
        }
    }
    Ok((true, apart))
}

/// An environment that there is: a slip of the finger would be one in which nothing ever runs.
fn environment(node: &Node<'_>) -> Read<String> {
    let text = node.text()?;
    match unknown_environment(text) {
        Some(message) => Err(node.fault(message)),
        None => Ok(text.to_owned()),
    }
}

/// What to say of an environment that there is not.
pub fn unknown_environment(name: &str) -> Option<String> {
    let is_known = ENVIRONMENTS.contains(&name);
    (!is_known).then(|| format!("unknown environment `{name}`; {}", suggest::help(name, ENVIRONMENTS)))
}

fn texts(object: &Object<'_>, key: &str) -> Read<Vec<String>> {
    object.get(key).map_or(Ok(Vec::new()), |node| node.texts())
}

/// A change, as [`Draft`] writes it.
fn change(value: &Value) -> Option<Change> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let owned = |key: &str| text(key).unwrap_or_default().to_owned();
    let verb = [Verb::Add, Verb::Drop, Verb::Rename, Verb::Change]
        .into_iter()
        .find(|verb| Some(verb.name()) == text("verb"))?;
    Some(Change {
        verb,
        table: text("table")?.to_owned(),
        part: owned("part"),
        from: owned("from"),
        to: owned("to"),
        loses_data: value.get("loses_data").and_then(Value::as_bool).unwrap_or_default(),
    })
}

/// Statements for all dialects, or a list for each.
fn script(node: &Node<'_>) -> Read<Script> {
    if node.value().is_array() {
        return node.each(entry).map(Script::Common);
    }
    let object = node.object(&Dialect::ALL.map(Dialect::name))?;
    let lists = Dialect::ALL.into_iter().filter_map(|dialect| Some((dialect, object.get(dialect.name())?)));
    lists.map(|(dialect, node)| Ok((dialect, node.each(entry)?))).collect::<Read<_>>().map(Script::PerDialect)
}

/// A statement, or a function with a name that one can have.
fn entry(node: &Node<'_>) -> Read<String> {
    let text = node.text()?;
    match function(text) {
        Some(name) if !function::is_name(name) => Err(node.fault(format!(
            "`{name}` is no name of a function; letters, digits and `_` make one, as in `rust: fill_towns`"
        ))),
        Some(_) | None => Ok(text.to_owned()),
    }
}
