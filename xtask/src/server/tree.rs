//! Newer servers than the distribution has, unpacked beside it: nothing is installed, and no script of theirs is run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use super::install;
use crate::cache::{kept, patiently};
use crate::command::output;

/// The folder with these packages of a release of Debian and what they need. Their programs run with their own libraries.
///
/// # Errors
/// If they cannot be had.
pub fn unpacked(name: &str, suite: &str, packages: &str) -> Result<PathBuf> {
    kept(name, |folder| {
        let can = Command::new("mmdebstrap").arg("--version").stdout(Stdio::null()).status();
        if !can.is_ok_and(|status| status.success()) {
            install(&["mmdebstrap"])?;
        }
        patiently(|| unpack(folder, suite, packages))
    })
}

fn unpack(root: &Path, suite: &str, packages: &str) -> Result<()> {
    fs::remove_dir_all(root).ok();
    fs::create_dir_all(root)?;
    let mut command = Command::new("mmdebstrap");
    command.args(["--quiet", "--variant=extract", "--components=main", "--include", packages]);
    command.args(["--aptopt=APT::Install-Recommends \"false\"", "--aptopt=Acquire::Check-Valid-Until \"false\""]);
    command.args(["--dpkgopt=path-exclude=/usr/share/man/*", "--dpkgopt=path-exclude=/usr/share/doc/*", suite]);
    output(command.arg(root).arg(mirror()?)).map(drop).with_context(|| format!("cannot unpack {packages}"))
}

/// Where this computer has its packages from.
fn mirror() -> Result<String> {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let (new, old) = (read("/etc/apt/sources.list.d/debian.sources"), read("/etc/apt/sources.list"));
    let new = new.lines().find_map(|line| line.strip_prefix("URIs:"));
    let old = old.lines().find_map(|line| line.strip_prefix("deb "));
    let words = new.or(old).unwrap_or_default().split_whitespace();
    let mirror = words.into_iter().find(|word| word.contains("://")).map(str::to_owned);
    ensure!(mirror.is_some(), "this is no Debian: install the server");
    mirror.context("no mirror")
}
