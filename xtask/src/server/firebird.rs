//! Firebird 4: of the distribution, or unpacked beside it where the distribution has an older one.

use std::ffi::OsString;
use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::tree::unpacked;
use super::{Server, free_port};
use crate::command::output;

const PASSWORD: &str = "masterkey";
/// The release of Debian that has the packages; its programs run with its own libraries, wherever they are unpacked.
const SUITE: &str = "trixie";
const PACKAGES: &str = "firebird4.0-server,firebird4.0-utils";

/// Starts a server that keeps everything in the folder: its settings, its users, and the databases.
pub fn start(folder: &Path) -> Result<Server> {
    let (triplet, _) = machine()?;
    let system = Firebird { root: PathBuf::from("/"), triplet, loader: None, engine: None };
    let firebird = if system.programs().join("firebird").exists() { system } else { Firebird::unpacked(None)? };
    firebird.start(folder)
}

/// Where its files are.
pub struct Firebird {
    /// `/`, or where it was unpacked.
    root: PathBuf,
    /// The name of the folder of libraries.
    triplet: &'static str,
    /// What starts its programs with its own libraries, below the root.
    loader: Option<&'static str>,
    /// The folder of another engine, in place of its own.
    engine: Option<PathBuf>,
}

/// The name of the folder of libraries, and the loader of programs.
fn machine() -> Result<(&'static str, &'static str)> {
    match std::env::consts::ARCH {
        "x86_64" => Ok(("x86_64-linux-gnu", "usr/lib64/ld-linux-x86-64.so.2")),
        "aarch64" => Ok(("aarch64-linux-gnu", "usr/lib/ld-linux-aarch64.so.1")),
        other => bail!("no packages of Firebird are known for {other}"),
    }
}

impl Firebird {
    /// The one beside the distribution, perhaps with another engine.
    ///
    /// # Errors
    /// If it cannot be had.
    pub fn unpacked(engine: Option<PathBuf>) -> Result<Self> {
        let (triplet, loader) = machine()?;
        Ok(Self { root: unpacked("firebird4", SUITE, PACKAGES)?, triplet, loader: Some(loader), engine })
    }

    /// Starts a server that keeps everything in the folder.
    ///
    /// # Errors
    /// If it does not start.
    pub fn start(&self, folder: &Path) -> Result<Server> {
        let port = free_port()?;
        self.lay_out(folder, port)?;
        self.make_users(folder)?;
        let log = fs::File::create(folder.join("log"))?;
        let mut command = self.program("firebird", folder);
        let server = command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).spawn();
        let mut server = server.context("cannot start Firebird")?;
        let database = folder.join("data/live.fdb");
        let made = answers(port, &mut server).and_then(|()| self.make_database(folder, port, &database));
        match made {
            Ok(version) => {
                let url = format!("firebird://SYSDBA:{PASSWORD}@127.0.0.1:{port}{}", database.display());
                Ok(Server::new(version, url, move || stop(server)))
            }
            Err(error) => {
                stop(server);
                Err(error.context(fs::read_to_string(folder.join("log")).unwrap_or_default()))
            }
        }
    }

    fn programs(&self) -> PathBuf {
        self.root.join("usr/lib/firebird/4.0/bin")
    }

    fn libraries(&self) -> PathBuf {
        self.root.join("usr/lib").join(self.triplet)
    }

    /// One of its programs, that knows of nothing outside of the folder.
    fn program(&self, name: &str, folder: &Path) -> Command {
        let program = self.programs().join(name);
        let mut command = match self.loader {
            None => Command::new(program),
            Some(loader) => {
                let libraries = self.libraries();
                let own = libraries.join("firebird/4.0/lib");
                let mut path = OsString::new();
                // The first that has a library is asked for it.
                for folder in self.engine.iter().chain([&libraries, &own]) {
                    path.push(folder);
                    path.push(":");
                }
                let mut command = Command::new(self.root.join(loader));
                command.arg("--library-path").arg(path).arg(program);
                command
            }
        };
        let lock = folder.join("lock");
        command.env("FIREBIRD", folder).env("FIREBIRD_MSG", folder);
        command.env("FIREBIRD_LOCK", &lock).env("FIREBIRD_TMP", lock);
        command
    }

    /// Copies of what it loads, for it refuses plugins behind a link, and its settings.
    fn lay_out(&self, folder: &Path, port: u16) -> Result<()> {
        for name in ["lock", "data", "plugins", "intl", "tzdata"] {
            fs::create_dir_all(folder.join(name))?;
        }
        match &self.engine {
            Some(engine) => {
                for name in ["plugins", "intl"] {
                    copy_files(&engine.join(name), &folder.join(name))?;
                }
                copy_files(&engine.join("tzdata"), &folder.join("tzdata"))?;
                for name in ["firebird.msg", "plugins.conf"] {
                    fs::copy(engine.join(name), folder.join(name))?;
                }
            }
            None => {
                let own = self.libraries().join("firebird/4.0");
                for name in ["plugins", "intl"] {
                    copy_files(&own.join(name), &folder.join(name))?;
                }
                fs::copy(own.join("firebird.msg"), folder.join("firebird.msg"))?;
                let settings = self.root.join("etc/firebird/4.0");
                fs::copy(settings.join("fbintl.conf"), folder.join("intl/fbintl.conf"))?;
                fs::copy(settings.join("plugins.conf"), folder.join("plugins.conf"))?;
            }
        }
        fs::write(folder.join("databases.conf"), "")?;
        let users = folder.join("security.fdb");
        // `firebird -p` would listen on every interface.
        let conf = format!(
            "RemoteBindAddress = 127.0.0.1\nRemoteServicePort = {port}\nServerMode = Super\nAuthServer = Srp256\n\
             UserManager = Srp\nWireCrypt = Enabled\nDatabaseAccess = Full\nSecurityDatabase = {}\n",
            users.display()
        );
        fs::write(folder.join("firebird.conf"), conf)?;
        Ok(())
    }

    /// Makes a database and gives the version of its engine.
    fn make_database(&self, folder: &Path, port: u16, database: &Path) -> Result<String> {
        let place = format!("inet://127.0.0.1:{port}/{}", database.display());
        let script = format!(
            "CREATE DATABASE '{place}' PAGE_SIZE 8192 DEFAULT CHARACTER SET UTF8;\nCOMMIT;\nSET HEADING OFF;\n\
             SELECT RDB$GET_CONTEXT('SYSTEM', 'ENGINE_VERSION') FROM RDB$DATABASE;\n"
        );
        let file = folder.join("database.sql");
        fs::write(&file, script)?;
        let mut isql = self.program("isql-fb", folder);
        let version = output(isql.args(["-q", "-bail", "-user", "SYSDBA", "-password", PASSWORD, "-i"]).arg(file))?;
        Ok(version.trim().to_owned())
    }

    fn make_users(&self, folder: &Path) -> Result<()> {
        let tables = self.root.join("usr/share/firebird/4.0/security.sql");
        let tables = if tables.exists() { format!("IN '{}';\nCOMMIT;\n", tables.display()) } else { String::new() };
        let script = format!(
            "CREATE DATABASE '{}';\nCOMMIT;\n{tables}CREATE USER SYSDBA PASSWORD '{PASSWORD}' USING PLUGIN Srp;\nCOMMIT;\n",
            folder.join("security.fdb").display()
        );
        let file = folder.join("users.sql");
        fs::write(&file, script)?;
        output(self.program("isql-fb", folder).args(["-q", "-bail", "-user", "SYSDBA", "-i"]).arg(file)).map(drop)
    }
}

/// Copies the files of a folder, but not what lies below it, nor what is a link to nothing.
fn copy_files(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from).with_context(|| format!("no {}", from.display()))? {
        let file = entry?.path();
        if file.is_file() {
            fs::copy(&file, to.join(file.file_name().unwrap_or_default()))?;
        }
    }
    Ok(())
}

fn answers(port: u16, server: &mut Child) -> Result<()> {
    let end = Instant::now() + Duration::from_secs(60);
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        ensure!(server.try_wait()?.is_none(), "Firebird ended");
        ensure!(Instant::now() < end, "Firebird does not answer");
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

fn stop(mut server: Child) {
    // Nothing is left to do about a server that does not stop.
    server.kill().ok();
    server.wait().ok();
}
