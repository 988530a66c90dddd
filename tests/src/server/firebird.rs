//! New databases on a Firebird server, which makes none through a connection to another.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use firebird_wire::{ConnectConfig, Connection, ServiceManager};

/// Makes a database beside the one that the variable names, and gives its URL. It stays: the crate cannot drop one, and
/// the folder goes with the server.
pub fn new_database() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    make_database(&NUMBER.fetch_add(1, Ordering::Relaxed).to_string())
}

/// The same, with this at the end of its name.
pub fn make_database(name: &str) -> String {
    /// Tells this run from others on the server. The databases of earlier ones stay, and the number of a process comes again.
    static RUN: LazyLock<String> = LazyLock::new(|| format!("{}_{:x}", std::process::id(), fastrand::u64(..)));
    let url = super::url("firebird").unwrap();
    let (login, server) = url.strip_prefix("firebird://").unwrap().split_once('@').unwrap();
    let (user, password) = login.split_once(':').unwrap();
    let (server, path) = server.split_once('/').unwrap();
    let (host, port) = server.split_once(':').unwrap_or((server, "3050"));
    let path = path.split('?').next().unwrap().trim_end_matches(".fdb");
    let path = format!("{path}_{}_{name}.fdb", *RUN);
    let config = ConnectConfig::new().host(host).port(port.parse().unwrap()).user(user).password(password);
    Connection::create_database(&config.clone().database(format!("/{path}"))).unwrap().close().unwrap();
    // Nobody waits for the disk: what a test writes need not survive the machine.
    let mut services = ServiceManager::attach(&config).unwrap();
    services.set_forced_writes(&format!("/{path}"), false).unwrap();
    services.close().unwrap();
    format!("firebird://{login}@{server}/{path}")
}
