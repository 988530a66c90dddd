//! Random schemas, and what may become of one: tables, columns and keys keep their identity, whatever they are called.

mod defs;
mod flavour;
mod grow;
mod mutate;

use fastrand::Rng;
use tablewright_schema::check;
use tablewright_schema::dialect::{Dialect, render};
use tablewright_schema::model::{Action, ColumnDefault, DataType};

pub use flavour::Flavour;

/// Tables in the making.
#[derive(Clone)]
pub struct World {
    dialect: Dialect,
    pub tables: Vec<Table>,
    next: usize,
}

#[derive(Clone)]
pub struct Table {
    pub id: usize,
    pub name: String,
    /// Whether the database numbers the rows.
    pub numbered: bool,
    /// The type of the column `id`.
    pub id_type: DataType,
    /// A column that is part of the primary key, behind `id`.
    pub key_column: Option<usize>,
    pub columns: Vec<Column>,
    keys: Vec<Key>,
    pub references: Vec<Reference>,
    comment: Option<String>,
    key_name: String,
}

#[derive(Clone)]
pub struct Column {
    pub id: usize,
    pub name: String,
    pub flavour: Flavour,
    pub data_type: DataType,
    pub nullable: bool,
    default: Option<ColumnDefault>,
    pub generated: Option<Computed>,
    comment: Option<String>,
}

/// How a column is computed, and from which one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Computed {
    source: usize,
    stored: bool,
    /// Which of some expressions.
    way: u8,
}

/// Columns that hold the key of a row of another table.
#[derive(Clone)]
pub struct Reference {
    name: String,
    /// For the target's `id`, and for its other key column.
    pub columns: Vec<usize>,
    /// Where to.
    pub target: usize,
    /// Whether the database sees to it.
    pub enforced: bool,
    on_delete: Action,
    on_update: Action,
}

#[derive(Clone)]
struct Key {
    name: String,
    columns: Vec<usize>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Unique,
    Index { unique: bool, descending: bool, mixed: bool, partial: bool },
    Expression { unique: bool },
    Check(u8),
}

impl World {
    /// Two to five tables, whose names begin with this number.
    pub fn new(dialect: Dialect, number: usize, rng: &mut Rng) -> Self {
        let mut world = Self { dialect, tables: Vec::new(), next: number * 10_000 };
        for _ in 0..rng.usize(2..6) {
            world.tried(|world| world.add_table(rng));
        }
        world
    }

    /// What becomes of it by the changes whose seeds are given.
    pub fn changed(&self, seeds: &[u64]) -> Self {
        let mut world = self.clone();
        // What comes has names of its own, whichever changes are left out.
        for seed in seeds {
            world.next = self.next + 1_000 + usize::try_from(seed % 1_000).unwrap_or(0);
            let mut rng = Rng::with_seed(*seed);
            world.tried(|world| world.mutate(&mut rng));
        }
        world
    }

    /// Does something, unless the dialect does not take what comes of it.
    fn tried(&mut self, change: impl FnOnce(&mut Self)) {
        let before = self.clone();
        change(self);
        let fits = |world: &Self| {
            world.defs(None).iter().all(|def| check::table(def).is_empty() && render(def, world.dialect).is_ok())
        };
        if !fits(self) {
            *self = before;
        }
    }

    fn id(&mut self) -> usize {
        self.next += 1;
        self.next
    }

    pub fn table(&self, id: usize) -> Option<&Table> {
        self.tables.iter().find(|table| table.id == id)
    }

    /// The value of a column in a row, which refers to the rows of its number; nothing if it is NULL.
    pub fn value(&self, table: &Table, column: &Column, row: usize) -> Option<String> {
        let link = table.references.iter().find_map(|reference| {
            let part = reference.columns.iter().position(|id| *id == column.id)?;
            Some((part, self.table(reference.target)?))
        });
        if column.nullable && (row + column.id).is_multiple_of(3) {
            return None;
        }
        match link {
            Some((0, _)) => Some(row.to_string()),
            Some((_, target)) => {
                let key = target.columns.iter().find(|column| Some(column.id) == target.key_column)?;
                self.value(target, key, row)
            }
            None => Some(column.flavour.value(&column.data_type, row + column.id)),
        }
    }
}

impl Table {
    pub fn column(&self, id: usize) -> Option<&Column> {
        self.columns.iter().find(|column| column.id == id)
    }

    fn name_of(&self, id: usize) -> String {
        self.column(id).map_or_else(|| "id".to_owned(), |column| column.name.clone())
    }

    /// Whether a column holds a key of another table, or a part of one.
    pub fn is_link(&self, id: usize) -> bool {
        self.references.iter().any(|reference| reference.columns.contains(&id))
    }

    /// Columns whose values are their own, and that are about nothing but themselves.
    fn plain(&self, test: impl Fn(&Column) -> bool) -> Vec<usize> {
        let plain = |column: &&Column| column.generated.is_none() && !self.is_link(column.id) && test(column);
        self.columns.iter().filter(plain).map(|column| column.id).collect()
    }

    /// Columns whose values are computed.
    fn computed(&self) -> Vec<usize> {
        self.columns.iter().filter(|column| column.generated.is_some()).map(|column| column.id).collect()
    }

    /// Removes a column, with what is over it.
    fn remove(&mut self, id: usize) {
        let computed = self.columns.iter().filter(|column| column.generated.is_some_and(|how| how.source == id));
        let gone: Vec<usize> = computed.map(|column| column.id).chain([id]).collect();
        self.columns.retain(|column| !gone.contains(&column.id));
        self.keys.retain(|key| !key.columns.iter().any(|id| gone.contains(id)));
        self.references.retain(|reference| !reference.columns.iter().any(|id| gone.contains(id)));
    }
}
