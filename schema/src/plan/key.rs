//! Keys, indexes and references that are dropped and added.

use super::steps::{Moment, Steps};
use super::touched::{Parts, is_same};
use crate::Dialect;
use crate::ddl::ForeignKeyDdl;
use crate::dialect::alter::{AlterWords, ChangeColumn};
use crate::dialect::pieces::{KeyForm, KeyPiece, Pieces};
use crate::diff::Matched;
use crate::model::{ForeignKeyDef, TableDef};

/// Drops what is no longer wanted, or in the way.
pub(super) fn dropped(parts: &Parts<'_>, dialect: Dialect, words: AlterWords, steps: &mut Steps) {
    for position in (0..parts.old.keys.len()).filter(|position| !parts.stays(*position)) {
        drop(&parts.old.keys[position], &parts.pair.old.name, dialect, words.change_column, steps);
    }
}

fn drop(key: &KeyPiece, table: &str, dialect: Dialect, change: ChangeColumn, steps: &mut Steps) {
    let name = dialect.quoted(&key.name);
    match (key.form, change) {
        // With the columns, in one statement: a column that is numbered cannot do without a key.
        (KeyForm::PrimaryKey, ChangeColumn::Restate) => {}
        (KeyForm::Unique | KeyForm::Index, ChangeColumn::Restate) => {
            steps.alter(Moment::DropKeys, table, format!("DROP INDEX {name}"));
        }
        (KeyForm::Index, ChangeColumn::RestateType) => {
            steps.whole(Moment::DropKeys, format!("DROP INDEX {name} ON {}", dialect.quoted(table)));
        }
        (KeyForm::Index, _) => steps.whole(Moment::DropKeys, format!("DROP INDEX {name}")),
        _ => steps.alter(Moment::DropKeys, table, format!("DROP CONSTRAINT {name}")),
    }
}

/// Drops all keys of a table that is about to be replaced.
pub(super) fn all_dropped(parts: &Parts<'_>, dialect: Dialect, steps: &mut Steps) {
    for key in &parts.old.keys {
        drop(key, &parts.pair.old.name, dialect, ChangeColumn::ClausesOrSwap, steps);
    }
}

/// Adds what is wanted and not there.
pub(super) fn added(parts: &Parts<'_>, words: AlterWords, steps: &mut Steps) {
    for key in &parts.new.keys {
        let kept = (0..parts.old.keys.len())
            .any(|n| parts.stays(n) && is_same(&parts.old.keys[n], &parts.renamed.keys[n], key));
        match key.form {
            _ if kept => {}
            KeyForm::PrimaryKey if words.change_column == ChangeColumn::Restate => {}
            KeyForm::Index => steps.whole(Moment::AddKeys, &key.sql),
            _ => steps.alter(Moment::AddKeys, &parts.pair.new.name, format!("ADD {}", key.sql)),
        }
    }
}

/// The clauses that change a primary key where it is one statement with the changes of columns.
pub(super) fn primary_key(parts: &Parts<'_>) -> Vec<String> {
    let find = |pieces: &Pieces| pieces.keys.iter().position(|key| key.form == KeyForm::PrimaryKey);
    let (old, new) = (find(&parts.renamed), find(&parts.new));
    let columns = |pieces: &Pieces, at: Option<usize>| at.map(|at| pieces.keys[at].columns.clone());
    // It has no name there.
    if columns(&parts.renamed, old) == columns(&parts.new, new) {
        return Vec::new();
    }
    let add = new.and_then(|at| {
        let (_, list) = parts.new.keys[at].sql.split_once(" PRIMARY KEY ")?;
        Some(format!("ADD PRIMARY KEY {list}"))
    });
    old.map(|_| "DROP PRIMARY KEY".to_owned()).into_iter().chain(add).collect()
}

/// Drops and adds references.
pub(super) fn references(
    matched: &Matched<'_>,
    parts: &[Parts<'_>],
    dialect: Dialect,
    words: AlterWords,
    steps: &mut Steps,
) {
    for own in parts {
        let pair = own.pair;
        let mut kept = Vec::new();
        for (n, key) in pair.renamed_old.foreign_keys.iter().enumerate() {
            let wanted = pair.new.foreign_keys.iter().position(|new| {
                new.name == key.name
                    && own.new.foreign_keys.iter().any(|ddl| *ddl.clause == *own.renamed.foreign_keys[n].clause)
            });
            if let Some(wanted) = wanted
                && !is_disturbed(key, own, parts, words.change_column)
            {
                kept.push(wanted);
                continue;
            }
            let old = &own.old.foreign_keys[n];
            if let Some(sql) = &old.drop {
                whole_or_clause(steps, Moment::DropReferences, &pair.old.name, dialect, sql);
            }
            let stays = wanted.is_some_and(|wanted| pair.new.foreign_keys[wanted].columns == key.columns);
            if words.change_column == ChangeColumn::Restate && !stays && has_own_index(pair.old, &own.old, n) {
                let name = dialect.quoted(&key.name);
                steps.alter(Moment::DropReferences, &pair.old.name, format!("DROP INDEX {name}"));
            }
        }
        for (n, ForeignKeyDdl { add, .. }) in own.new.foreign_keys.iter().enumerate() {
            if let Some(sql) = add.as_ref().filter(|_| !kept.contains(&n)) {
                steps.whole(Moment::AddReferences, sql);
            }
        }
    }
    // Tables that go may refer to what is changed before they go.
    for def in &matched.dropped {
        for (key, ddl) in def.foreign_keys.iter().zip(Pieces::of(def, dialect).foreign_keys) {
            let target_stays = !matched.dropped.iter().any(|other| other.name == key.target);
            if let Some(sql) = ddl.drop.filter(|_| target_stays) {
                steps.whole(Moment::DropReferences, sql);
            }
        }
    }
}

/// A clause if the statement is one about the table.
fn whole_or_clause(steps: &mut Steps, moment: Moment, table: &str, dialect: Dialect, sql: &str) {
    match sql.strip_prefix(&format!("ALTER TABLE {} ", dialect.quoted(table))) {
        Some(clause) => steps.alter(moment, table, clause),
        None => steps.whole(moment, sql),
    }
}

/// Whether a reference has to go while other things change; it is under the new names.
fn is_disturbed(key: &ForeignKeyDef, own: &Parts<'_>, parts: &[Parts<'_>], change: ChangeColumn) -> bool {
    if own.is_copied || key.columns.iter().any(|name| own.disturbs_references(name)) {
        return true;
    }
    let loses_key = |parts: &Parts<'_>, columns: &[crate::model::Text], exactly: bool| {
        let serves = |key: &KeyPiece| {
            let shared = key.columns.iter().filter(|name| columns.iter().any(|column| **column == ***name)).count();
            if exactly { shared == key.columns.len() && shared == columns.len() } else { shared > 0 }
        };
        (0..parts.old.keys.len()).any(|n| !parts.stays(n) && serves(&parts.renamed.keys[n]))
    };
    let restated = change == ChangeColumn::Restate;
    let Some(target) = parts.iter().find(|parts| parts.pair.new.name == key.target) else { return true };
    target.is_copied
        || key.target_columns.iter().any(|name| target.disturbs_references(name))
        || loses_key(target, &key.target_columns, !restated)
        || (restated && loses_key(own, &key.columns, false))
}

/// Whether the database made an index for a reference, under its name
/// (<https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html>).
fn has_own_index(def: &TableDef, pieces: &Pieces, position: usize) -> bool {
    let columns: Vec<String> = def.foreign_keys[position].columns.iter().map(ToString::to_string).collect();
    let begins = |names: &[String]| names.len() >= columns.len() && names[..columns.len()] == columns[..];
    !pieces.keys.iter().any(|key| begins(&key.columns))
}
