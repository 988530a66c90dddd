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
pub struct TableSql<S = String, L = Vec<String>> {
    /// `SELECT all columns FROM table`, without a condition.
    pub select: S,
    /// `SELECT COUNT(*) FROM table`, without a condition.
    pub count: S,
    /// One row by primary key. Empty (like all that need one) if the table has no primary key.
    pub find: S,
    /// Whether a row with this primary key is there: one row of the number 1, or none.
    pub exists: S,
    /// One new row; returns what the database made, where there is anything and the dialect can.
    pub insert: S,
    /// What the database made, by primary key: for dialects that cannot return it from `insert`. Otherwise empty.
    pub reselect: S,
    /// One new row, or, if its primary key is taken, the values of that row; returns the row where the dialect can.
    /// Empty if the primary key is numbered by the database, for then nothing can collide.
    pub upsert: S,
    /// A whole row by primary key. Empty if there is nothing but the key.
    pub update: S,
    /// One row by primary key.
    pub delete: S,
    /// For each finder ([`finders`]), `select` with the condition that all its columns are equal to the parameters.
    pub finders: L,
    /// For each unique finder, in order, `upsert` with that conflict target instead of the primary key.
    pub upserts: L,
}

/// A table's statements as the derive emits them.
pub type StaticSql = TableSql<&'static str, &'static [&'static str]>;

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
    for u in def.uniques.iter() { lists.push((u.columns.iter().map(|c| &**c).collect(), true)); }
    for i in def.indexes.iter().filter(|i| i.filter.is_none() && i.columns().count() == i.parts.len()) { lists.push((i.columns().collect(), i.unique)); }
    for k in def.foreign_keys.iter() { lists.push((k.columns.iter().map(|c| &**c).collect(), false)); }
    let mut out: Vec<Finder> = Vec::new();
    for (cols, unique) in lists {
        let Some(all) = cols.iter().map(|c| at(c)).collect::<Option<Vec<_>>>() else { continue };
        for (columns, unique) in [(all.clone(), unique), (all[..1].to_vec(), unique && all.len() == 1)] {
            match out.iter_mut().find(|f| f.columns == columns) { Some(f) => f.unique |= unique, None => out.push(Finder { columns, unique }) }
        }
    }
    out
}
