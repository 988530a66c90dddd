//! What has to happen so that tables that are there become tables that are wanted: in words, whatever the dialect.
//!
//! Renames are told by the wanted tables (`renamed_from`), never guessed.

mod pair;

#[cfg(test)]
mod tests;

pub use pair::back;
pub(crate) use pair::{Matched, Pair, matched};

use crate::describe::{self, SEPARATOR, Writer};
use crate::model::TableDef;
use crate::plan::loses;

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Something new.
    Add,
    /// Something goes.
    Drop,
    /// Something gets another name.
    Rename,
    /// Something becomes other than it was.
    Change,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What is done.
    pub verb: Verb,
    /// The table, by its new name if it has one.
    pub table: String,
    /// The part of the table, as ``column `age` ``; empty for the table itself.
    pub part: String,
    /// What it was, in words; its name if it is renamed.
    pub from: String,
    /// What it becomes, in words; its name if it is renamed.
    pub to: String,
    /// Whether values that are there are given up.
    pub loses_data: bool,
}

impl Change {
    /// The column that it is about.
    pub fn column(&self) -> Option<&str> {
        self.part.strip_prefix("column `")?.strip_suffix('`')
    }

    /// What it is about: `people`, `people.town`, or ``people: index `ix` ``.
    pub fn name(&self) -> String {
        match self.column() {
            Some(column) => format!("{}.{column}", self.table),
            None if self.part.is_empty() => self.table.clone(),
            None => format!("{}: {}", self.table, self.part),
        }
    }
}

impl Verb {
    /// Its word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Drop => "drop",
            Self::Rename => "rename",
            Self::Change => "change",
        }
    }
}

/// All differences, tables in the order in which they are wanted.
pub fn diff(old: &[TableDef], new: &[TableDef]) -> Vec<Change> {
    let matched = matched(old, new);
    let mut changes = Vec::new();
    let table = |verb, name: &str, loses_data| Change {
        verb,
        table: name.to_owned(),
        part: String::new(),
        from: String::new(),
        to: String::new(),
        loses_data,
    };
    for def in new {
        let Some(pair) = matched.pairs.iter().find(|pair| pair.new.name == def.name) else {
            changes.push(table(Verb::Add, &def.name, false));
            continue;
        };
        if pair.old.name != def.name {
            let (from, to) = (pair.old.name.to_string(), def.name.to_string());
            changes.push(Change { from, to, ..table(Verb::Rename, &def.name, false) });
        }
        for (from, to) in &pair.renamed {
            let part = format!("column `{to}`");
            changes.push(Change { part, from: from.clone(), to: to.clone(), ..table(Verb::Rename, &def.name, false) });
        }
        parts(pair, &mut changes);
    }
    changes.extend(matched.dropped.iter().map(|def| table(Verb::Drop, &def.name, true)));
    changes
}

/// The differences of a table's parts, once its columns have their new names.
fn parts(pair: &Pair<'_>, changes: &mut Vec<Change>) {
    let (before, after) = (entries(&pair.renamed_old), entries(pair.new));
    let change = |verb, part: &str, from: &str, to: &str| {
        let is_stored = |def: &TableDef| {
            def.columns.iter().any(|column| format!("column `{}`", column.name) == part && column.generated.is_none())
        };
        Change {
            verb,
            table: pair.new.name.to_string(),
            part: part.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            loses_data: is_stored(&pair.renamed_old) && (!is_stored(pair.new) || is_cut(pair, part)),
        }
    };
    for (part, from) in &before {
        match after.iter().find(|(other, _)| other == part) {
            None => changes.push(change(Verb::Drop, part, from, "")),
            Some((_, to)) if to != from => {
                let verb = if from.is_empty() {
                    Verb::Add
                } else if to.is_empty() {
                    Verb::Drop
                } else {
                    Verb::Change
                };
                changes.push(change(verb, part, from, to));
            }
            Some(_) => {}
        }
    }
    for (part, to) in after.iter().filter(|(part, _)| !before.iter().any(|(other, _)| other == part)) {
        changes.push(change(Verb::Add, part, "", to));
    }
}

/// Whether a column's new type does not hold all that its values say.
fn is_cut(pair: &Pair<'_>, part: &str) -> bool {
    pair.new.columns.iter().any(|column| {
        let before = pair.renamed_old.column(&column.name);
        part == format!("column `{}`", column.name)
            && before.is_some_and(|before| loses(&before.data_type, &column.data_type))
    })
}

/// The parts of a table in words.
fn entries(def: &TableDef) -> Vec<(String, String)> {
    let words = (0..describe::count(def)).filter_map(|n| {
        let mut buffer = [0; Writer::LONGEST];
        let mut writer = Writer::writing(&mut buffer);
        describe::entry(def, n, &mut writer);
        let (part, words) = writer.text().split_once(SEPARATOR)?;
        Some((part.to_owned(), words.to_owned()))
    });
    words.collect()
}
