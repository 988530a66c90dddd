//! The rows of a table as they will be, in terms of the tables that are there: what questions about them are asked of.

use super::Fill;
use super::convert::{added_value, default_value, given, is_injective, value};
use super::keep::{self, KEY};
use crate::Dialect;
use crate::dialect::convert::is_family;
use crate::diff::Pair;
use crate::expr;
use crate::model::{ColumnDef, TableDef};

/// A table as it will be.
pub(super) struct Future<'a> {
    pub(super) pair: &'a Pair<'a>,
    pub(super) dialect: Dialect,
    pub(super) fill: &'a Fill,
}

/// What a question can say about some columns.
pub(super) struct Rows {
    /// What stands after `FROM`: the table, or what it will be.
    pub(super) from: String,
    /// The same, each row with its primary key; of what will be, that is called [`KEY`] and its number.
    pub(super) keyed: String,
    /// The definition whose names, and whose ways to keep values, it has.
    pub(super) def: TableDef,
    /// Whether it is the table that is there.
    pub(super) is_old: bool,
}

impl Future<'_> {
    /// The rows with these columns, by their new names; nothing if no question about them can be asked.
    pub(super) fn rows(&self, names: &[String]) -> Option<Rows> {
        let pair = self.pair;
        let table = self.dialect.quoted(&pair.old.name);
        if names.iter().all(|name| self.is_there(name)) {
            return Some(self.present());
        }
        let (mut held, mut computed) = (Vec::new(), Vec::new());
        for name in names {
            let column = pair.new.column(name)?;
            match &column.generated {
                None => push(&mut held, name),
                Some(generated) => {
                    for source in expr::columns(&generated.expression, pair.new) {
                        // One that is computed from another one is not followed.
                        pair.new.column(&source).filter(|source| source.generated.is_none())?;
                        push(&mut held, &source);
                    }
                    let target = Some(&column.data_type);
                    let sql = expr::render_value(&generated.expression, pair.new, target, self.dialect).ok()?;
                    computed.push(format!("{sql} AS {}", self.dialect.quoted(name)));
                }
            }
        }
        let values = held.iter().map(|name| {
            let value = self.value(pair.new.column(name)?)?;
            Some(format!("{value} AS {}", self.dialect.quoted(name)))
        });
        let values = values.collect::<Option<Vec<_>>>()?;
        let held = held.iter().map(|name| self.dialect.quoted(name));
        let outer: Vec<String> = if computed.is_empty() { Vec::new() } else { held.chain(computed).collect() };
        let with = |inner: &[String], outer_too: &[String]| {
            let from = format!("(SELECT {} FROM {table}) t", [values.as_slice(), inner].concat().join(", "));
            match outer.is_empty() {
                true => from,
                false => format!("(SELECT {} FROM {from}) u", [outer.as_slice(), outer_too].concat().join(", ")),
            }
        };
        let key = pair.old.primary_key.columns.iter().enumerate();
        let key = key.map(|(n, name)| (self.dialect.quoted(name), self.dialect.quoted(&format!("{KEY}{n}"))));
        let (inner, outer_too): (Vec<_>, Vec<_>) =
            key.map(|(name, alias)| (format!("{name} AS {alias}"), alias)).unzip();
        let (from, keyed) = (with(&[], &[]), with(&inner, &outer_too));
        Some(Rows { from, keyed, def: pair.new.clone(), is_old: false })
    }

    /// The rows as they are there.
    pub(super) fn present(&self) -> Rows {
        let table = self.dialect.quoted(&self.pair.old.name);
        Rows { keyed: table.clone(), from: table, def: self.pair.old.clone(), is_old: true }
    }

    /// Whether a column is there with the same values, under whatever name.
    pub(super) fn is_there(&self, name: &str) -> bool {
        let (Some(before), Some(after)) = (self.pair.renamed_old.column(name), self.pair.new.column(name)) else {
            return false;
        };
        before.generated == after.generated
            && is_family(&before.data_type, &after.data_type)
            && self.filling(before, after).is_none()
    }

    /// Whether values of a column that are different stay so, and none comes up where there was NULL.
    pub(super) fn stays_distinct(&self, name: &str) -> bool {
        let (Some(before), Some(after)) = (self.pair.renamed_old.column(name), self.pair.new.column(name)) else {
            return false;
        };
        before.generated == after.generated
            && is_injective(&before.data_type, &after.data_type)
            && self.filling(before, after).is_none()
    }

    /// What the rows get that have NULL in a column that will need a value, told by the names that are there.
    pub(super) fn filling(&self, before: &ColumnDef, after: &ColumnDef) -> Option<String> {
        let pair = self.pair;
        let is_required = !after.nullable || pair.new.is_key(&after.name);
        let was_required = !before.nullable || pair.renamed_old.is_key(&before.name);
        let asks = is_required && !was_required && after.generated.is_none();
        if !asks {
            return None;
        }
        match given(pair.new, after, self.fill) {
            Some(expression) => self.by_old_names(after, expression),
            None => value(pair.new, after, self.dialect, self.fill),
        }
    }

    /// What was given for a column, told by the names that are there; nothing if it speaks of what is not.
    fn by_old_names(&self, after: &ColumnDef, expression: &str) -> Option<String> {
        let pair = self.pair;
        let is_old = |name: &String| pair.renamed_old.column(name).is_some();
        if !expr::columns(expression, pair.new).iter().all(is_old) {
            return None;
        }
        let text = expr::renamed(expression, |name| Some(pair.old_name(name).to_owned()));
        expr::render_value(&text, pair.old, Some(&after.data_type), self.dialect).ok()
    }

    /// What a column will hold, in terms of the columns that are there; nothing if that is not known.
    fn value(&self, after: &ColumnDef) -> Option<String> {
        let pair = self.pair;
        let before = pair.renamed_old.column(&after.name).filter(|before| before.generated.is_none());
        let Some(before) = before else { return self.added(after) };
        let name = self.dialect.quoted(pair.old_name(&after.name));
        let mut value = self.dialect.converted(&before.data_type, &after.data_type, &name);
        // Another question is about values that have no equal; this one must not fail because of them.
        for unfit in self.dialect.unfit(&before.data_type, &after.data_type, &name) {
            if !is_family(&before.data_type, &after.data_type) {
                value = format!("CASE WHEN {} THEN NULL ELSE {value} END", unfit.condition);
            }
        }
        match self.filling(before, after) {
            Some(filling) => Some(format!("COALESCE({value}, {filling})")),
            None => Some(value),
        }
    }

    /// What the rows that are there get in a column that is added; not known where there is no value.
    fn added(&self, after: &ColumnDef) -> Option<String> {
        let pair = self.pair;
        if let Some(returned) = keep::returned(pair, after, self.dialect, self.fill) {
            // What was given for the other rows is told by the new names.
            return given(pair.new, after, self.fill).is_none().then_some(returned.sql);
        }
        if let Some(expression) = given(pair.new, after, self.fill) {
            return self.by_old_names(after, expression);
        }
        added_value(pair.new, after, self.dialect, self.fill).or_else(|| default_value(pair.new, after, self.dialect))
    }
}

fn push(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
    }
}
