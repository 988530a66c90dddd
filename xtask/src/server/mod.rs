//! Database servers for the live tests: each started on loopback in a folder of its own, stopped when dropped.
//!
//! An engine is a file with `pub fn start(folder: &Path) -> Result<Server>` and its line in [`ENGINES`].

pub mod certificate;
mod firebird;
mod firebird5;
mod mysql;
mod postgres;
mod tree;

use std::net::TcpListener;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, ensure};

use crate::command::{is_ci, output, run};

/// An engine and what it is tried on.
pub struct Engine {
    /// What people call it.
    pub name: &'static str,
    /// The test that holds it to the claims. One named `live_<x>` finds its server in `TABLEWRIGHT_<X>_URL`.
    pub test: &'static str,
    /// The feature of its driver; the one inside the process is always there.
    pub feature: Option<&'static str>,
    /// Where it runs.
    pub stand: Stand,
}

/// Where an engine runs.
#[derive(Clone, Copy)]
pub enum Stand {
    /// In the test itself.
    Inside,
    /// On a server of ours.
    Server {
        /// Starts one in this folder, which is empty and is removed after it has stopped.
        start: fn(&Path) -> Result<Server>,
        /// What about it is not as its vendor ships it.
        note: Option<&'static str>,
    },
    /// Nowhere: its server cannot be had. What stands in for it.
    In(&'static str),
}

/// All of them.
pub const ENGINES: [Engine; 8] = [
    Engine { name: "sqlite", test: "live_sqlite", feature: None, stand: Stand::Inside },
    on_server("firebird 4", "live_firebird", "firebird", firebird::start),
    Engine {
        name: "firebird 5",
        test: "live_firebird",
        feature: Some("firebird"),
        stand: Stand::Server {
            start: firebird5::start,
            note: Some("its engine, served by Firebird 4's server program"),
        },
    },
    on_server("mariadb", "live_mariadb", "mysql", mysql::start_mariadb),
    on_server("mysql", "live_mysql", "mysql", mysql::start_mysql),
    on_server("postgres", "live_postgres", "postgres", postgres::start),
    Engine {
        name: "sqlserver",
        test: "mock_sqlserver",
        feature: Some("sqlserver"),
        stand: Stand::In("no server: mock and judges only"),
    },
    Engine {
        name: "oracle",
        test: "fake_oracle",
        feature: Some("oracle"),
        stand: Stand::In("no server: listener and judges only"),
    },
];

const fn on_server(
    name: &'static str,
    test: &'static str,
    feature: &'static str,
    start: fn(&Path) -> Result<Server>,
) -> Engine {
    Engine { name, test, feature: Some(feature), stand: Stand::Server { start, note: None } }
}

impl Engine {
    /// The variable in which its test finds the server.
    pub fn variable(&self) -> String {
        let name = self.test.strip_prefix("live_").unwrap_or(self.test);
        format!("TABLEWRIGHT_{}_URL", name.to_uppercase())
    }
}

/// A running server.
pub struct Server {
    /// The version it tells.
    pub version: String,
    /// Where a test finds it.
    pub url: String,
    /// The folder of certificates, where it has some.
    pub certificates: Option<PathBuf>,
    stop: Option<Box<dyn FnOnce()>>,
}

impl Server {
    /// A server and what stops it.
    pub fn new(version: impl Into<String>, url: impl Into<String>, stop: impl FnOnce() + 'static) -> Self {
        Self { version: version.into(), url: url.into(), certificates: None, stop: Some(Box::new(stop)) }
    }
}

impl Server {
    /// The same, known to have certificates.
    #[must_use]
    pub fn with_certificates(mut self, folder: PathBuf) -> Self {
        self.certificates = Some(folder);
        self
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            stop();
        }
    }
}

/// The ports servers are given: below those that systems hand out for connections and for listeners that name none
/// (`ip_local_port_range` of <https://man7.org/linux/man-pages/man7/ip.7.html>), so that nobody takes one while its server is
/// down.
const PORTS: Range<u16> = 15_000..32_000;

/// A port that nobody listens on, another one each time.
///
/// # Errors
/// If all are taken.
pub fn free_port() -> Result<u16> {
    static GIVEN: AtomicU32 = AtomicU32::new(0);
    let is_free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    // Those who run at the same time begin at different ones.
    let next = || std::process::id().wrapping_mul(97).wrapping_add(GIVEN.fetch_add(1, Ordering::Relaxed)) as usize;
    let ports = std::iter::repeat_with(|| PORTS.clone().nth(next() % PORTS.len()));
    ports.take(PORTS.len()).flatten().find(is_free).context("no free port")
}

/// Whether this process is root, which some servers refuse to be.
pub fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// A program to be run by somebody without rights if we are root, by us otherwise.
pub fn unprivileged(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"]).arg(program);
    command
}

/// Gives a folder to whom [`unprivileged`] programs are run by.
///
/// # Errors
/// If it cannot be given away.
pub fn hand_over(folder: &Path) -> Result<()> {
    if is_root() { run(Command::new("chown").arg("-R").arg("nobody:nogroup").arg(folder)) } else { Ok(()) }
}

/// The first of the folders that has all of the programs.
pub fn folder_with(folders: impl IntoIterator<Item = PathBuf>, programs: &[&str]) -> Option<PathBuf> {
    folders.into_iter().find(|folder| programs.iter().all(|program| folder.join(program).exists()))
}

/// Installs packages of the distribution, without starting their services.
///
/// # Errors
/// If they cannot be had, or may not be installed: a computer that is somebody's own is left alone.
pub fn install(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    ensure!(is_root() || is_ci(), "not installed: apt-get install {list}");
    let quiet = Quiet::new();
    // Others may be installing too, and mirrors have bad moments.
    const PATIENT: [&str; 4] = ["-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"];
    let apt_get = |arguments: &[&str]| {
        let mut command = as_root(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        output(command.args(PATIENT).args(arguments)).map(drop)
    };
    let install = [&["install", "--yes", "--no-install-recommends"], packages].concat();
    let installed = apt_get(&install).or_else(|_| {
        // The lists may be old, or missing as in a fresh image.
        apt_get(&["update"])?;
        apt_get(&install)
    });
    drop(quiet);
    installed.with_context(|| format!("cannot install {list}"))
}

fn as_root(words: &[&str]) -> Command {
    let words = if is_root() { words.to_vec() } else { [&["sudo", "--non-interactive"], words].concat() };
    let mut command = Command::new(words[0]);
    command.args(&words[1..]);
    command
}

/// Keeps services from being started while packages are installed (<https://manpages.debian.org/invoke-rc.d>).
struct Quiet {
    /// Whether the file was not there before.
    is_ours: bool,
}

const POLICY: &str = "/usr/sbin/policy-rc.d";

impl Quiet {
    fn new() -> Self {
        let make = format!("printf '#!/bin/sh\\nexit 101\\n' > {POLICY} && chmod 755 {POLICY}");
        Self { is_ours: !Path::new(POLICY).exists() && run(&mut as_root(&["sh", "-c", &make])).is_ok() }
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        if self.is_ours {
            // What is left of it keeps services from starting, which is seen.
            run(&mut as_root(&["rm", "-f", POLICY])).ok();
        }
    }
}
