//! Columns that are added, changed and dropped.

use super::convert::{added_value, value};
use super::key;
use super::steps::{Moment, Steps};
use super::touched::Parts;
use super::{Fill, REBUILT};
use crate::Dialect;
use crate::dialect::alter::{AlterWords, ChangeColumn, OneAlter};
use crate::dialect::pieces::{ColumnPiece, Pieces};
use crate::diff::Pair;
use crate::model::ColumnDef;

/// Drops the generated columns that go, or are made again.
pub(super) fn generated_dropped(parts: &Parts<'_>, dialect: Dialect, words: AlterWords, steps: &mut Steps) {
    let pair = parts.pair;
    for (old, renamed) in pair.old.columns.iter().zip(pair.renamed_old.columns.iter()) {
        let goes = pair.new.column(&renamed.name).is_none() || parts.recreated.contains(&renamed.name.to_string());
        if old.generated.is_some() && goes {
            let drop = format!("{} {}", words.drop_column, dialect.quoted(&old.name));
            // A column that another is computed from gets no other name.
            if pair.renamed.is_empty() {
                steps.alter(Moment::AddColumns, &pair.new.name, drop);
            } else {
                steps.alter(Moment::DropKeys, &pair.old.name, drop);
            }
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
            // One that is computed from a new name cannot be told together with it.
            let moment = if pair.renamed.is_empty() { Moment::Strict } else { Moment::AddKeys };
            steps.alter(moment, &pair.new.name, words.add(&piece.definition(dialect)));
        }
    }
}

/// The columns that hold values: added, changed, dropped, in this order.
pub(super) fn changed(parts: &Parts<'_>, dialect: Dialect, words: AlterWords, fill: &Fill, steps: &mut Steps) {
    let table = Table { parts, dialect, words, fill, name: &parts.pair.new.name };
    let tightened = table.added(steps);
    table.swapped(steps);
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
    // A column that is numbered cannot do without a key: there, all of it is one moment.
    let strict = match words.change_column {
        ChangeColumn::Restate => Moment::Columns,
        ChangeColumn::Clauses
        | ChangeColumn::ClausesOrSwap
        | ChangeColumn::RestateType
        | ChangeColumn::ModifyOrSwap => Moment::Strict,
    };
    for clause in tightened {
        steps.alter(strict, table.name, clause);
    }
    if words.change_column == ChangeColumn::Restate {
        for clause in key::primary_key(parts) {
            steps.alter(Moment::Columns, table.name, clause);
        }
    }
    table.dropped(steps);
    for (column, _, after) in parts.kept() {
        if parts.begins_to_be_numbered(column) {
            table.numbered(after, steps);
        }
    }
}

/// The name of a column that takes the values of another, and then its name.
pub(super) fn temporary(name: &str) -> String {
    format!("{REBUILT}{name}")
}

/// A table whose columns change.
pub(super) struct Table<'a> {
    pub(super) parts: &'a Parts<'a>,
    pub(super) dialect: Dialect,
    pub(super) words: AlterWords,
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
            if column.auto_increment {
                // With the key, without which it may not be.
                tightened.push(add(piece.definition(self.dialect)));
                continue;
            }
            let Some(value) = added_value(pair.new, column, self.dialect, self.fill) else {
                steps.alter(Moment::AddColumns, self.name, add(piece.definition(self.dialect)));
                if let Some(default) = piece.default_value().filter(|_| !self.words.fills_added && !piece.not_null) {
                    self.update(Moment::Fill, &piece.name, default, "", steps);
                }
                continue;
            };
            steps.alter(Moment::AddColumns, self.name, add(piece.loose_definition(self.dialect)));
            self.update(Moment::Fill, &piece.name, &value, "", steps);
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
        let begins = self.parts.begins_to_be_numbered(column);
        let unnumbered = begins.then(|| self.unnumbered(&after.name)).flatten();
        let wanted = unnumbered.as_ref().unwrap_or(after);
        if before == wanted {
            return;
        }
        let definition = wanted.definition(self.dialect);
        if self.parts.is_swapped(&after.name) {
            let (name, new) = (self.dialect.quoted(&after.name), self.dialect.quoted(&temporary(&after.name)));
            self.fill_nulls(Moment::Fill, column, (before, after), &temporary(&after.name), steps);
            steps.alter(Moment::Columns, self.name, format!("{} {name}", self.words.drop_column));
            steps.alter(Moment::Columns, self.name, format!("CHANGE COLUMN {new} {definition}"));
        } else {
            let is_filled = self.fill_nulls(Moment::Fill, column, (before, after), &after.name, steps);
            if is_filled && before.type_name != after.type_name {
                // What the rows get may be nothing that the type takes that was there.
                let loose = format!("MODIFY COLUMN {}", wanted.loose_definition(self.dialect));
                steps.alter(Moment::AddColumns, self.name, loose);
            }
            let clause = format!("MODIFY COLUMN {definition}");
            let is_numbered = column.auto_increment || self.parts.ceases_to_be_numbered(column);
            if !is_numbered && self.dialect.restates_beside(self.parts.pair.new, before, wanted) {
                steps.beside(&clause);
            }
            steps.alter(Moment::Columns, self.name, clause);
        }
    }

    /// A column as it would be if nobody numbered it.
    fn unnumbered(&self, name: &str) -> Option<ColumnPiece> {
        let mut def = self.parts.pair.new.clone();
        def.columns.to_mut().iter_mut().for_each(|column| column.auto_increment = false);
        Pieces::of(&def, self.dialect).columns.into_iter().find(|piece| piece.name == name)
    }

    /// Lets the database number a column that is there.
    fn numbered(&self, after: &ColumnPiece, steps: &mut Steps) {
        let clause = match self.words.change_column {
            ChangeColumn::Restate => format!("MODIFY COLUMN {}", after.definition(self.dialect)),
            ChangeColumn::Clauses
            | ChangeColumn::ClausesOrSwap
            | ChangeColumn::RestateType
            | ChangeColumn::ModifyOrSwap => {
                format!("ALTER COLUMN {} ADD {}", self.dialect.quoted(&after.name), self.dialect.numbered())
            }
        };
        steps.alter(Moment::Numbers, self.name, clause);
        if let Some(sql) = self.dialect.go_on_numbering(self.name, &after.name) {
            steps.whole(Moment::Numbers, sql);
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
            self.default_changed(Moment::RenameKeys, clause("DROP DEFAULT"), steps);
        }
        if self.parts.ceases_to_be_numbered(column) {
            steps.alter(Moment::Columns, self.name, clause("DROP IDENTITY"));
        }
        if is_swapped {
            let new = self.dialect.quoted(&temporary(&after.name));
            steps.alter(Moment::Columns, self.name, format!("{} {name}", self.words.drop_column));
            steps.alter(Moment::Columns, self.name, format!("{} {new} TO {name}", self.words.rename_column));
        } else if retyped {
            let value = self.converted(column, &after.name);
            let using = if value == name { String::new() } else { format!(" USING {value}") };
            steps.alter(Moment::Columns, self.name, clause(&format!("TYPE {}{using}", after.type_name)));
        }
        if let Some(default) = after.default.as_ref().filter(|_| redefaulted || is_swapped) {
            self.default_changed(Moment::AddKeys, clause(&format!("SET {default}")), steps);
        }
        self.fill_nulls(Moment::FillNulls, column, (before, after), &after.name, steps);
        match (before.not_null && !is_swapped, after.not_null) {
            (false, true) => steps.alter(Moment::Strict, self.name, clause("SET NOT NULL")),
            (true, false) => steps.alter(Moment::Columns, self.name, clause("DROP NOT NULL")),
            (false, false) | (true, true) => {}
        }
    }

    /// Changes a default: on Firebird at this moment, and alone. In one statement with a new type Firebird 4 takes it for a
    /// change of the character set, and beside a key or a type either release for a column that speaks of itself.
    fn default_changed(&self, alone: Moment, clause: String, steps: &mut Steps) {
        match self.words.one_alter {
            OneAlter::NamesAndColumns => {
                let table = self.dialect.quoted(self.name);
                steps.about(alone, self.name, format!("ALTER TABLE {table} {clause}"));
            }
            OneAlter::No | OneAlter::KeysAndColumns => steps.alter(Moment::Columns, self.name, clause),
        }
    }

    /// Adds new columns that take the values of others, and later their names.
    fn swapped(&self, steps: &mut Steps) {
        for (column, _, after) in self.parts.kept() {
            if column.generated.is_none() && self.parts.is_swapped(&after.name) {
                let (name, new) = (self.dialect.quoted(&after.name), temporary(&after.name));
                let place = if self.words.change_column == ChangeColumn::Restate {
                    format!(" NULL AFTER {name}")
                } else {
                    String::new()
                };
                let definition = format!("{} {}{place}", self.dialect.quoted(&new), after.type_name);
                steps.alter(Moment::AddColumns, self.name, self.words.add(&definition));
                self.update(Moment::Fill, &new, &self.converted(column, &after.name), "", steps);
            }
        }
    }

    /// The value of a column in the type that it gets.
    pub(super) fn converted(&self, column: &ColumnDef, name: &str) -> String {
        let quoted = self.dialect.quoted(name);
        match self.parts.pair.renamed_old.column(name) {
            Some(before) => self.dialect.converted(&before.data_type, &column.data_type, &quoted),
            None => quoted,
        }
    }

    /// Gives a value to the rows that have none in a column that will need one, if there is such a value. Says whether there is.
    pub(super) fn fill_nulls(
        &self,
        moment: Moment,
        column: &ColumnDef,
        (before, after): (&ColumnPiece, &ColumnPiece),
        target: &str,
        steps: &mut Steps,
    ) -> bool {
        if before.not_null || !after.not_null {
            return false;
        }
        let value = value(self.parts.pair.new, column, self.dialect, self.fill);
        if let Some(value) = &value {
            let condition = format!(" WHERE {} IS NULL", self.dialect.quoted(target));
            self.update(moment, target, value, &condition, steps);
        }
        value.is_some()
    }

    fn update(&self, moment: Moment, column: &str, value: &str, condition: &str, steps: &mut Steps) {
        let (table, column) = (self.dialect.quoted(self.name), self.dialect.quoted(column));
        steps.about(moment, self.name, format!("UPDATE {table} SET {column} = {value}{condition}"));
    }
}
