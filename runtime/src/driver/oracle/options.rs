//! Where the server is and how it is spoken to, out of a URL.

use std::fmt;
use std::time::Duration;

use oracledb::Config;

use crate::driver::pool::PoolOptions;
use crate::driver::url::{Url, config, number, unknown_key};
use crate::error::Result;

const DEFAULT_HOST: &str = "localhost";
const DEFAULT_PORT: u16 = 1521;
/// How long the network may take to reach the server.
const CONNECT_WITHIN: Duration = Duration::from_secs(20);
/// Statements that a connection keeps prepared. The server allows 300 open ones by default
/// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/OPEN_CURSORS.html>).
const STATEMENTS: usize = 100;

/// The settings of an Oracle database.
pub struct Options {
    /// What the client connects with; never shown, for it has the password.
    pub connect: Config,
    /// Where the server is, for messages.
    pub place: String,
    /// Who connects.
    user: String,
    /// The connections.
    pub pool: PoolOptions,
    /// How many seconds a change of the schema waits for the locks of others.
    pub ddl_lock_timeout: Option<u32>,
    /// How long the server may take to answer.
    pub statement_timeout: Option<Duration>,
    /// Whether TLS is spoken.
    pub is_encrypted: bool,
}

/// What the URL says beside names.
#[derive(Default)]
struct Settings {
    service: Option<String>,
    is_encrypted: bool,
    wallet: Option<String>,
    wallet_password: Option<String>,
}

const KEYS: [&str; 6] =
    ["service_name", "sslmode", "wallet", "wallet_password", "ddl_lock_timeout", "statement_timeout"];

impl Options {
    /// Reads `oracle://user:password@host:port/service?key=value&..`. A setting `service_name` is stronger than the path, for
    /// a configuration may name a database and the service to reach it by.
    ///
    /// # Errors
    /// Of kind `Config` for an unknown key or a value that does not fit it.
    pub fn parse(url: &str) -> Result<Self> {
        let Some(rest) = url.strip_prefix("oracle://") else {
            return Err(config("the URL of an Oracle database starts with `oracle://`"));
        };
        let url = Url::parse(rest)?;
        let (Some(user), Some(password)) = (url.user, url.password) else {
            return Err(config("the URL names no user and password: write `oracle://user:password@host/service`"));
        };
        let host = url.host.unwrap_or_else(|| DEFAULT_HOST.to_owned());
        let port = url.port.unwrap_or(DEFAULT_PORT);
        // They become part of a text that has a syntax of its own.
        let is_plain = |text: &str, also: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || also.contains(c));
        if !is_plain(&host, ".-_:") {
            return Err(config("the host in the URL is no name and no address"));
        }
        let (mut pool, mut settings) = (PoolOptions::default(), Settings::default());
        let (mut ddl_lock_timeout, mut statement_timeout) = (None, None);
        for (key, value) in &url.settings {
            match key.as_str() {
                _ if pool.set(key, value)? => {}
                // The server takes no more than a million.
                "ddl_lock_timeout" => {
                    ddl_lock_timeout = Some(number(key, value, 1..=1_000_000, "a number of seconds")?)
                }
                "statement_timeout" => {
                    let milliseconds = number(key, value, 1..=i32::MAX.unsigned_abs(), "a number of milliseconds")?;
                    statement_timeout = Some(Duration::from_millis(u64::from(milliseconds)));
                }
                _ => settings.set(key, value)?,
            }
        }
        let Some(service) = settings.service.take().or(url.database) else {
            return Err(config("the URL names no service: write `oracle://user:password@host/service`"));
        };
        if !is_plain(&service, ".-_$#") {
            return Err(config("the service in the URL has a character that the names of services do not have"));
        }
        let connect = settings.config(&host, port, &service)?.set_credentials(&user, &password);
        let (place, is_encrypted) = (format!("{host}:{port}"), settings.is_encrypted);
        Ok(Self { connect, place, user, pool, ddl_lock_timeout, statement_timeout, is_encrypted })
    }
}

impl Settings {
    fn set(&mut self, key: &str, value: &str) -> Result<()> {
        match (key, value) {
            ("sslmode", "disable") => self.is_encrypted = false,
            ("sslmode", "verify-full") => self.is_encrypted = true,
            ("sslmode", _) => {
                // TLS has a port of its own, so that nothing can be preferred; and the client looks at every name.
                return Err(config("`sslmode` in the URL: expected one of `disable`, `verify-full`"));
            }
            ("service_name", _) => self.service = Some(value.to_owned()),
            ("wallet", _) => self.wallet = Some(value.to_owned()),
            ("wallet_password", _) => self.wallet_password = Some(value.to_owned()),
            _ => return Err(unknown_key(key, KEYS.into_iter().chain(PoolOptions::KEYS))),
        }
        Ok(())
    }

    fn config(&self, host: &str, port: u16, service: &str) -> Result<Config> {
        if !self.is_encrypted && (self.wallet.is_some() || self.wallet_password.is_some()) {
            return Err(config("a wallet is for TLS, which the URL does not ask for; write `sslmode=verify-full`"));
        }
        let protocol = if self.is_encrypted { "tcps" } else { "tcp" };
        // The client rests after the last try too, as long as between two.
        let descriptor = format!(
            "(DESCRIPTION=(RETRY_DELAY=0)(ADDRESS=(PROTOCOL={protocol})(HOST={host})(PORT={port}))\
             (CONNECT_DATA=(SERVICE_NAME={service})))"
        );
        let mut connect = Config::default()
            .set_connect_string(&descriptor)
            .map_err(|_| config("the host or the service in the URL is not well-formed"))?
            .set_driver_name("tablewright")
            .set_stmtcachesize(STATEMENTS)
            .set_transport_connect_timeout(Some(CONNECT_WITHIN));
        if let Some(wallet) = &self.wallet {
            connect = connect.set_wallet_location(wallet.as_str());
        }
        if let Some(password) = &self.wallet_password {
            connect = connect.set_wallet_password(password);
        }
        Ok(connect)
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("place", &self.place)
            .field("user", &self.user)
            .field("pool", &self.pool)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_names_the_server_and_the_settings() {
        let url =
            "oracle://me:secret@db.example:1522/shop.example?pool_size=3&ddl_lock_timeout=15&statement_timeout=250";
        let options = Options::parse(url).unwrap();
        assert_eq!((options.place.as_str(), options.user.as_str()), ("db.example:1522", "me"));
        let descriptor = options.connect.get_connect_descriptor();
        for part in ["(PROTOCOL=tcp)", "(HOST=db.example)", "(PORT=1522)", "(SERVICE_NAME=shop.example)"] {
            assert!(descriptor.contains(part), "{part} in {descriptor}");
        }
        assert_eq!((options.ddl_lock_timeout, options.pool.size), (Some(15), 3));
        assert_eq!(options.statement_timeout, Some(Duration::from_millis(250)));
        assert!(!format!("{options:?}").contains("secret"));
        let named = Options::parse("oracle://me:secret@host/XEPDB1?service_name=clinic").unwrap();
        assert!(named.connect.get_connect_descriptor().contains("(SERVICE_NAME=clinic)"));
        assert_eq!(Options::parse("oracle://me:secret@/free").unwrap().place, "localhost:1521");
        let encrypted = Options::parse("oracle://me:secret@[::1]/free?sslmode=verify-full&wallet=%2Fw").unwrap();
        let descriptor = encrypted.connect.get_connect_descriptor();
        assert!(descriptor.contains("(PROTOCOL=tcps)") && descriptor.contains("(HOST=[::1])"), "{descriptor}");
        assert!(descriptor.contains("(RETRY_DELAY=0)"), "{descriptor}");
        assert_eq!(encrypted.connect.wallet_location(), Some("/w"));
    }

    #[test]
    fn mistakes_are_named_with_what_is_allowed() {
        let message = |url: &str| Options::parse(url).unwrap_err().to_string();
        assert_eq!(
            message("oracle://me:secret@host/db?walet=1"),
            "unknown key `walet` in the URL, did you mean `wallet`?"
        );
        assert!(message("oracle://me:secret@host/db?sslmode=require").contains("`verify-full`"));
        assert!(message("oracle://me:secret@host/db?statement_timeout=0").contains("milliseconds"));
        assert!(message("oracle://me:secret@host/db?wallet=x").contains("sslmode=verify-full"));
        assert!(message("oracle://me@host/db").contains("names no user and password"));
        assert!(message("oracle://me:secret@host").contains("names no service"));
        assert!(message("oracle://me:secret@host/a)(b").contains("the service"));
        assert!(message("oracle://me:secret@host/a?service_name=a)(b").contains("the service"));
        assert!(message("oracle://me:secret@ho(st/a").contains("the host"));
        assert!(message("oracle:host").contains("starts with `oracle://`"));
        assert!(!message("oracle://me:secret@host:x/db").contains("secret"));
    }
}
