//! What happens to the columns of a table, and with it to the keys over them.

use crate::Dialect;
use crate::dialect::alter::ChangeColumn;
use crate::dialect::pieces::{ColumnPiece, KeyForm, KeyPiece, Pieces};
use crate::diff::Pair;
use crate::expr;
use crate::model::{ColumnDef, DataType};

use super::convert::{Conversion, conversion, text_width};

/// A table before and after, taken apart.
pub(super) struct Parts<'a> {
    pub(super) pair: &'a Pair<'a>,
    /// As the database has it.
    pub(super) old: Pieces,
    /// The same, under the new names of tables and columns.
    pub(super) renamed: Pieces,
    pub(super) new: Pieces,
    change: ChangeColumn,
    /// Whether the table is made anew under its new name.
    pub(super) is_copied: bool,
    /// Columns, by their new names, that are dropped and made again.
    pub(super) recreated: Vec<String>,
    /// Columns whose type changes, or is told once more.
    pub(super) retyped: Vec<String>,
}

impl<'a> Parts<'a> {
    pub(super) fn of(pair: &'a Pair<'a>, dialect: Dialect, change: ChangeColumn, can_rename: bool) -> Self {
        let mut parts = Self {
            pair,
            old: Pieces::of(pair.old, dialect),
            renamed: Pieces::of(&pair.renamed_old, dialect),
            new: Pieces::of(pair.new, dialect),
            change,
            is_copied: pair.old.name != pair.new.name && !can_rename,
            recreated: Vec::new(),
            retyped: Vec::new(),
        };
        let retyped = parts.kept().into_iter().filter(|(column, before, after)| {
            let is_altered = before.type_name != after.type_name
                || (change == ChangeColumn::RestateType && before.not_null != after.not_null);
            column.generated.is_none() && is_altered
        });
        parts.retyped = retyped.map(|(column, _, _)| column.name.to_string()).collect();
        let recreated = parts.pair.new.columns.iter().filter(|column| parts.is_recreated(column));
        parts.recreated = recreated.map(|column| column.name.to_string()).collect();
        parts
    }

    /// The columns that are there before and after and are of the same kind: as they are wanted, their pieces before and
    /// after.
    pub(super) fn kept(&self) -> Vec<(&'a ColumnDef, &ColumnPiece, &ColumnPiece)> {
        let pair = self.pair;
        let kept = pair.new.columns.iter().zip(&self.new.columns).filter_map(|(column, after)| {
            let position = pair.renamed_old.columns.iter().position(|old| old.name == column.name)?;
            let is_alike = pair.old.columns[position].generated.is_some() == column.generated.is_some();
            is_alike.then(|| (column, &self.renamed.columns[position], after))
        });
        kept.collect()
    }

    /// Whether a column of the same name is dropped and made again.
    fn is_recreated(&self, column: &ColumnDef) -> bool {
        let Some(before) = self.pair.renamed_old.column(&column.name) else { return false };
        let (Some(generated), true) = (&column.generated, before.generated.is_some()) else {
            return column.generated.is_some() != before.generated.is_some() || self.is_swapped(&column.name);
        };
        let differs = self.kept().iter().any(|(kept, before, after)| kept.name == column.name && before != after);
        let moves = |name: &String| {
            self.retyped.contains(name) || (self.change != ChangeColumn::Clauses && self.is_renamed(name))
        };
        differs
            || self.is_renamed(&column.name)
            || expr::columns(&generated.expression, self.pair.new).iter().any(moves)
    }

    /// Whether a new column takes the values of one whose type changes.
    pub(super) fn is_swapped(&self, name: &str) -> bool {
        let can_swap = matches!(self.change, ChangeColumn::ClausesOrSwap | ChangeColumn::ModifyOrSwap);
        if !can_swap || !self.retyped.iter().any(|retyped| retyped == name) {
            return false;
        }
        let (Some(from), Some(to)) = (self.pair.renamed_old.column(name), self.pair.new.column(name)) else {
            return false;
        };
        let is_long =
            |data_type: &DataType| matches!(data_type, DataType::Blob) || text_width(data_type) == Some(u64::MAX);
        conversion(&from.data_type, &to.data_type) != Some(Conversion::Widens)
            || is_long(&from.data_type)
            || is_long(&to.data_type)
            || (self.change == ChangeColumn::ModifyOrSwap && !self.keeps_family(name))
    }

    /// Whether only the length or the digits of a type change.
    fn keeps_family(&self, name: &str) -> bool {
        let family = |piece: &ColumnPiece| piece.type_name.split('(').next().map(str::to_owned);
        self.kept().iter().any(|(column, before, after)| *column.name == *name && family(before) == family(after))
    }

    fn is_renamed(&self, name: &str) -> bool {
        self.pair.renamed.iter().any(|(_, to)| to == name)
    }

    /// Whether a key that is there stays as it is; `position` is its place among the keys.
    pub(super) fn stays(&self, position: usize) -> bool {
        let (old, key) = (&self.old.keys[position], &self.renamed.keys[position]);
        let is_wanted = self.new.keys.iter().any(|new| is_same(old, key, new));
        let any = |names: &[String], test: &dyn Fn(&String) -> bool| names.iter().any(test);
        let is_recreated = |name: &String| self.recreated.contains(name);
        let is_retyped = |name: &String| self.retyped.contains(name);
        let is_renamed = |name: &String| self.is_renamed(name);
        let disturbed = any(&key.columns, &is_recreated)
            || any(&key.mentions, &is_recreated)
            || any(&key.mentions, &is_retyped)
            || match self.change {
                ChangeColumn::Clauses => false,
                ChangeColumn::Restate => any(&key.mentions, &is_renamed),
                ChangeColumn::RestateType | ChangeColumn::ModifyOrSwap => {
                    any(&key.mentions, &is_renamed) || any(&key.columns, &is_retyped)
                }
                ChangeColumn::ClausesOrSwap => {
                    any(&key.mentions, &is_renamed)
                        || any(&key.columns, &is_retyped)
                        || (key.form != KeyForm::Index && any(&key.columns, &is_renamed))
                }
            };
        is_wanted && !disturbed && !self.is_copied
    }

    /// Whether a column is not the same thing any more for a reference from or to it.
    pub(super) fn disturbs_references(&self, name: &str) -> bool {
        let name = name.to_owned();
        let nullability = || {
            self.kept().iter().any(|(column, before, after)| *column.name == *name && before.not_null != after.not_null)
        };
        self.is_copied
            || self.recreated.contains(&name)
            || self.retyped.contains(&name)
            || match self.change {
                ChangeColumn::Clauses | ChangeColumn::RestateType | ChangeColumn::ModifyOrSwap => false,
                ChangeColumn::Restate => nullability(),
                ChangeColumn::ClausesOrSwap => self.is_renamed(&name),
            }
    }
}

/// Whether a key that is there (`old`; `key` under the new names of columns) is a wanted one.
pub(super) fn is_same(old: &KeyPiece, key: &KeyPiece, new: &KeyPiece) -> bool {
    old.name == new.name && key.sql == new.sql
}
