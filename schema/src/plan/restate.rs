//! Columns that are changed by telling their type once more, and defaults that are constraints with names.

use super::Refusal;
use super::column::{Table, temporary};
use super::convert::value;
use super::steps::{Moment, Steps};
use super::touched::Parts;
use crate::Dialect;
use crate::dialect::alter::{AlterWords, NumberColumn};
use crate::dialect::pieces::ColumnPiece;
use crate::diff::{Matched, Pair};
use crate::model::ColumnDef;

/// What cannot be told in these words: a new column that takes the values cannot take over that they are numbered.
pub(super) fn refusals(matched: &Matched<'_>, dialect: Dialect, words: AlterWords) -> Vec<Refusal> {
    let ends = match words.number_column {
        NumberColumn::Restate | NumberColumn::Clauses | NumberColumn::Copy => return Vec::new(),
        NumberColumn::Ends => true,
        NumberColumn::Never => false,
    };
    let in_pair = |pair: &Pair<'_>| {
        let parts = Parts::of(pair, dialect, words);
        let why = |column: &ColumnDef| {
            let is_there = pair.renamed_old.column(&column.name).is_some();
            if is_there && parts.begins_to_be_numbered(column) {
                Some("begin to be numbered")
            } else if parts.ceases_to_be_numbered(column) && !ends {
                Some("cease to be numbered")
            } else if column.auto_increment && parts.is_swapped(&column.name) {
                Some("get smaller, for it would cease to be numbered")
            } else {
                None
            }
        };
        let refusal = |column: &ColumnDef| {
            let message =
                format!("on {dialect} the column `{}.{}` cannot {}", pair.new.name, column.name, why(column)?);
            Some(Refusal { message, help: "make a new table, and take the rows over".to_owned() })
        };
        pair.new.columns.iter().filter_map(refusal).collect::<Vec<_>>()
    };
    matched.pairs.iter().flat_map(in_pair).collect()
}

/// Drops the constraints of defaults that go, change, or are in the way of a column that goes or changes.
pub(super) fn defaults_dropped(parts: &Parts<'_>, steps: &mut Steps) {
    let old = parts.pair.old;
    for (piece, renamed) in parts.old.columns.iter().zip(&parts.renamed.columns) {
        let Some(name) = piece.default_name() else { continue };
        if !default_stays(parts, piece, renamed) {
            steps.alter(Moment::DropKeys, &old.name, format!("DROP CONSTRAINT {name}"));
        }
    }
}

/// Whether the constraint of a default stays, with its name.
fn default_stays(parts: &Parts<'_>, old: &ColumnPiece, renamed: &ColumnPiece) -> bool {
    let is_altered = parts.retyped.contains(&renamed.name);
    let is_wanted = |new: &ColumnPiece| new.name == renamed.name && new.default == old.default;
    !is_altered
        && parts.new.columns.iter().any(is_wanted)
        && parts.kept().iter().any(|(_, piece, _)| **piece == *renamed)
}

impl Table<'_> {
    /// `ALTER COLUMN` with type and NULL, whichever changes, and the default behind it.
    pub(super) fn type_restated(
        &self,
        column: &ColumnDef,
        before: &ColumnPiece,
        after: &ColumnPiece,
        steps: &mut Steps,
    ) {
        let name = self.dialect.quoted(&after.name);
        let alter = |null: &str| format!("ALTER COLUMN {name} {} {null}", after.type_name);
        let retyped = before.type_name != after.type_name;
        match (before.not_null, after.not_null) {
            (false, true) => {
                let is_filled = value(self.parts.pair.new, column, self.dialect, self.fill).is_some();
                if retyped && is_filled {
                    steps.alter(Moment::Columns, self.name, alter("NULL"));
                }
                self.fill_nulls(Moment::Columns, column, (before, after), &after.name, steps);
                steps.alter(Moment::Columns, self.name, alter("NOT NULL"));
            }
            (true, false) => steps.alter(Moment::Columns, self.name, alter("NULL")),
            (true, true) if retyped => steps.alter(Moment::Columns, self.name, alter("NOT NULL")),
            (false, false) if retyped => steps.alter(Moment::Columns, self.name, alter("NULL")),
            (true, true) | (false, false) => {}
        }
        let position = self.parts.renamed.columns.iter().position(|piece| piece.name == after.name);
        let old = position.and_then(|at| self.parts.old.columns.get(at));
        if let Some(default) = &after.default
            && !old.is_some_and(|old| default_stays(self.parts, old, before))
        {
            steps.alter(Moment::Columns, self.name, format!("ADD {default} FOR {name}"));
        }
    }

    /// `MODIFY` with what differs, for what does not is an error (ORA-01442, ORA-01451).
    pub(super) fn modified(&self, column: &ColumnDef, before: &ColumnPiece, after: &ColumnPiece, steps: &mut Steps) {
        let name = self.dialect.quoted(&after.name);
        let is_swapped = self.parts.is_swapped(&after.name);
        let mut properties = Vec::new();
        if self.parts.ceases_to_be_numbered(column) {
            self.modify(&name, &["DROP IDENTITY".to_owned()], steps);
        }
        if is_swapped {
            let new = self.dialect.quoted(&temporary(&after.name));
            steps.alter(Moment::Columns, self.name, format!("{} {name}", self.words.drop_column));
            steps.alter(Moment::Columns, self.name, format!("{} {new} TO {name}", self.words.rename_column));
        } else if before.type_name != after.type_name {
            properties.push(after.type_name.clone());
        }
        match &after.default {
            Some(default) if is_swapped || before.default != after.default => properties.push(default.clone()),
            // It cannot be taken away altogether.
            None if before.default.is_some() && !is_swapped => properties.push("DEFAULT NULL".to_owned()),
            Some(_) | None => {}
        }
        let null = match (before.not_null && !is_swapped, after.not_null) {
            (false, true) => Some("NOT NULL"),
            (true, false) => Some("NULL"),
            (true, true) | (false, false) => None,
        };
        let is_filled =
            !before.not_null && after.not_null && value(self.parts.pair.new, column, self.dialect, self.fill).is_some();
        if is_filled {
            self.modify(&name, &properties, steps);
            properties.clear();
            self.fill_nulls(Moment::Columns, column, (before, after), &after.name, steps);
        }
        properties.extend(null.map(str::to_owned));
        self.modify(&name, &properties, steps);
    }

    fn modify(&self, name: &str, properties: &[String], steps: &mut Steps) {
        if !properties.is_empty() {
            steps.alter(Moment::Columns, self.name, format!("MODIFY ({name} {})", properties.join(" ")));
        }
    }
}
