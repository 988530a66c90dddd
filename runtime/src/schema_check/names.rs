//! The names of a schema: each used once, and found by its hash.

use tablewright_schema::TableDef;
use tablewright_schema::model::borrowed::{equal_ignoring_case as same, slice, text};

use super::{Listed, Message};

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
                + slice(&def.foreign_keys).len();
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
                        _ => Part::ForeignKey(n),
                    };
                    names[filled] = Name { hash: hash(part.name(def)), table, part };
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

/// Two things with the same name, if there are any. Tables, keys and indexes share one space of names on some engines, and
/// case does not tell names apart on others.
pub const fn names(schema: Listed, names: &[Name]) -> Option<Message> {
    let mut n = 1;
    while n < names.len() {
        let (left, right) = (names[n - 1], names[n]);
        let (left_def, right_def) = (schema.tables[left.table].def, schema.tables[right.table].def);
        let name = left.part.name(left_def);
        if left.hash == right.hash && same(name, right.part.name(right_def)) {
            let message = Message::new("the name `").and(name).and("` is taken twice: by ");
            let message = message.and(left.part.word()).and(text(&left_def.name)).and("` and by ");
            let message = message.and(right.part.word()).and(text(&right_def.name));
            return Some(message.and("`\nhelp: names are unique in a schema, whatever their case; rename one of them"));
        }
        n += 1;
    }
    None
}

impl Part {
    const fn name(self, def: &'static TableDef) -> &'static str {
        match self {
            Self::Table => text(&def.name),
            Self::PrimaryKey => text(&def.primary_key.name),
            Self::Unique(n) => text(&slice(&def.uniques)[n].name),
            Self::Check(n) => text(&slice(&def.checks)[n].name),
            Self::Index(n) => text(&slice(&def.indexes)[n].name),
            Self::ForeignKey(n) => text(&slice(&def.foreign_keys)[n].name),
        }
    }

    /// What a message calls it, up to the table's name.
    const fn word(self) -> &'static str {
        match self {
            Self::Table => "table `",
            Self::PrimaryKey => "the primary key of table `",
            Self::Unique(_) => "a unique constraint of table `",
            Self::Check(_) => "a check of table `",
            Self::Index(_) => "an index of table `",
            Self::ForeignKey(_) => "a foreign key of table `",
        }
    }
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
