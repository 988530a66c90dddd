//! The statements of a DAO for one table in one dialect.

/// Everything a DAO executes without building text at run time.
///
/// Order of the parameters:
/// - `insert`, `upsert`: the insertable columns in order of declaration ([`crate::TableDef::insertable`]);
/// - `update`: the updatable columns in order ([`crate::TableDef::updatable`]), then the primary key's;
/// - `find`, `exists`, `delete`, `reselect`: the primary key's columns, in the key's order;
/// - a finder: its columns.
///
/// Order of the result's columns: `select`, `find`, finders and `upsert`: all columns of the table in order of
/// declaration; `insert` (where it returns) and `reselect`: the columns made by the database
/// ([`crate::TableDef::made_by_database`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableSql {
    /// `SELECT all columns FROM table`, without a condition.
    pub select: String,
    /// `SELECT COUNT(*) FROM table`, without a condition.
    pub count: String,
    /// One row by primary key. Empty (like all that need one) if the table has no primary key.
    pub find: String,
    /// Whether a row with this primary key is there: one row of the number 1, or none.
    pub exists: String,
    /// One new row; returns what the database made, where there is anything and the dialect can.
    pub insert: String,
    /// What the database made, by primary key: for dialects that cannot return it from `insert`. Otherwise empty.
    pub reselect: String,
    /// One new row, or, if its primary key is taken, the values of that row; returns the row where the dialect can.
    /// Empty if the primary key is numbered by the database, for then nothing can collide.
    pub upsert: String,
    /// A whole row by primary key. Empty if there is nothing but the key.
    pub update: String,
    /// One row by primary key.
    pub delete: String,
    /// For each finder ([`finders`]), `select` with the condition that all its columns are equal to the parameters.
    pub finders: Vec<String>,
    /// For each unique finder, in order, `upsert` with that conflict target instead of the primary key.
    pub upserts: Vec<String>,
}

/// A table's statements as the derive emits them: [`TableSql::joined`].
///
/// One text and the places where its statements end, for each text of its own costs the compiler of the user's crate time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StaticSql {
    /// All statements, one after the other, in the order of the fields of [`TableSql`].
    pub text: &'static str,
    /// Where each ends, in bytes.
    pub ends: &'static [u32],
    /// How many of them are finders; behind them stand the upserts.
    pub finders: usize,
}

/// The statements before the finders.
const SINGLE: usize = 9;

impl TableSql {
    /// All statements, in the order of the fields.
    pub fn statements(&self) -> Vec<&str> {
        let Self { select, count, find, exists, insert, reselect, upsert, update, delete, finders, upserts } = self;
        let single: [&str; SINGLE] = [select, count, find, exists, insert, reselect, upsert, update, delete];
        single.into_iter().chain(finders.iter().map(String::as_str)).chain(upserts.iter().map(String::as_str)).collect()
    }
}

impl StaticSql {
    /// [`TableSql::select`].
    pub fn select(&self) -> &'static str {
        self.nth(0)
    }

    /// [`TableSql::count`].
    pub fn count(&self) -> &'static str {
        self.nth(1)
    }

    /// [`TableSql::find`].
    pub fn find(&self) -> &'static str {
        self.nth(2)
    }

    /// [`TableSql::exists`].
    pub fn exists(&self) -> &'static str {
        self.nth(3)
    }

    /// [`TableSql::insert`].
    pub fn insert(&self) -> &'static str {
        self.nth(4)
    }

    /// [`TableSql::reselect`].
    pub fn reselect(&self) -> &'static str {
        self.nth(5)
    }

    /// [`TableSql::upsert`].
    pub fn upsert(&self) -> &'static str {
        self.nth(6)
    }

    /// [`TableSql::update`].
    pub fn update(&self) -> &'static str {
        self.nth(7)
    }

    /// [`TableSql::delete`].
    pub fn delete(&self) -> &'static str {
        self.nth(8)
    }

    /// The n-th of [`TableSql::finders`]; empty if there are not so many.
    pub fn finder(&self, n: usize) -> &'static str {
        if n < self.finders { self.nth(SINGLE + n) } else { "" }
    }

    /// The n-th of [`TableSql::upserts`]; empty if there are not so many.
    pub fn upsert_by(&self, n: usize) -> &'static str {
        self.nth(SINGLE + self.finders + n)
    }

    /// The statements, each on its own.
    pub fn resolve(&self) -> TableSql {
        let upserts = self.ends.len().saturating_sub(SINGLE + self.finders);
        TableSql {
            select: self.select().to_owned(),
            count: self.count().to_owned(),
            find: self.find().to_owned(),
            exists: self.exists().to_owned(),
            insert: self.insert().to_owned(),
            reselect: self.reselect().to_owned(),
            upsert: self.upsert().to_owned(),
            update: self.update().to_owned(),
            delete: self.delete().to_owned(),
            finders: (0..self.finders).map(|n| self.finder(n).to_owned()).collect(),
            upserts: (0..upserts).map(|n| self.upsert_by(n).to_owned()).collect(),
        }
    }

    fn nth(&self, n: usize) -> &'static str {
        let start = match n.checked_sub(1) {
            Some(before) => self.ends.get(before).copied().unwrap_or(0),
            None => 0,
        };
        let end = self.ends.get(n).copied().unwrap_or(start);
        self.text.get(start as usize..end as usize).unwrap_or("")
    }
}

/// A way to look rows up that has a method of its own: by columns that a key, an index or a reference makes fast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finder {
    /// The columns, as positions in the table.
    pub columns: Vec<usize>,
    /// Whether there is at most one such row.
    pub unique: bool,
}

/// The finders of a table, in a stable order.
pub fn finders(def: &crate::TableDef) -> Vec<Finder> {
    let at = |name: &str| def.columns.iter().position(|c| c.name == name);
    let mut lists: Vec<(Vec<&str>, bool)> = Vec::new();
    for u in def.uniques.iter() {
        lists.push((u.columns.iter().map(|c| &**c).collect(), true));
    }
    for i in def.indexes.iter().filter(|i| i.filter.is_none() && i.columns().count() == i.parts.len()) {
        lists.push((i.columns().collect(), i.unique));
    }
    for k in def.foreign_keys.iter() {
        lists.push((k.columns.iter().map(|c| &**c).collect(), false));
    }
    let mut out: Vec<Finder> = Vec::new();
    for (cols, unique) in lists {
        let Some(all) = cols.iter().map(|c| at(c)).collect::<Option<Vec<_>>>() else { continue };
        for (columns, unique) in [(all.clone(), unique), (all[..1].to_vec(), unique && all.len() == 1)] {
            match out.iter_mut().find(|f| f.columns == columns) {
                Some(f) => f.unique |= unique,
                None => out.push(Finder { columns, unique }),
            }
        }
    }
    out
}
