//! Firebird 5: no distribution has it yet. Its engine comes out of a Python package, and Firebird 4's server serves it: the
//! two speak the same protocol and load engines alike.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, ensure};

use super::firebird::Firebird;
use super::{Server, install, is_root};
use crate::cache::{kept, patiently};
use crate::command::{is_ci, output};

/// The Python package of that name (<https://github.com/IBPhoenix/python3-embedded>).
const PACKAGE: &str = "firebird-embedded==5.0.4.4";
/// Where it has the engine.
const ENGINE: &str = "firebird/embedded/runtime";

/// Starts a server that keeps everything in the folder.
pub fn start(folder: &Path) -> Result<Server> {
    Firebird::unpacked(Some(engine()?))?.start(folder)
}

/// The folder with the engine.
fn engine() -> Result<PathBuf> {
    ensure!(std::env::consts::ARCH == "x86_64", "no package of Firebird 5 is known for {}", std::env::consts::ARCH);
    Ok(kept(&PACKAGE.replace("==", "-"), download)?.join(ENGINE))
}

/// Brings the package into a new folder.
fn download(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let python = python(folder)?;
    // Nothing of the package is run.
    let download =
        ["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:"];
    let platform = ["--platform=manylinux_2_17_x86_64", "--dest"];
    patiently(|| output(Command::new(&python).args(download).args(platform).arg(folder).arg(PACKAGE)))?;
    for file in fs::read_dir(folder)? {
        let file = file?.path();
        if file.extension().is_some_and(|extension| extension == "whl") {
            output(Command::new(&python).args(["-m", "zipfile", "-e"]).arg(&file).arg(folder))?;
            fs::remove_file(file)?;
        }
    }
    ensure!(folder.join(ENGINE).join("plugins/libEngine13.so").exists(), "{PACKAGE} brought no engine");
    Ok(())
}

/// A Python that has pip; one in a folder of its own where the system's has none.
fn python(folder: &Path) -> Result<PathBuf> {
    let mut ask = Command::new("python3");
    let has_pip = ask.args(["-m", "pip", "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if has_pip.is_ok_and(|status| status.success()) {
        return Ok(PathBuf::from("python3"));
    }
    let folder = folder.join("python");
    let venv = || output(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder)).map(drop);
    venv().or_else(|error| {
        ensure!(is_root() || is_ci(), "{error:#}");
        install(&["python3-venv"])?;
        venv()
    })?;
    Ok(folder.join("bin/python"))
}
