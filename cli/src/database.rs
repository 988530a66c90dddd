//! Which database a command works on.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use clap::Args;
use percent_encoding::percent_decode_str;
use tablewright::manager::{Configuration, Variables};
use tablewright::{Database, DatabaseManager, Error, Kind, Result};

/// The variable that names a database if nothing else does.
const VARIABLE: &str = "DATABASE_URL";

/// The options that name a database.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Database")]
pub struct DatabaseOptions {
    /// The URL of a database, or a SQLite file
    ///
    /// Without it that of the variable DATABASE_URL. What stands on a command line can be seen by others on the same
    /// machine: a URL with a password belongs into the variable or into a configuration.
    #[arg(long, value_name = "URL", conflicts_with = "config")]
    pub database: Option<String>,
    /// A JSON file of named connections, of which one is taken
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The connection's name; the configuration's default if absent
    #[arg(long, value_name = "NAME", conflicts_with = "database")]
    pub connection: Option<String>,
    /// A file of variables for the `${NAME}`s of the configuration
    #[arg(long, value_name = "FILE", conflicts_with = "database")]
    pub env_file: Option<PathBuf>,
}

/// A database that is not opened yet.
#[derive(Debug)]
pub struct Target {
    place: Place,
    name: String,
    /// The file that it is and that is not there.
    missing: Option<PathBuf>,
}

#[derive(Debug)]
enum Place {
    Url(String),
    /// A connection of a configuration.
    Configured(DatabaseManager),
}

/// An open database, and what to call it: never its URL, which may hold a password.
#[derive(Debug)]
pub struct Opened {
    /// The database.
    pub db: Database,
    /// Its name, as a person would type it.
    pub name: String,
    /// Whether it was not there before.
    pub is_new: bool,
}

impl DatabaseOptions {
    /// Whether one is named.
    pub(crate) const fn is_given(&self) -> bool {
        self.database.is_some() || self.config.is_some()
    }

    /// That of the variable.
    pub(crate) fn of_environment() -> Self {
        Self { database: std::env::var(VARIABLE).ok(), ..Self::default() }
    }

    /// These, or, where they name no database, those of a program with the connection that they choose.
    pub(crate) fn or(&self, program: &Self) -> Self {
        if self.is_given() || !program.is_given() {
            return self.clone();
        }
        Self {
            connection: self.connection.clone().or_else(|| program.connection.clone()),
            env_file: self.env_file.clone().or_else(|| program.env_file.clone()),
            ..program.clone()
        }
    }

    /// Opens the database that is named, and makes it if it is a file that is not there.
    ///
    /// # Errors
    /// Of kind `Config` if none is named, or two are, or the configuration is wrong; those of the database.
    pub async fn open(&self) -> Result<Opened> {
        self.target()?.open().await
    }

    /// The configuration's connections, or only the one that is named.
    ///
    /// # Errors
    /// Of kind `Config` if no configuration is named, or it is wrong.
    pub fn manager(&self) -> Result<DatabaseManager> {
        let Some(config) = &self.config else {
            return Err(wrong("no configuration is named: say --config FILE"));
        };
        let mut variables = Variables::process();
        if let Some(file) = &self.env_file {
            variables = variables.with_file(file)?;
        }
        let mut configuration = Configuration::file(config).variables(variables);
        if let Some(name) = &self.connection {
            // The passwords of other connections need not be known.
            configuration = configuration.only([name]);
        }
        configuration.load()
    }

    /// Which one it is.
    pub(crate) fn target(&self) -> Result<Target> {
        match (&self.config, &self.database) {
            (Some(_), Some(_)) => Err(wrong("two databases are named: say --database URL or --config FILE, not both")),
            (Some(_), None) => {
                let manager = self.manager()?;
                let name = self.connection.clone().map_or_else(|| manager.default_name(), Ok)?;
                let missing = missing(manager.settings(&name)?.local_file());
                Ok(Target { place: Place::Configured(manager), name, missing })
            }
            (None, _) if self.connection.is_some() || self.env_file.is_some() => {
                Err(wrong("--connection and --env-file are about a configuration: say --config FILE as well"))
            }
            (None, Some(url)) => {
                let url = url_of(url)?;
                let (name, missing) = (name_of(&url), missing(Database::local_file(&url)));
                Ok(Target { place: Place::Url(url), name, missing })
            }
            (None, None) => Err(wrong("no database is named: say --database URL, --config FILE, or set DATABASE_URL")),
        }
    }
}

impl Target {
    /// What to call it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether opening it makes it.
    pub const fn is_missing(&self) -> bool {
        self.missing.is_some()
    }

    /// Refuses one that is not there: whoever only looks would look at an empty one that a slip of the finger made.
    pub fn there(self) -> Result<Self> {
        match &self.missing {
            None => Ok(self),
            Some(file) => Err(wrong(format!(
                "there is no database `{}`: is it written as it is called? `migrate` makes a new one",
                file.display()
            ))),
        }
    }

    /// Opens it, and makes it if it is not there.
    pub async fn open(self) -> Result<Opened> {
        let Self { place, name, missing } = self;
        let db = match place {
            Place::Url(url) => Database::connect(&url).await?,
            Place::Configured(manager) => manager.get(&name).await?,
        };
        Ok(Opened { db, name, is_new: missing.is_some() })
    }
}

/// A file, if it is not there.
fn missing(file: Option<PathBuf>) -> Option<PathBuf> {
    file.filter(|file| !file.exists())
}

#[cold]
fn wrong(message: impl Into<Cow<'static, str>>) -> Error {
    Error::new(Kind::Config, message)
}

/// The URL that a text is, or that of the SQLite file that it names.
///
/// # Errors
/// If it may be what another tool reads, a password among it: it is no name of a new file, and is not repeated.
fn url_of(text: &str) -> Result<String> {
    if text.contains("://") || text.starts_with("sqlite:") {
        return Ok(text.to_owned());
    }
    if text.contains(['=', '@']) && !Path::new(text).exists() {
        return Err(wrong(
            "what names the database is neither a URL, as `postgres://user:password@host/database`, nor a file that is \
             there; write `sqlite://` before the name of a new file that has `=` or `@` in it",
        ));
    }
    Ok(file_url(text))
}

/// The URL of a SQLite file.
fn file_url(path: &str) -> String {
    format!("sqlite://{}", path.replace('%', "%25").replace('?', "%3F"))
}

/// The last part of a URL's path, or its host if it has none: nothing that stands where a password could.
fn name_of(url: &str) -> String {
    let rest = url.split_once(':').map_or(url, |(_, rest)| rest);
    // A setting may be a password, with any sign in it.
    let rest = rest.split('?').next().unwrap_or_default();
    let place = rest.rsplit_once('@').map_or(rest, |(_, place)| place).trim_matches(['/', ':']);
    let name = match place.rsplit_once('/') {
        Some((_, last)) => last,
        // A host may have a port, and in brackets a number with colons.
        None if rest.starts_with("//") => match place.split_once(']') {
            Some((number, _)) => number.trim_start_matches('['),
            None => place.split(':').next().unwrap_or_default(),
        },
        None => place,
    };
    let name = percent_decode_str(name).decode_utf8_lossy().into_owned();
    if name.is_empty() { "database".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_no_password() {
        let names = [
            ("postgres://me:p%2Fa@host:5432/orthanc?sslmode=require", "orthanc"),
            ("postgres://me:pa/ss@host/live", "live"),
            ("firebird://SYSDBA:key@host/path/to/archive.fdb", "archive.fdb"),
            ("sqlite://folder/my%20file.db?mode=ro", "my file.db"),
            ("sqlite::memory:", "memory"),
            ("mysql://host", "host"),
            ("postgres://me@host:5432", "host"),
            ("postgres://me:5432@[::1]:5432/", "::1"),
            ("oracle://u:p@host/svc?wallet=/w&wallet_password=ge@heim", "svc"),
            ("postgres://host/live?password=a/b@c", "live"),
            ("sqlite:folder/file.db", "file.db"),
            ("sqlite:///folder/file.db", "file.db"),
        ];
        for (url, name) in names {
            assert_eq!(name_of(url), name, "{url}");
        }
        assert_eq!(file_url("a?b%.db"), "sqlite://a%3Fb%25.db");
    }

    #[test]
    fn what_another_tool_reads_is_no_file_and_is_not_repeated() {
        assert_eq!(url_of("folder/my file.db").unwrap(), "sqlite://folder/my file.db");
        assert_eq!(url_of("sqlite:a=b.db").unwrap(), "sqlite:a=b.db");
        for text in ["host=db user=me password=geheim", "me:geheim@host/orthanc"] {
            let told = url_of(text).unwrap_err().to_string();
            assert!(told.contains("neither a URL") && !told.contains("geheim"), "{told}");
        }
    }
}
