//! What happens to the columns of a table, and with it to the keys over them.

use crate::Dialect;
use crate::dialect::alter::{AlterWords, ChangeColumn, NumberColumn, RenameTable};
use crate::dialect::convert::{byte_width, text_width};
use crate::dialect::pieces::{ColumnPiece, KeyForm, KeyPiece, Pieces};
use crate::diff::Pair;
use crate::expr;
use crate::model::{ColumnDef, DataType};

/// A table before and after, taken apart.
pub(super) struct Parts<'a> {
    pub(super) pair: &'a Pair<'a>,
    /// As the database has it.
    pub(super) old: Pieces,
    /// The same, under the new names of tables and columns.
    pub(super) renamed: Pieces,
    pub(super) new: Pieces,
    dialect: Dialect,
    change: ChangeColumn,
    /// Whether the table is made anew.
    pub(super) is_copied: bool,
    /// Columns, by their new names, that are dropped and made again.
    pub(super) recreated: Vec<String>,
    /// Columns whose type changes, or is told once more.
    pub(super) retyped: Vec<String>,
    /// Keys that only get another name: their places among the old ones and among the new ones.
    pub(super) renamed_keys: Vec<(usize, usize)>,
}

impl<'a> Parts<'a> {
    pub(super) fn of(pair: &'a Pair<'a>, dialect: Dialect, words: AlterWords) -> Self {
        let mut parts = Self {
            pair,
            old: Pieces::of(pair.old, dialect),
            renamed: Pieces::of(&pair.renamed_old, dialect),
            new: Pieces::of(pair.new, dialect),
            dialect,
            change: words.change_column,
            is_copied: pair.old.name != pair.new.name && matches!(words.rename_table, RenameTable::Copy),
            recreated: Vec::new(),
            retyped: Vec::new(),
            renamed_keys: Vec::new(),
        };
        let retyped = parts.kept().into_iter().filter(|(column, before, after)| {
            let is_altered = before.type_name != after.type_name
                || (parts.change == ChangeColumn::RestateType && before.not_null != after.not_null);
            column.generated.is_none() && is_altered
        });
        parts.retyped = retyped.map(|(column, _, _)| column.name.to_string()).collect();
        let recreated = parts.pair.new.columns.iter().filter(|column| parts.is_recreated(column));
        parts.recreated = recreated.map(|column| column.name.to_string()).collect();
        let is_new_number = |column: &ColumnDef| {
            column.auto_increment && (parts.begins_to_be_numbered(column) || parts.is_swapped(&column.name))
        };
        parts.is_copied |= words.number_column == NumberColumn::Copy && pair.new.columns.iter().any(is_new_number);
        parts
    }

    /// Whether the database numbers a column that it did not number before.
    pub(super) fn begins_to_be_numbered(&self, column: &ColumnDef) -> bool {
        let before = self.pair.renamed_old.column(&column.name);
        column.auto_increment && before.is_none_or(|before| !before.auto_increment)
    }

    /// Whether a column is numbered no longer.
    pub(super) fn ceases_to_be_numbered(&self, column: &ColumnDef) -> bool {
        !column.auto_increment && self.pair.renamed_old.column(&column.name).is_some_and(|before| before.auto_increment)
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
        if !self.retyped.iter().any(|retyped| retyped == name) {
            return false;
        }
        let (Some(from), Some(to)) = (self.pair.renamed_old.column(name), self.pair.new.column(name)) else {
            return false;
        };
        let (from, to) = (&from.data_type, &to.data_type);
        let is_long = |data_type: &DataType| text_width(data_type).or(byte_width(data_type)) == Some(u64::MAX);
        !self.dialect.converts_in_place(from, to)
            || (self.change == ChangeColumn::ClausesOrSwap
                && (is_long(from) || is_long(to) || !self.dialect.unfit(from, to, name).is_empty()))
            || (self.change == ChangeColumn::ModifyOrSwap
                && (is_long(from)
                    || is_long(to)
                    || !self.keeps_family(name)
                    || !self.dialect.unfit(from, to, name).is_empty()))
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
        self.is_undisturbed(position) && self.new.keys.iter().any(|new| is_same(old, key, new))
    }

    /// Whether a key is there all the time, if under another name.
    pub(super) fn is_kept(&self, position: usize) -> bool {
        self.stays(position) || self.renamed_keys.iter().any(|(old, _)| *old == position)
    }

    /// Whether nothing that happens to columns makes a key go.
    pub(super) fn is_undisturbed(&self, position: usize) -> bool {
        let key = &self.renamed.keys[position];
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
        !disturbed && !self.is_copied
    }

    /// Whether a column is not the same thing any more for a reference from or to it.
    pub(super) fn disturbs_references(&self, name: &str) -> bool {
        let name = name.to_owned();
        // Error 1833 of MySQL, also where a column begins or ceases to be numbered.
        let restated = || {
            self.kept().iter().any(|(column, before, after)| {
                *column.name == *name
                    && (before.not_null != after.not_null
                        || self.begins_to_be_numbered(column)
                        || self.ceases_to_be_numbered(column))
            })
        };
        self.is_copied
            || self.recreated.contains(&name)
            || self.retyped.contains(&name)
            || match self.change {
                ChangeColumn::Clauses | ChangeColumn::RestateType | ChangeColumn::ModifyOrSwap => false,
                // MySQL renames no column of a reference where it has to copy the table.
                ChangeColumn::Restate => restated() || self.is_renamed(&name),
                ChangeColumn::ClausesOrSwap => self.is_renamed(&name),
            }
    }
}

/// Whether a key that is there (`old`; `key` under the new names of columns) is a wanted one.
pub(super) fn is_same(old: &KeyPiece, key: &KeyPiece, new: &KeyPiece) -> bool {
    old.name == new.name && key.sql == new.sql
}
