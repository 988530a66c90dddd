//! A schema as `schema!` declares it: written by the compiler of the user's crate, read by tools out of what it made.

use super::text::Text as Json;
use super::{read, write};
use crate::Dialect;
use crate::dialect::version::Version;
use crate::json::{Fault, Node, Read, parse};
use crate::model::TableDef;

/// The section that holds declarations.
pub const SECTION: &str = ".tablewright";
/// The same in Mach-O, within the segment `__DATA`.
pub const MACH_O_SECTION: &str = "__tablewright";
/// The same in COFF, where a name has at most eight bytes.
pub const COFF_SECTION: &str = ".tblwrgt";

/// What works and will hurt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Warning {
    /// The rule, in kebab-case.
    pub rule: &'static str,
    /// What will hurt, and what to write instead.
    pub message: &'static str,
}

/// A declaration while the user's crate compiles.
#[derive(Debug, Clone, Copy)]
pub struct Declaration {
    /// The schema's name.
    pub name: &'static str,
    /// The dialects every table is checked for.
    pub dialects: &'static [Dialect],
    /// The oldest release of each dialect's engine, in the order of [`Dialect::ALL`].
    pub versions: &'static [Version; Dialect::COUNT],
    /// The folder of the migrations, seen from the package's; empty if it has none.
    pub migrations: &'static str,
    /// The tables before, whose rows are given up.
    pub dropped: &'static [&'static str],
    /// The tables with what of them will hurt.
    pub tables: &'static [(&'static TableDef, &'static [Warning])],
}

/// A declaration that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Declared {
    /// The schema's name.
    pub name: String,
    /// The dialects every table is checked for, and the oldest release of each one's engine.
    pub dialects: Vec<(Dialect, Version)>,
    /// The folder of the migrations, seen from the package's.
    pub migrations: Option<String>,
    /// The tables before, whose rows are given up.
    pub dropped: Vec<String>,
    /// The tables, with the names that they had before.
    pub tables: Vec<TableDef>,
    /// What works and will hurt: the table, the rule, and what will hurt.
    pub warnings: Vec<(String, String, String)>,
}

impl Declaration {
    /// The bytes that it takes.
    pub const fn length(&self) -> usize {
        let mut text = Json::counting();
        self.write(&mut text);
        text.length()
    }

    /// Its text, for which [`length`](Self::length) says the room.
    pub const fn bytes<const LENGTH: usize>(&self) -> [u8; LENGTH] {
        let mut bytes = [b' '; LENGTH];
        let mut text = Json::writing(&mut bytes);
        self.write(&mut text);
        bytes
    }

    const fn write(&self, to: &mut Json<'_>) {
        to.open("{");
        to.key("format");
        to.integer(super::FORMAT);
        to.key("schema");
        to.string(self.name);
        to.key("migrations");
        to.string(self.migrations);
        to.key("dialects");
        to.open("[");
        let mut n = 0;
        while n < self.dialects.len() {
            let dialect = self.dialects[n];
            let version = self.versions[dialect.index()];
            to.open("{");
            to.key("name");
            to.string(dialect.name());
            to.key("major");
            to.integer(version.major() as i64);
            to.key("minor");
            to.integer(version.minor() as i64);
            to.close("}");
            n += 1;
        }
        to.close("]");
        to.key("dropped");
        to.open("[");
        let mut n = 0;
        while n < self.dropped.len() {
            to.string(self.dropped[n]);
            n += 1;
        }
        to.close("]");
        to.key("tables");
        to.open("[");
        let mut n = 0;
        while n < self.tables.len() {
            write::table(self.tables[n].0, to);
            n += 1;
        }
        to.close("]");
        to.key("warnings");
        to.open("[");
        let mut n = 0;
        while n < self.tables.len() {
            let (def, warnings) = self.tables[n];
            let mut warning = 0;
            while warning < warnings.len() {
                let Warning { rule, message } = warnings[warning];
                to.open("{");
                to.key("table");
                to.string(crate::model::borrowed::text(&def.name));
                to.key("rule");
                to.string(rule);
                to.key("message");
                to.string(message);
                to.close("}");
                warning += 1;
            }
            n += 1;
        }
        to.close("]");
        to.close("}");
    }
}

impl Declared {
    /// Reads one declaration.
    ///
    /// # Errors
    /// The first [`Fault`] in it: one of another version of tablewright may have another form.
    pub fn parse(file: &str, text: &str) -> Result<Self, Fault> {
        let value = parse(file, text)?;
        let root = Node::root(file, &value);
        read::known_format(&root)?;
        let object = root.object(&["format", "schema", "migrations", "dialects", "dropped", "tables", "warnings"])?;
        let folder = object.need("migrations")?.text()?.to_owned();
        Ok(Self {
            name: object.need("schema")?.text()?.to_owned(),
            dialects: object.each("dialects", dialect)?,
            migrations: Some(folder).filter(|folder| !folder.is_empty()),
            dropped: object.need("dropped")?.texts()?,
            tables: object.each("tables", read::table)?,
            warnings: object.each("warnings", |node| {
                let object = node.object(&["table", "rule", "message"])?;
                let text = |key| object.need(key)?.text().map(str::to_owned);
                Ok((text("table")?, text("rule")?, text("message")?))
            })?,
        })
    }
}

impl Declared {
    /// The dialects, without their releases.
    pub fn dialects(&self) -> Vec<Dialect> {
        self.dialects.iter().map(|(dialect, _)| *dialect).collect()
    }

    /// The oldest release of every dialect's engine, in the order of [`Dialect::ALL`].
    pub fn versions(&self) -> [Version; Dialect::COUNT] {
        Dialect::ALL.map(|dialect| {
            let own = self.dialects.iter().find(|(known, _)| *known == dialect);
            own.map_or(dialect.usual(), |(_, version)| *version)
        })
    }
}

fn dialect(node: &Node<'_>) -> Read<(Dialect, Version)> {
    let object = node.object(&["name", "major", "minor"])?;
    let name = object.need("name")?;
    let dialect = name.text()?.parse().map_err(|_| name.fault("this is no dialect of tablewright"))?;
    let number = |key| {
        let node = object.need(key)?;
        u16::try_from(node.integer()?).map_err(|_| node.fault("expected a part of a version"))
    };
    Ok((dialect, Version::new(number("major")?, number("minor")?)))
}
