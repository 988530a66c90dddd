//! Columns that are added, changed and dropped.

use super::convert::{added_value, value};
use super::key;
use super::steps::{Moment, Steps};
use super::touched::Parts;
use super::{Fill, REBUILT};
use crate::Dialect;
use crate::dialect::alter::{AlterWords, ChangeColumn};
use crate::dialect::pieces::ColumnPiece;
use crate::diff::Pair;
use crate::model::ColumnDef;

/// Drops the generated columns that go, or are made again.
pub(super) fn generated_dropped(parts: &Parts<'_>, dialect: Dialect, words: AlterWords, steps: &mut Steps) {
    let pair = parts.pair;
    for (old, renamed) in pair.old.columns.iter().zip(pair.renamed_old.columns.iter()) {
        let goes = pair.new.column(&renamed.name).is_none() || parts.recreated.contains(&renamed.name.to_string());
        if old.generated.is_some() && goes {
            let name = dialect.quoted(&old.name);
            steps.alter(Moment::DropKeys, &pair.old.name, format!("{} {name}", words.drop_column));
        }
    }
}

/// Drops all generated columns of a table that is about to be replaced.
pub(super) fn all_generated_dropped(pair: &Pair<'_>, dialect: Dialect, words: AlterWords, steps: &mut Steps) {
    for column in pair.old.columns.iter().filter(|column| column.generated.is_some()) {
        let name = dialect.quoted(&column.name);
        steps.alter(Moment::DropKeys, &pair.old.name, format!("{} {name}", words.drop_column));
    }
}

/// Adds the generated columns that come, or are made again.
pub(super) fn generated_added(parts: &Parts<'_>, dialect: Dialect, words: AlterWords, steps: &mut Steps) {
    let pair = parts.pair;
    for (column, piece) in pair.new.columns.iter().zip(&parts.new.columns) {
        let is_new = pair.renamed_old.column(&column.name).is_none() || parts.recreated.contains(&piece.name);
        if column.generated.is_some() && is_new {
            steps.alter(Moment::AddKeys, &pair.new.name, words.add(&piece.definition(dialect)));
        }
    }
}

/// The columns that hold values: added, changed, dropped, in this order.
pub(super) fn changed(parts: &Parts<'_>, dialect: Dialect, words: AlterWords, fill: &Fill, steps: &mut Steps) {
    let table = Table { parts, dialect, words, fill, name: &parts.pair.new.name };
    let tightened = table.added(steps);
    for (column, before, after) in parts.kept() {
        if column.generated.is_none() {
            match words.change_column {
                ChangeColumn::Restate => table.restated(column, before, after, steps),
                ChangeColumn::RestateType => table.type_restated(column, before, after, steps),
                ChangeColumn::ModifyOrSwap => table.modified(column, before, after, steps),
                ChangeColumn::Clauses | ChangeColumn::ClausesOrSwap => table.by_clauses(column, before, after, steps),
            }
        }
    }
    for clause in tightened {
        steps.alter(Moment::Columns, table.name, clause);
    }
    if words.change_column == ChangeColumn::Restate {
        for clause in key::primary_key(parts) {
            steps.alter(Moment::Columns, table.name, clause);
        }
    }
    table.dropped(steps);
}

/// A table whose columns change.
pub(super) struct Table<'a> {
    pub(super) parts: &'a Parts<'a>,
    pub(super) dialect: Dialect,
    words: AlterWords,
    pub(super) fill: &'a Fill,
    pub(super) name: &'a str,
}

impl Table<'_> {
    /// Adds columns, and gives back the clauses that make them as strict as they should be, once they have values.
    fn added(&self, steps: &mut Steps) -> Vec<String> {
        let pair = self.parts.pair;
        let mut tightened = Vec::new();
        for (column, piece) in pair.new.columns.iter().zip(&self.parts.new.columns) {
            let before = pair.renamed_old.column(&column.name);
            if column.generated.is_some() || before.is_some_and(|before| before.generated.is_none()) {
                continue;
            }
            let add = |definition: String| self.words.add(&definition);
            let Some(value) = added_value(pair.new, column, self.dialect, self.fill) else {
                steps.alter(Moment::Columns, self.name, add(piece.definition(self.dialect)));
                if let Some(default) = piece.default_value().filter(|_| !self.words.fills_added && !piece.not_null) {
                    self.update(&piece.name, default, "", steps);
                }
                continue;
            };
            steps.alter(Moment::Columns, self.name, add(piece.loose_definition(self.dialect)));
            self.update(&piece.name, &value, "", steps);
            if piece.not_null {
                let name = self.dialect.quoted(&piece.name);
                tightened.push(match self.words.change_column {
                    ChangeColumn::Restate => format!("MODIFY COLUMN {}", piece.definition(self.dialect)),
                    ChangeColumn::RestateType => format!("ALTER COLUMN {name} {} NOT NULL", piece.type_name),
                    ChangeColumn::ModifyOrSwap => format!("MODIFY ({name} NOT NULL)"),
                    ChangeColumn::Clauses | ChangeColumn::ClausesOrSwap => format!("ALTER COLUMN {name} SET NOT NULL"),
                });
            }
        }
        tightened
    }

    fn dropped(&self, steps: &mut Steps) {
        let pair = self.parts.pair;
        for (old, renamed) in pair.old.columns.iter().zip(pair.renamed_old.columns.iter()) {
            let goes = pair.new.column(&renamed.name).is_none_or(|new| new.generated.is_some());
            if old.generated.is_none() && goes {
                let name = self.dialect.quoted(&renamed.name);
                steps.alter(Moment::Columns, self.name, format!("{} {name}", self.words.drop_column));
            }
        }
    }

    /// Everything about a column once more.
    fn restated(&self, column: &ColumnDef, before: &ColumnPiece, after: &ColumnPiece, steps: &mut Steps) {
        if before != after {
            self.fill_nulls(column, before, after, steps);
            let definition = after.definition(self.dialect);
            steps.alter(Moment::Columns, self.name, format!("MODIFY COLUMN {definition}"));
        }
    }

    /// A clause for each property.
    fn by_clauses(&self, column: &ColumnDef, before: &ColumnPiece, after: &ColumnPiece, steps: &mut Steps) {
        let name = self.dialect.quoted(&after.name);
        let clause = |rest: &str| format!("ALTER COLUMN {name} {rest}");
        let is_swapped = self.parts.is_swapped(&after.name);
        let retyped = before.type_name != after.type_name;
        let redefaulted = before.default != after.default || (retyped && after.default.is_some());
        if redefaulted && before.default.is_some() && !is_swapped {
            steps.alter(Moment::Columns, self.name, clause("DROP DEFAULT"));
        }
        if is_swapped {
            self.swapped(after, steps);
        } else if retyped {
            steps.alter(Moment::Columns, self.name, clause(&format!("TYPE {}", after.type_name)));
        }
        if let Some(default) = after.default.as_ref().filter(|_| redefaulted || is_swapped) {
            steps.alter(Moment::Columns, self.name, clause(&format!("SET {default}")));
        }
        self.fill_nulls(column, before, after, steps);
        match (before.not_null && !is_swapped, after.not_null) {
            (false, true) => steps.alter(Moment::Columns, self.name, clause("SET NOT NULL")),
            (true, false) => steps.alter(Moment::Columns, self.name, clause("DROP NOT NULL")),
            (false, false) | (true, true) => {}
        }
    }

    /// A new column takes the values and the name.
    pub(super) fn swapped(&self, after: &ColumnPiece, steps: &mut Steps) {
        let temporary = format!("{REBUILT}{}", after.name);
        let (name, new) = (self.dialect.quoted(&after.name), self.dialect.quoted(&temporary));
        let definition = format!("{new} {}", after.type_name);
        steps.alter(Moment::Columns, self.name, self.words.add(&definition));
        self.update(&temporary, &name, "", steps);
        steps.alter(Moment::Columns, self.name, format!("{} {name}", self.words.drop_column));
        steps.alter(Moment::Columns, self.name, format!("{} {new} TO {name}", self.words.rename_column));
    }

    /// Gives a value to the rows that have none in a column that will need one, if there is such a value.
    pub(super) fn fill_nulls(&self, column: &ColumnDef, before: &ColumnPiece, after: &ColumnPiece, steps: &mut Steps) {
        if before.not_null || !after.not_null {
            return;
        }
        if let Some(value) = value(self.parts.pair.new, column, self.dialect, self.fill) {
            let condition = format!(" WHERE {} IS NULL", self.dialect.quoted(&after.name));
            self.update(&after.name, &value, &condition, steps);
        }
    }

    fn update(&self, column: &str, value: &str, condition: &str, steps: &mut Steps) {
        let (table, column) = (self.dialect.quoted(self.name), self.dialect.quoted(column));
        steps.whole(Moment::Columns, format!("UPDATE {table} SET {column} = {value}{condition}"));
    }
}
