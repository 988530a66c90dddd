//! Which database a command works on.

use std::path::{Path, PathBuf};

use clap::Args;
use percent_encoding::percent_decode_str;
use tablewright::Database;
use tablewright::manager::{Configuration, Variables};

use crate::failure::{Failure, Result};

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

/// What is to be done with a database that is a file, and is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// It is made.
    Make,
    /// It is an error: whoever only looks would look at an empty one that a slip of the finger made.
    Refuse,
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

    /// Opens it.
    ///
    /// # Errors
    /// If none is named, or two are, the configuration is wrong, or the database cannot be reached.
    pub(crate) async fn open(&self, missing: Missing) -> Result<Opened> {
        match (&self.config, &self.database) {
            (Some(_), Some(_)) => {
                Err(Failure::usage("two databases are named: say --database URL or --config FILE, not both"))
            }
            (Some(config), None) => self.configured(config, missing).await,
            (None, _) if self.connection.is_some() || self.env_file.is_some() => {
                Err(Failure::usage("--connection and --env-file are about a configuration: say --config FILE as well"))
            }
            (None, Some(url)) => {
                let url = url_of(url)?;
                let is_new = is_missing(Database::local_file(&url), missing)?;
                let db = Database::connect(&url).await.map_err(unopened)?;
                Ok(Opened { db, name: name_of(&url), is_new })
            }
            (None, None) => {
                Err(Failure::usage("no database is named: say --database URL, --config FILE, or set DATABASE_URL"))
            }
        }
    }

    async fn configured(&self, config: &PathBuf, missing: Missing) -> Result<Opened> {
        let wrong = |error: tablewright::Error| Failure::usage(error.to_string());
        let mut variables = Variables::process();
        if let Some(file) = &self.env_file {
            variables = variables.with_file(file).map_err(wrong)?;
        }
        let mut configuration = Configuration::file(config).variables(variables);
        if let Some(name) = &self.connection {
            // The passwords of other connections need not be known.
            configuration = configuration.only([name]);
        }
        let manager = configuration.load().map_err(wrong)?;
        let (own, name) = match &self.connection {
            Some(name) => (name.clone(), name.clone()),
            None => (manager.default_name().map_err(wrong)?, "default_connection".to_owned()),
        };
        let is_new = is_missing(manager.settings(&own).map_err(wrong)?.local_file(), missing)?;
        Ok(Opened { db: manager.get(&own).await.map_err(unopened)?, name, is_new })
    }
}

/// Whether a database is a file that is not there, if that may be.
fn is_missing(file: Option<PathBuf>, missing: Missing) -> Result<bool> {
    match file.filter(|file| !file.exists()) {
        None => Ok(false),
        Some(_) if missing == Missing::Make => Ok(true),
        Some(file) => Err(Failure::usage(format!(
            "there is no database `{}`: is it written as it is called? `migrate` makes a new one",
            file.display()
        ))),
    }
}

fn unopened(error: tablewright::Error) -> Failure {
    match error.kind() {
        tablewright::Kind::Config | tablewright::Kind::Usage => Failure::usage(error.to_string()),
        _ => Failure::new(crate::exit::Exit::Unreachable, error.to_string()),
    }
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
        return Err(Failure::usage(
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

/// The last part of a URL's path, behind anything that could be a password.
fn name_of(url: &str) -> String {
    let rest = url.split_once(':').map_or(url, |(_, rest)| rest);
    let rest = rest.rsplit_once('@').map_or(rest, |(_, rest)| rest);
    let path = rest.split('?').next().unwrap_or_default();
    let last = path.trim_end_matches(['/', ':']).rsplit(['/', ':']).next().unwrap_or_default();
    let name = percent_decode_str(last).decode_utf8_lossy().into_owned();
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
            let told = url_of(text).unwrap_err().message;
            assert!(told.contains("neither a URL") && !told.contains("geheim"), "{told}");
        }
    }
}
