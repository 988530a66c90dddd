//! Which server it is, and how a session on it is set up.

use tablewright_schema::Dialect;

use super::options::SessionOptions;
use crate::driver::{Product, ProductName};
use crate::error::{Error, Kind, Result};

/// What a server says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Server {
    /// MySQL or MariaDB.
    pub dialect: Dialect,
    /// The server's number for the connection.
    pub connection: u64,
    /// The longest message it takes, in bytes.
    pub longest_message: u64,
    /// Whether the end of its patience with a lock undoes the whole transaction, and not only the statement
    /// (<https://dev.mysql.com/doc/refman/8.4/en/innodb-parameters.html#sysvar_innodb_rollback_on_timeout>).
    pub undoes_on_timeout: bool,
    /// Whether the connection goes through TLS.
    pub is_encrypted: bool,
}

/// Asks for what a [`Server`] is made of, in order, and for what tells it from others. MySQL has a UUID for that, MariaDB none
/// (<https://dev.mysql.com/doc/refman/8.4/en/replication-options.html>).
pub const ASK: &str = "SELECT VERSION(), CONNECTION_ID(), @@max_allowed_packet, @@innodb_rollback_on_timeout + 0, \
                       @@version_comment, CONCAT_WS(' ', @@hostname, @@port, @@server_id)";

/// Asks for the cipher of the connection, an empty text if it has none
/// (<https://dev.mysql.com/doc/refman/8.4/en/server-status-variables.html#statvar_Ssl_cipher>).
pub const ASK_CIPHER: &str = "SHOW SESSION STATUS LIKE 'Ssl_cipher'";

/// The collation of MySQL's tables came with 8.0.17, MariaDB's RETURNING and collation are older than its 10.6, TiDB has
/// MySQL's collation since 7.4 (<https://docs.pingcap.com/tidb/stable/release-7.4.0/>).
const OLDEST: [(Dialect, &str, [u32; 3]); 3] = [
    (Dialect::Mysql, "MySQL", [8, 0, 17]),
    (Dialect::Mariadb, "MariaDB", [10, 6, 0]),
    (Dialect::Mysql, "TiDB", [7, 5, 0]),
];

/// The dialect of a product.
///
/// # Errors
/// Of kind `Unsupported` if it is too old.
pub fn dialect(version: &str, product: &Product) -> Result<Dialect> {
    let [mysql, mariadb, tidb] = OLDEST;
    // TiDB says another version than its own; Vitess that of the MySQL behind it.
    let ((dialect, name, oldest), version) = if product.name == ProductName::MariaDb {
        (mariadb, version)
    } else if product.name == ProductName::TiDb {
        (tidb, product.version.as_str())
    } else {
        (mysql, version)
    };
    let digits = version.split(|c: char| !c.is_ascii_digit() && c != '.').next().unwrap_or_default();
    // A part that is missing, as in `8.0.mysql_aurora.3.04`, is recent enough.
    let mut parts = digits.split('.').map(|part| part.parse().unwrap_or(u32::MAX));
    let found = [(); 3].map(|()| parts.next().unwrap_or(u32::MAX));
    if found < oldest {
        let [major, minor, patch] = oldest;
        let message = format!("this is {name} {digits}; {major}.{minor}.{patch} is the oldest that will do");
        return Err(Error::new(Kind::Unsupported, message));
    }
    Ok(dialect)
}

/// The statement that sets a session up.
pub fn set_up(dialect: Dialect, options: &SessionOptions) -> String {
    let settings = [
        // Literals and parameters compare as the columns do.
        format!("NAMES utf8mb4 COLLATE {}", collation(dialect)),
        // What does not fit is refused and never cut, and 0 is a number like any other
        // (<https://dev.mysql.com/doc/refman/8.4/en/sql-mode.html>).
        "sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY,NO_ZERO_IN_DATE,NO_ZERO_DATE,\
         ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_VALUE_ON_ZERO'"
            .to_owned(),
        "time_zone = '+00:00'".to_owned(),
        // Constraints are read out of messages.
        "lc_messages = 'en_US'".to_owned(),
        "autocommit = 1".to_owned(),
        // A COMMIT is the end of a transaction and not the start of one.
        "completion_type = 'NO_CHAIN'".to_owned(),
        // What an administrator turned off for an import is on, and no query is cut short: the number is Vitess's highest
        // (<https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_sql_select_limit>).
        "foreign_key_checks = 1, unique_checks = 1, sql_safe_updates = 0, sql_select_limit = 9223372036854775807"
            .to_owned(),
    ];
    // <https://mariadb.com/docs/server/server-management/variables-and-modes/server-system-variables#check_constraint_checks>
    let checks = (dialect == Dialect::Mariadb).then(|| "check_constraint_checks = 1".to_owned());
    let lock_timeout = options.lock_timeout.map(|seconds| format!("innodb_lock_wait_timeout = {seconds}"));
    let settings: Vec<String> = settings.into_iter().chain(checks).chain(lock_timeout).collect();
    format!("SET {}", settings.join(", "))
}

/// The collation that the tables are made with.
fn collation(dialect: Dialect) -> &'static str {
    if dialect == Dialect::Mariadb { "utf8mb4_nopad_bin" } else { "utf8mb4_0900_bin" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dialect(version: &str) -> Result<Dialect> {
        super::dialect(version, &Product::of_mysql(version, ""))
    }

    #[test]
    fn the_version_says_which_server_it_is() {
        for (version, expected) in [
            ("8.0.17", Dialect::Mysql),
            ("9.7.4-debug", Dialect::Mysql),
            ("8.0.mysql_aurora.3.04", Dialect::Mysql),
            ("8.4", Dialect::Mysql),
            ("8.0.11-TiDB-v7.5.1", Dialect::Mysql),
            ("8.0.30-Vitess", Dialect::Mysql),
            ("10.6.0-MariaDB", Dialect::Mariadb),
            ("10.11.14-MariaDB-0+deb12u2", Dialect::Mariadb),
            ("12.0.2-mariadb-log", Dialect::Mariadb),
        ] {
            assert_eq!(dialect(version).unwrap(), expected, "{version}");
        }
        assert_eq!(
            dialect("5.7.44-log").unwrap_err().to_string(),
            "this is MySQL 5.7.44; 8.0.17 is the oldest that will do"
        );
        assert_eq!(
            dialect("8.0.11-TiDB-v7.1.6").unwrap_err().to_string(),
            "this is TiDB 7.1.6; 7.5.0 is the oldest that will do"
        );
        assert_eq!(dialect("10.5.99-MariaDB").unwrap_err().kind(), Kind::Unsupported);
    }
}
