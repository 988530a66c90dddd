//! Runs programs in the checkout and shows what runs.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Whether this run decides whether a change lands, so that nothing may be left out.
pub fn is_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| value == "true" || value == "1")
}

/// Cargo with these arguments, in the checkout.
pub fn cargo<S: AsRef<OsStr>>(arguments: &[S]) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// Runs it, showing its output.
///
/// # Errors
/// If it cannot be started or does not succeed.
pub fn run(command: &mut Command) -> Result<()> {
    announce(command);
    let status = command.stdin(Stdio::null()).status().with_context(|| format!("cannot start {}", name(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", name(command));
    }
    Ok(())
}

/// Runs it and gives what it printed; its error output is shown.
///
/// # Errors
/// If it cannot be started or does not succeed.
pub fn output(command: &mut Command) -> Result<String> {
    announce(command);
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start {}", name(command)))?;
    let text = String::from_utf8(output.stdout).with_context(|| format!("{} printed no text", name(command)))?;
    if !output.status.success() {
        print!("{text}");
        bail!("{} ended with {}", name(command), output.status);
    }
    Ok(text)
}

/// Shows what is about to run.
pub fn announce(command: &Command) {
    println!("$ {}", words(command));
}

/// The program's name and its arguments.
pub fn words(command: &Command) -> String {
    let arguments = command.get_args().map(OsStr::to_string_lossy);
    [name(command).into()].into_iter().chain(arguments).collect::<Vec<_>>().join(" ")
}

/// The program's name without its folder.
pub fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()
}
