//! Several databases at once, named in one configuration.

mod health;
mod read;
mod settings;
mod variables;

pub use health::{Health, State};
pub use settings::{ConnectionSettings, Password};
pub use variables::Variables;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use parking_lot::Mutex;
use tablewright_schema::suggest;
use tokio::sync::OnceCell;
use tokio::task::JoinSet;

use crate::catalog::Schema;
use crate::database::Database;
use crate::error::{Error, Kind, Result};

/// Named databases. Each is opened when it is first asked for, once, however many ask.
///
/// ```
/// # use tablewright::manager::{Configuration, Variables};
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> tablewright::Result<()> {
/// let json = r#"{
///     "default_connection": "here",
///     "here": { "type": "sqlite", "file_path": ":memory:" },
///     "archive": { "type": "sqlite", "file_path": "${ARCHIVE:-:memory:}" }
/// }"#;
/// let manager = Configuration::json(json).variables(Variables::process()).load()?;
/// let db = manager.default_connection().await?;
/// let archive = manager.get("archive").await?;
/// # assert!(db.version().await? == archive.version().await?);
/// manager.disconnect_all().await;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Default)]
pub struct DatabaseManager {
    shared: Arc<Mutex<Shared>>,
}

#[derive(Debug, Default)]
struct Shared {
    connections: BTreeMap<String, Arc<Connection>>,
    default: Option<String>,
}

#[derive(Debug)]
struct Connection {
    settings: ConnectionSettings,
    /// Nothing in it: it was closed before it was opened.
    open: OnceCell<Option<Database>>,
    /// How opening it failed: those who waited meanwhile are told the same, and do not try one behind the other.
    failures: Mutex<Failures>,
    /// Which replica is next.
    turn: AtomicUsize,
}

/// How often opening a connection failed, and how the last time.
#[derive(Debug, Default)]
struct Failures {
    count: u64,
    last: Option<Arc<Error>>,
}

/// Where a configuration comes from, and how it is read.
#[derive(Debug, Clone)]
#[must_use = "a configuration is read by `load`"]
pub struct Configuration {
    source: Source,
    variables: Variables,
    only: Option<Vec<String>>,
}

#[derive(Debug, Clone)]
enum Source {
    File(PathBuf),
    Json(Text),
}

/// Not shown, for it may hold passwords.
#[derive(Clone)]
struct Text(String);

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("<json>")
    }
}

impl Configuration {
    /// A JSON file.
    pub fn file(path: impl AsRef<Path>) -> Self {
        Self::of(Source::File(path.as_ref().to_owned()))
    }

    /// A JSON text.
    pub fn json(text: impl Into<String>) -> Self {
        Self::of(Source::Json(Text(text.into())))
    }

    fn of(source: Source) -> Self {
        Self { source, variables: Variables::process(), only: None }
    }

    /// Where the values of `${VAR}` come from; the process's own if not said.
    pub fn variables(mut self, variables: Variables) -> Self {
        self.variables = variables;
        self
    }

    /// Only these connections and their replicas, so that the others' variables need not be set. All of the file is checked
    /// otherwise.
    pub fn only<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.only = Some(names.into_iter().map(Into::into).collect());
        self
    }

    /// Reads it. No connection is made.
    ///
    /// # Errors
    /// One of kind [`Config`](Kind::Config) that lists everything wrong: unknown keys and types, values that do not fit,
    /// variables that are not set, each with the path of its key and never with its value.
    pub fn load(self) -> Result<DatabaseManager> {
        let text = match self.source {
            Source::Json(Text(text)) => text,
            Source::File(path) => fs::read_to_string(&path).map_err(|error| {
                Error::new(Kind::Config, format!("cannot read `{}`", path.display())).with_source(error)
            })?,
        };
        let read = read::read(&text, &self.variables, self.only.as_deref())?;
        let manager = DatabaseManager::default();
        for (name, settings) in read.connections {
            manager.create_connection(name, settings)?;
        }
        manager.shared.lock().default = read.default;
        Ok(manager)
    }
}

impl DatabaseManager {
    /// Adds a named connection; it is opened when it is asked for.
    ///
    /// # Errors
    /// Of kind [`Config`](Kind::Config) if the name is taken, or a setting is missing.
    pub fn create_connection(&self, name: impl Into<String>, settings: ConnectionSettings) -> Result<()> {
        let name = name.into();
        if let Some(key) = settings.missing().first() {
            return Err(Error::new(Kind::Config, format!("connection `{name}` has no `{key}`")));
        }
        let connections = &mut self.shared.lock().connections;
        if connections.contains_key(&name) {
            return Err(Error::new(Kind::Config, format!("there is a connection `{name}` already")));
        }
        connections.insert(name, Arc::new(Connection::new(settings)));
        Ok(())
    }

    /// The names of all connections, in order.
    pub fn names(&self) -> Vec<String> {
        self.shared.lock().connections.keys().cloned().collect()
    }

    /// The settings of a connection.
    ///
    /// # Errors
    /// Of kind [`Config`](Kind::Config) if there is none of this name.
    pub fn settings(&self, name: &str) -> Result<ConnectionSettings> {
        self.connection(name).map(|connection| connection.settings.clone())
    }

    /// The database of this name, opened if it is not yet. Who asks while it is being opened is told how that ends.
    ///
    /// # Errors
    /// Of kind [`Config`](Kind::Config) if there is none of this name; those of [`Database::connect`].
    pub async fn get(&self, name: &str) -> Result<Database> {
        loop {
            if let Some(database) = self.connection(name)?.database(name).await? {
                return Ok(database);
            }
        }
    }

    /// The database that the configuration names as `default_connection`, or the only one.
    ///
    /// # Errors
    /// Those of [`default_name`](Self::default_name) and [`get`](Self::get).
    pub async fn default_connection(&self) -> Result<Database> {
        self.get(&self.default_name()?).await
    }

    /// The name of the connection that the configuration names as `default_connection`, or of the only one.
    ///
    /// # Errors
    /// Of kind [`Config`](Kind::Config) if there are several and none is named.
    pub fn default_name(&self) -> Result<String> {
        let shared = self.shared.lock();
        let only = shared.connections.keys().next().filter(|_| shared.connections.len() == 1);
        shared.default.as_ref().or(only).cloned().ok_or_else(|| {
            let message = "no default connection: write `\"default_connection\": \"name\"` beside the connections";
            Error::new(Kind::Config, message)
        })
    }

    /// A database for reading only: the connection's replicas by turns, or itself if it has none. Writes and
    /// transactions over it are refused, so that none goes where it would be lost ([`Database::read_only`]).
    ///
    /// # Errors
    /// Those of [`get`](Self::get).
    pub async fn reader(&self, name: &str) -> Result<Database> {
        let connection = self.connection(name)?;
        let replicas = &connection.settings.replicas;
        let database = match replicas.len() {
            0 => self.get(name).await?,
            count => self.get(&replicas[connection.turn.fetch_add(1, Ordering::Relaxed) % count]).await?,
        };
        Ok(database.read_only())
    }

    /// Opens all connections at the same time, and says how each went; one that fails does not hide the others.
    pub async fn connect_all(&self) -> BTreeMap<String, Result<()>> {
        self.each(|manager, name| async move { manager.get(&name).await.map(|_| ()) }).await
    }

    /// Closes all open connections at the same time, after their running work, also those that are just being opened. They
    /// are opened again when they are asked for.
    pub async fn disconnect_all(&self) -> BTreeMap<String, Result<()>> {
        let mut tasks = JoinSet::new();
        for (name, connection) in &mut self.shared.lock().connections {
            let again = Arc::new(Connection::new(connection.settings.clone()));
            let before = std::mem::replace(connection, again);
            let name = name.clone();
            tasks.spawn(async move {
                let database = before.opened().await?;
                Some((name, database.close().await))
            });
        }
        let mut closed = BTreeMap::new();
        while let Some(ended) = tasks.join_next().await {
            // A task ends otherwise only if the runtime is being shut down.
            closed.extend(ended.ok().flatten());
        }
        closed
    }

    /// Creates the tables of a schema on a connection, if none of them is there. Says whether it did.
    ///
    /// # Errors
    /// Those of [`get`](Self::get) and of [`Schema::ensure`].
    pub async fn initialize_schema<S: Schema>(&self, name: &str) -> Result<bool> {
        S::ensure(&self.get(name).await?).await
    }

    /// How each connection is: its version, how long an answer takes, its pool. Opens those that are not open. One that does
    /// not answer within its `timeout`, or ten seconds if it has none, is down.
    pub async fn health(&self) -> Vec<Health> {
        self.each(|manager, name| async move { health::of(&manager, name).await }).await.into_values().collect()
    }

    /// Does something with each connection, all at the same time.
    async fn each<V, F>(&self, run: fn(Self, String) -> F) -> BTreeMap<String, V>
    where
        V: Send + 'static,
        F: Future<Output = V> + Send + 'static,
    {
        let mut tasks = JoinSet::new();
        let mut results = BTreeMap::new();
        for name in self.names() {
            let running = run(self.clone(), name.clone());
            tasks.spawn(async move { (name, running.await) });
        }
        while let Some(ended) = tasks.join_next().await {
            // A task ends otherwise only if the runtime is being shut down.
            results.extend(ended.ok());
        }
        results
    }

    fn connection(&self, name: &str) -> Result<Arc<Connection>> {
        let connections = &self.shared.lock().connections;
        connections.get(name).cloned().ok_or_else(|| {
            let help = suggest::help(name, connections.keys().map(String::as_str));
            Error::new(Kind::Config, format!("no connection `{name}`; {help}"))
        })
    }
}

impl Connection {
    fn new(settings: ConnectionSettings) -> Self {
        Self { settings, open: OnceCell::new(), failures: Mutex::default(), turn: AtomicUsize::new(0) }
    }

    /// The database, opened if it is not yet; nothing if the connection was closed meanwhile.
    async fn database(&self, name: &str) -> Result<Option<Database>> {
        let before = self.failures.lock().count;
        let opened = self.open.get_or_try_init(|| async {
            if let Some(error) = self.failed_since(before) {
                return Err(error);
            }
            Database::connect(&self.settings.url()).await.map(Some).map_err(|error| {
                let mut failures = self.failures.lock();
                failures.count += 1;
                Arc::clone(failures.last.insert(Arc::new(error)))
            })
        });
        let opened = opened.await.cloned();
        opened.map_err(|error| Error::new(error.kind(), format!("connection `{name}`: {error}")).with_source(error))
    }

    /// How opening it failed last, if that was after so many failures.
    fn failed_since(&self, before: u64) -> Option<Arc<Error>> {
        let failures = self.failures.lock();
        failures.last.as_ref().filter(|_| failures.count > before).map(Arc::clone)
    }

    /// The database if it is open, or is just being opened. It is not opened after this.
    async fn opened(&self) -> Option<Database> {
        self.open.get_or_init(|| async { None }).await.clone()
    }
}
