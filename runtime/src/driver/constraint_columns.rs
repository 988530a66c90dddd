//! What a constraint of this name is about, for engines whose messages name no more.

use tablewright_schema::{TableDef, name};

/// The columns of a key, a unique constraint, a unique index, a foreign key or the check of a column.
pub fn columns(def: &TableDef, constraint: &str) -> Option<Vec<String>> {
    let owned = |columns: &[std::borrow::Cow<'static, str>]| columns.iter().map(ToString::to_string).collect();
    if def.primary_key.name == constraint {
        return Some(owned(&def.primary_key.columns));
    }
    if let Some(unique) = def.uniques.iter().find(|unique| unique.name == constraint) {
        return Some(owned(&unique.columns));
    }
    if let Some(key) = def.foreign_keys.iter().find(|key| key.name == constraint) {
        return Some(owned(&key.columns));
    }
    if let Some(index) = def.indexes.iter().find(|index| index.name == constraint) {
        return Some(index.columns().map(str::to_owned).collect());
    }
    let mut columns = def.columns.iter();
    let checked = columns.find(|column| name::check(&def.name, &column.name) == constraint)?;
    Some(vec![checked.name.to_string()])
}
