//! Certificates for the servers: an authority of our own, and what it signs for `localhost` and for a client.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Result;

use super::install;
use crate::command::output;

/// The variable in which a test finds the folder.
pub const VARIABLE: &str = "TABLEWRIGHT_TLS";

/// Makes `ca.pem`, `server.pem`, `server.key`, `client.pem` and `client.key` in a folder below this one, and gives it. The
/// server's name is `localhost` and not its address, so that a client can meet the wrong name.
///
/// # Errors
/// If openssl cannot be had.
pub fn make(folder: &Path) -> Result<PathBuf> {
    have_openssl()?;
    let folder = folder.join("tls");
    fs::create_dir(&folder)?;
    let openssl = |words: &str| output(Command::new("openssl").args(words.split(' ')).current_dir(&folder)).map(drop);
    let key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
    let use_of_it = "-addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign";
    openssl(&format!("req -x509 {key} -days 30 -subj /CN=authority -keyout ca.key -out ca.pem {use_of_it}"))?;
    for (name, subject, extension) in
        [("server", "localhost", "subjectAltName=DNS:localhost"), ("client", "test", "extendedKeyUsage=clientAuth")]
    {
        fs::write(folder.join("extension"), extension)?;
        openssl(&format!("req -new {key} -subj /CN={subject} -keyout {name}.key -out {name}.csr"))?;
        let sign = "x509 -req -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile extension";
        openssl(&format!("{sign} -in {name}.csr -out {name}.pem"))?;
    }
    Ok(folder)
}

/// Installs what makes certificates, and what Microsoft's mock of SQL Server is compiled with.
///
/// # Errors
/// If it cannot be had.
pub fn have_openssl() -> Result<()> {
    let is_there = |program: &str, arguments: &[&str]| {
        let asked = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
        asked.is_ok_and(|status| status.success())
    };
    if is_there("openssl", &["version"]) && is_there("pkg-config", &["--exists", "openssl"]) {
        return Ok(());
    }
    install(&["openssl", "libssl-dev", "pkg-config"])
}
