//! The two sets of migrations of which runners are killed: by hand, with all that a file can have, and as the tool writes them.

use tablewright::{Database, Migrator};

use super::set::Seen;
use super::{made, set};

/// Which one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    ByHand,
    Made,
}

impl Which {
    /// By which a child is told.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ByHand => "",
            Self::Made => "made",
        }
    }

    /// What runs it.
    pub fn migrator(self, db: &Database) -> Migrator<'_> {
        match self {
            Self::ByHand => set::migrator(db),
            Self::Made => made::migrator(db),
        }
    }

    /// What has to be there first.
    pub async fn begin(self, db: &Database) {
        if self == Self::Made {
            made::begin(db).await;
        }
    }

    /// What is there.
    pub async fn seen(self, db: &Database) -> Seen {
        match self {
            Self::ByHand => set::seen(db).await,
            Self::Made => made::seen(db).await,
        }
    }

    /// What the rows are after all of it.
    pub const fn rows(self) -> &'static [i64] {
        match self {
            Self::ByHand => &[112, 1],
            Self::Made => &[1, 1, 1, 1],
        }
    }
}
