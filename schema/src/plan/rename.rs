//! New names of tables and columns that are there.

use super::steps::{Moment, Steps};
use crate::Dialect;
use crate::dialect::alter::{AlterWords, RenameTable};
use crate::dialect::literal::text;

/// A table gets another name.
pub(super) fn table(old: &str, new: &str, dialect: Dialect, words: AlterWords, steps: &mut Steps) {
    match words.rename_table {
        RenameTable::AlterTable | RenameTable::Copy => {
            steps.alter(Moment::RenameTables, old, format!("RENAME TO {}", dialect.quoted(new)));
        }
        RenameTable::Procedure => steps.whole(Moment::RenameTables, procedure(&[old], new, None, dialect)),
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
        RenameTable::Procedure => steps.whole(moment, procedure(&[table, from], to, Some("COLUMN"), dialect)),
    }
}

/// The schema is the one that comments name as well.
fn procedure(path: &[&str], to: &str, kind: Option<&str>, dialect: Dialect) -> String {
    let path = path.iter().fold("dbo".to_owned(), |path, name| format!("{path}.{name}"));
    let kind = kind.map(|kind| format!(", {}", text(kind, dialect))).unwrap_or_default();
    format!("EXEC sp_rename {}, {}{kind}", text(&path, dialect), text(to, dialect))
}
