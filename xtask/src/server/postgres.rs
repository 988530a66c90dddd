//! PostgreSQL of the distribution.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::{Server, certificate, folder_with, free_port, hand_over, install, unprivileged};
use crate::command::{output, run};

const PASSWORD: &str = "p@ss:w/rd";
/// The same in a URL.
const ENCODED: &str = "p%40ss%3Aw%2Frd";

/// Starts the newest PostgreSQL there is, with a password, for drivers have to log in.
pub fn start(folder: &Path) -> Result<Server> {
    let programs = match installed() {
        Some(programs) => programs,
        None => {
            install(&["postgresql"])?;
            installed().context("the package brought no initdb")?
        }
    };
    let (data, password, port) = (folder.join("data"), folder.join("password"), free_port()?);
    fs::write(&password, PASSWORD)?;
    let tls = certificate::make(folder)?;
    hand_over(folder)?;
    let program = |name: &str| {
        let mut command = unprivileged(&programs.join(name));
        command.current_dir(folder);
        command
    };
    let make = ["-U", "postgres", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"];
    output(program("initdb").args(make).arg("--pwfile").arg(&password).arg("-D").arg(&data))?;
    let options = format!(
        "-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200 -k {} -c ssl=on \
         -c ssl_cert_file={tls}/server.pem -c ssl_key_file={tls}/server.key -c ssl_ca_file={tls}/ca.pem",
        folder.display(),
        tls = tls.display()
    );
    let log = folder.join("log");
    let mut start = program("pg_ctl");
    // What the server inherits it would keep open.
    start.args(["-w", "-s", "-o", &options, "-l"]).arg(&log).arg("-D").arg(&data).arg("start").stdout(Stdio::null());
    run(&mut start).with_context(|| fs::read_to_string(&log).unwrap_or_default())?;
    let mut stop = program("pg_ctl");
    stop.args(["-s", "-m", "immediate", "stop", "-D"]).arg(&data);
    let version = output(Command::new(programs.join("postgres")).arg("--version"))?;
    let version = version.split_whitespace().nth(2).unwrap_or("of an unknown version");
    let url = format!("postgres://postgres:{ENCODED}@127.0.0.1:{port}/postgres");
    // Nothing is left to do about a server that does not stop.
    let server = Server::new(version, url, move || drop(stop.status()));
    Ok(server.with_certificates(tls))
}

/// The folder of the newest PostgreSQL's programs.
fn installed() -> Option<PathBuf> {
    let version = |folder: &PathBuf| folder.file_name().and_then(OsStr::to_str)?.parse::<u32>().ok();
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = debian.map(|entry| entry.path()).collect();
    folders.sort_by_key(|folder| std::cmp::Reverse(version(folder)));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = folders.into_iter().map(|folder| folder.join("bin")).chain(std::env::split_paths(&path));
    folder_with(folders, &["initdb", "pg_ctl", "postgres"])
}
