//! What is wrong with a table, and where, without knowing about source code.

use std::fmt;

/// One mistake, or one thing a dialect cannot do.
///
/// The rule's name is the same in the function that found it, in the UI test, and in the documentation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The rule that found it, in kebab-case.
    pub rule: &'static str,
    /// The part of the table it is about.
    pub place: Place,
    /// What is wrong: lower case, no full stop, the user's own spelling in backticks.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

/// A part of a table. Numbers count from zero in the order of the model's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Place {
    /// The table as such, or its name.
    Table,
    /// The name the table had before.
    RenamedFrom,
    /// A column that the table had before.
    Dropped(usize),
    /// A column.
    Column(usize),
    /// A column's data type (`max_length`, `precision`, the field's type).
    ColumnType(usize),
    /// A column's default.
    ColumnDefault(usize),
    /// The name a column had before.
    ColumnRenamedFrom(usize),
    /// A column's generating expression, at this byte offset of it.
    ColumnGenerated(usize, usize),
    /// The primary key.
    PrimaryKey,
    /// A column of the primary key.
    PrimaryKeyColumn(usize),
    /// A unique constraint.
    Unique(usize),
    /// A column of a unique constraint: which constraint, which of its columns.
    UniqueColumn(usize, usize),
    /// A check.
    Check(usize),
    /// A check's expression, at this byte offset of it.
    CheckExpression(usize, usize),
    /// An index.
    Index(usize),
    /// A part of an index: which index, which of its parts.
    IndexPart(usize, usize),
    /// An index's expression part at a byte offset: which index, which part, which offset.
    IndexExpression(usize, usize, usize),
    /// An index's filter, at this byte offset of it.
    IndexFilter(usize, usize),
    /// A foreign key.
    ForeignKey(usize),
    /// A column of a foreign key: which key, which of its columns.
    ForeignKeyColumn(usize, usize),
    /// What a foreign key does on delete.
    ForeignKeyOnDelete(usize),
    /// What a foreign key does on update.
    ForeignKeyOnUpdate(usize),
}

impl Place {
    /// The next larger part: the column of a column's type, the index of an index's part, and so on.
    #[must_use]
    pub const fn parent(self) -> Self {
        match self {
            Self::ColumnType(n) | Self::ColumnDefault(n) | Self::ColumnRenamedFrom(n) | Self::ColumnGenerated(n, _) => {
                Self::Column(n)
            }
            Self::PrimaryKeyColumn(_) => Self::PrimaryKey,
            Self::UniqueColumn(n, _) => Self::Unique(n),
            Self::CheckExpression(n, _) => Self::Check(n),
            Self::IndexPart(n, _) | Self::IndexExpression(n, _, _) | Self::IndexFilter(n, _) => Self::Index(n),
            Self::ForeignKeyColumn(n, _) | Self::ForeignKeyOnDelete(n) | Self::ForeignKeyOnUpdate(n) => {
                Self::ForeignKey(n)
            }
            Self::Table
            | Self::RenamedFrom
            | Self::Dropped(_)
            | Self::Column(_)
            | Self::PrimaryKey
            | Self::Unique(_)
            | Self::Check(_)
            | Self::Index(_)
            | Self::ForeignKey(_) => Self::Table,
        }
    }
}

impl Problem {
    /// A mistake at a place.
    pub fn new(rule: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self { rule, place, message: message.into(), help: None }
    }

    /// Adds what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(f, "\nhelp: {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Problem {}
