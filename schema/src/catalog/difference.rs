//! One difference between what is there and what should be, in words.

use std::fmt;

/// What of a table differs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Object {
    /// The table itself.
    Table,
    /// A column.
    Column(String),
    /// The primary key.
    PrimaryKey,
    /// A unique constraint.
    Unique(String),
    /// A check.
    Check(String),
    /// An index.
    Index(String),
    /// A foreign key.
    ForeignKey(String),
}

/// One difference. `Display` says it in a line: ``people.town: is varchar(40), should be varchar(60)``.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The table.
    pub table: String,
    /// What of it.
    pub object: Object,
    /// Which property of that, `default` or `comment`; empty for the object as such, and for the type of a column.
    pub aspect: &'static str,
    /// What is there; nothing if it is missing.
    pub found: Option<String>,
    /// What should be there; nothing if nothing should.
    pub expected: Option<String>,
}

impl fmt::Display for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table => f.write_str("the table"),
            Self::Column(name) => write!(f, "column `{name}`"),
            Self::PrimaryKey => f.write_str("the primary key"),
            Self::Unique(name) => write!(f, "unique constraint `{name}`"),
            Self::Check(name) => write!(f, "check `{name}`"),
            Self::Index(name) => write!(f, "index `{name}`"),
            Self::ForeignKey(name) => write!(f, "foreign key `{name}`"),
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.table)?;
        match &self.object {
            Object::Table => {}
            Object::Column(name) => write!(f, ".{name}")?,
            object => write!(f, ", {object}")?,
        }
        f.write_str(": ")?;
        if !self.aspect.is_empty() {
            write!(f, "the {} ", self.aspect)?;
        }
        match (&self.found, &self.expected) {
            (Some(found), Some(expected)) => write!(f, "is {found}, should be {expected}"),
            (None, Some(expected)) if expected.is_empty() => f.write_str("is missing"),
            (None, Some(expected)) => write!(f, "is missing, should be {expected}"),
            (Some(found), None) if found.is_empty() => f.write_str("should not be there"),
            (Some(found), None) => write!(f, "is {found}, should not be there"),
            (None, None) => f.write_str("is as it should be"),
        }
    }
}
