//! Which server it is, and how a session on it is set up.

use super::options::SessionOptions;
use crate::driver::product::numbers;
use crate::driver::{Product, ProductName};
use crate::error::{Error, Kind, Result};

/// Asks for the version and the edition.
pub const ASK: &str = "SELECT CAST(SERVERPROPERTY('ProductVersion') AS NVARCHAR(128)), \
                       CAST(SERVERPROPERTY('EngineEdition') AS INT)";

/// SQL Server 2017, the oldest that has what the statements are made of.
const OLDEST: u32 = 14;
/// Azure's databases, which are never old and call themselves 12
/// (<https://learn.microsoft.com/sql/t-sql/functions/serverproperty-transact-sql>).
const IN_AZURE: [i32; 3] = [5, 8, 12];

/// The product of a version and an edition.
///
/// # Errors
/// Of kind `Unsupported` if it is too old.
pub fn product(version: &str, edition: i32) -> Result<Product> {
    let [major, ..] = numbers(version);
    if major < OLDEST && !IN_AZURE.contains(&edition) {
        let message = format!("this is SQL Server {version}; 14 (SQL Server 2017) is the oldest that will do");
        return Err(Error::new(Kind::Unsupported, message));
    }
    Ok(Product::new(ProductName::SqlServer, version))
}

/// The isolation level of transactions of which nothing else is said.
pub const ISOLATION: &str = "TRANSACTION ISOLATION LEVEL READ COMMITTED";

/// The statements that set a session up.
pub fn set_up(options: &SessionOptions) -> String {
    let settings = [
        // Without these, rows of tables with filtered indexes and computed columns cannot be changed
        // (<https://learn.microsoft.com/sql/t-sql/statements/create-index-transact-sql#required-set-options-for-filtered-indexes>).
        "ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON",
        "NUMERIC_ROUNDABORT OFF",
        // A transaction goes on after a statement that failed, which is what savepoints are for
        // (<https://learn.microsoft.com/sql/t-sql/statements/set-xact-abort-transact-sql>).
        "XACT_ABORT OFF",
        // Transactions are begun by us, and the numbers of changed rows are wanted.
        "IMPLICIT_TRANSACTIONS, NOCOUNT OFF",
        // Constraints are read out of messages.
        "LANGUAGE us_english",
        "DATEFORMAT ymd",
        ISOLATION,
    ];
    let lock_timeout = options.lock_timeout.map(|milliseconds| format!("SET LOCK_TIMEOUT {milliseconds}"));
    let settings: Vec<String> =
        settings.into_iter().map(|setting| format!("SET {setting}")).chain(lock_timeout).collect();
    settings.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_says_whether_it_will_do() {
        assert_eq!(product("16.0.4135.4", 3).unwrap().to_string(), "SQL Server 16.0.4135.4");
        assert_eq!(product("14.0.1000.169", 4).unwrap().name, ProductName::SqlServer);
        assert!(product("12.0.2000.8", 5).is_ok(), "Azure SQL Database");
        let old = product("13.0.5026.0", 3).unwrap_err();
        assert_eq!(old.kind(), Kind::Unsupported);
        assert!(old.to_string().starts_with("this is SQL Server 13.0.5026.0; 14"));
    }

    #[test]
    fn a_session_waits_for_locks_as_the_url_says() {
        assert!(!set_up(&SessionOptions::default()).contains("LOCK_TIMEOUT"));
        let options = SessionOptions { lock_timeout: Some(500), statement_timeout: None };
        assert!(set_up(&options).ends_with("; SET LOCK_TIMEOUT 500"));
    }
}
