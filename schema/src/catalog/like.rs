//! The definition of a table that is there, as far as possible in the words of the one that should be.

use super::lift::{Lifted, lift};
use super::{Difference, Object, Table};
use crate::dialect::Dialect;
use crate::model::{List, TableDef, Text};

/// What is there as a definition: where the catalog says nothing else, the parts are those of `wanted`, so that types and
/// defaults that an engine does not tell apart are no differences.
pub fn lift_like(
    table: &Table,
    wanted: &TableDef,
    differences: &[Difference],
    all: &[Table],
    dialect: Dialect,
) -> Lifted {
    let Lifted { def: found, notes } = lift(table, all, dialect);
    let differs = |object: &Object| differences.iter().any(|one| one.table == *wanted.name && one.object == *object);
    let mut def = wanted.clone();
    (def.renamed_from, def.dropped) = (None, Vec::new().into());
    if differs(&Object::Table) {
        def.comment = found.comment;
    }
    let same_type_check = |column: &str| !differs(&Object::Check(crate::name::check(&wanted.name, column)));
    def.columns = found
        .columns
        .iter()
        .map(|column| {
            let like = wanted.column(&column.name);
            let is_like = !differs(&Object::Column(column.name.to_string())) && same_type_check(&column.name);
            let mut column = like.filter(|_| is_like).unwrap_or(column).clone();
            column.renamed_from = None;
            column.personal = like.is_some_and(|like| like.personal);
            column
        })
        .collect::<Vec<_>>()
        .into();
    if differs(&Object::PrimaryKey) {
        def.primary_key = found.primary_key;
    }
    let is_unique =
        |name: &Text| differs(&Object::Unique(name.to_string())) || differs(&Object::Index(name.to_string()));
    def.uniques = merged(&wanted.uniques, &found.uniques, |unique| &unique.name, is_unique);
    def.indexes = merged(&wanted.indexes, &found.indexes, |index| &index.name, is_unique);
    def.checks =
        merged(&wanted.checks, &found.checks, |check| &check.name, |name| differs(&Object::Check(name.to_string())));
    def.foreign_keys = merged(
        &wanted.foreign_keys,
        &found.foreign_keys,
        |key| &key.name,
        |name| differs(&Object::ForeignKey(name.to_string())),
    );
    Lifted { def, notes }
}

/// Those that are wanted and do not differ, and those that are found and do.
fn merged<T: Clone>(wanted: &[T], found: &[T], name: impl Fn(&T) -> &Text, differs: impl Fn(&Text) -> bool) -> List<T> {
    let same = wanted.iter().filter(|one| !differs(name(one)));
    let other = found.iter().filter(|one| differs(name(one)));
    same.chain(other).cloned().collect::<Vec<_>>().into()
}
