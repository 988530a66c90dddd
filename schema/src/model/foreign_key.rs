//! A foreign key: columns that must name a row of another table.

use super::{List, Text};

/// A reference from this table to a key of another (or of itself).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ForeignKeyDef {
    /// The constraint's name, unquoted.
    pub name: Text,
    /// The columns of this table.
    pub columns: List<Text>,
    /// The table they point to.
    pub target: Text,
    /// The columns of that table, as many and in the same order.
    pub target_columns: List<Text>,
    /// What happens here when the row there is deleted.
    pub on_delete: Action,
    /// What happens here when the key there changes.
    pub on_update: Action,
}

/// What a foreign key does when the row it points to goes away or changes its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Action {
    /// Refuse, checked at the end of the statement: the standard's default.
    #[default]
    NoAction,
    /// Refuse at once.
    Restrict,
    /// Delete or change this row as well.
    Cascade,
    /// Set the columns here to NULL.
    SetNull,
    /// Set the columns here to their defaults.
    SetDefault,
}

impl ForeignKeyDef {
    /// A reference that refuses to lose its target.
    pub const fn new(
        name: &'static str,
        columns: &'static [Text],
        target: &'static str,
        target_columns: &'static [Text],
    ) -> Self {
        Self {
            name: Text::Borrowed(name),
            columns: List::Borrowed(columns),
            target: Text::Borrowed(target),
            target_columns: List::Borrowed(target_columns),
            on_delete: Action::NoAction,
            on_update: Action::NoAction,
        }
    }

    /// Sets what happens on delete.
    pub const fn on_delete(mut self, action: Action) -> Self {
        self.on_delete = action;
        self
    }

    /// Sets what happens on update.
    pub const fn on_update(mut self, action: Action) -> Self {
        self.on_update = action;
        self
    }

    /// Whether an action of it gives its columns other values.
    pub(crate) fn sets(&self) -> bool {
        self.on_delete.sets_on_delete() || self.on_update.sets_on_update()
    }
}

impl Action {
    /// The standard's words for it.
    pub const fn sql(self) -> &'static str {
        match self {
            Self::NoAction => "NO ACTION",
            Self::Restrict => "RESTRICT",
            Self::Cascade => "CASCADE",
            Self::SetNull => "SET NULL",
            Self::SetDefault => "SET DEFAULT",
        }
    }

    /// Whether it puts other values into the columns here when the row there is deleted.
    pub const fn sets_on_delete(self) -> bool {
        match self {
            Self::SetNull | Self::SetDefault => true,
            Self::NoAction | Self::Restrict | Self::Cascade => false,
        }
    }

    /// Whether it puts other values into the columns here when the key there changes.
    pub const fn sets_on_update(self) -> bool {
        match self {
            Self::Cascade | Self::SetNull | Self::SetDefault => true,
            Self::NoAction | Self::Restrict => false,
        }
    }
}
