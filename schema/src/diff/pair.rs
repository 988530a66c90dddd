//! Which table that is there becomes which table that is wanted, and what it is called by then.

use crate::expr;
use crate::model::{ColumnDef, Generated, IndexPart, List, TableDef, Text};

/// Tables of before and after.
pub(crate) struct Matched<'a> {
    /// Those that stay, in the order in which they are wanted.
    pub(crate) pairs: Vec<Pair<'a>>,
    /// Those that go.
    pub(crate) dropped: Vec<&'a TableDef>,
    /// Those that come.
    pub(crate) added: Vec<&'a TableDef>,
}

/// A table before and after.
pub(crate) struct Pair<'a> {
    pub(crate) old: &'a TableDef,
    pub(crate) new: &'a TableDef,
    /// What it was, with the new names of tables and columns in it; its keys and checks have their old names.
    pub(crate) renamed_old: TableDef,
    /// The columns that get another name: the old one, the new one.
    pub(crate) renamed: Vec<(String, String)>,
}

impl Pair<'_> {
    /// What a column was called.
    pub(crate) fn old_name<'s>(&'s self, new_name: &'s str) -> &'s str {
        self.renamed.iter().find(|(_, to)| to == new_name).map_or(new_name, |(from, _)| from)
    }
}

/// Pairs the tables.
pub(crate) fn matched<'a>(old: &'a [TableDef], new: &'a [TableDef]) -> Matched<'a> {
    let before = |def: &TableDef| {
        let by_name = old.iter().find(|old| old.name == def.name);
        by_name.or_else(|| def.renamed_from.as_ref().and_then(|name| old.iter().find(|old| old.name == *name)))
    };
    let pairs: Vec<(&TableDef, &TableDef)> = new.iter().filter_map(|def| Some((before(def)?, def))).collect();
    let dropped = old.iter().filter(|def| !pairs.iter().any(|(old, _)| old.name == def.name)).collect();
    let added = new.iter().filter(|def| !pairs.iter().any(|(_, new)| new.name == def.name)).collect();
    let names: Vec<Names> = pairs.iter().map(|(old, new)| Names::of(old, new)).collect();
    let pairs = pairs.iter().zip(&names).map(|((old, new), own)| Pair {
        old,
        new,
        renamed_old: own.applied(old, &names),
        renamed: own.columns.clone(),
    });
    Matched { pairs: pairs.collect(), dropped, added }
}

/// The old tables as what the new ones have to become again: with the names that tables and columns have by then.
pub fn back(old: &[TableDef], new: &[TableDef]) -> Vec<TableDef> {
    let matched = matched(old, new);
    let way = |def: &TableDef| {
        let mut def = def.clone();
        let pair = matched.pairs.iter().find(|pair| pair.old.name == def.name);
        let name = pair.map(|pair| pair.new.name.clone());
        def.renamed_from = name.filter(|name| *name != def.name);
        for column in def.columns.to_mut() {
            let name = pair.and_then(|pair| pair.renamed.iter().find(|(from, _)| *from == *column.name));
            column.renamed_from = name.map(|(_, to)| to.clone().into());
        }
        def
    };
    old.iter().map(way).collect()
}

/// The names that a table and its columns get.
struct Names {
    old: String,
    new: String,
    columns: Vec<(String, String)>,
}

impl Names {
    fn of(old: &TableDef, new: &TableDef) -> Self {
        let renamed = |column: &ColumnDef| {
            let from = column.renamed_from.as_ref()?;
            let is_one = old.column(&column.name).is_none() && old.column(from).is_some();
            is_one.then(|| (from.to_string(), column.name.to_string()))
        };
        let columns = new.columns.iter().filter_map(renamed).collect();
        Self { old: old.name.to_string(), new: new.name.to_string(), columns }
    }

    fn column(&self, name: &str) -> Option<String> {
        self.columns.iter().find(|(from, _)| from == name).map(|(_, to)| to.clone())
    }

    fn text(&self, name: &Text) -> Text {
        self.column(name).map_or_else(|| name.clone(), Into::into)
    }

    fn list(&self, names: &List<Text>) -> List<Text> {
        names.iter().map(|name| self.text(name)).collect::<Vec<_>>().into()
    }

    fn expression(&self, text: &str) -> Text {
        expr::renamed(text, |name| self.column(name)).into()
    }

    /// The table under its new names.
    fn applied(&self, old: &TableDef, all: &[Self]) -> TableDef {
        let mut def = old.clone();
        def.name = self.new.clone().into();
        for column in def.columns.to_mut() {
            column.name = self.text(&column.name);
            column.generated = column
                .generated
                .take()
                .map(|generated| Generated { expression: self.expression(&generated.expression), ..generated });
        }
        def.primary_key.columns = self.list(&def.primary_key.columns);
        for unique in def.uniques.to_mut() {
            unique.columns = self.list(&unique.columns);
        }
        for check in def.checks.to_mut() {
            check.expression = self.expression(&check.expression);
        }
        for index in def.indexes.to_mut() {
            index.filter = index.filter.take().map(|filter| self.expression(&filter));
            for part in index.parts.to_mut() {
                match part {
                    IndexPart::Column { name, .. } => *name = self.text(name),
                    IndexPart::Expression { expression, .. } => *expression = self.expression(expression),
                }
            }
        }
        for key in def.foreign_keys.to_mut() {
            key.columns = self.list(&key.columns);
            if let Some(target) = all.iter().find(|names| names.old == *key.target) {
                key.target = target.new.clone().into();
                key.target_columns = target.list(&key.target_columns);
            }
        }
        def
    }
}
