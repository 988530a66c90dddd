//! Which database, with whose name, and how, out of a URL.

use std::time::Duration;

use firebird_wire::{ConnectConfig, WireCrypt};
use tablewright_schema::suggest;

use crate::driver::pool::PoolOptions;
use crate::driver::url::{Url, config, number, unknown_key};
use crate::error::{Error, Result};

/// The settings of a Firebird database.
pub struct Options {
    /// The server's name or address.
    pub host: String,
    /// The server's port.
    pub port: u16,
    /// The file as the server sees it, or an alias.
    pub database: String,
    /// Who connects.
    pub user: String,
    /// With what; in no message and no `Debug`.
    password: String,
    /// The SQL role taken on.
    pub role: Option<String>,
    /// Whether what is sent is encrypted.
    pub encryption: WireCrypt,
    /// How many connections there are and how long they live.
    pub pool: PoolOptions,
    /// How long opening a connection may take.
    pub connect_timeout: Duration,
    /// How long a statement waits for a row or a table that another transaction has locked; Firebird counts in seconds.
    pub lock_timeout: Duration,
}

const KEYS: [&str; 4] = ["connect_timeout", "lock_timeout", "role", "encryption"];
const DEFAULT_PORT: u16 = 3050;

impl Options {
    /// Reads `firebird://user:password@host:port/path/to/db.fdb?key=value&..`.
    ///
    /// A path of several parts is absolute unless it starts with `./` or `../`, which is where the server says; a single part
    /// without a point is an alias, as in `databases.conf`.
    ///
    /// # Errors
    /// Of kind `Config` for a part that is missing, an unknown key, or a value that does not fit it.
    pub fn parse(url: &str) -> Result<Self> {
        let Some(rest) = url.strip_prefix("firebird://") else {
            return Err(config("a Firebird URL starts with `firebird://`"));
        };
        let url = Url::parse(rest)?;
        let mut options = Self {
            host: url.host.ok_or_else(|| missing("server"))?,
            port: url.port.unwrap_or(DEFAULT_PORT),
            database: place_of(url.database.ok_or_else(|| missing("database"))?),
            user: url.user.ok_or_else(|| missing("user"))?,
            password: url.password.unwrap_or_default(),
            role: None,
            encryption: WireCrypt::Enabled,
            pool: PoolOptions::default(),
            connect_timeout: Duration::from_secs(15),
            lock_timeout: Duration::from_secs(10),
        };
        for (key, value) in &url.settings {
            options.set(key, value)?;
        }
        Ok(options)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<()> {
        if self.pool.set(key, value)? {
            return Ok(());
        }
        match key {
            "connect_timeout" => self.connect_timeout = milliseconds(key, value)?,
            "lock_timeout" => self.lock_timeout = milliseconds(key, value)?,
            "role" => self.role = Some(value.to_owned()),
            "encryption" => {
                self.encryption = match value {
                    "off" => WireCrypt::Disabled,
                    "preferred" => WireCrypt::Enabled,
                    "required" => WireCrypt::Required,
                    _ => {
                        let expected = suggest::expected(["off", "preferred", "required"]);
                        return Err(config(format!("`encryption` in the URL: {expected}")));
                    }
                }
            }
            _ => return Err(unknown_key(key, KEYS.into_iter().chain(PoolOptions::KEYS))),
        }
        Ok(())
    }

    /// What a connection is opened with.
    pub fn connect_config(&self) -> ConnectConfig {
        ConnectConfig {
            host: self.host.clone(),
            port: self.port,
            database: self.database.clone(),
            user: self.user.clone(),
            password: self.password.clone(),
            role: self.role.clone(),
            wire_crypt: self.encryption,
            connect_timeout: Some(self.connect_timeout),
            // Its hash is as good as the password, and nothing is encrypted after it.
            legacy_auth: false,
            // The types as they are, even if the server is set up to send others to old programs.
            native_data_types: true,
            // Columns without a zone get what CURRENT_TIMESTAMP is in the session's.
            timezone: Some("UTC".to_owned()),
            ..ConnectConfig::default()
        }
    }

    /// The lock timeout in Firebird's seconds, at least one: none at all would be an endless wait.
    pub fn lock_seconds(&self) -> i32 {
        i32::try_from(self.lock_timeout.as_millis().div_ceil(1_000)).unwrap_or(i32::MAX).max(1)
    }
}

/// A path is absolute if it does not say otherwise, an alias is not.
fn place_of(database: String) -> String {
    let bytes = database.as_bytes();
    let is_drive = bytes.get(1) == Some(&b':') && bytes.first().is_some_and(u8::is_ascii_alphabetic);
    let is_alias = !database.contains(['/', '.']);
    let is_relative = database.starts_with("./") || database.starts_with("../");
    if database.starts_with('/') || is_drive || is_alias || is_relative { database } else { format!("/{database}") }
}

#[cold]
fn missing(part: &str) -> Error {
    config(format!("the URL names no {part}: write `firebird://user:password@host:3050/path/to/db.fdb`"))
}

fn milliseconds(key: &str, value: &str) -> Result<Duration> {
    number(key, value, 0..=u64::MAX, "a number of milliseconds").map(Duration::from_millis)
}

impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Options({}@{}:{}/{})", self.user, self.host, self.port, self.database)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(url: &str) -> Options {
        Options::parse(url).unwrap()
    }

    #[test]
    fn a_url_names_everything() {
        let options = parse("firebird://sysdba:a%40b:c@db.example:3051/var/lib/a.fdb?pool_size=3&lock_timeout=1500");
        assert_eq!((options.host.as_str(), options.port), ("db.example", 3051));
        assert_eq!((options.user.as_str(), options.password.as_str()), ("sysdba", "a@b:c"));
        assert_eq!(options.database, "/var/lib/a.fdb");
        assert_eq!((options.pool.size, options.lock_seconds()), (3, 2));
        assert_eq!(parse("firebird://u:p@[::1]/a.fdb").host, "::1");
        assert_eq!(parse("firebird://u:p@h/a.fdb").port, 3050);
    }

    #[test]
    fn a_database_is_a_path_or_an_alias() {
        for (path, database) in [
            ("a/b.fdb", "/a/b.fdb"),
            ("/a/b.fdb", "/a/b.fdb"),
            ("./a.fdb", "./a.fdb"),
            ("../b/a.fdb", "../b/a.fdb"),
            ("employee", "employee"),
            ("C:/a.fdb", "C:/a.fdb"),
        ] {
            assert_eq!(parse(&format!("firebird://u:p@h/{path}")).database, database);
        }
    }

    #[test]
    fn mistakes_are_named_with_what_is_allowed() {
        let message = |url: &str| Options::parse(url).unwrap_err().to_string();
        assert_eq!(
            message("firebird://u:p@h/a?pol_size=3"),
            "unknown key `pol_size` in the URL, did you mean `pool_size`?"
        );
        assert_eq!(
            message("firebird://u:p@h/a?encryption=yes"),
            "`encryption` in the URL: expected one of `off`, `preferred`, `required`"
        );
        assert!(message("firebird://u:p@h/a?pool_size=0").ends_with("expected a number from 1 to 1000"));
        assert!(message("firebird://h/a").starts_with("the URL names no user"));
        assert!(message("firebird://u:p@/a").starts_with("the URL names no server"));
        assert!(message("firebird://u:p@h").starts_with("the URL names no database"));
        assert!(message("firebird://u:p@h:x/a").starts_with("the port in the URL cannot be read"));
    }

    #[test]
    fn the_password_is_not_shown() {
        let url = "firebird://u:se%ffcret@h/a";
        assert!(!Options::parse(url).unwrap_err().to_string().contains("cret"));
        assert_eq!(format!("{:?}", parse("firebird://u:secret@h/a")), "Options(u@h:3050/a)");
    }
}
