//! MySQL 9, unpacked beside the distribution, and MariaDB of the distribution: one family, started alike.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::tree::unpacked;
use super::{Server, certificate, free_port, install};
use crate::command::output;

const PASSWORD: &str = "p@ss:w/rd";
/// The same in a URL.
const ENCODED: &str = "p%40ss%3Aw%2Frd";
/// The release of Debian that has MySQL.
const SUITE: &str = "sid";

/// Starts MariaDB of the distribution.
pub fn start_mariadb(folder: &Path) -> Result<Server> {
    let installed = || ["/usr/sbin/mariadbd", "/usr/bin/mariadb-install-db", "/usr/bin/mariadb"].map(Path::new);
    if !installed().iter().all(|program| program.exists()) {
        install(&["mariadb-server-core", "mariadb-client-core"])?;
    }
    let data = folder.join("data");
    let mut make = Command::new("mariadb-install-db");
    make.args(["--no-defaults", "--user=root", "--auth-root-authentication-method=normal", "--skip-test-db"]);
    output(make.arg(option("datadir", &data)))?;
    let mut server = Command::new("/usr/sbin/mariadbd");
    server.args(["--no-defaults", "--user=root"]).arg(option("datadir", &data));
    run(folder, server, Command::new("mariadb"), "mariadb")
}

/// Starts MySQL.
pub fn start_mysql(folder: &Path) -> Result<Server> {
    let root = unpacked("mysql", SUITE, "mysql-server-core,mysql-client-core")?;
    let data = folder.join("data");
    let server = || -> Result<Command> {
        let mut command = program(&root, "usr/sbin/mysqld")?;
        command.args(["--no-defaults", "--user=root", "--secure-file-priv="]);
        command.arg(option("basedir", &root.join("usr"))).arg(option("datadir", &data));
        command.arg(option("plugin-dir", &root.join("usr/lib/mysql/plugin")));
        command.arg(option("lc-messages-dir", &root.join("usr/share/mysql")));
        Ok(command)
    };
    output(server()?.arg("--initialize-insecure"))?;
    let mut command = server()?;
    // Each commit would wait for the disk that has the log for replicas.
    command.args(["--mysqlx=OFF", "--skip-log-bin"]);
    run(folder, command, program(&root, "usr/bin/mysql")?, "mysql")
}

/// One of the unpacked programs, with the libraries that were unpacked with it.
fn program(root: &Path, path: &str) -> Result<Command> {
    let (triplet, loader) = match std::env::consts::ARCH {
        "x86_64" => ("x86_64-linux-gnu", "usr/lib64/ld-linux-x86-64.so.2"),
        "aarch64" => ("aarch64-linux-gnu", "usr/lib/ld-linux-aarch64.so.1"),
        other => bail!("no packages of MySQL are known for {other}"),
    };
    let libraries = [root.join("usr/lib").join(triplet), root.join("usr/lib/mysql/private")];
    let mut command = Command::new(root.join(loader));
    command.arg("--library-path").arg(std::env::join_paths(libraries)?).arg(root.join(path));
    Ok(command)
}

/// Starts a server over the folder's data, and gives it a database and a user with a password.
fn run(folder: &Path, mut server: Command, mut client: Command, scheme: &str) -> Result<Server> {
    let (port, socket, log) = (free_port()?, folder.join("socket"), folder.join("log"));
    // What is committed outlives the process, and not the computer: no commit waits for the disk.
    server.args(["--bind-address=127.0.0.1", "--max-connections=300", "--innodb-flush-log-at-trx-commit=2"]);
    let tls = certificate::make(folder)?;
    for (name, file) in [("ssl-ca", "ca.pem"), ("ssl-cert", "server.pem"), ("ssl-key", "server.key")] {
        server.arg(option(name, &tls.join(file)));
    }
    server.arg(format!("--port={port}")).arg(option("socket", &socket)).arg(option("log-error", &log));
    server.arg(option("pid-file", &folder.join("pid"))).stdin(Stdio::null()).stdout(Stdio::null());
    let mut running = server.stderr(Stdio::null()).spawn().context("cannot start the server")?;
    client
        .args(["--no-defaults", "--user=root"])
        .arg(option("socket", &socket))
        .args(["--batch", "--skip-column-names"]);
    let made = answers(&socket, &mut running).and_then(|()| {
        let user = format!("CREATE USER 'test'@'%' IDENTIFIED BY '{PASSWORD}'; GRANT ALL ON *.* TO 'test'@'%'");
        output(client.arg("-e").arg(format!("CREATE DATABASE live; {user}; SELECT VERSION()")))
    });
    match made {
        Ok(version) => {
            let url = format!("{scheme}://test:{ENCODED}@127.0.0.1:{port}/live");
            Ok(Server::new(version.trim(), url, move || stop(running)).with_certificates(tls))
        }
        Err(error) => {
            stop(running);
            // MariaDB gives it a name that ends in `.err`.
            let logs = [log.with_extension("err"), log].map(|log| fs::read_to_string(log).unwrap_or_default());
            Err(error.context(logs.concat()))
        }
    }
}

fn option(name: &str, path: &Path) -> String {
    format!("--{name}={}", path.display())
}

fn answers(socket: &PathBuf, server: &mut Child) -> Result<()> {
    let end = Instant::now() + Duration::from_secs(60);
    while std::os::unix::net::UnixStream::connect(socket).is_err() {
        ensure!(server.try_wait()?.is_none(), "the server ended");
        ensure!(Instant::now() < end, "the server does not answer");
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

fn stop(mut server: Child) {
    // Nothing is left to do about a server that does not stop.
    server.kill().ok();
    server.wait().ok();
}
