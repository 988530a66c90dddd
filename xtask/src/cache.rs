//! What is made once and kept for all runs, several of which may be at work at the same time.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};

/// What stands in a folder that is complete.
const COMPLETE: &str = ".complete";
/// How long to wait before something is asked for once more.
const PAUSE: Duration = Duration::from_secs(30);

/// The folder of this name, made if it is not there. It has another name until it is complete, which is this process's: others
/// may be making the same, and the first to be done is everybody's.
///
/// # Errors
/// Whatever `make` says, and if the folder cannot be put into its place.
pub fn kept(name: &str, make: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let root = folder().join(name);
    let is_complete = || root.join(COMPLETE).exists();
    if is_complete() {
        return Ok(root);
    }
    remove_abandoned(name);
    let own = folder().join(format!("{name}.{}", std::process::id()));
    make(&own)?;
    fs::write(own.join(COMPLETE), "").with_context(|| format!("cannot mark {name} as complete"))?;
    let put = || fs::rename(&own, &root);
    if put().is_err() {
        if !is_complete() {
            // What stands there was left half-made. It goes out of the way at once, for somebody else may be doing the same.
            let aside = folder().join(format!("{name}.{}.aside", std::process::id()));
            fs::rename(&root, &aside).ok();
            let placed = put();
            fs::remove_dir_all(&aside).ok();
            if !is_complete() {
                placed.with_context(|| format!("cannot put {name} into its place"))?;
            }
        }
        // Where somebody else was first, what he started runs from there.
        fs::remove_dir_all(&own).ok();
    }
    Ok(root)
}

/// Does it once more if it fails: a server that is being updated answers better after a while.
///
/// # Errors
/// What it says the second time.
pub fn patiently<T>(work: impl Fn() -> Result<T>) -> Result<T> {
    work().or_else(|error| {
        println!("once more in {} s, for {error:#}", PAUSE.as_secs());
        std::thread::sleep(PAUSE);
        work()
    })
}

/// Removes what was left half-made by processes that are gone, where the system tells which are there, and by an earlier one that
/// had the number of this one.
fn remove_abandoned(name: &str) {
    let process = |file: &str| file.strip_prefix(name)?.strip_prefix('.')?.split('.').next()?.parse::<u32>().ok();
    let processes = Path::new("/proc");
    let is_gone = |number: u32| {
        number == std::process::id()
            || (processes.join("self").exists() && !processes.join(number.to_string()).exists())
    };
    for entry in fs::read_dir(folder()).into_iter().flatten().flatten() {
        if entry.file_name().to_str().and_then(process).is_some_and(is_gone) {
            // What cannot be removed is in nobody's way.
            fs::remove_dir_all(entry.path()).ok();
        }
    }
}

/// The folder for tools that are made once and kept.
fn folder() -> PathBuf {
    let given = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    given.or_else(home).unwrap_or_else(std::env::temp_dir).join("tablewright")
}
