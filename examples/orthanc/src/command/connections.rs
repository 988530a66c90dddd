//! Which database a command works on.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use tablewright::manager::{Configuration, Variables};
use tablewright::{Database, DatabaseManager, Executor};

/// Where the arguments say that the databases are.
pub enum Connections {
    /// A SQLite file, or the URL of a database.
    One(String),
    /// Named ones in a configuration.
    Configured {
        /// The JSON file.
        config: PathBuf,
        /// The name; the configuration's default if absent.
        connection: Option<String>,
        /// Variables beside those of the process.
        env_file: Option<PathBuf>,
    },
}

impl Connections {
    /// The database to work on, and what to call it.
    pub async fn one(&self) -> Result<(Database, String)> {
        match self {
            // A URL may hold a password, so it is not shown.
            Self::One(url) if url.contains("://") => {
                let db = Database::connect(url).await?;
                let place = format!("a database on {}", db.dialect());
                Ok((db, place))
            }
            Self::One(path) => {
                let encoded = path.replace('%', "%25").replace('?', "%3F");
                let db = Database::connect(&format!("sqlite://{encoded}")).await;
                Ok((db.with_context(|| format!("cannot open {path}"))?, path.clone()))
            }
            Self::Configured { connection: Some(name), .. } => {
                // The passwords of other connections need not be known.
                let manager = self.manager(Some(name))?;
                Ok((manager.get(name).await?, format!("connection {name}")))
            }
            Self::Configured { connection: None, .. } => {
                Ok((self.manager(None)?.default_connection().await?, "the default connection".to_owned()))
            }
        }
    }

    /// All connections of the configuration, or only this one.
    pub fn manager(&self, only: Option<&str>) -> Result<DatabaseManager> {
        let Self::Configured { config, env_file, .. } = self else {
            bail!("name a configuration: --config examples/orthanc/database_config.json");
        };
        let mut variables = Variables::process();
        if let Some(file) = env_file {
            variables = variables.with_file(file)?;
        }
        let mut configuration = Configuration::file(config).variables(variables);
        if let Some(name) = only {
            configuration = configuration.only([name]);
        }
        Ok(configuration.load()?)
    }
}
