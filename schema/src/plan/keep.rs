//! What is dropped and kept aside: where it waits until somebody purges it, and how it comes back.
//!
//! A table that is kept gets another name and nothing but its columns and primary key, so that it is in nobody's way. The
//! values of a column are copied into a table of their own, each with the primary key of its row.

use std::borrow::Cow;

use super::convert::{default_value, given, neutral, value};
use super::{Fill, Preflight, Refusal, Sample, rebuild};
use crate::Dialect;
use crate::dialect::alter::HoldRows;
use crate::diff::{Matched, Pair};
use crate::model::{ColumnDef, TableDef};
use crate::name;

/// The start of the names of tables that hold what was dropped.
pub const ASIDE: &str = "_tablewright_aside_";
/// The columns of a table that holds the values of a column. They are not called like any other, so that a query over both
/// tables needs no names of tables.
pub const KEPT_VALUE: &str = "_tablewright_value";
pub(super) const KEY: &str = "_tablewright_key_";

/// The table that holds what was dropped and kept: of a table, `people`, or of a column, `people.town`.
pub fn aside(name: &str) -> String {
    name::marked(ASIDE, name)
}

/// The statement that gives up for good what was kept.
pub fn purge(name: &str, dialect: Dialect) -> String {
    format!("DROP TABLE {}", dialect.quoted(&aside(name)))
}

/// The tables with those among them that hold tables aside: wanted ones on the way there, ones that are there on the way back.
pub(super) fn with_asides<'d>(
    old: &'d [TableDef],
    new: &'d [TableDef],
    fill: &Fill,
) -> (Cow<'d, [TableDef]>, Cow<'d, [TableDef]>) {
    let (mut old, mut new) = (Cow::Borrowed(old), Cow::Borrowed(new));
    let find = |defs: &[TableDef], name: &str| defs.iter().position(|def| def.name == name);
    for name in &fill.kept {
        if let (Some(at), None) = (find(&old, name), find(&new, name)) {
            let held = held(&old[at], name);
            new.to_mut().push(held);
        }
    }
    for name in &fill.restored {
        if let (None, Some(at)) = (find(&old, name), find(&new, name)) {
            let mut held = held(&new[at], name);
            held.renamed_from = None;
            new.to_mut()[at].renamed_from = Some(held.name.clone());
            old.to_mut().push(held);
        }
    }
    (old, new)
}

/// A table as it waits.
fn held(def: &TableDef, name: &str) -> TableDef {
    let mut held = def.clone();
    held.renamed_from = Some(def.name.clone());
    held.name = aside(name).into();
    held.comment = None;
    let mut columns: Vec<ColumnDef> = def.columns.iter().filter(|column| column.generated.is_none()).cloned().collect();
    for column in &mut columns {
        (column.default, column.comment, column.renamed_from) = (None, None, None);
    }
    held.columns = columns.into();
    held.primary_key.name = name::primary_key(&held.name).into();
    (held.uniques, held.checks) = (Vec::new().into(), Vec::new().into());
    (held.indexes, held.foreign_keys) = (Vec::new().into(), Vec::new().into());
    held
}

/// A column whose values are kept or come back.
struct Kept<'m> {
    pair: &'m Pair<'m>,
    column: &'m ColumnDef,
    name: &'m str,
}

/// The columns of these names that are stored on one side and not on the other.
fn columns<'m>(matched: &'m Matched<'_>, names: &'m [String], is_back: bool) -> Vec<Kept<'m>> {
    let found = names.iter().filter_map(|name| {
        let (table, column) = name.split_once('.')?;
        // A name is the one after the change that drops it.
        let pair =
            matched.pairs.iter().find(|pair| if is_back { pair.old.name == table } else { pair.new.name == table })?;
        let stored = |def: &'m TableDef| def.column(column).filter(|column| column.generated.is_none());
        let (there, gone) = if is_back { (pair.new, pair.old) } else { (pair.old, pair.new) };
        let column = stored(there).filter(|_| stored(gone).is_none())?;
        Some(Kept { pair, column, name })
    });
    found.collect()
}

/// What cannot be kept.
pub(super) fn refusals(matched: &Matched<'_>, fill: &Fill) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    for Kept { pair, name, .. } in columns(matched, &fill.kept, false) {
        let key = &pair.renamed_old.primary_key.columns;
        let stays = |name: &str| pair.new.column(name).is_some_and(|column| column.generated.is_none());
        if key.is_empty() || !key.iter().all(|name| stays(name)) {
            refusals.push(Refusal {
                message: format!(
                    "the values of `{name}` are kept with the primary key of their rows, and that does not stay"
                ),
                help: "drop the column before the key changes, or give its values up".to_owned(),
            });
        }
    }
    refusals
}

/// The table that holds the values of a column.
fn holder(def: &TableDef, column: &ColumnDef, name: &str) -> TableDef {
    let key = def.primary_key.columns.iter().enumerate().filter_map(|(n, key)| {
        let mut column = ColumnDef::new("", def.column(key)?.data_type.clone());
        column.name = format!("{KEY}{n}").into();
        Some(column)
    });
    let mut columns: Vec<ColumnDef> = key.collect();
    let mut holder = TableDef::new("", &[]);
    holder.name = aside(name).into();
    holder.primary_key.name = name::primary_key(&holder.name).into();
    holder.primary_key.columns = columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>().into();
    columns.push(ColumnDef::new(KEPT_VALUE, column.data_type.clone()).nullable());
    holder.columns = columns.into();
    holder
}

/// The statements that keep others from writing the tables whose values are copied aside, where a statement does that: what is
/// written between the copy and the end of the column would be in neither.
pub(super) fn held_tables(matched: &Matched<'_>, dialect: Dialect, fill: &Fill) -> Vec<String> {
    let HoldRows::Statement(hold) = dialect.hold_rows() else { return Vec::new() };
    let mut tables: Vec<String> = Vec::new();
    for Kept { pair, .. } in columns(matched, &fill.kept, false) {
        let table = dialect.quoted(&pair.old.name);
        if !tables.contains(&table) {
            tables.push(table);
        }
    }
    tables.iter().map(|table| hold(table)).collect()
}

/// The statements that copy the values of columns aside, before anything else.
pub(super) fn copies(matched: &Matched<'_>, dialect: Dialect, fill: &Fill) -> Vec<String> {
    let held = if let HoldRows::Words(words) = dialect.hold_rows() { words } else { "" };
    let copies = columns(matched, &fill.kept, false).into_iter().flat_map(|Kept { pair, column, name }| {
        let ddl = rebuild::ddl(&holder(pair.old, column, name), dialect);
        let key = &pair.old.primary_key.columns;
        let targets: Vec<String> = (0..key.len()).map(|n| dialect.quoted(&format!("{KEY}{n}"))).collect();
        let sources: Vec<String> = key.iter().map(|name| dialect.quoted(name)).collect();
        let (from, value) = (dialect.quoted(&pair.old.name), dialect.quoted(&column.name));
        let copy = format!(
            "INSERT INTO {} ({}, {}) SELECT {}, {value} FROM {from}{held} WHERE {value} IS NOT NULL",
            dialect.quoted(&aside(name)),
            targets.join(", "),
            dialect.quoted(KEPT_VALUE),
            sources.join(", "),
        );
        [format!("{}{}", ddl.head, ddl.tail), copy]
    });
    copies.collect()
}

/// The values that columns get back, by their table's name and their own.
pub(super) fn values(matched: &Matched<'_>, dialect: Dialect, fill: &Fill) -> Vec<(String, String, String)> {
    let values = columns(matched, &fill.restored, true).into_iter().map(|kept| {
        let key = &kept.pair.new.primary_key.columns;
        let sql = kept.value(key.iter().map(|name| &**name), dialect, fill).sql;
        (kept.pair.new.name.to_string(), kept.column.name.to_string(), sql)
    });
    values.collect()
}

/// What a column of the rows that are there gets back.
pub(super) struct Returned {
    pub(super) sql: String,
    /// Whether rows that came since get nothing, and need something.
    pub(super) lacks: bool,
}

/// What a column gets back, by the names that the table has now; nothing if it was not kept.
pub(super) fn returned(pair: &Pair<'_>, column: &ColumnDef, dialect: Dialect, fill: &Fill) -> Option<Returned> {
    let name = format!("{}.{}", pair.old.name, column.name);
    if !fill.restored.contains(&name) {
        return None;
    }
    let key = pair.new.primary_key.columns.iter().map(|name| pair.old_name(name));
    Some(Kept { pair, column, name: &name }.value(key, dialect, fill))
}

impl Kept<'_> {
    /// What comes back, where the columns of the key are called so. Rows that came since have nothing there: they get what is said of
    /// them, or what the column says itself, before a value that says nothing.
    fn value<'n>(&self, key: impl Iterator<Item = &'n str>, dialect: Dialect, fill: &Fill) -> Returned {
        let (def, column) = (self.pair.new, self.column);
        let equal =
            |(n, key): (usize, &str)| format!("{} = {}", dialect.quoted(&format!("{KEY}{n}")), dialect.quoted(key));
        let conditions: Vec<String> = key.enumerate().map(equal).collect();
        let (table, held) = (dialect.quoted(&aside(self.name)), dialect.quoted(KEPT_VALUE));
        let query = format!("(SELECT {held} FROM {table} WHERE {})", conditions.join(" AND "));
        if column.nullable && !def.is_key(&column.name) {
            return Returned { sql: query, lacks: false };
        }
        let other = match given(def, column, fill) {
            Some(_) => value(def, column, dialect, fill),
            None => default_value(def, column, dialect).or_else(|| neutral(def, column, dialect, fill)),
        };
        match other {
            Some(other) => Returned { sql: format!("COALESCE({query}, {other})"), lacks: false },
            None => Returned { sql: query, lacks: true },
        }
    }
}

/// The statements that take away what has come back, after everything else.
pub(super) fn leftovers(matched: &Matched<'_>, dialect: Dialect, fill: &Fill) -> Vec<String> {
    columns(matched, &fill.restored, true).into_iter().map(|kept| purge(kept.name, dialect)).collect()
}

/// Whether what comes back is still there: the queries fail if it is not.
pub(super) fn questions(fill: &Fill, dialect: Dialect) -> Vec<Preflight> {
    let question = |name: &String| Preflight {
        sql: format!("SELECT COUNT(*) FROM {} WHERE 1 = 0", dialect.quoted(&aside(name))),
        message: format!("what was kept of `{name}` is not there any more"),
        sample: Sample::Count,
    };
    fill.restored.iter().map(question).collect()
}
