//! Keys, indexes and references that are dropped and added.

use super::reference_index;
use super::steps::{Moment, Steps};
use super::touched::{Parts, is_same};
use crate::Dialect;
use crate::ddl::ForeignKeyDdl;
use crate::dialect::alter::{AlterWords, ChangeColumn, RenameKey};
use crate::dialect::pieces::{KeyForm, KeyPiece, Pieces};
use crate::diff::Matched;
use crate::model::ForeignKeyDef;

/// Drops what is no longer wanted, or in the way.
pub(super) fn dropped(parts: &Parts<'_>, dialect: Dialect, words: AlterWords, steps: &mut Steps) {
    for position in (0..parts.old.keys.len()).filter(|position| !parts.is_kept(*position)) {
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
            steps.about(Moment::DropKeys, table, format!("DROP INDEX {name} ON {}", dialect.quoted(table)));
        }
        (KeyForm::Index, _) => steps.about(Moment::DropKeys, table, format!("DROP INDEX {name}")),
        _ => steps.alter(Moment::DropKeys, table, format!("DROP CONSTRAINT {name}")),
    }
}

/// Drops all keys of a table that is about to be replaced.
pub(super) fn all_dropped(parts: &Parts<'_>, dialect: Dialect, steps: &mut Steps) {
    for key in &parts.old.keys {
        drop(key, &parts.pair.old.name, dialect, ChangeColumn::ClausesOrSwap, steps);
    }
}

/// Finds the keys that only get another name; a name that a key has yet can be given to none.
pub(super) fn find_renamed(parts: &mut Parts<'_>, dialect: Dialect, words: AlterWords, taken: &[String]) {
    let can = |form: KeyForm| match (words.rename_key, form) {
        (RenameKey::All, _) | (RenameKey::Indexes, KeyForm::Index | KeyForm::Unique) => true,
        (RenameKey::Indexes, KeyForm::PrimaryKey | KeyForm::Check) | (RenameKey::None, _) => false,
    };
    let nameless = |key: &KeyPiece| key.sql.replacen(&dialect.quoted(&key.name), "", 1);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (old, key) in parts.renamed.keys.iter().enumerate() {
        let is_it = |(new, other): &(usize, &KeyPiece)| {
            other.form == key.form
                && nameless(other) == nameless(key)
                && !taken.contains(&other.name)
                && !found.iter().any(|(_, taken)| taken == new)
        };
        if can(key.form) && parts.is_undisturbed(old) && !parts.stays(old) {
            found.extend(parts.new.keys.iter().enumerate().find(is_it).map(|(new, _)| (old, new)));
        }
    }
    parts.renamed_keys = found;
}

/// Gives keys their new names.
pub(super) fn renamed(parts: &Parts<'_>, dialect: Dialect, words: AlterWords, steps: &mut Steps) {
    let table = &parts.pair.new.name;
    for (old, new) in &parts.renamed_keys {
        let (from, to) = (&parts.old.keys[*old], dialect.quoted(&parts.new.keys[*new].name));
        let name = dialect.quoted(&from.name);
        match (words.rename_key, from.form) {
            (RenameKey::Indexes, _) => {
                steps.alter(Moment::RenameKeys, table, format!("RENAME INDEX {name} TO {to}"));
            }
            (_, KeyForm::Index) => steps.about(Moment::RenameKeys, table, format!("ALTER INDEX {name} RENAME TO {to}")),
            _ => steps.alter(Moment::RenameKeys, table, format!("RENAME CONSTRAINT {name} TO {to}")),
        }
    }
}

/// Adds what is wanted and not there.
pub(super) fn added(parts: &Parts<'_>, words: AlterWords, steps: &mut Steps) {
    for (at, key) in parts.new.keys.iter().enumerate() {
        let stays = (0..parts.old.keys.len())
            .any(|n| parts.stays(n) && is_same(&parts.old.keys[n], &parts.renamed.keys[n], key));
        let is_renamed = parts.renamed_keys.iter().any(|(_, new)| *new == at);
        match key.form {
            _ if stays || is_renamed => {}
            KeyForm::PrimaryKey if words.change_column == ChangeColumn::Restate => {}
            KeyForm::Index => steps.about(Moment::AddKeys, &parts.pair.new.name, &key.sql),
            _ => steps.alter(Moment::AddKeys, &parts.pair.new.name, format!("ADD {}", key.sql)),
        }
    }
}

/// The clauses that change a primary key where it is one statement with the changes of columns.
pub(super) fn primary_key(parts: &Parts<'_>) -> Vec<String> {
    let find = |pieces: &Pieces| pieces.keys.iter().position(|key| key.form == KeyForm::PrimaryKey);
    let (old, new) = (find(&parts.renamed), find(&parts.new));
    let columns = |pieces: &Pieces, at: Option<usize>| at.map(|at| pieces.keys[at].columns.clone());
    let is_swapped =
        |columns: &Option<Vec<String>>| columns.iter().flatten().any(|name| parts.recreated.contains(name));
    let (were, are) = (columns(&parts.renamed, old), columns(&parts.new, new));
    // It has no name there.
    if were == are && !is_swapped(&are) {
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
    taken: &[String],
    steps: &mut Steps,
) {
    for own in parts {
        let pair = own.pair;
        let mut kept = Vec::new();
        let has_index = dialect.indexes_references();
        let wanted = |n: usize| wanted(own, n);
        for (n, key) in pair.renamed_old.foreign_keys.iter().enumerate() {
            let is_disturbed = is_disturbed(key, own, parts, words.change_column)
                || (has_index && reference_index::moves(own, n, wanted));
            if let Some(wanted) = wanted(n).filter(|_| !is_disturbed) {
                kept.push(wanted);
                continue;
            }
            let renamed = (words.rename_key == RenameKey::All && !is_disturbed)
                .then(|| same_reference(own, n, &kept, dialect, taken))
                .flatten();
            if let Some(new) = renamed {
                kept.push(new);
                let (from, to) = (dialect.quoted(&key.name), dialect.quoted(&pair.new.foreign_keys[new].name));
                steps.alter(Moment::RenameKeys, &pair.new.name, format!("RENAME CONSTRAINT {from} TO {to}"));
                continue;
            }
            let old = &own.old.foreign_keys[n];
            if let Some(sql) = &old.drop {
                whole_or_clause(steps, Moment::DropReferences, &pair.old.name, dialect, sql);
            }
            if has_index && reference_index::goes(own, n, wanted) {
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

/// The wanted reference that is one that is there.
fn wanted(own: &Parts<'_>, old: usize) -> Option<usize> {
    let (name, was) = (&own.pair.renamed_old.foreign_keys[old].name, &own.renamed.foreign_keys[old].clause);
    let is_alike = own.new.foreign_keys.iter().any(|ddl| ddl.clause == *was);
    own.pair.new.foreign_keys.iter().position(|new| new.name == *name).filter(|_| is_alike)
}

/// A wanted reference that is one that is there, but for its name.
fn same_reference(own: &Parts<'_>, old: usize, kept: &[usize], dialect: Dialect, taken: &[String]) -> Option<usize> {
    let pair = own.pair;
    let nameless = |clause: &str, name: &str| clause.replacen(&dialect.quoted(name), "", 1);
    let was = nameless(&own.renamed.foreign_keys[old].clause, &pair.renamed_old.foreign_keys[old].name);
    let mut wanted = pair.new.foreign_keys.iter().zip(&own.new.foreign_keys).enumerate();
    let is_it = |(n, (key, ddl)): &(usize, (&ForeignKeyDef, &ForeignKeyDdl))| {
        !kept.contains(n) && !taken.iter().any(|name| *name == *key.name) && nameless(&ddl.clause, &key.name) == was
    };
    wanted.find(is_it).map(|(n, _)| n)
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
        (0..parts.old.keys.len()).any(|n| !parts.is_kept(n) && serves(&parts.renamed.keys[n]))
    };
    let restated = change == ChangeColumn::Restate;
    let Some(target) = parts.iter().find(|parts| parts.pair.new.name == key.target) else { return true };
    target.is_copied
        || key.target_columns.iter().any(|name| target.disturbs_references(name))
        || loses_key(target, &key.target_columns, !restated)
        || (restated && loses_key(own, &key.columns, false))
}
