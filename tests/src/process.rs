//! This test program once more, as a process that is told what to do, says when it is in the middle of it, and is killed.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};

/// What it says when it is where it was to go.
pub const STOPPED: &str = "child: stopped";
/// What it says when it was done before.
pub const DONE: &str = "child: done";

/// A process that is where it was to go. Dropped, it is killed too: one that goes on keeps what it has inherited, and whoever
/// reads what this program prints would wait for its end.
pub struct Process(Child);

impl Process {
    /// Kills it, at once and without a word to it.
    ///
    /// # Panics
    /// If that is not possible.
    pub fn kill(mut self) {
        self.0.kill().expect("a child is killed");
        self.0.wait().expect("a child that was killed ends");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended.
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// Says one of the two, on a line of its own.
///
/// # Panics
/// If nobody listens.
pub fn say(what: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{what}").expect("a parent that listens");
    out.flush().expect("a parent that listens");
}

/// Starts a process that runs one test of this program, whose order is in a variable of its environment. `None` if it was
/// done before it came to where it was to go.
///
/// # Panics
/// If it cannot be started, or ends without a word.
pub fn start(test: &str, variable: &str, order: &str) -> Option<Process> {
    let mut child = Command::new(std::env::current_exe().expect("this program has a file"))
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(variable, order)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a child");
    let out = child.stdout.take().expect("it has an output");
    for line in BufReader::new(out).lines().map_while(Result::ok) {
        if line == STOPPED {
            return Some(Process(child));
        }
        if line == DONE {
            child.wait().expect("a child that is done ends");
            return None;
        }
    }
    panic!("the child ended: {:?}", child.wait());
}
