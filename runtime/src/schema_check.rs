//! What `schema!` asks of all tables together while the user's crate compiles: const functions, linear in the tables.
//!
//! Names are compared by sorted hashes, for the compiler evaluates some ten million steps a second and no more.

use tablewright_schema::model::{List, Text};
use tablewright_schema::{ColumnDef, DataType, Dialect, ForeignKeyDef, IndexDef, IndexPart, TableDef};

use crate::catalog::Schema;
use crate::table::{Rendering, TableMeta};

/// The tables of a schema and the dialects they are for.
#[derive(Debug, Clone, Copy)]
pub struct Listed {
    tables: &'static [&'static TableMeta],
    dialects: &'static [Dialect],
}

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

/// A message made while compiling, cut where it grows too long.
#[derive(Clone, Copy)]
pub struct Message {
    bytes: [u8; Self::MAX],
    length: usize,
}

impl Listed {
    /// A schema's.
    pub const fn of<S: Schema>() -> Self {
        Self { tables: S::TABLES, dialects: S::DIALECTS }
    }

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
    const fn find(self, names: &[Name], name: &str) -> Option<usize> {
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

/// What is wrong with one table among the others, if anything is.
pub const fn table(schema: Listed, names: &[Name], n: usize) -> Option<Message> {
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
        dialect += 1;
    }
    let keys = slice(&meta.def.foreign_keys);
    let mut key = 0;
    while key < keys.len() {
        if let Some(message) = foreign_key(schema, names, meta.def, &keys[key]) {
            return Some(message);
        }
        key += 1;
    }
    None
}

const fn foreign_key(
    schema: Listed,
    names: &[Name],
    def: &'static TableDef,
    key: &'static ForeignKeyDef,
) -> Option<Message> {
    let start = Message::new("foreign key `").and(text(&key.name)).and("` of table `").and(text(&def.name));
    let start = start.and("` points to ");
    let target_name = text(&key.target);
    let Some(target) = schema.find(names, target_name) else {
        return Some(
            start
                .and("table `")
                .and(target_name)
                .and("`, which the schema does not list\nhelp: add the table to `tables: [..]`"),
        );
    };
    let target = schema.tables[target].def;
    let (columns, target_columns) = (slice(&key.columns), slice(&key.target_columns));
    if !is_key(target, target_columns) {
        let message = start.and("columns of table `").and(target_name);
        return Some(
            message.and("` that are no key of it\nhelp: point to its primary key, or make the columns unique"),
        );
    }
    let mut n = 0;
    while n < columns.len() && n < target_columns.len() {
        if let (Some(own), Some(other)) = (column(def, text(&columns[n])), column(target, text(&target_columns[n])))
            && !agree(&own.data_type, &other.data_type)
        {
            let message = start.and("column `").and(text(&other.name)).and("` of table `").and(target_name);
            return Some(
                message
                    .and("`, which has another length or precision than `")
                    .and(text(&own.name))
                    .and("`\nhelp: give both the same `max_length`, or `precision` and `scale`"),
            );
        }
        n += 1;
    }
    None
}

/// Whether no two rows have equal values in these columns, in whatever order they are named.
const fn is_key(def: &'static TableDef, columns: &'static [Text]) -> bool {
    if covers(columns, slice(&def.primary_key.columns)) {
        return true;
    }
    let uniques = slice(&def.uniques);
    let mut n = 0;
    while n < uniques.len() {
        if covers(columns, slice(&uniques[n].columns)) {
            return true;
        }
        n += 1;
    }
    let indexes = slice(&def.indexes);
    n = 0;
    while n < indexes.len() {
        if unique_index(&indexes[n], columns) {
            return true;
        }
        n += 1;
    }
    false
}

const fn covers(columns: &'static [Text], key: &'static [Text]) -> bool {
    let mut n = 0;
    while n < columns.len() {
        let mut found = false;
        let mut k = 0;
        while k < key.len() {
            found |= equal(text(&columns[n]), text(&key[k]));
            k += 1;
        }
        if !found {
            return false;
        }
        n += 1;
    }
    columns.len() == key.len()
}

const fn unique_index(index: &'static IndexDef, columns: &'static [Text]) -> bool {
    let parts = slice(&index.parts);
    if !index.unique || index.filter.is_some() || parts.len() != columns.len() {
        return false;
    }
    let mut n = 0;
    while n < parts.len() {
        let IndexPart::Column { name, .. } = &parts[n] else { return false };
        let mut found = false;
        let mut k = 0;
        while k < columns.len() {
            found |= equal(text(name), text(&columns[k]));
            k += 1;
        }
        if !found {
            return false;
        }
        n += 1;
    }
    true
}

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

/// Whether every engine takes the two as the ends of a foreign key. The Rust types agree already, so what can differ is
/// what attributes say.
const fn agree(left: &DataType, right: &DataType) -> bool {
    match (left, right) {
        (DataType::Varchar(left), DataType::Varchar(right)) | (DataType::Binary(left), DataType::Binary(right)) => {
            *left == *right
        }
        (
            DataType::Decimal { precision, scale },
            DataType::Decimal { precision: other_precision, scale: other_scale },
        ) => *precision == *other_precision && *scale == *other_scale,
        (DataType::Text, DataType::Varchar(_))
        | (DataType::Varchar(_), DataType::Text)
        | (DataType::Blob, DataType::Binary(_))
        | (DataType::Binary(_), DataType::Blob) => false,
        _ => true,
    }
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

impl Message {
    const MAX: usize = 1024;

    const fn new(start: &str) -> Self {
        Self { bytes: [0; Self::MAX], length: 0 }.and(start)
    }

    const fn and(mut self, more: &str) -> Self {
        let more = more.as_bytes();
        let mut n = 0;
        while n < more.len() && self.length < Self::MAX {
            self.bytes[self.length] = more[n];
            self.length += 1;
            n += 1;
        }
        self
    }

    /// The text.
    pub const fn text(&self) -> &str {
        let (text, _) = self.bytes.split_at(self.length);
        match std::str::from_utf8(text) {
            Ok(text) => text,
            // A character was cut in two at the end.
            Err(error) => match std::str::from_utf8(text.split_at(error.valid_up_to()).0) {
                Ok(text) => text,
                Err(_) => "",
            },
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

/// Whether two names are the same but for case.
const fn same(left: &str, right: &str) -> bool {
    left.eq_ignore_ascii_case(right)
}

const fn equal(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut n = 0;
    while n < left.len() {
        if left[n] != right[n] {
            return false;
        }
        n += 1;
    }
    true
}

/// Emitted definitions borrow all they hold.
const fn text(text: &'static Text) -> &'static str {
    match text {
        Text::Borrowed(text) => text,
        Text::Owned(_) => "",
    }
}

const fn slice<T: Clone>(list: &'static List<T>) -> &'static [T] {
    match list {
        List::Borrowed(list) => list,
        List::Owned(_) => &[],
    }
}
