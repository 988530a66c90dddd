//! The names of a schema: each used once, and found by its hash.

use tablewright_schema::Dialect;
use tablewright_schema::dialect::name_space::{Extent, MadeName, Named};
use tablewright_schema::model::borrowed::{equal_ignoring_case as same, slice, text};

use super::{Listed, Message};
use crate::table::{Rendering, TableMeta};

/// A name in a schema: its hash without regard to case, and whose it is.
#[derive(Debug, Clone, Copy)]
pub struct Name {
    hash: u64,
    table: usize,
    part: Part,
}

/// What has a name.
#[derive(Debug, Clone, Copy)]
enum Part {
    Table,
    PrimaryKey,
    Unique(usize),
    Check(usize),
    Index(usize),
    ForeignKey(usize),
    /// A name that no definition has.
    Made(usize),
}

impl Listed {
    /// How many names there are.
    pub const fn count(self) -> usize {
        let mut count = 0;
        let mut n = 0;
        while n < self.tables.len() {
            let def = self.tables[n].def;
            count += 1
                + !slice(&def.primary_key.columns).is_empty() as usize
                + slice(&def.uniques).len()
                + slice(&def.checks).len()
                + slice(&def.indexes).len()
                + slice(&def.foreign_keys).len()
                + self.tables[n].made.len();
            n += 1;
        }
        count
    }

    /// All names in the order of their hashes, the tables' before the others of the same hash.
    pub const fn sorted<const N: usize>(self) -> [Name; N] {
        let mut names = [Name { hash: 0, table: 0, part: Part::Table }; N];
        let mut filled = 0;
        let mut table = 0;
        while table < self.tables.len() {
            let def = self.tables[table].def;
            let counts = [
                1,
                !slice(&def.primary_key.columns).is_empty() as usize,
                slice(&def.uniques).len(),
                slice(&def.checks).len(),
                slice(&def.indexes).len(),
                slice(&def.foreign_keys).len(),
                self.tables[table].made.len(),
            ];
            let mut kind = 0;
            while kind < counts.len() {
                let mut n = 0;
                while n < counts[kind] {
                    let part = match kind {
                        0 => Part::Table,
                        1 => Part::PrimaryKey,
                        2 => Part::Unique(n),
                        3 => Part::Check(n),
                        4 => Part::Index(n),
                        5 => Part::ForeignKey(n),
                        _ => Part::Made(n),
                    };
                    names[filled] = Name { hash: hash(part.name(self.tables[table])), table, part };
                    filled += 1;
                    n += 1;
                }
                kind += 1;
            }
            table += 1;
        }
        sort(&mut names);
        names
    }

    /// The position of the table with this name.
    pub(super) const fn find(self, names: &[Name], name: &str) -> Option<usize> {
        let wanted = hash(name);
        let (mut low, mut high) = (0, names.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if names[middle].hash < wanted {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        while low < names.len() && names[low].hash == wanted {
            let found = names[low];
            if matches!(found.part, Part::Table) && same(text(&self.tables[found.table].def.name), name) {
                return Some(found.table);
            }
            low += 1;
        }
        None
    }
}

/// Two things with the same name, if there are any. The names of definitions differ whatever the dialect: tables, keys and
/// indexes share one space of names on some engines, and case does not tell names apart on others. A name that is made differs
/// from those that a dialect of the schema keeps in the same space.
pub const fn names(schema: Listed, names: &[Name]) -> Option<Message> {
    let mut start = 0;
    while start < names.len() {
        let mut end = start + 1;
        while end < names.len() && names[end].hash == names[start].hash {
            let mut other = start;
            while other < end {
                if let Some(message) = twins(schema, names[other], names[end]) {
                    return Some(message);
                }
                other += 1;
            }
            end += 1;
        }
        start = end;
    }
    None
}

/// What is wrong with two things of the same hash.
const fn twins(schema: Listed, left: Name, right: Name) -> Option<Message> {
    let (left_table, right_table) = (schema.tables[left.table], schema.tables[right.table]);
    let name = left.part.name(left_table);
    if !same(name, right.part.name(right_table)) {
        return None;
    }
    let mut message = Message::new("the name `").and(name).and("` is taken twice");
    let is_given = !matches!(left.part, Part::Made(_)) && !matches!(right.part, Part::Made(_));
    if !is_given {
        let Some(dialect) = clash(schema, left, right) else { return None };
        message = message.and(" in ").and(dialect.name());
    }
    message = right.part.tell(left.part.tell(message.and(": by "), left_table).and(" and by "), right_table);
    Some(message.and(if is_given {
        "\nhelp: names are unique in a schema, whatever their case; rename one of them"
    } else {
        "\nhelp: rename a column or a table, or what has the name by its definition, or leave the dialect out of `dialects: [..]`"
    }))
}

/// The first dialect of the schema that makes both and does not tell them apart.
const fn clash(schema: Listed, left: Name, right: Name) -> Option<Dialect> {
    let (left_table, right_table) = (schema.tables[left.table], schema.tables[right.table]);
    let is_one_table = left.table == right.table;
    let mut n = 0;
    while n < schema.dialects.len() {
        let dialect = schema.dialects[n];
        // What can be known of one table alone is among the problems of the dialect.
        let is_told =
            is_one_table && !left.part.is_late(left_table, dialect) && !right.part.is_late(right_table, dialect);
        if !is_told && left.part.is_in(left_table, dialect) && right.part.is_in(right_table, dialect) {
            match dialect.clash(left.part.named(left_table), right.part.named(right_table)) {
                Some(Extent::Schema) => return Some(dialect),
                Some(Extent::Table) if is_one_table => return Some(dialect),
                Some(Extent::Table) | None => {}
            }
        }
        n += 1;
    }
    None
}

impl Part {
    const fn name(self, meta: &'static TableMeta) -> &'static str {
        let def = meta.def;
        match self {
            Self::Table => text(&def.name),
            Self::PrimaryKey => text(&def.primary_key.name),
            Self::Unique(n) => text(&slice(&def.uniques)[n].name),
            Self::Check(n) => text(&slice(&def.checks)[n].name),
            Self::Index(n) => text(&slice(&def.indexes)[n].name),
            Self::ForeignKey(n) => text(&slice(&def.foreign_keys)[n].name),
            Self::Made(n) => meta.made[n].name,
        }
    }

    const fn named(self, meta: &'static TableMeta) -> Named {
        match self {
            Self::Table => Named::Table,
            Self::PrimaryKey => Named::PrimaryKey,
            Self::Unique(_) => Named::Unique,
            Self::Check(_) => Named::Check,
            Self::Index(_) => Named::Index,
            Self::ForeignKey(_) => Named::ForeignKey,
            Self::Made(n) => meta.made[n].named,
        }
    }

    /// Whether only the type of a column, which another item knows, tells whether a dialect makes it.
    const fn is_late(self, meta: &'static TableMeta, dialect: Dialect) -> bool {
        match self {
            Self::Table
            | Self::PrimaryKey
            | Self::Unique(_)
            | Self::Check(_)
            | Self::Index(_)
            | Self::ForeignKey(_) => false,
            Self::Made(n) => late_check(meta, &meta.made[n], dialect).is_some(),
        }
    }

    /// Whether a dialect makes it.
    const fn is_in(self, meta: &'static TableMeta, dialect: Dialect) -> bool {
        match self {
            Self::Table
            | Self::PrimaryKey
            | Self::Unique(_)
            | Self::Check(_)
            | Self::Index(_)
            | Self::ForeignKey(_) => true,
            Self::Made(n) => is_made(meta, &meta.made[n], dialect),
        }
    }

    /// Adds what a message calls it.
    const fn tell(self, message: Message, meta: &'static TableMeta) -> Message {
        let message = match self {
            Self::Table => message.and("table `"),
            Self::PrimaryKey => message.and("the primary key of table `"),
            Self::Unique(_) => message.and("a unique constraint of table `"),
            Self::Check(_) => message.and("a check of table `"),
            Self::Index(_) => message.and("an index of table `"),
            Self::ForeignKey(_) => message.and("a foreign key of table `"),
            Self::Made(n) => {
                let made = &meta.made[n];
                let what = match made.named {
                    Named::Default => "the default of column `",
                    Named::Table
                    | Named::PrimaryKey
                    | Named::Unique
                    | Named::Check
                    | Named::Index
                    | Named::ForeignKey => "the check that comes with column `",
                };
                message.and(what).and(text(&slice(&meta.def.columns)[made.column].name)).and("` of table `")
            }
        };
        message.and(text(&meta.def.name)).and("`")
    }
}

/// Whether a dialect makes a name that no definition has.
pub(super) const fn is_made(meta: &'static TableMeta, made: &MadeName, dialect: Dialect) -> bool {
    made.is_made_in(dialect) && !matches!(late_check(meta, made, dialect), Some(false))
}

/// Whether the type of a column brings a check, if another item than the derive of the table knows it.
const fn late_check(meta: &'static TableMeta, made: &MadeName, dialect: Dialect) -> Option<bool> {
    let Rendering::Ready { ddl, .. } = &meta.renderings[dialect.index()] else { return None };
    let mut n = 0;
    while n < ddl.late.len() && matches!(made.named, Named::Check) {
        if ddl.late[n].column as usize == made.column {
            return Some(ddl.late[n].ddl[dialect.index()].check.is_some());
        }
        n += 1;
    }
    None
}

/// Merge sort, from runs of one up: it takes n log n steps whatever the order.
const fn sort<const N: usize>(names: &mut [Name; N]) {
    let mut spare = *names;
    let mut width = 1;
    while width < N {
        let mut start = 0;
        while start < N {
            let middle = if start + width < N { start + width } else { N };
            let end = if middle + width < N { middle + width } else { N };
            let (mut left, mut right, mut to) = (start, middle, start);
            while to < end {
                if left < middle && (right == end || names[left].hash <= names[right].hash) {
                    spare[to] = names[left];
                    left += 1;
                } else {
                    spare[to] = names[right];
                    right += 1;
                }
                to += 1;
            }
            start = end;
        }
        *names = spare;
        width *= 2;
    }
}

/// FNV-1a of the name in small letters (<http://www.isthe.com/chongo/tech/comp/fnv/>).
const fn hash(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut n = 0;
    while n < bytes.len() {
        hash = (hash ^ bytes[n].to_ascii_lowercase() as u64).wrapping_mul(0x0100_0000_01b3);
        n += 1;
    }
    hash
}
