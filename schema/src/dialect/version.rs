//! Versions of engines: which a schema can be for, and what of a table only newer ones can.

use std::fmt;

use super::{Dialect, firebird};
use crate::model::TableDef;

/// A release of an engine, as the first two numbers of its version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    major: u16,
    minor: u16,
}

/// Something of a table that only newer releases can.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// What it is called, up to its name: "column ".
    pub what: &'static str,
    /// The name of the part.
    pub name: &'static str,
    /// Why an older release cannot.
    pub why: &'static str,
}

impl Version {
    /// A release.
    pub const fn new(major: u16, minor: u16) -> Self {
        Self { major, minor }
    }

    /// The release written as `10.11` or `17`.
    pub fn parse(text: &str) -> Option<Self> {
        let (major, minor) = text.split_once('.').unwrap_or((text, "0"));
        Some(Self::new(major.parse().ok()?, minor.parse().ok()?))
    }

    /// The first number.
    pub const fn major(self) -> u16 {
        self.major
    }

    /// The second number.
    pub const fn minor(self) -> u16 {
        self.minor
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.minor {
            0 => write!(f, "{}", self.major),
            minor => write!(f, "{}.{minor}", self.major),
        }
    }
}

impl Dialect {
    /// The oldest release that a schema can be for.
    pub const fn oldest(self) -> Version {
        match self {
            Self::Firebird => Version::new(3, 0),
            Self::Sqlite | Self::Postgres | Self::Mysql | Self::Mariadb | Self::SqlServer | Self::Oracle => {
                self.usual()
            }
        }
    }

    /// The release that a schema is for which names none: it and all newer ones.
    pub const fn usual(self) -> Version {
        match self {
            Self::Sqlite => Version::new(3, 37),
            Self::Postgres => Version::new(13, 0),
            Self::Mysql => Version::new(8, 0),
            Self::Mariadb => Version::new(10, 6),
            Self::Firebird => Version::new(4, 0),
            Self::SqlServer => Version::new(2017, 0),
            Self::Oracle => Version::new(19, 0),
        }
    }

    /// The releases that schemas are for which name none, in the order of [`Dialect::ALL`].
    pub const fn usual_versions() -> [Version; Self::COUNT] {
        let mut versions = [Version::new(0, 0); Self::COUNT];
        let mut n = 0;
        while n < Self::COUNT {
            versions[n] = Self::ALL[n].usual();
            n += 1;
        }
        versions
    }

    /// What a name that a table makes by itself has that this release cannot do and the usual one can.
    pub const fn need_of_made(self, name: &'static str, version: Version) -> Option<Need> {
        match self {
            Self::Firebird if version.major < 4 => firebird::need_of_name("check of a column ", name),
            Self::Sqlite
            | Self::Postgres
            | Self::Mysql
            | Self::Mariadb
            | Self::Firebird
            | Self::SqlServer
            | Self::Oracle => None,
        }
    }

    /// The first thing in an emitted table that this release cannot do and the usual one can.
    pub const fn need(self, def: &'static TableDef, version: Version) -> Option<Need> {
        match self {
            Self::Firebird if version.major < 4 => firebird::need_of_version_4(def),
            Self::Sqlite
            | Self::Postgres
            | Self::Mysql
            | Self::Mariadb
            | Self::Firebird
            | Self::SqlServer
            | Self::Oracle => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_written_as_vendors_do() {
        assert_eq!(Version::parse("10.11"), Some(Version::new(10, 11)));
        assert_eq!(Version::parse("2022"), Some(Version::new(2022, 0)));
        assert_eq!((Version::parse("8.0.17"), Version::parse("new")), (None, None));
        assert_eq!((Version::new(10, 11).to_string(), Version::new(4, 0).to_string()), ("10.11".into(), "4".into()));
    }

    #[test]
    fn no_usual_release_is_older_than_the_oldest() {
        for dialect in Dialect::ALL {
            assert!(dialect.oldest() <= dialect.usual());
            assert_eq!(Dialect::usual_versions()[dialect.index()], dialect.usual());
        }
    }
}
