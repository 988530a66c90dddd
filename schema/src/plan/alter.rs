//! Changes statement by statement: the order of them, and what is made or dropped as a whole.

use super::steps::{Moment, Steps};
use super::touched::Parts;
use super::{Fill, REBUILT, column, key, rebuild, rename, restate};
use crate::Dialect;
use crate::ddl::TableDdl;
use crate::dialect::alter::{AlterWords, OneAlter};
use crate::dialect::comment;
use crate::dialect::pieces::Pieces;
use crate::diff::Matched;
use crate::model::{ColumnDef, TableDef};
use crate::order;

/// All changes, for a dialect that has `ALTER TABLE`, and those clauses among them whose texts do not tell that they run
/// beside others.
pub(super) fn all(
    matched: &Matched<'_>,
    dialect: Dialect,
    words: AlterWords,
    fill: &Fill,
) -> (Vec<String>, Vec<String>) {
    let mut parts: Vec<Parts<'_>> = matched.pairs.iter().map(|pair| Parts::of(pair, dialect, words)).collect();
    // What can be done beside others is not told together with what cannot, where keys are told with columns at all.
    let is_told_apart = fill.online && words.one_alter == OneAlter::KeysAndColumns;
    let apart = is_told_apart || moves_names(matched, &parts, dialect);
    let mut steps = Steps::new(dialect, words.one_alter, apart);
    let taken = names(matched, &parts, dialect);
    parts.iter_mut().for_each(|parts| key::find_renamed(parts, dialect, words, &taken));
    key::references(matched, &parts, dialect, words, &taken, &mut steps);
    tables(matched, dialect, &mut steps);
    for parts in &parts {
        if parts.is_copied {
            copied(parts, dialect, words, fill, &mut steps);
            continue;
        }
        let (old, new) = (&parts.pair.old.name, &parts.pair.new.name);
        key::dropped(parts, dialect, words, &mut steps);
        restate::defaults_dropped(parts, &mut steps);
        column::generated_dropped(parts, dialect, words, &mut steps);
        if old != new {
            rename::table(old, new, dialect, words, &mut steps);
        }
        for (from, to) in &parts.pair.renamed {
            // A generated one is dropped and made again.
            if parts.pair.old.column(from).is_some_and(|old| old.generated.is_none()) {
                rename::column(Moment::RenameColumns, new, (from, to), dialect, words, &mut steps);
            }
        }
        key::renamed(parts, dialect, words, &mut steps);
        column::changed(parts, dialect, words, fill, &mut steps);
        column::generated_added(parts, dialect, words, &mut steps);
        key::added(parts, words, &mut steps);
        comments(parts, dialect, &mut steps);
    }
    steps.finished()
}

/// The names of all keys and references that are there.
fn names(matched: &Matched<'_>, parts: &[Parts<'_>], dialect: Dialect) -> Vec<String> {
    let dropped: Vec<Pieces> = matched.dropped.iter().map(|def| Pieces::of(def, dialect)).collect();
    let pieces = parts.iter().map(|parts| &parts.old).chain(&dropped);
    let keys = pieces.flat_map(|pieces| pieces.keys.iter().map(|key| key.name.clone()));
    let defs = parts.iter().map(|parts| parts.pair.old).chain(matched.dropped.iter().copied());
    let references = defs.flat_map(|def| def.foreign_keys.iter().map(|key| key.name.to_string()));
    keys.chain(references).collect()
}

/// Whether a key gets a name that one of another table has yet: then all go before any comes.
fn moves_names(matched: &Matched<'_>, parts: &[Parts<'_>], dialect: Dialect) -> bool {
    let gone: Vec<Pieces> = matched.dropped.iter().map(|def| Pieces::of(def, dialect)).collect();
    let has = |pieces: &Pieces, name: &String| pieces.keys.iter().any(|key| key.name == *name);
    parts.iter().enumerate().any(|(at, own)| {
        let others = parts.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, parts)| &parts.old);
        let others: Vec<&Pieces> = others.chain(&gone).collect();
        own.new.keys.iter().any(|key| others.iter().any(|pieces| has(pieces, &key.name)))
    })
}

/// Tables that go, and those that come.
fn tables(matched: &Matched<'_>, dialect: Dialect, steps: &mut Steps) {
    for sql in order::drop(&rendered(&matched.dropped, dialect)) {
        steps.whole(Moment::DropTables, sql);
    }
    for sql in order::create(&rendered(&matched.added, dialect)) {
        steps.whole(Moment::CreateTables, sql);
    }
}

fn rendered<'a>(defs: &[&'a TableDef], dialect: Dialect) -> Vec<(&'a TableDef, TableDdl)> {
    defs.iter().map(|def| (*def, rebuild::ddl(def, dialect))).collect()
}

/// A new table that takes the rows: for a new name, or for a column that a table can only be made with.
fn copied(parts: &Parts<'_>, dialect: Dialect, words: AlterWords, fill: &Fill, steps: &mut Steps) {
    let pair = parts.pair;
    let (old, new) = (rebuild::ddl(pair.old, dialect), rebuild::ddl(pair.new, dialect));
    // Names of keys may be unique in the database, and the old table is still there.
    key::all_dropped(parts, dialect, steps);
    column::all_generated_dropped(pair, dialect, words, steps);
    for (from, to) in &pair.renamed {
        if pair.old.column(from).is_some_and(|old| old.generated.is_none()) {
            let (from, to) = (dialect.quoted(from), dialect.quoted(to));
            steps.alter(Moment::RenameTables, &pair.old.name, format!("{} {from} TO {to}", words.rename_column));
        }
    }
    let mut whole = |sql: String| steps.whole(Moment::RenameTables, sql);
    let create = format!("{}{}", new.head, new.tail);
    let was_numbered = |column: &ColumnDef| !parts.begins_to_be_numbered(column);
    let numbered: Vec<&ColumnDef> = pair.new.columns.iter().filter(|column| column.auto_increment).collect();
    if pair.old.name == pair.new.name {
        // Two tables cannot have one name: the rows wait in a third.
        let waiting = format!("{REBUILT}{}", pair.new.name);
        let held = rebuild::sources(pair, dialect, fill);
        let columns = held.iter().filter_map(|(name, _)| parts.new.columns.iter().find(|piece| piece.name == *name));
        let columns: Vec<String> =
            columns.map(|piece| format!("{} {}", dialect.quoted(&piece.name), piece.type_name)).collect();
        whole(format!("CREATE TABLE {} ({})", dialect.quoted(&waiting), columns.join(", ")));
        whole(rebuild::copy(pair, &pair.old.name, &waiting, dialect, fill));
        whole(old.drop);
        whole(create);
        let list = held.iter().map(|(name, _)| dialect.quoted(name)).collect::<Vec<_>>().join(", ");
        let (into, from) = (dialect.quoted(&pair.new.name), dialect.quoted(&waiting));
        whole(format!("INSERT INTO {into} ({list}) SELECT {list} FROM {from}"));
        whole(format!("DROP TABLE {from}"));
        numbered.iter().filter_map(|column| dialect.go_on_numbering(&pair.new.name, &column.name)).for_each(whole);
    } else {
        whole(create);
        whole(rebuild::copy(pair, &pair.old.name, &pair.new.name, dialect, fill));
        for column in numbered {
            if was_numbered(column) {
                dialect.keep_numbering(&pair.old.name, &pair.new.name, &column.name).into_iter().for_each(&mut whole);
            } else if let Some(sql) = dialect.go_on_numbering(&pair.new.name, &column.name) {
                whole(sql);
            }
        }
        whole(old.drop);
    }
    for sql in new.after {
        steps.whole(Moment::AddKeys, sql);
    }
}

/// Comments that are statements of their own.
fn comments(parts: &Parts<'_>, dialect: Dialect, steps: &mut Steps) {
    let lost = |column: &Option<String>| column.as_ref().is_some_and(|name| parts.recreated.contains(name));
    for (column, set) in &parts.new.comments {
        let is_there = parts.renamed.comments.iter().any(|(other, before)| (other, before) == (column, set));
        let is_other = !lost(column) && parts.renamed.comments.iter().any(|(other, _)| other == column);
        if !is_there && is_other {
            let replaced = comment::replaced(parts.pair.new, dialect, column.as_deref());
            steps.whole(Moment::Comments, replaced.as_ref().unwrap_or(set));
        } else if !is_there || lost(column) {
            steps.whole(Moment::Comments, set);
        }
    }
    for (column, _) in &parts.renamed.comments {
        let is_wanted = parts.new.comments.iter().any(|(other, _)| other == column);
        let is_there = column.as_ref().is_none_or(|name| parts.pair.new.column(name).is_some());
        if !is_wanted && is_there && !lost(column) {
            let dropped = comment::dropped(parts.pair.new, dialect, column.as_deref());
            dropped.into_iter().for_each(|sql| steps.whole(Moment::Comments, sql));
        }
    }
}
