//! Name spaces: which of the things that a schema makes cannot have the same name in a dialect.

use super::{Dialect, firebird, mariadb, mysql, oracle, postgres, sqlite, sqlserver};

/// What has a name in a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A table.
    Table,
    /// A primary key.
    PrimaryKey,
    /// A unique constraint; one also where it has to be an index.
    Unique,
    /// A check.
    Check,
    /// An index.
    Index,
    /// A foreign key.
    ForeignKey,
    /// A default, where that is a constraint.
    Default,
}

impl Named {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Table, Self::PrimaryKey, Self::Unique, Self::Check, Self::Index, Self::ForeignKey, Self::Default];
}

/// Where a name has to be the only one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// In its table.
    Table,
    /// In the schema, or in the database of an engine that has no schemas.
    Schema,
}

/// A space of names, in the words of the engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Space {
    Relations,
    Indexes,
    Constraints,
    Checks,
    References,
}

/// The spaces that the name of a thing is taken in.
pub(crate) type Spaces = &'static [(Space, Extent)];

impl Dialect {
    /// The spaces that the name of such a thing is taken in; none if nobody asks how it is called.
    const fn spaces(self, named: Named) -> Spaces {
        match self {
            Self::Sqlite => sqlite::name_spaces(named),
            Self::Postgres => postgres::name_spaces(named),
            Self::Mysql => mysql::name_spaces(named),
            Self::Mariadb => mariadb::name_spaces(named),
            Self::Firebird => firebird::name_spaces(named),
            Self::SqlServer => sqlserver::name_spaces(named),
            Self::Oracle => oracle::name_spaces(named),
        }
    }

    /// Where two such things cannot have the same name; nowhere if they can.
    pub const fn clash(self, one: Named, other: Named) -> Option<Extent> {
        let (one, other) = (self.spaces(one), self.spaces(other));
        let mut found = None;
        let mut n = 0;
        while n < one.len() {
            let mut m = 0;
            while m < other.len() {
                if one[n].0 as u8 == other[m].0 as u8 {
                    match (one[n].1, other[m].1) {
                        (Extent::Schema, Extent::Schema) => return Some(Extent::Schema),
                        (Extent::Table | Extent::Schema, Extent::Table | Extent::Schema) => {
                            found = Some(Extent::Table);
                        }
                    }
                }
                m += 1;
            }
            n += 1;
        }
        found
    }
}

/// A name that a table makes in some dialects and that no definition has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MadeName {
    /// The name.
    pub name: &'static str,
    /// The position of the column that it comes with.
    pub column: usize,
    /// What has it: a check or a default.
    pub named: Named,
    /// The dialects that make it, a bit each at [`Dialect::index`].
    pub dialects: u16,
}

impl MadeName {
    /// Whether a dialect makes it, as far as the definition tells.
    pub const fn is_made_in(&self, dialect: Dialect) -> bool {
        self.dialects & (1 << dialect.index()) != 0
    }
}

/// A name that a rendering made for a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The name.
    pub name: String,
    /// The position of the column.
    pub column: usize,
    /// What has it: a check or a default.
    pub named: Named,
    /// Whether only the crate of the column's type tells whether it is made.
    pub is_late: bool,
}

impl Made {
    /// Whether it can be that of something that one table does not tell: of another table, or with a type of another crate.
    pub fn is_judged_later(&self, dialect: Dialect) -> bool {
        dialect.spaces(self.named).iter().any(|(_, extent)| self.is_late || *extent == Extent::Schema)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_clash_as_vendors_say() {
        let clash = |dialect: Dialect, one, other| {
            assert_eq!(dialect.clash(one, other), dialect.clash(other, one), "{dialect}");
            dialect.clash(one, other)
        };
        assert_eq!(clash(Dialect::Sqlite, Named::Check, Named::Check), None);
        assert_eq!(clash(Dialect::Postgres, Named::Check, Named::Unique), Some(Extent::Table));
        assert_eq!(clash(Dialect::Postgres, Named::Unique, Named::Table), Some(Extent::Schema));
        assert_eq!(clash(Dialect::Mysql, Named::Check, Named::Check), Some(Extent::Schema));
        assert_eq!(clash(Dialect::Mysql, Named::Check, Named::ForeignKey), None);
        assert_eq!(clash(Dialect::Mariadb, Named::Check, Named::Check), Some(Extent::Table));
        assert_eq!(clash(Dialect::Firebird, Named::Check, Named::Index), None);
        assert_eq!(clash(Dialect::SqlServer, Named::Default, Named::Table), Some(Extent::Schema));
        assert_eq!(clash(Dialect::SqlServer, Named::Index, Named::Index), Some(Extent::Table));
        assert_eq!(clash(Dialect::Oracle, Named::PrimaryKey, Named::Index), Some(Extent::Schema));
        assert_eq!(clash(Dialect::Oracle, Named::Table, Named::Index), None);
    }

    #[test]
    fn tables_have_names_of_their_own_everywhere() {
        for dialect in Dialect::ALL {
            assert_eq!(dialect.clash(Named::Table, Named::Table), Some(Extent::Schema), "{dialect}");
        }
    }
}
