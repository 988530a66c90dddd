//! How a dialect changes a table that is there: the answers that a plan asks for.

use crate::model::ColumnDef;

/// How tables are changed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Alter {
    /// Into a new table, into which the rows are copied, unless all that happens to it is in these words.
    Rebuild(InPlace),
    /// Statement by statement.
    Statements(AlterWords),
}

/// What can happen to a table that is otherwise made anew.
#[derive(Debug, Clone, Copy)]
pub(crate) struct InPlace {
    pub(crate) add_column: &'static str,
    /// Whether a column can be added behind the others, while the rows that are there get its default.
    pub(crate) can_add: fn(&ColumnDef) -> bool,
    pub(crate) drop_column: &'static str,
    /// The most columns that are dropped so: where each time the rows are written anew, more take longer than a new table.
    pub(crate) max_dropped: usize,
}

/// The words of `ALTER TABLE`, and what is behind them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AlterWords {
    pub(crate) add_column: &'static str,
    pub(crate) drop_column: &'static str,
    /// Before the old name; ` TO ` follows.
    pub(crate) rename_column: &'static str,
    pub(crate) rename_table: RenameTable,
    pub(crate) change_column: ChangeColumn,
    pub(crate) one_alter: OneAlter,
    pub(crate) number_column: NumberColumn,
    pub(crate) rename_key: RenameKey,
    /// Whether the rows that are there get the default of a column that is added.
    pub(crate) fills_added: bool,
}

impl AlterWords {
    /// What adds a column with this definition.
    pub(crate) fn add(&self, definition: &str) -> String {
        match self.change_column {
            ChangeColumn::ModifyOrSwap => format!("{} ({definition})", self.add_column),
            ChangeColumn::Restate | ChangeColumn::RestateType | ChangeColumn::Clauses | ChangeColumn::ClausesOrSwap => {
                format!("{} {definition}", self.add_column)
            }
        }
    }
}

/// How a plan keeps others from writing a table from when it copies values of it to the end of its transaction.
#[derive(Debug, Clone, Copy)]
pub(crate) enum HoldRows {
    /// By a statement before, of the quoted name.
    Statement(fn(&str) -> String),
    /// By words behind the name where the values are read.
    Words(&'static str),
    /// Not at all: its statements are no transaction, or there is one writer at a time.
    Not,
}

/// How a table gets another name.
#[derive(Debug, Clone, Copy)]
pub(crate) enum RenameTable {
    /// `ALTER TABLE .. RENAME TO ..`.
    AlterTable,
    /// By a statement of its own, a column too: of the names that lead there, and the new one.
    Statement(fn(&[&str], &str) -> String),
    /// Not at all: a new one is made and takes the rows.
    Copy,
}

/// How a column becomes another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChangeColumn {
    /// `MODIFY COLUMN` and everything about it once more. Primary keys have no name, references have an index and cannot do
    /// without, and several changes of a table are one statement, for each is the end of a transaction.
    Restate,
    /// A clause for each property, and any type that the values can be assigned to.
    Clauses,
    /// A clause for each property, and no type that could be too small: then a new column takes the values.
    ClausesOrSwap,
    /// The type and whether it may be NULL in one clause, whichever of them changes, and nothing that depends on the column
    /// may be there meanwhile. Defaults are constraints with names.
    RestateType,
    /// `MODIFY` with the properties that change and no others. Types can only get wider; otherwise a new column takes the
    /// values.
    ModifyOrSwap,
}

/// Which clauses about a table are one statement, and with it one commit, one copy, or one format of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OneAlter {
    /// Each is a statement.
    No,
    /// Keys that are dropped and added, and columns. New names of columns are told by themselves, for the other clauses
    /// speak of them.
    KeysAndColumns,
    /// Columns and their new names, one clause after the other. Keys that are dropped are in the way until the commit.
    NamesAndColumns,
}

/// How a column that is there begins to be numbered, and ceases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberColumn {
    /// Its definition says so, once there is a key; numbers go on by themselves.
    Restate,
    /// A clause for each, as [`ChangeColumn`] has one for each property.
    Clauses,
    /// A clause ends it; to begin takes a new table.
    Copy,
    /// A clause ends it; it cannot begin.
    Ends,
    /// It neither begins nor ends.
    Never,
}

/// Which keys get another name without being made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RenameKey {
    /// Constraints and indexes.
    All,
    /// Indexes, and unique constraints, which are some.
    Indexes,
    /// None.
    None,
}
