//! Which product a server is: some speak the protocol of another, and can do less or otherwise.
//!
//! CockroachDB, YugabyteDB, Citus, TiDB, Vitess and Redshift are told apart by what they answer to the question that every
//! new connection asks anyway. **None of them has been run with this crate**: what is said of them here is what their
//! vendors document, and their statements are those of the engine whose protocol they speak.

use std::fmt;

use tablewright_schema::Dialect;

/// A product and its version.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Product {
    /// Which one it is.
    pub name: ProductName,
    /// Its own version, and not that of the engine it takes after; empty if it does not tell.
    pub version: String,
}

/// The products that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ProductName {
    /// SQLite.
    Sqlite,
    /// PostgreSQL itself.
    Postgres,
    /// CockroachDB, which speaks PostgreSQL's protocol.
    CockroachDb,
    /// YugabyteDB, which is PostgreSQL over storage of its own.
    YugabyteDb,
    /// PostgreSQL with the extension Citus in this database.
    Citus,
    /// Amazon Redshift, which was PostgreSQL 8.
    Redshift,
    /// MySQL itself, or what cannot be told from it.
    Mysql,
    /// MariaDB.
    MariaDb,
    /// TiDB, which speaks MySQL's protocol.
    TiDb,
    /// Vitess, which stands before servers of MySQL; PlanetScale is made of it.
    Vitess,
    /// Firebird.
    Firebird,
    /// SQL Server.
    SqlServer,
    /// Oracle Database.
    Oracle,
}

/// What can be relied on. `false` means no or not always.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Capabilities {
    /// Locks with a name or number of one's own, for anyone who may connect.
    pub advisory_locks: bool,
    /// Changes of the schema are undone with their transaction, whatever else happens in it.
    pub transactional_ddl: bool,
    /// Part of a transaction can be undone.
    pub savepoints: bool,
    /// Foreign keys are enforced between any two tables.
    pub foreign_keys: bool,
    /// Checks are enforced.
    pub checks: bool,
}

const ALL: Capabilities =
    Capabilities { advisory_locks: true, transactional_ddl: true, savepoints: true, foreign_keys: true, checks: true };

const NONE: Capabilities = Capabilities {
    advisory_locks: false,
    transactional_ddl: false,
    savepoints: false,
    foreign_keys: false,
    checks: false,
};

impl Product {
    /// A product of this version.
    pub fn new(name: ProductName, version: impl Into<String>) -> Self {
        Self { name, version: version.into() }
    }

    /// What speaks PostgreSQL's protocol, from `version()` and the version of the extension Citus, empty if there is none.
    ///
    /// - <https://www.cockroachlabs.com/docs/stable/functions-and-operators#system-info-functions>: `CockroachDB CCL v23.1.11 (..`
    /// - <https://docs.yugabyte.com/stable/api/ysqlsh/>: `PostgreSQL 11.2-YB-2.20.0.0-b0 on ..`
    /// - <https://docs.aws.amazon.com/redshift/latest/dg/r_VERSION.html>: `PostgreSQL 8.0.2 on .., Redshift 1.0.12103`
    /// - <https://docs.citusdata.com/en/stable/develop/api_udf.html>: the extension `citus`
    #[cfg(feature = "postgres")]
    pub(crate) fn of_postgres(version: &str, citus: &str) -> Self {
        let word = |text: &str| text.split([' ', ',']).next().unwrap_or_default().to_owned();
        if version.starts_with("CockroachDB") {
            let mut words = version.split(' ').filter_map(|word| word.strip_prefix('v'));
            let found = words.find(|word| word.starts_with(|c: char| c.is_ascii_digit()));
            return Self::new(ProductName::CockroachDb, found.unwrap_or_default());
        }
        if let Some((_, rest)) = version.split_once("-YB-") {
            return Self::new(ProductName::YugabyteDb, word(rest));
        }
        if let Some((_, rest)) = version.split_once("Redshift ") {
            return Self::new(ProductName::Redshift, word(rest));
        }
        if !citus.is_empty() {
            return Self::new(ProductName::Citus, citus);
        }
        Self::new(ProductName::Postgres, word(version.strip_prefix("PostgreSQL ").unwrap_or_default()))
    }

    /// What speaks MySQL's protocol, from `VERSION()` and `@@version_comment`.
    ///
    /// - <https://docs.pingcap.com/tidb/stable/information-functions/>: `8.0.11-TiDB-v7.5.1`
    /// - <https://github.com/vitessio/vitess/pull/7337>: `5.7.9-vitess-10.0.0`, later `8.0.30-Vitess` with the comment
    ///   `Version: 23.0.0 (Git revision ..`
    /// - <https://mariadb.com/docs/server/reference/sql-functions/secondary-functions/information-functions/version>
    #[cfg(feature = "mysql")]
    pub(crate) fn of_mysql(version: &str, comment: &str) -> Self {
        let digits = |text: &str| {
            let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
            text[..end].trim_end_matches('.').to_owned()
        };
        // As long as the text in bytes, for only letters of ASCII change.
        let lower = version.to_ascii_lowercase();
        if let Some(start) = lower.find("-tidb-v") {
            return Self::new(ProductName::TiDb, digits(&version[start + "-tidb-v".len()..]));
        }
        if let Some(start) = lower.find("-vitess") {
            let behind = digits(version[start + "-vitess".len()..].trim_start_matches('-'));
            let told = comment.strip_prefix("Version: ").map(digits).unwrap_or_default();
            return Self::new(ProductName::Vitess, if behind.is_empty() { told } else { behind });
        }
        let name = if lower.contains("mariadb") { ProductName::MariaDb } else { ProductName::Mysql };
        Self::new(name, digits(version))
    }

    /// What it can do.
    pub fn capabilities(&self) -> Capabilities {
        match self.name {
            ProductName::Sqlite => Capabilities::of(Dialect::Sqlite),
            ProductName::Postgres => Capabilities::of(Dialect::Postgres),
            // Its functions for advisory locks do nothing (https://github.com/cockroachdb/cockroach/issues/13546). Changes of
            // the schema may fail when they are committed, and stay in part
            // (https://www.cockroachlabs.com/docs/stable/online-schema-changes#limitations).
            ProductName::CockroachDb => Capabilities { advisory_locks: false, transactional_ddl: false, ..ALL },
            // Both came with 2025 and can be switched off
            // (https://docs.yugabyte.com/stable/architecture/transactions/explicit-locking/,
            // https://docs.yugabyte.com/stable/architecture/transactions/transactional-ddl/).
            ProductName::YugabyteDb => Capabilities { advisory_locks: false, transactional_ddl: false, ..ALL },
            // Between distributed tables only over the column that distributes
            // (https://docs.citusdata.com/en/stable/develop/reference_workarounds.html).
            ProductName::Citus => Capabilities { foreign_keys: false, ..ALL },
            // Keys are for information only, and there are no checks
            // (https://docs.aws.amazon.com/redshift/latest/dg/t_Defining_constraints.html,
            // https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html).
            ProductName::Redshift => NONE,
            ProductName::Mysql => Capabilities::of(Dialect::Mysql),
            ProductName::MariaDb => Capabilities::of(Dialect::Mariadb),
            // Checks are read and not enforced unless `tidb_enable_check_constraint` is on, foreign keys are for production
            // since 8.5 (https://docs.pingcap.com/tidb/stable/constraints/, https://docs.pingcap.com/tidb/stable/foreign-key/).
            ProductName::TiDb => {
                let foreign_keys = numbers(&self.version) >= [8, 5, 0];
                Capabilities { transactional_ddl: false, foreign_keys, checks: false, ..ALL }
            }
            // Each shard is a MySQL of its own (https://vitess.io/docs/reference/compatibility/mysql-compatibility/).
            ProductName::Vitess => {
                Capabilities { advisory_locks: false, transactional_ddl: false, foreign_keys: false, ..ALL }
            }
            ProductName::Firebird => Capabilities::of(Dialect::Firebird),
            ProductName::SqlServer => Capabilities::of(Dialect::SqlServer),
            ProductName::Oracle => Capabilities::of(Dialect::Oracle),
        }
    }
}

impl Capabilities {
    /// What the engine of a dialect can do.
    pub fn of(dialect: Dialect) -> Self {
        let engine = Self { transactional_ddl: dialect.transactional_ddl(), ..ALL };
        match dialect {
            // Whoever writes has a lock on the whole database.
            Dialect::Sqlite => Self { advisory_locks: false, ..engine },
            // https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
            Dialect::Postgres => engine,
            // https://dev.mysql.com/doc/refman/8.4/en/locking-functions.html
            Dialect::Mysql | Dialect::Mariadb => engine,
            // https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html
            Dialect::Firebird => Self { advisory_locks: false, ..engine },
            // https://learn.microsoft.com/en-us/sql/relational-databases/system-stored-procedures/sp-getapplock-transact-sql
            Dialect::SqlServer => engine,
            // The package DBMS_LOCK has to be granted
            // (https://docs.oracle.com/en/database/oracle/oracle-database/19/arpls/DBMS_LOCK.html).
            Dialect::Oracle => Self { advisory_locks: false, ..engine },
            // Of an engine that is not known nothing can be relied on.
            _ => NONE,
        }
    }
}

impl ProductName {
    /// What people call it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
            Self::CockroachDb => "CockroachDB",
            Self::YugabyteDb => "YugabyteDB",
            Self::Citus => "PostgreSQL with Citus",
            Self::Redshift => "Amazon Redshift",
            Self::Mysql => "MySQL",
            Self::MariaDb => "MariaDB",
            Self::TiDb => "TiDB",
            Self::Vitess => "Vitess",
            Self::Firebird => "Firebird",
            Self::SqlServer => "SQL Server",
            Self::Oracle => "Oracle",
        }
    }
}

impl fmt::Display for ProductName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Product {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let space = if self.version.is_empty() { "" } else { " " };
        write!(f, "{}{space}{}", self.name, self.version)
    }
}

/// The first three numbers of a version; those that are missing are 0.
pub(crate) fn numbers(version: &str) -> [u32; 3] {
    let mut parts = version.split('.').map(|part| {
        let end = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
        part[..end].parse().unwrap_or(0)
    });
    [(); 3].map(|()| parts.next().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "postgres")]
    #[test]
    fn who_speaks_the_protocol_of_postgres_is_known() {
        let cases = [
            ("PostgreSQL 15.18 (Debian 15.18-0+deb12u1) on x86_64-pc-linux-gnu, compiled by gcc", "PostgreSQL 15.18"),
            ("PostgreSQL 18beta1 on aarch64-apple-darwin", "PostgreSQL 18beta1"),
            (
                "CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023/09/27 01:53:43, go1.19.10)",
                "CockroachDB 23.1.11",
            ),
            ("CockroachDB OSS v20.2.0-alpha.1 (x86_64-apple-darwin14)", "CockroachDB 20.2.0-alpha.1"),
            ("PostgreSQL 11.2-YB-2.20.0.0-b0 on x86_64-pc-linux-gnu, compiled by clang", "YugabyteDB 2.20.0.0-b0"),
            ("PostgreSQL 15.12-YB-2025.1.0.0-b0 on x86_64-pc-linux-gnu", "YugabyteDB 2025.1.0.0-b0"),
            ("PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC, Redshift 1.0.12103", "Amazon Redshift 1.0.12103"),
            ("EnterpriseDB 16", "PostgreSQL"),
        ];
        for (version, expected) in cases {
            assert_eq!(Product::of_postgres(version, "").to_string(), expected, "{version}");
        }
        let citus = Product::of_postgres("PostgreSQL 16.1 on x86_64-pc-linux-gnu", "12.1-1");
        assert_eq!((citus.name, citus.version.as_str()), (ProductName::Citus, "12.1-1"));
        assert!(!citus.capabilities().foreign_keys && citus.capabilities().advisory_locks);
    }

    #[cfg(feature = "mysql")]
    #[test]
    fn who_speaks_the_protocol_of_mysql_is_known() {
        let cases = [
            ("9.7.4-2", "(Debian)", "MySQL 9.7.4"),
            ("8.0.mysql_aurora.3.04", "Source distribution", "MySQL 8.0"),
            ("10.11.14-MariaDB-0+deb12u2", "Debian 12", "MariaDB 10.11.14"),
            (
                "8.0.11-TiDB-v7.5.1",
                "TiDB Server (Apache License 2.0) Community Edition, MySQL 8.0 compatible",
                "TiDB 7.5.1",
            ),
            ("5.7.25-TiDB-v6.1.0", "TiDB Server", "TiDB 6.1.0"),
            ("5.7.9-vitess-10.0.0-SNAPSHOT", "", "Vitess 10.0.0"),
            ("8.0.30-Vitess", "Version: 23.0.0 (Git revision bee41a6 branch 'HEAD') built on ..", "Vitess 23.0.0"),
            ("8.0.30-Vitess", "mysql binary distribution", "Vitess"),
        ];
        for (version, comment, expected) in cases {
            assert_eq!(Product::of_mysql(version, comment).to_string(), expected, "{version}");
        }
        let foreign_keys = |version| Product::new(ProductName::TiDb, version).capabilities().foreign_keys;
        assert!(foreign_keys("8.5.3") && !foreign_keys("7.5.1") && !foreign_keys(""));
    }

    #[test]
    fn versions_are_ordered_as_numbers() {
        assert_eq!(numbers("11.2-YB-2.20"), [11, 2, 20]);
        assert!(numbers("10.11.6") > numbers("10.6.20"));
        assert_eq!(numbers(""), [0, 0, 0]);
    }

    #[test]
    fn an_engine_itself_can_do_what_its_dialect_says() {
        for dialect in Dialect::ALL {
            assert_eq!(Capabilities::of(dialect).transactional_ddl, dialect.transactional_ddl(), "{dialect}");
        }
        let mysql = Product::new(ProductName::Mysql, "9.7").capabilities();
        assert_eq!(mysql, Capabilities::of(Dialect::Mysql));
        assert!(!mysql.transactional_ddl && mysql.advisory_locks && mysql.checks);
    }
}
