//! A PostgreSQL server for one test.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A running server; dropping it stops it.
pub struct Postgres {
    programs: PathBuf,
    folder: TempDir,
    user: User,
}

/// Who runs the server: it refuses to be run by root.
#[derive(Clone, Copy)]
enum User {
    Myself,
    Nobody,
}

impl Postgres {
    /// Starts a server that listens on a socket in a temporary folder, and nowhere else. Nothing if PostgreSQL is not
    /// installed.
    ///
    /// # Panics
    /// If it is installed and does not start.
    pub fn start() -> Option<Self> {
        let programs = installed()?;
        let user = if is_root() { User::Nobody } else { User::Myself };
        let folder = TempDir::new().expect("a temporary folder");
        if matches!(user, User::Nobody) {
            run(Command::new("chown").arg("nobody").arg(folder.path()));
        }
        let server = Self { programs, folder, user };
        let data = server.folder.path().join("data");
        let make = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "-D"];
        run(server.program("initdb").args(make).arg(&data));
        let options = format!("-c listen_addresses= -c fsync=off -k {}", server.folder.path().display());
        let log = server.folder.path().join("log");
        let mut start = server.program("pg_ctl");
        start.arg("-D").arg(&data).args(["-w", "-s", "-o", &options, "-l"]).arg(log).arg("start");
        // The server would keep a pipe open for as long as it runs.
        let status = start.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("pg_ctl can be run");
        assert!(status.success(), "PostgreSQL does not start");
        Some(server)
    }

    /// Runs a script in a new database; gives what went wrong.
    ///
    /// # Errors
    /// What psql says.
    pub fn run_script(&self, database: &str, script: &str) -> Result<(), String> {
        self.psql("postgres", &format!("CREATE DATABASE \"{database}\""))?;
        self.psql(database, script).map(drop)
    }

    /// Runs a script in a database; gives the rows it printed.
    ///
    /// # Errors
    /// What psql says.
    pub fn psql(&self, database: &str, script: &str) -> Result<String, String> {
        let mut psql = Command::new(self.programs.join("psql"));
        psql.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-U", "postgres", "-d", database, "-h"]);
        psql.arg(self.folder.path()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = psql.spawn().expect("psql can be run");
        let mut input = child.stdin.take().expect("psql reads");
        // A script that fails closes the pipe early; psql's own words say more.
        input.write_all(script.as_bytes()).ok();
        drop(input);
        let output = child.wait_with_output().expect("psql ends");
        match output.status.success() {
            true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
            false => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        }
    }

    fn program(&self, name: &str) -> Command {
        let program = self.programs.join(name);
        let mut command = match self.user {
            User::Myself => Command::new(program),
            User::Nobody => {
                let mut command = Command::new("setpriv");
                command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"]).arg(program);
                command
            }
        };
        command.current_dir(self.folder.path());
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let data = self.folder.path().join("data");
        let mut stop = self.program("pg_ctl");
        stop.arg("-D").arg(data).args(["-s", "-m", "immediate", "stop"]).stdout(Stdio::null()).stderr(Stdio::null());
        // Nothing is left to do about a server that does not stop.
        stop.status().ok();
    }
}

/// The folder of the newest PostgreSQL's programs.
fn installed() -> Option<PathBuf> {
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = debian.map(|entry| entry.path().join("bin")).collect();
    let version =
        |folder: &PathBuf| folder.parent().and_then(Path::file_name).and_then(OsStr::to_str)?.parse::<u32>().ok();
    folders.sort_by_key(version);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut all: Vec<PathBuf> = std::env::split_paths(&path).collect();
    all.extend(folders);
    all.into_iter().rev().find(|folder| ["initdb", "pg_ctl", "psql"].iter().all(|name| folder.join(name).exists()))
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn run(command: &mut Command) -> Output {
    let output = command.output().expect("the program can be run");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}
