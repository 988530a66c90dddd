//! A column: name, type, whether it may be NULL, and who gives it a value.

use super::{ColumnDefault, DataType, Text};

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ColumnDef {
    /// The name, unquoted.
    pub name: Text,
    /// What it holds.
    pub data_type: DataType,
    /// Whether NULL is allowed.
    pub nullable: bool,
    /// What it gets when nobody gives a value.
    pub default: Option<ColumnDefault>,
    /// Whether the database numbers the rows here.
    pub auto_increment: bool,
    /// How the database computes the value, if it does.
    pub generated: Option<Generated>,
    /// Whether the value says something about a person (POPIA, GDPR): redacted in `Debug`, logs and errors.
    pub personal: bool,
    /// A sentence about the column, kept in the database where it has room for one.
    pub comment: Option<Text>,
    /// The name this column had before.
    pub renamed_from: Option<Text>,
}

/// A value the database computes from other columns of the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generated {
    /// The expression, in the language of [`crate::expr`].
    pub expression: Text,
    /// Whether the value is kept in the row (true) or computed on each read (false), where an engine has the choice.
    pub stored: bool,
}

impl ColumnDef {
    /// A required column without default.
    pub const fn new(name: &'static str, data_type: DataType) -> Self {
        Self {
            name: Text::Borrowed(name),
            data_type,
            nullable: false,
            default: None,
            auto_increment: false,
            generated: None,
            personal: false,
            comment: None,
            renamed_from: None,
        }
    }

    /// Allows NULL.
    pub const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }

    /// Sets the default.
    pub const fn default(mut self, default: ColumnDefault) -> Self {
        // A `const fn` may not drop the old value; there is none in emitted code.
        std::mem::forget(self.default.replace(default));
        self
    }

    /// Lets the database number the rows.
    pub const fn auto_increment(mut self) -> Self {
        self.auto_increment = true;
        self
    }

    /// Lets the database compute the value.
    pub const fn generated(mut self, expression: &'static str, stored: bool) -> Self {
        let generated = Generated { expression: Text::Borrowed(expression), stored };
        std::mem::forget(self.generated.replace(generated));
        self
    }

    /// Marks personal data.
    pub const fn personal(mut self) -> Self {
        self.personal = true;
        self
    }

    /// Adds a comment.
    pub const fn comment(mut self, comment: &'static str) -> Self {
        std::mem::forget(self.comment.replace(Text::Borrowed(comment)));
        self
    }

    /// Says what the column was called before.
    pub const fn renamed_from(mut self, name: &'static str) -> Self {
        std::mem::forget(self.renamed_from.replace(Text::Borrowed(name)));
        self
    }

    /// Whether an INSERT gives this column a value: all but numbered and computed ones.
    pub const fn is_insertable(&self) -> bool {
        !self.auto_increment && self.generated.is_none()
    }

    /// Whether only the database knows the value after an INSERT.
    pub const fn is_made_by_database(&self) -> bool {
        !self.is_insertable() || matches!(self.default, Some(ColumnDefault::Expression(_)))
    }
}
