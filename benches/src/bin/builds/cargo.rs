//! Runs cargo in a generated workspace and says what it cost.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::cost::{self, Cost};

/// How much of cargo's output an error repeats.
const TAIL: usize = 40;

/// Runs `cargo VERB -p PACKAGE` in the folder. An error repeats the end of what cargo said.
pub fn run(folder: &Path, verb: &str, package: &str) -> Result<Cost> {
    // A file instead of a pipe: nobody has to drain it while the clock runs.
    let log = folder.join("cargo.log");
    let output = File::create(&log).with_context(|| format!("cannot create {}", log.display()))?;
    let errors = output.try_clone().context("cannot share the log file")?;
    let mut command = Command::new(program());
    command.current_dir(folder).args([verb, "-p", package]).stdin(Stdio::null()).stdout(output).stderr(errors);
    // What the surrounding cargo or a user's shell may have set must not reach only some of the builds.
    for variable in ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR", "CARGO_INCREMENTAL", "RUSTC_WRAPPER", "RUSTFLAGS"] {
        command.env_remove(variable);
    }
    let start = Instant::now();
    let child = command.spawn().context("cannot start cargo")?;
    let (succeeded, cost) = cost::wait(child, start)?;
    if !succeeded {
        let said = fs::read_to_string(&log).unwrap_or_default();
        let lines: Vec<_> = said.lines().collect();
        let tail = lines[lines.len().saturating_sub(TAIL)..].join("\n");
        bail!("`cargo {verb} -p {package}` failed in {}:\n{tail}", folder.display());
    }
    Ok(cost)
}

/// The first line of `rustc --version`.
pub fn compiler() -> Result<String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc"));
    let output = Command::new(rustc).arg("--version").output().context("cannot start rustc")?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The cargo that runs this program, or the one in the path.
fn program() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"))
}
