//! Where the server is and how it is spoken to, out of a URL.

use std::fmt;

use sqlx::ConnectOptions;
use sqlx::postgres::{PgConnectOptions, PgSslMode};

use crate::driver::pool::PoolOptions;
use crate::driver::tls::{Tls, TlsMode};
use crate::driver::url::{Url, config, number, unknown_key};
use crate::error::Result;

const DEFAULT_HOST: &str = "localhost";
const DEFAULT_PORT: u16 = 5432;
/// The most statements a connection keeps prepared, the least recently used going first.
const DEFAULT_STATEMENTS: usize = 1024;

/// The settings of a PostgreSQL database.
pub struct Options {
    /// What sqlx connects with; its `Debug` shows the password, so it is never shown.
    pub connect: PgConnectOptions,
    /// The connections.
    pub pool: PoolOptions,
}

const KEYS: [&str; 2] = ["application_name", "statement_cache"];

impl Options {
    /// Reads `postgres://user:password@host:port/database?key=value&..`; also `postgresql://`.
    ///
    /// What is missing is taken from where libpq takes it: the user from `PGUSER` or the system, the password from
    /// `PGPASSWORD`.
    ///
    /// # Errors
    /// Of kind `Config` for an unknown key or a value that does not fit it.
    pub fn parse(url: &str) -> Result<Self> {
        let Some(rest) = url.strip_prefix("postgres://").or_else(|| url.strip_prefix("postgresql://")) else {
            return Err(config("a PostgreSQL URL starts with `postgres://`"));
        };
        let url = Url::parse(rest)?;
        let mut connect = PgConnectOptions::new_without_pgpass()
            .host(url.host.as_deref().unwrap_or(DEFAULT_HOST))
            .port(url.port.unwrap_or(DEFAULT_PORT))
            .application_name("tablewright")
            .statement_cache_capacity(DEFAULT_STATEMENTS)
            // The statements are traced by the database, whatever the driver.
            .disable_statement_logging();
        if let Some(user) = &url.user {
            connect = connect.username(user);
        }
        if let Some(password) = &url.password {
            connect = connect.password(password);
        }
        let user = connect.get_username().to_owned();
        connect = connect.database(url.database.as_deref().unwrap_or(&user));
        let (mut pool, mut tls) = (PoolOptions::default(), Tls::default());
        for (key, value) in &url.settings {
            if !pool.set(key, value)? && !tls.set(key, value)? {
                connect = set(connect, key, value)?;
            }
        }
        connect = with_tls(connect, &tls)?;
        Ok(Self { connect, pool })
    }

    /// Where the server is, for messages.
    pub fn place(&self) -> String {
        let host = self.connect.get_host();
        if host.starts_with('/') { host.to_owned() } else { format!("{host}:{}", self.connect.get_port()) }
    }
}

fn set(connect: PgConnectOptions, key: &str, value: &str) -> Result<PgConnectOptions> {
    Ok(match key {
        "application_name" => connect.application_name(value),
        "statement_cache" => {
            connect.statement_cache_capacity(number(key, value, 1..=100_000, "a number from 1 to 100000")?)
        }
        _ => return Err(unknown_key(key, KEYS.into_iter().chain(Tls::KEYS).chain(PoolOptions::KEYS))),
    })
}

fn with_tls(mut connect: PgConnectOptions, tls: &Tls) -> Result<PgConnectOptions> {
    let is_socket = connect.get_host().starts_with('/');
    connect = connect.ssl_mode(match tls.check(is_socket)? {
        TlsMode::Disable => PgSslMode::Disable,
        TlsMode::Prefer => PgSslMode::Prefer,
        TlsMode::Require => PgSslMode::Require,
        TlsMode::VerifyCa => PgSslMode::VerifyCa,
        TlsMode::VerifyFull => PgSslMode::VerifyFull,
    });
    if let Some(authority) = &tls.authority {
        connect = connect.ssl_root_cert(authority);
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
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_url_names_the_server_and_the_settings() {
        let url = "postgres://me:secret@db.example:5433/shop?sslmode=disable&pool_size=3&acquire_timeout=250";
        let options = Options::parse(url).unwrap();
        assert_eq!(options.place(), "db.example:5433");
        assert_eq!(options.connect.get_username(), "me");
        assert_eq!(options.connect.get_database(), Some("shop"));
        assert_eq!((options.pool.size, options.pool.acquire_timeout), (3, Duration::from_millis(250)));
        assert!(!format!("{options:?}").contains("secret"));
        let options = Options::parse("postgresql://me@%2Frun%2Fpostgresql").unwrap();
        assert_eq!((options.place().as_str(), options.connect.get_database()), ("/run/postgresql", Some("me")));
    }

    #[test]
    fn mistakes_are_named_with_what_is_allowed() {
        let message = |url: &str| Options::parse(url).unwrap_err().to_string();
        assert_eq!(
            message("postgres://me@host/db?pool_sise=1"),
            "unknown key `pool_sise` in the URL, did you mean `pool_size`?"
        );
        assert!(message("postgres://me@host/db?sslmode=on").contains("expected one of `disable`, `prefer`"));
        assert!(message("postgres://me@host/db?statement_cache=0").contains("from 1 to 100000"));
        assert!(message("postgres:host").contains("starts with `postgres://`"));
        assert!(!message("postgres://me:secret@host:x/db").contains("secret"));
        #[cfg(not(feature = "tls"))]
        assert!(message("postgres://me@host/db?sslmode=require").contains("feature `tls`"));
    }
}
