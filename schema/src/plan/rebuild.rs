//! A table made anew, and its rows copied: SQLite's way for most changes
//! (<https://www.sqlite.org/lang_altertable.html#otheralter>), and Firebird's for a new name.
//!
//! The statements of SQLite run while foreign keys are not enforced, for dropping a table would delete what refers to its
//! rows; who runs them sees to it, and to it that no reference dangles at the end.

use super::convert::{added_value, value};
use super::{Fill, REBUILT, in_place};
use crate::Dialect;
use crate::ddl::TableDdl;
use crate::dialect::alter::InPlace;
use crate::dialect::pieces::{KeyForm, KeyPiece, Pieces};
use crate::dialect::render;
use crate::diff::{Matched, Pair};
use crate::model::{ColumnDef, TableDef};

/// All changes, for a dialect that makes tables anew.
pub(super) fn all(matched: &Matched<'_>, dialect: Dialect, words: InPlace, fill: &Fill) -> Vec<String> {
    let (mut names, mut before, mut copies, mut drops, mut after) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for pair in &matched.pairs {
        renamed(pair, dialect, &mut names);
        let is = ddl(pair.new, dialect);
        let old = Pieces::of(pair.old, dialect);
        let (was_keys, is_keys) = (Pieces::of(&pair.renamed_old, dialect).keys, Pieces::of(pair.new, dialect).keys);
        // The names of some checks come from the names of columns.
        let keeps_names = old.keys.iter().zip(&was_keys).all(|(old, key)| old.name == key.name);
        let table = &pair.new.name;
        // The same words can stand for other values: a day and a time are both texts.
        let keeps_values = pair.new.columns.iter().filter(|column| column.generated.is_none()).all(|column| {
            let before = pair.renamed_old.column(&column.name);
            before.is_none_or(|before| dialect.converted(&before.data_type, &column.data_type, "").is_empty())
        });
        let altered = (keeps_values && keeps_names).then(|| in_place::clauses(pair, dialect, words, fill)).flatten();
        let stays = altered.is_some();
        let is_index = |key: &&KeyPiece| key.form == KeyForm::Index;
        let kept = |key: &KeyPiece, others: &[KeyPiece]| stays && others.iter().any(|other| other.sql == key.sql);
        let gone = was_keys.iter().filter(is_index).filter(|key| !kept(key, &is_keys));
        before.extend(gone.map(|key| format!("DROP INDEX {}", dialect.quoted(&key.name))));
        let come = is_keys.iter().filter(is_index).filter(|key| !kept(key, &was_keys));
        after.extend(come.map(|key| key.sql.clone()));
        if let Some(clauses) = altered {
            copies.extend(clauses.iter().map(|clause| format!("ALTER TABLE {} {clause}", dialect.quoted(table))));
        } else {
            let temporary = format!("{REBUILT}{table}");
            copies.push(create(pair.new, &is, &temporary, dialect));
            copies.push(copy(pair, table, &temporary, dialect, fill));
            copies.extend(numbers(pair, &temporary, dialect));
            let (quoted, temporary) = (dialect.quoted(table), dialect.quoted(&temporary));
            drops.push(format!("DROP TABLE {quoted}"));
            drops.push(format!("ALTER TABLE {temporary} RENAME TO {quoted}"));
        }
    }
    drops.extend(matched.dropped.iter().map(|def| ddl(def, dialect).drop));
    for def in &matched.added {
        let ddl = ddl(def, dialect);
        drops.push(create(def, &ddl, &def.name, dialect));
        after.extend(ddl.after);
    }
    [names, before, copies, drops, after].concat()
}

/// New names of a table and its columns: what refers to them follows.
fn renamed(pair: &Pair<'_>, dialect: Dialect, names: &mut Vec<String>) {
    let new = dialect.quoted(&pair.new.name);
    if pair.old.name != pair.new.name {
        names.push(format!("ALTER TABLE {} RENAME TO {new}", dialect.quoted(&pair.old.name)));
    }
    for (from, to) in &pair.renamed {
        names.push(format!("ALTER TABLE {new} RENAME COLUMN {} TO {}", dialect.quoted(from), dialect.quoted(to)));
    }
}

/// A table's DDL; it has been rendered before, so there is one.
pub(super) fn ddl(def: &TableDef, dialect: Dialect) -> TableDdl {
    let nothing = || TableDdl {
        head: String::new(),
        tail: String::new(),
        foreign_keys: Vec::new(),
        after: Vec::new(),
        drop: String::new(),
    };
    render(def, dialect).map_or_else(|_| nothing(), |(ddl, _)| ddl)
}

/// CREATE TABLE with all references, under a name.
pub(super) fn create(def: &TableDef, ddl: &TableDdl, name: &str, dialect: Dialect) -> String {
    let own = format!("CREATE TABLE {}", dialect.quoted(&def.name));
    let rest = ddl.head.strip_prefix(&own).unwrap_or(&ddl.head);
    let mut sql = format!("CREATE TABLE {}{rest}", dialect.quoted(name));
    for key in &ddl.foreign_keys {
        sql.push_str(", ");
        sql.push_str(&key.clause);
    }
    sql.push_str(&ddl.tail);
    sql
}

/// The columns that get a value when rows are copied into a new table, each with where it comes from.
pub(super) fn sources(pair: &Pair<'_>, dialect: Dialect, fill: &Fill) -> Vec<(String, String)> {
    let sourced = |column: &ColumnDef| Some((column.name.to_string(), source(pair, column, dialect, fill)?));
    pair.new.columns.iter().filter_map(sourced).collect()
}

/// The statement that copies the rows of a table whose columns have their new names.
pub(super) fn copy(pair: &Pair<'_>, from: &str, into: &str, dialect: Dialect, fill: &Fill) -> String {
    let (names, values): (Vec<String>, Vec<String>) = sources(pair, dialect, fill).into_iter().unzip();
    let targets = names.iter().map(|name| dialect.quoted(name)).collect::<Vec<_>>().join(", ");
    let (into, from) = (dialect.quoted(into), dialect.quoted(from));
    format!("INSERT INTO {into} ({targets}) SELECT {} FROM {from}", values.join(", "))
}

/// Where a column's values come from; nowhere if the database makes them.
fn source(pair: &Pair<'_>, column: &ColumnDef, dialect: Dialect, fill: &Fill) -> Option<String> {
    if column.generated.is_some() {
        return None;
    }
    let before = pair.renamed_old.column(&column.name).filter(|before| before.generated.is_none());
    let Some(before) = before else { return added_value(pair.new, column, dialect, fill) };
    let name = dialect.converted(&before.data_type, &column.data_type, &dialect.quoted(&column.name));
    let is_required = !column.nullable || pair.new.is_key(&column.name);
    let was_required = !before.nullable || pair.renamed_old.is_key(&column.name);
    match value(pair.new, column, dialect, fill) {
        Some(value) if is_required && !was_required => Some(format!("COALESCE({name}, {value})")),
        _ => Some(name),
    }
}

/// Numbers go on where they were.
fn numbers(pair: &Pair<'_>, temporary: &str, dialect: Dialect) -> Vec<String> {
    // Where none were, the highest is counted from while the rows are copied.
    if !pair.old.columns.iter().any(|column| column.auto_increment) {
        return Vec::new();
    }
    let numbered = pair.new.columns.iter().filter(|column| column.auto_increment);
    numbered.flat_map(|column| dialect.keep_numbering(&pair.new.name, temporary, &column.name)).collect()
}
