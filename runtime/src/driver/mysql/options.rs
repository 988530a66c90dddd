//! Where the server is and how it is spoken to, out of a URL.

use std::fmt;

use sqlx::ConnectOptions;
use sqlx::mysql::{MySqlConnectOptions, MySqlSslMode};

use crate::driver::pool::PoolOptions;
use crate::driver::url::{Url, unknown_key};
use crate::error::{Error, Kind, Result};

const DEFAULT_HOST: &str = "localhost";
const DEFAULT_PORT: u16 = 3306;
/// The most statements a connection keeps prepared. A server keeps 16,382 for all of them
/// (<https://dev.mysql.com/doc/refman/9.0/en/server-system-variables.html#sysvar_max_prepared_stmt_count>).
const DEFAULT_STATEMENTS: usize = 1024;

/// The settings of a MySQL or MariaDB database.
pub struct Options {
    /// What sqlx connects with; its `Debug` shows the password, so it is never shown.
    pub connect: MySqlConnectOptions,
    /// The connections.
    pub pool: PoolOptions,
}

const KEYS: [&str; 6] = ["ssl-mode", "ssl-ca", "ssl-cert", "ssl-key", "socket", "statement_cache"];
/// <https://dev.mysql.com/doc/refman/9.0/en/connection-options.html#option_general_ssl-mode>
const SSL_MODES: [(&str, MySqlSslMode); 5] = [
    ("disabled", MySqlSslMode::Disabled),
    ("preferred", MySqlSslMode::Preferred),
    ("required", MySqlSslMode::Required),
    ("verify_ca", MySqlSslMode::VerifyCa),
    ("verify_identity", MySqlSslMode::VerifyIdentity),
];

impl Options {
    /// Reads `mysql://user:password@host:port/database?key=value&..`; also `mariadb://`.
    ///
    /// # Errors
    /// Of kind `Config` for a missing database, an unknown key or a value that does not fit it.
    pub fn parse(url: &str) -> Result<Self> {
        let Some(rest) = url.strip_prefix("mysql://").or_else(|| url.strip_prefix("mariadb://")) else {
            return Err(config("a MySQL URL starts with `mysql://` or `mariadb://`"));
        };
        let url = Url::parse(rest)?;
        let mut connect = MySqlConnectOptions::new()
            .host(url.host.as_deref().unwrap_or(DEFAULT_HOST))
            .port(url.port.unwrap_or(DEFAULT_PORT))
            .ssl_mode(MySqlSslMode::Preferred)
            .statement_cache_capacity(DEFAULT_STATEMENTS)
            // Both are set, with the rest of the mode, once the connection is there.
            .pipes_as_concat(false)
            .no_engine_substitution(false)
            // The statements are traced by the database, whatever the driver.
            .disable_statement_logging();
        if let Some(user) = &url.user {
            connect = connect.username(user);
        }
        if let Some(password) = &url.password {
            connect = connect.password(password);
        }
        match &url.database {
            Some(database) => connect = connect.database(database),
            None => return Err(config("the URL names no database: write `mysql://user:password@host/database`")),
        }
        let mut pool = PoolOptions::default();
        for (key, value) in &url.settings {
            if !pool.set(key, value)? {
                connect = set(connect, key, value)?;
            }
        }
        Ok(Self { connect, pool })
    }

    /// Where the server is, for messages.
    pub fn place(&self) -> String {
        match self.connect.get_socket() {
            Some(socket) => socket.display().to_string(),
            None => format!("{}:{}", self.connect.get_host(), self.connect.get_port()),
        }
    }
}

fn set(connect: MySqlConnectOptions, key: &str, value: &str) -> Result<MySqlConnectOptions> {
    Ok(match key {
        "ssl-mode" => connect.ssl_mode(ssl_mode(value)?),
        "ssl-ca" => connect.ssl_ca(value),
        "ssl-cert" => connect.ssl_client_cert(value),
        "ssl-key" => connect.ssl_client_key(value),
        "socket" => connect.socket(value),
        "statement_cache" => {
            let size = value.parse().ok().filter(|size| (1..=16_000).contains(size));
            let size = size.ok_or_else(|| config("`statement_cache` in the URL: expected a number from 1 to 16000"))?;
            connect.statement_cache_capacity(size)
        }
        _ => return Err(unknown_key(key, KEYS.into_iter().chain(PoolOptions::KEYS))),
    })
}

fn ssl_mode(value: &str) -> Result<MySqlSslMode> {
    let Some((name, mode)) = SSL_MODES.into_iter().find(|(name, _)| *name == value) else {
        let names = SSL_MODES.map(|(name, _)| format!("`{name}`")).join(", ");
        return Err(config(format!("`ssl-mode` in the URL: expected one of {names}")));
    };
    if !cfg!(feature = "tls") && !matches!(mode, MySqlSslMode::Disabled | MySqlSslMode::Preferred) {
        return Err(config(format!("`ssl-mode={name}`: this build has no TLS; switch on tablewright's feature `tls`")));
    }
    Ok(mode)
}

#[cold]
fn config(message: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(Kind::Config, message)
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("place", &self.place())
            .field("user", &self.connect.get_username())
            .field("database", &self.connect.get_database())
            .field("pool", &self.pool)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_url_names_the_server_and_the_settings() {
        let url = "mariadb://me:secret@db.example:3307/shop?ssl-mode=disabled&pool_size=3&acquire_timeout=250";
        let options = Options::parse(url).unwrap();
        assert_eq!(options.place(), "db.example:3307");
        assert_eq!((options.connect.get_username(), options.connect.get_database()), ("me", Some("shop")));
        assert_eq!((options.pool.size, options.pool.acquire_timeout), (3, Duration::from_millis(250)));
        assert!(!format!("{options:?}").contains("secret"));
    }

    #[test]
    fn mistakes_are_named_with_what_is_allowed() {
        let message = |url: &str| Options::parse(url).unwrap_err().to_string();
        assert_eq!(
            message("mysql://me@host/db?pool_sise=1"),
            "unknown key `pool_sise` in the URL, did you mean `pool_size`?"
        );
        assert!(message("mysql://me@host/db?ssl-mode=on").contains("expected one of `disabled`, `preferred`"));
        assert!(message("mysql://me@host/db?statement_cache=0").contains("from 1 to 16000"));
        assert!(message("mysql://me:secret@host").contains("names no database"));
        assert!(!message("mysql://me:secret@host:x/db").contains("secret"));
        #[cfg(not(feature = "tls"))]
        assert!(message("mysql://me@host/db?ssl-mode=required").contains("feature `tls`"));
    }
}
