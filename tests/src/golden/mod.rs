//! Golden files: the text that a test makes, kept beside it for people to read.
//!
//! `BLESS=1` rewrites them. A file that is missing, different, or asked for by nobody is a failure.

pub mod build;
pub mod case;
pub mod changes;
pub mod kept;
pub mod online;
pub mod statements;
pub mod text;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::source;

/// The golden files below one folder, in one run of a test.
pub struct Golden {
    folder: PathBuf,
    bless: bool,
    asked: BTreeSet<PathBuf>,
    wrong: Vec<String>,
}

impl Golden {
    /// The files below `tests/<folder>`.
    pub fn new(folder: &str) -> Self {
        let folder = source::root().join("tests").join(folder);
        let bless = std::env::var_os("BLESS").is_some_and(|value| value == "1");
        Self { folder, bless, asked: BTreeSet::new(), wrong: Vec::new() }
    }

    /// Compares a text with its file, or rewrites the file.
    pub fn compare(&mut self, file: impl AsRef<Path>, text: &str) {
        let path = self.folder.join(file);
        self.asked.insert(path.clone());
        let kept = fs::read_to_string(&path);
        if kept.as_ref().is_ok_and(|kept| kept == text) {
            return;
        }
        if self.bless {
            let parent = path.parent().expect("below the folder");
            fs::create_dir_all(parent).expect("the case's folder can be made");
            fs::write(&path, text).expect("the golden file can be written");
        } else {
            let name = path.strip_prefix(&self.folder).expect("below the folder").display();
            self.wrong.push(match kept {
                Ok(kept) => format!("{name}: {}", first_difference(&kept, text)),
                Err(error) => format!("{name}: {error}"),
            });
        }
    }

    /// Ends the run: nothing differed, and every `.sql` file was asked for.
    ///
    /// # Panics
    /// If anything is wrong; that is how a test fails.
    pub fn finish(mut self) {
        let mut there = Vec::new();
        collect(&self.folder, &mut there);
        for path in there {
            if self.asked.contains(&path) {
                continue;
            }
            if self.bless {
                fs::remove_file(&path).expect("a file nobody asks for can be removed");
            } else {
                self.wrong.push(format!("{}: no case asks for it", path.display()));
            }
        }
        let wrong = self.wrong.join("\n");
        assert!(wrong.is_empty(), "golden files differ; read the change, then set BLESS=1 to accept it\n{wrong}");
    }
}

fn first_difference(kept: &str, made: &str) -> String {
    let lines = kept.lines().zip(made.lines()).enumerate();
    match lines.into_iter().find(|(_, (kept, made))| kept != made) {
        Some((number, (kept, made))) => format!("line {}\n  kept: {kept}\n  made: {made}", number + 1),
        None => format!("{} lines kept, {} made", kept.lines().count(), made.lines().count()),
    }
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "sql") {
            found.push(path);
        }
    }
}
