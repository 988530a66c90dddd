//! Where the server is and how it is spoken to, out of a URL.

use std::fmt;
use std::time::Duration;

use tiberius::{AuthMethod, Config, EncryptionLevel};

use crate::driver::pool::PoolOptions;
use crate::driver::tls::{Tls, TlsMode};
use crate::driver::url::{Url, config, number, unknown_key};
use crate::error::Result;

const DEFAULT_HOST: &str = "localhost";
const DEFAULT_PORT: u16 = 1433;

/// The settings of a SQL Server database.
pub struct Options {
    /// What tiberius connects with; never shown, for it has the password.
    pub connect: Config,
    /// The server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Whether it may go on without TLS if the server has none.
    pub may_be_plain: bool,
    /// Who connects.
    user: String,
    /// The connections.
    pub pool: PoolOptions,
    /// How each session is set up.
    pub session: SessionOptions,
}

/// How a session is set up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SessionOptions {
    /// How many milliseconds to wait for another transaction's lock, if not for ever.
    pub lock_timeout: Option<u32>,
    /// How long a statement may take, if not as long as it likes.
    pub statement_timeout: Option<Duration>,
}

const KEYS: [&str; 3] = ["application_name", "lock_timeout", "statement_timeout"];

impl Options {
    /// Reads `sqlserver://user:password@host:port/database?key=value&..`; also `mssql://`.
    ///
    /// # Errors
    /// Of kind `Config` for an unknown key or a value that does not fit it.
    pub fn parse(url: &str) -> Result<Self> {
        let Some(rest) = url.strip_prefix("sqlserver://").or_else(|| url.strip_prefix("mssql://")) else {
            return Err(config("the URL of a SQL Server database starts with `sqlserver://`"));
        };
        let url = Url::parse(rest)?;
        let Some(user) = url.user else {
            return Err(config("the URL names no user: write `sqlserver://user:password@host/database`"));
        };
        let host = url.host.unwrap_or_else(|| DEFAULT_HOST.to_owned());
        if host.contains(['\\', '/']) {
            // Finding the port of an instance takes another protocol, and firewalls let only the port through.
            return Err(config("the host in the URL names an instance or a path: name the server and its port"));
        }
        let mut connect = Config::new();
        connect.host(&host);
        connect.authentication(AuthMethod::sql_server(&user, url.password.unwrap_or_default()));
        connect.application_name("tablewright");
        if let Some(database) = url.database {
            connect.database(database);
        }
        // Both are measured here, where the connection can be left in order.
        connect.command_timeout(None);
        connect.handshake_timeout(None);
        let (pool, session) = (PoolOptions::default(), SessionOptions::default());
        let port = url.port.unwrap_or(DEFAULT_PORT);
        let mut options = Self { connect, host, port, may_be_plain: false, user, pool, session };
        let (mut tls, mut words) = (Tls::default(), Words::default());
        for (key, value) in &url.settings {
            if !options.pool.set(key, value)? && !tls.set(key, value)? && !words.set(key, value)? {
                options.set(key, value)?;
            }
        }
        if let Some(mode) = words.mode() {
            if url.settings.iter().any(|(key, _)| key == "sslmode") {
                return Err(config("`sslmode` in the URL says the same as `encrypt`: leave one of them out"));
            }
            tls.set("sslmode", mode)?;
        }
        options.may_be_plain = encrypt(&mut options.connect, &tls)?;
        options.connect.port(options.port);
        Ok(options)
    }

    /// Where the server is, for messages.
    pub fn place(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<()> {
        // The server counts them in 31 bits.
        let milliseconds = || number(key, value, 1..=i32::MAX.unsigned_abs(), "a number of milliseconds");
        match key {
            "application_name" => self.connect.application_name(value),
            "lock_timeout" => self.session.lock_timeout = Some(milliseconds()?),
            "statement_timeout" => {
                self.session.statement_timeout = Some(Duration::from_millis(u64::from(milliseconds()?)));
            }
            _ => {
                return Err(unknown_key(
                    key,
                    KEYS.into_iter().chain(Words::KEYS).chain(Tls::KEYS).chain(PoolOptions::KEYS),
                ));
            }
        }
        Ok(())
    }
}

/// Microsoft's words for how much of TLS is asked for, which configurations have that were written for its own clients
/// (<https://learn.microsoft.com/sql/connect/ado-net/connection-string-syntax>).
#[derive(Default)]
struct Words {
    encrypt: Option<bool>,
    trust: Option<bool>,
}

impl Words {
    const KEYS: [&'static str; 2] = ["encrypt", "trust_server_certificate"];

    /// Takes a setting; false if it is another.
    fn set(&mut self, key: &str, value: &str) -> Result<bool> {
        let word = match key {
            "encrypt" => &mut self.encrypt,
            "trust_server_certificate" => &mut self.trust,
            _ => return Ok(false),
        };
        *word = Some(match value {
            "yes" | "true" => true,
            "no" | "false" => false,
            _ => return Err(config(format!("`{key}` in the URL: expected one of `yes`, `no`"))),
        });
        Ok(true)
    }

    /// The mode of TLS that they mean. Their clients encrypt if nothing is said.
    fn mode(&self) -> Option<&'static str> {
        match (self.encrypt, self.trust) {
            (None, None) => None,
            (Some(false), _) => Some("prefer"),
            (Some(true) | None, Some(true)) => Some("require"),
            (Some(true) | None, Some(false) | None) => Some("verify-full"),
        }
    }
}

/// The words of the URL as those of the protocol; gives back whether it may go on without TLS
/// (<https://learn.microsoft.com/openspecs/windows_protocols/ms-tds/60f56408-0188-4cd5-8b90-25c6f2423868>).
fn encrypt(connect: &mut Config, tls: &Tls) -> Result<bool> {
    let mode = tls.check(false)?;
    connect.encryption(match mode {
        TlsMode::Disable => EncryptionLevel::NotSupported,
        TlsMode::Prefer if cfg!(feature = "tls") => EncryptionLevel::On,
        TlsMode::Prefer => EncryptionLevel::NotSupported,
        TlsMode::Require | TlsMode::VerifyFull => EncryptionLevel::Required,
        TlsMode::VerifyCa => {
            let message = "`sslmode=verify-ca`: SQL Server's client looks at the name too; write `sslmode=verify-full`";
            return Err(config(message));
        }
    });
    #[cfg(feature = "tls")]
    {
        if mode != TlsMode::VerifyFull {
            connect.trust_cert();
        } else if let Some(authority) = &tls.authority {
            connect.trust_cert_ca(authority.display());
        }
        if let (Some(certificate), Some(key)) = (&tls.certificate, &tls.key) {
            connect.client_certificate(certificate, key);
        }
    }
    Ok(mode == TlsMode::Prefer && cfg!(feature = "tls"))
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("place", &self.place())
            .field("user", &self.user)
            .field("pool", &self.pool)
            .field("session", &self.session)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_names_the_server_and_the_settings() {
        let url = "sqlserver://me:secret@db.example:1434/shop?sslmode=disable&pool_size=3&lock_timeout=1500\
                   &statement_timeout=250&application_name=till";
        let options = Options::parse(url).unwrap();
        assert_eq!((options.place().as_str(), options.user.as_str()), ("db.example:1434", "me"));
        assert_eq!(options.connect.get_addr(), "db.example:1434");
        let statement_timeout = Some(Duration::from_millis(250));
        assert_eq!(options.session, SessionOptions { lock_timeout: Some(1_500), statement_timeout });
        assert_eq!(options.pool.size, 3);
        assert!(!format!("{options:?}").contains("secret"));
        assert_eq!(Options::parse("mssql://me@/").unwrap().place(), "localhost:1433");
    }

    #[test]
    fn microsofts_words_are_known() {
        let mode = |encrypt: Option<bool>, trust: Option<bool>| Words { encrypt, trust }.mode();
        assert_eq!(mode(None, None), None);
        assert_eq!(mode(Some(true), Some(false)), Some("verify-full"));
        assert_eq!(mode(Some(true), Some(true)), Some("require"));
        assert_eq!(mode(Some(false), None), Some("prefer"));
        #[cfg(feature = "tls")]
        for words in
            ["encrypt=yes&trust_server_certificate=no", "encrypt=true&trust_server_certificate=false", "encrypt=no"]
        {
            Options::parse(&format!("sqlserver://me@host/db?{words}")).unwrap();
        }
    }

    #[test]
    fn mistakes_are_named_with_what_is_allowed() {
        let message = |url: &str| Options::parse(url).unwrap_err().to_string();
        assert_eq!(
            message("sqlserver://me@host/db?lock_timeuot=1"),
            "unknown key `lock_timeuot` in the URL, did you mean `lock_timeout`?"
        );
        assert!(message("sqlserver://me@host/db?sslmode=on").contains("expected one of `disable`, `prefer`"));
        assert!(message("sqlserver://me@host/db?lock_timeout=4000000000").contains("milliseconds"));
        assert!(message("sqlserver://host/db").contains("names no user"));
        assert!(message("sqlserver://me@host%5CSQLEXPRESS/db").contains("names an instance"));
        assert!(message("sqlserver:host").contains("starts with `sqlserver://`"));
        assert!(!message("sqlserver://me:secret@host:x/db").contains("secret"));
        assert!(message("sqlserver://me@host/db?encrypt=strict").contains("expected one of `yes`, `no`"));
        assert!(message("sqlserver://me@host/db?encrypt=yes&sslmode=prefer").contains("leave one of them out"));
        #[cfg(feature = "tls")]
        assert!(message("sqlserver://me@host/db?sslmode=verify-ca").contains("verify-full"));
        #[cfg(not(feature = "tls"))]
        assert!(message("sqlserver://me@host/db?sslmode=require").contains("feature `tls`"));
    }
}
