//! Where the server is and how it is spoken to, out of a URL.

use std::fmt;

use sqlx::ConnectOptions;
use sqlx::mysql::{MySqlConnectOptions, MySqlSslMode};

use crate::driver::pool::PoolOptions;
use crate::driver::tls::{Tls, TlsMode};
use crate::driver::url::{Url, config, number, unknown_key};
use crate::error::Result;

const DEFAULT_HOST: &str = "localhost";
const DEFAULT_PORT: u16 = 3306;
/// The most statements a connection keeps prepared. The server has 16,382 in all
/// (<https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_max_prepared_stmt_count>).
const DEFAULT_STATEMENTS: usize = 1024;

/// The settings of a MySQL or MariaDB database.
pub struct Options {
    /// What sqlx connects with; its `Debug` shows the password, so it is never shown.
    pub connect: MySqlConnectOptions,
    /// The connections.
    pub pool: PoolOptions,
    /// How each session is set up.
    pub session: SessionOptions,
}

/// How a session is set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionOptions {
    /// The most statements that are kept prepared.
    pub statements: usize,
    /// How many seconds to wait for another transaction's lock, if not as long as the server says.
    pub lock_timeout: Option<u64>,
    /// Whether a connection may go through TLS.
    pub may_encrypt: bool,
}

const KEYS: [&str; 2] = ["statement_cache", "lock_timeout"];

impl Options {
    /// Reads `mysql://user:password@host:port/database?key=value&..`; also `mariadb://`.
    ///
    /// # Errors
    /// Of kind `Config` for an unknown key or a value that does not fit it.
    pub fn parse(url: &str) -> Result<Self> {
        let Some(rest) = url.strip_prefix("mysql://").or_else(|| url.strip_prefix("mariadb://")) else {
            return Err(config(
                "the URL of a MySQL database starts with `mysql://`, of a MariaDB one with `mariadb://`",
            ));
        };
        let url = Url::parse(rest)?;
        let Some(user) = &url.user else {
            return Err(config("the URL names no user: write `mysql://user:password@host/database`"));
        };
        let host = url.host.as_deref().unwrap_or(DEFAULT_HOST);
        let mut connect = MySqlConnectOptions::new()
            .host(host)
            .port(url.port.unwrap_or(DEFAULT_PORT))
            .username(user)
            // The session is set up when it is known which server it is.
            .pipes_as_concat(false)
            .no_engine_substitution(false)
            .timezone(None)
            .set_names(false)
            // The statements are traced by the database, whatever the driver.
            .disable_statement_logging();
        if host.starts_with('/') {
            connect = connect.socket(host);
        }
        if let Some(password) = &url.password {
            connect = connect.password(password);
        }
        if let Some(database) = &url.database {
            connect = connect.database(database);
        }
        let session = SessionOptions { statements: DEFAULT_STATEMENTS, lock_timeout: None, may_encrypt: false };
        let mut options = Self { connect, pool: PoolOptions::default(), session };
        let mut tls = Tls::default();
        for (key, value) in &url.settings {
            if !options.pool.set(key, value)? && !tls.set(key, value)? {
                options.set(key, value)?;
            }
        }
        options.connect = with_tls(options.connect, &tls)?;
        options.session.may_encrypt = !matches!(options.connect.get_ssl_mode(), MySqlSslMode::Disabled);
        // One more than are kept: sqlx must never have to close one by itself.
        options.connect = options.connect.statement_cache_capacity(options.session.statements + 2);
        Ok(options)
    }

    /// Where the server is, for messages.
    pub fn place(&self) -> String {
        match self.connect.get_socket() {
            Some(socket) => socket.display().to_string(),
            None => format!("{}:{}", self.connect.get_host(), self.connect.get_port()),
        }
    }

    fn set(&mut self, key: &str, value: &str) -> Result<()> {
        match key {
            "statement_cache" => {
                self.session.statements = number(key, value, 1..=10_000, "a number from 1 to 10000")?;
            }
            "lock_timeout" => {
                let milliseconds = number(key, value, 1..=u64::MAX, "a number of milliseconds")?;
                self.session.lock_timeout = Some(milliseconds.div_ceil(1_000));
            }
            _ => return Err(unknown_key(key, KEYS.into_iter().chain(Tls::KEYS).chain(PoolOptions::KEYS))),
        }
        Ok(())
    }
}

fn with_tls(mut connect: MySqlConnectOptions, tls: &Tls) -> Result<MySqlConnectOptions> {
    let is_socket = connect.get_socket().is_some();
    connect = connect.ssl_mode(match tls.check(is_socket)? {
        TlsMode::Disable => MySqlSslMode::Disabled,
        TlsMode::Prefer => MySqlSslMode::Preferred,
        TlsMode::Require => MySqlSslMode::Required,
        TlsMode::VerifyCa => MySqlSslMode::VerifyCa,
        TlsMode::VerifyFull => MySqlSslMode::VerifyIdentity,
    });
    if let Some(authority) = &tls.authority {
        connect = connect.ssl_ca(authority);
    }
    if let (Some(certificate), Some(key)) = (&tls.certificate, &tls.key) {
        connect = connect.ssl_client_cert(certificate).ssl_client_key(key);
    }
    Ok(connect)
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("place", &self.place())
            .field("user", &self.connect.get_username())
            .field("database", &self.connect.get_database())
            .field("pool", &self.pool)
            .field("session", &self.session)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_url_names_the_server_and_the_settings() {
        let url =
            "mysql://me:secret@db.example:3307/shop?sslmode=disable&pool_size=3&acquire_timeout=250&lock_timeout=1500";
        let options = Options::parse(url).unwrap();
        assert_eq!(options.place(), "db.example:3307");
        assert_eq!(options.connect.get_username(), "me");
        assert_eq!(options.connect.get_database(), Some("shop"));
        assert_eq!((options.pool.size, options.pool.acquire_timeout), (3, Duration::from_millis(250)));
        assert_eq!(options.session, SessionOptions { statements: 1024, lock_timeout: Some(2), may_encrypt: false });
        assert!(!format!("{options:?}").contains("secret"));
        let options = Options::parse("mariadb://me@%2Frun%2Fmysqld%2Fmysqld.sock/").unwrap();
        assert_eq!((options.place().as_str(), options.connect.get_database()), ("/run/mysqld/mysqld.sock", None));
    }

    #[test]
    fn mistakes_are_named_with_what_is_allowed() {
        let message = |url: &str| Options::parse(url).unwrap_err().to_string();
        assert_eq!(
            message("mysql://me@host/db?pool_sise=1"),
            "unknown key `pool_sise` in the URL, did you mean `pool_size`?"
        );
        assert!(message("mysql://me@host/db?sslmode=on").contains("expected one of `disable`, `prefer`"));
        assert!(message("mysql://me@host/db?statement_cache=0").contains("from 1 to 10000"));
        assert!(message("mysql://me@host/db?lock_timeout=soon").contains("milliseconds"));
        assert!(message("mysql://host/db").contains("names no user"));
        assert!(message("mysql:host").contains("starts with `mysql://`"));
        assert!(!message("mysql://me:secret@host:x/db").contains("secret"));
        #[cfg(not(feature = "tls"))]
        assert!(message("mysql://me@host/db?sslmode=require").contains("feature `tls`"));
    }
}
