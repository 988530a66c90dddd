//! The indexes that a database makes for references by itself, each under the name of its reference.
//!
//! One serves all references whose columns it begins with. It is the one of the reference with the most columns, and of those with
//! the same columns that of the last (<https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html>).

use super::touched::Parts;
use crate::model::Text;

/// Whether the index of a reference that is there goes with it.
pub(super) fn goes(own: &Parts<'_>, position: usize, wanted: impl Fn(usize) -> Option<usize>) -> bool {
    let is_recreated = |name: &Text| own.recreated.iter().any(|recreated| *recreated == **name);
    let changes =
        wanted(position).is_none() || own.pair.renamed_old.foreign_keys[position].columns.iter().any(is_recreated);
    changes && has_own(own, position)
}

/// Whether the index that serves a reference is that of another one, and goes with that, or comes with one that is added.
pub(super) fn moves(own: &Parts<'_>, position: usize, wanted: impl Fn(usize) -> Option<usize>) -> bool {
    let pair = own.pair;
    let (old, columns) = (&pair.old.foreign_keys, &pair.old.foreign_keys[position].columns);
    let serves = |other: &usize| *other != position && begins(&old[*other].columns, columns) && has_own(own, *other);
    let serving: Vec<usize> = (0..old.len()).filter(serves).collect();
    let goes = !serving.is_empty() && serving.iter().all(|other| goes(own, *other, &wanted));
    // One that is added takes the index over, and would not be the last one when it is made with the table.
    let columns = &pair.renamed_old.foreign_keys[position].columns;
    let is_added = |at: usize| !(0..old.len()).any(|other| wanted(other) == Some(at));
    let comes = pair.new.foreign_keys.iter().enumerate().any(|(at, key)| key.columns == *columns && is_added(at));
    goes || comes
}

/// Whether the database made an index for it.
fn has_own(own: &Parts<'_>, position: usize) -> bool {
    let keys = &own.pair.old.foreign_keys;
    let columns = &keys[position].columns;
    let is_served = |(other, longer): (usize, &[Text])| {
        other != position && begins(longer, columns) && (longer.len() > columns.len() || other > position)
    };
    let is_key = |names: &[String]| {
        names.len() >= columns.len() && names.iter().zip(columns.iter()).all(|(name, column)| *name == **column)
    };
    !keys.iter().enumerate().any(|(other, key)| is_served((other, &key.columns)))
        && !own.old.keys.iter().any(|key| is_key(&key.columns))
}

/// Whether some columns begin with others.
fn begins(longer: &[Text], columns: &[Text]) -> bool {
    longer.starts_with(columns)
}
