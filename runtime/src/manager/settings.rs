//! What is known of a connection before it is made.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tablewright_schema::Dialect;

use crate::driver::engine::{Engine, Place};

/// A named connection's settings. `Debug` shows no value of `connection_params`, for the driver alone knows which is a secret.
#[derive(Clone)]
#[non_exhaustive]
pub struct ConnectionSettings {
    pub(crate) engine: &'static Engine,
    /// The file, on engines where a database is one.
    pub file_path: Option<String>,
    /// The server's name or address, or the folder of its socket; `localhost` if absent.
    pub host: Option<String>,
    /// The server's port; the engine's usual one if absent.
    pub port: Option<u16>,
    /// The database's name.
    pub database: Option<String>,
    /// Who connects.
    pub username: Option<String>,
    /// What proves it.
    pub password: Option<Password>,
    /// Connections that are kept.
    pub pool_size: Option<u32>,
    /// Connections beyond them while there is need.
    pub max_overflow: Option<u32>,
    /// How long to wait for a connection.
    pub timeout: Option<Duration>,
    /// What the driver alone understands, TLS for instance.
    pub connection_params: BTreeMap<String, String>,
    /// The names of connections that may answer reads.
    pub replicas: Vec<String>,
    /// For people.
    pub description: Option<String>,
}

impl fmt::Debug for ConnectionSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // In full, so that a field that is new is missed here.
        let Self {
            engine,
            file_path,
            host,
            port,
            database,
            username,
            password,
            pool_size,
            max_overflow,
            timeout,
            connection_params,
            replicas,
            description,
        } = self;
        f.debug_struct("ConnectionSettings")
            .field("type", &engine.scheme)
            .field("file_path", file_path)
            .field("host", host)
            .field("port", port)
            .field("database", database)
            .field("username", username)
            .field("password", password)
            .field("pool_size", pool_size)
            .field("max_overflow", max_overflow)
            .field("timeout", timeout)
            .field("connection_params", &connection_params.keys())
            .field("replicas", replicas)
            .field("description", description)
            .finish()
    }
}

/// A password. It is written nowhere but into the connection.
#[derive(Clone)]
pub struct Password(String);

impl Password {
    /// Takes a password.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<password>")
    }
}

/// What a URL need not escape (RFC 3986, section 2.3).
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// The same in an address.
const ADDRESS: &AsciiSet = &PLAIN.remove(b':');
/// The same in a path.
const PATH: &AsciiSet = &PLAIN.remove(b'/').remove(b':');

impl ConnectionSettings {
    pub(crate) fn new(engine: &'static Engine) -> Self {
        Self {
            engine,
            file_path: None,
            host: None,
            port: None,
            database: None,
            username: None,
            password: None,
            pool_size: None,
            max_overflow: None,
            timeout: None,
            connection_params: BTreeMap::new(),
            replicas: Vec::new(),
            description: None,
        }
    }

    /// The kind of this name: `sqlite`, `postgresql`, `mysql`, `mariadb`, `firebird`, `sqlserver`, `oracle`.
    pub fn of_type(name: &str) -> Option<Self> {
        crate::driver::engine::by_name(name).map(Self::new)
    }

    /// The dialect that the kind of database speaks.
    pub fn dialect(&self) -> Dialect {
        self.engine.dialect
    }

    /// The file of this machine that it names, see [`Database::local_file`](crate::Database::local_file).
    pub fn local_file(&self) -> Option<PathBuf> {
        crate::driver::engine::local_file(&self.url())
    }

    /// What is missing, as the names of keys.
    pub(crate) fn missing(&self) -> Vec<&'static str> {
        match self.engine.place {
            Place::File | Place::ServerFile { .. } if self.file_path.is_none() => vec!["file_path"],
            Place::Server { .. } if self.database.is_none() => vec!["database"],
            Place::File | Place::Server { .. } | Place::ServerFile { .. } => Vec::new(),
        }
    }

    /// How many more connections there may be beside so many that are kept.
    pub(crate) fn most_overflow(&self, size: u32) -> u32 {
        match self.engine.place {
            // All of them are kept.
            Place::File => self.engine.most_connections.saturating_sub(size),
            Place::Server { .. } | Place::ServerFile { .. } => self.engine.most_connections,
        }
    }

    /// The URL that the driver reads. It holds the password, so it goes to the driver and nowhere else.
    pub(crate) fn url(&self) -> String {
        let mut url = match self.engine.place {
            Place::File => match self.file_path.as_deref().unwrap_or(":memory:") {
                ":memory:" => format!("{}::memory:", self.engine.scheme),
                path => format!("{}://{}", self.engine.scheme, utf8_percent_encode(path, PATH)),
            },
            Place::Server { port } => self.server_url(port, self.database.as_deref().unwrap_or_default(), PLAIN),
            Place::ServerFile { port } => self.server_url(port, self.file_path.as_deref().unwrap_or_default(), PATH),
        };
        for (position, (key, value)) in self.query().into_iter().enumerate() {
            url.push(if position == 0 { '?' } else { '&' });
            url.push_str(&format!("{}={}", utf8_percent_encode(&key, PLAIN), utf8_percent_encode(&value, PATH)));
        }
        url
    }

    fn server_url(&self, port: u16, database: &str, set: &'static AsciiSet) -> String {
        let part = |text: &str| utf8_percent_encode(text, PLAIN).to_string();
        let mut user = self.username.as_deref().map(part).unwrap_or_default();
        if let Some(Password(password)) = &self.password {
            user = format!("{user}:{}", part(password));
        }
        if !user.is_empty() {
            user.push('@');
        }
        let host = self.host.as_deref().unwrap_or("localhost");
        // A path is the folder of a socket; otherwise colons are those of IPv6.
        let host = if host.contains(':') && !host.starts_with('/') {
            format!("[{}]", utf8_percent_encode(host, ADDRESS))
        } else {
            part(host)
        };
        let port = self.port.unwrap_or(port);
        format!("{}://{user}{host}:{port}/{}", self.engine.scheme, utf8_percent_encode(database, set))
    }

    fn query(&self) -> BTreeMap<String, String> {
        let mut query = self.connection_params.clone();
        match self.engine.place {
            // A file has so many readers and no more.
            Place::File => {
                let most = self.pool_size.map(|size| size.saturating_add(self.max_overflow.unwrap_or(0)));
                query.extend(most.map(|most| (self.engine.pool_setting.to_owned(), most.to_string())));
            }
            Place::Server { .. } | Place::ServerFile { .. } => {
                query.extend(self.pool_size.map(|size| (self.engine.pool_setting.to_owned(), size.to_string())));
                query.extend(self.max_overflow.map(|more| ("max_overflow".to_owned(), more.to_string())));
            }
        }
        if let Some(timeout) = self.timeout {
            query.insert("acquire_timeout".to_owned(), timeout.as_millis().to_string());
        }
        query
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> ConnectionSettings {
        ConnectionSettings::of_type(name).unwrap()
    }

    #[test]
    fn a_url_escapes_what_it_must() {
        let mut settings = of("postgresql");
        settings.host = Some("::1".to_owned());
        settings.username = Some("a:b".to_owned());
        settings.password = Some(Password::new("p@ss/wörd"));
        settings.database = Some("clinic one".to_owned());
        settings.pool_size = Some(5);
        settings.max_overflow = Some(3);
        settings.timeout = Some(Duration::from_secs(2));
        let url = "postgres://a%3Ab:p%40ss%2Fw%C3%B6rd@[::1]:5432/clinic%20one?acquire_timeout=2000&max_overflow=3&pool_size=5";
        assert_eq!(settings.url(), url);
        assert!(!format!("{settings:?}").contains("p@ss"));
    }

    #[test]
    fn a_server_is_a_name_an_address_or_a_folder() {
        let mut settings = of("postgresql");
        settings.database = Some("clinic".to_owned());
        for (host, written) in [
            ("db.example.org", "db.example.org"),
            ("fe80::1%eth0", "[fe80::1%25eth0]"),
            ("/run/postgresql", "%2Frun%2Fpostgresql"),
            ("/tmp/a:b", "%2Ftmp%2Fa%3Ab"),
            ("a@b/c", "a%40b%2Fc"),
        ] {
            settings.host = Some(host.to_owned());
            assert_eq!(settings.url(), format!("postgres://{written}:5432/clinic"));
        }
    }

    #[test]
    fn what_the_driver_alone_understands_goes_into_the_url() {
        let mut settings = of("mysql");
        settings.database = Some("clinic".to_owned());
        let tls = [("sslmode", "verify-full"), ("sslrootcert", "/etc/ssl/our ca&1.pem")];
        settings.connection_params = tls.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
        assert_eq!(
            settings.url(),
            "mysql://localhost:3306/clinic?sslmode=verify-full&sslrootcert=/etc/ssl/our%20ca%261.pem"
        );
    }

    #[test]
    fn files_are_paths() {
        let mut settings = of("sqlite");
        settings.file_path = Some("./data/a.db".to_owned());
        assert_eq!(settings.url(), "sqlite://./data/a.db");
        settings.file_path = Some("/data/100%?.db".to_owned());
        assert_eq!(settings.url(), "sqlite:///data/100%25%3F.db");
        settings.file_path = Some(":memory:".to_owned());
        assert_eq!(settings.url(), "sqlite::memory:");
        let mut settings = of("firebird");
        assert_eq!(settings.missing(), ["file_path"]);
        settings.file_path = Some("/data/a b.fdb".to_owned());
        assert_eq!(settings.url(), "firebird://localhost:3050//data/a%20b.fdb");
    }
}
