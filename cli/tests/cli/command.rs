//! The command as a user runs it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// How the command ended, and what it said.
#[derive(Debug)]
pub struct Answer {
    pub exit: i32,
    pub out: String,
    pub err: String,
}

impl Answer {
    /// Checked to have ended so.
    #[track_caller]
    pub fn ended(self, exit: i32) -> Self {
        assert_eq!(self.exit, exit, "{self:?}");
        self
    }

    /// The one object on standard output, which says how it ended.
    #[track_caller]
    pub fn json(&self) -> Value {
        let value: Value = serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"));
        assert_eq!(value["exit"], self.exit, "{value:#}");
        value
    }

    /// Checked to be refused with this message.
    #[track_caller]
    pub fn says(&self, message: &str) {
        assert!(self.out.contains(message) || self.err.contains(message), "no `{message}` in {self:?}");
    }
}

/// A folder with migrations, and what runs in it.
pub struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    /// An empty one.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// Runs the command in the folder, without a terminal, and without what the environment says of databases.
    pub fn run(&self, words: &[&str]) -> Answer {
        self.run_with(words, &[])
    }

    pub fn run_with(&self, words: &[&str], variables: &[(&str, &str)]) -> Answer {
        let mut command = self.command(words);
        command.envs(variables.iter().copied());
        let Output { status, stdout, stderr } = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Answer { exit: status.code().unwrap(), out: text(stdout), err: text(stderr) }
    }

    /// The command, which can still be given a terminal.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-tablewright"));
        command.arg("tablewright").args(words).current_dir(self.folder.path()).stdin(Stdio::null());
        command.env_remove("DATABASE_URL").env_remove("TABLEWRIGHT_DRIFT");
        command.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli"));
        command.env("CARGO_NET_OFFLINE", "true");
        command
    }
}
