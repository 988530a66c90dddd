//! What `schema!` asks of all tables together while the user's crate compiles: const functions, linear in the tables.
//!
//! Names are compared by sorted hashes, for the compiler evaluates some ten million steps a second and no more.

mod cascade;
mod decimal;
pub mod drift;
mod key;
mod message;
mod names;
mod reference;

use tablewright_schema::dialect::version::{Need, Version};
use tablewright_schema::model::borrowed::{equal, slice, text};
use tablewright_schema::{ColumnDef, Dialect, TableDef};

use crate::catalog::Schema;
use crate::table::{Rendering, TableMeta, Warning};

pub use message::Message;
pub use names::{Name, names};

/// The tables of a schema and the dialects they are for.
#[derive(Debug, Clone, Copy)]
pub struct Listed {
    tables: &'static [&'static TableMeta],
    dialects: &'static [Dialect],
    versions: &'static [Version; Dialect::COUNT],
    deny: &'static [&'static str],
}

impl Listed {
    /// A schema's.
    pub const fn of<S: Schema>() -> Self {
        Self { tables: S::TABLES, dialects: S::DIALECTS, versions: S::VERSIONS, deny: S::DENY }
    }

    const fn denies(self, rule: &str) -> bool {
        let mut n = 0;
        while n < self.deny.len() {
            if equal(self.deny[n], rule) || equal(self.deny[n], "warnings") {
                return true;
            }
            n += 1;
        }
        false
    }
}

/// What is wrong with one table among the others, if anything is.
pub const fn table<const N: usize>(schema: Listed, names: &[Name; N], n: usize) -> Option<Message> {
    let meta = schema.tables[n];
    let mut dialect = 0;
    while dialect < schema.dialects.len() {
        let dialect_of = schema.dialects[dialect];
        if let Rendering::Refused(problems) = &meta.renderings[dialect_of.index()]
            && !problems.is_empty()
        {
            let message = Message::new(dialect_of.name()).and(" cannot hold table `").and(text(&meta.def.name));
            return Some(
                message
                    .and("`: ")
                    .and(problems[0])
                    .and("\nhelp: change the table, or leave the dialect out of `dialects: [..]`"),
            );
        }
        if let Some(message) = decimal::unseen(meta, dialect_of) {
            return Some(message);
        }
        if let Some(message) = key::unseen(meta, dialect_of) {
            return Some(message);
        }
        if let Some(Need { what, name, why }) = need(meta, dialect_of, schema.versions[dialect_of.index()]) {
            let message = Message::new("this schema is for an older ").and(dialect_of.name()).and(", and ").and(what);
            let message = message.and("`").and(name).and("` of table `").and(text(&meta.def.name)).and("` is new: ");
            return Some(message.and(why).and("\nhelp: change it, or raise the version in `dialects: [..]`"));
        }
        dialect += 1;
    }
    let mut warning = 0;
    while warning < meta.warnings.len() {
        let Warning { rule, message } = meta.warnings[warning];
        if schema.denies(rule) {
            let start = Message::new("`").and(rule).and("` is denied in this schema, and table `");
            return Some(start.and(text(&meta.def.name)).and("` has it: ").and(message));
        }
        warning += 1;
    }
    if let Some(old) = &meta.def.renamed_from
        && schema.find(names, text(old)).is_some()
    {
        let message = Message::new("table `").and(text(&meta.def.name)).and("` cannot have been `").and(text(old));
        return Some(
            message.and("`, which is still a table\nhelp: take the other one out, or leave `renamed_from` out"),
        );
    }
    let keys = slice(&meta.def.foreign_keys);
    let mut key = 0;
    while key < keys.len() {
        if let Some(message) = reference::foreign_key(schema, names, meta.def, &keys[key]) {
            return Some(message);
        }
        key += 1;
    }
    let mut dialect = 0;
    while dialect < schema.dialects.len() {
        if schema.dialects[dialect].one_cascade_path()
            && let Some(message) = cascade::paths(schema, names, schema.dialects[dialect], n)
        {
            return Some(message);
        }
        dialect += 1;
    }
    None
}

/// The first thing in a table, or made by it, that a release of a dialect cannot do.
const fn need(meta: &'static TableMeta, dialect: Dialect, version: Version) -> Option<Need> {
    if let Some(need) = dialect.need(meta.def, version) {
        return Some(need);
    }
    let mut n = 0;
    while n < meta.made.len() {
        if names::is_made(meta, &meta.made[n], dialect)
            && let Some(need) = dialect.need_of_made(meta.made[n].name, version)
        {
            return Some(need);
        }
        n += 1;
    }
    None
}

/// The column of this name.
const fn column(def: &'static TableDef, name: &str) -> Option<&'static ColumnDef> {
    let columns = slice(&def.columns);
    let mut n = 0;
    while n < columns.len() {
        if equal(text(&columns[n].name), name) {
            return Some(&columns[n]);
        }
        n += 1;
    }
    None
}
