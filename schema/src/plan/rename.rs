//! New names of tables and columns that are there.

use super::steps::{Moment, Steps};
use crate::Dialect;
use crate::dialect::alter::{AlterWords, RenameTable};

/// A table gets another name.
pub(super) fn table(old: &str, new: &str, dialect: Dialect, words: AlterWords, steps: &mut Steps) {
    match words.rename_table {
        RenameTable::AlterTable | RenameTable::Copy => {
            steps.alter(Moment::RenameTables, old, format!("RENAME TO {}", dialect.quoted(new)));
        }
        RenameTable::Statement(renamed) => steps.whole(Moment::RenameTables, renamed(&[old], new)),
    }
}

/// A column gets another name.
pub(super) fn column(
    moment: Moment,
    table: &str,
    (from, to): (&str, &str),
    dialect: Dialect,
    words: AlterWords,
    steps: &mut Steps,
) {
    match words.rename_table {
        RenameTable::AlterTable | RenameTable::Copy => {
            let (from, to) = (dialect.quoted(from), dialect.quoted(to));
            steps.alter(moment, table, format!("{} {from} TO {to}", words.rename_column));
        }
        RenameTable::Statement(renamed) => steps.whole(moment, renamed(&[table, from], to)),
    }
}
