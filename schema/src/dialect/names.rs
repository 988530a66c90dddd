//! The names of a table and its parts: what is not a plain identifier never reaches a statement.

use super::context::Context;
use super::rules::Limit;
use crate::name::{MAX_BYTES, is_identifier};
use crate::problem::Place;
use crate::sql::{Piece, split};

/// Finds names that are no identifiers. `check` finds them as well; this is for definitions that nobody checked.
pub(crate) fn judge(context: &mut Context<'_>) {
    let def = context.def;
    let mut names: Vec<(Place, &str)> = vec![(Place::Table, &def.name)];
    names.extend(def.columns.iter().enumerate().map(|(n, column)| (Place::Column(n), &*column.name)));
    if !def.primary_key.columns.is_empty() {
        names.push((Place::PrimaryKey, &def.primary_key.name));
    }
    names.extend(def.uniques.iter().enumerate().map(|(n, unique)| (Place::Unique(n), &*unique.name)));
    names.extend(def.checks.iter().enumerate().map(|(n, check)| (Place::Check(n), &*check.name)));
    names.extend(def.indexes.iter().enumerate().map(|(n, index)| (Place::Index(n), &*index.name)));
    for (n, key) in def.foreign_keys.iter().enumerate() {
        let place = Place::ForeignKey(n);
        names.push((place, &key.name));
        let targets = [&key.target].into_iter().chain(key.target_columns.iter());
        names.extend(targets.filter(|name| !is_late(name)).map(|name| (place, &**name)));
    }
    for (place, name) in names {
        if !is_identifier(name) {
            let message = format!("`{}` cannot be a name", name.escape_debug());
            let help = format!("use letters, digits and `_` of ASCII, no digit first, at most {MAX_BYTES} in all");
            context.problem("identifier", place, Limit::new(message).help(help));
        }
    }
}

/// Whether a name is filled in after the derive.
fn is_late(name: &str) -> bool {
    matches!(split(name).as_slice(), [Piece::Late(_)])
}
