//! Runs `cargo test`, shows its output, and adds up the summaries.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::command;

/// How many tests there were.
#[derive(Clone, Copy, Default)]
pub struct Counts {
    /// Test binaries and groups of documentation tests.
    pub groups: u32,
    /// Tests that passed.
    pub passed: u32,
    /// Tests that failed.
    pub failed: u32,
    /// Tests that were not run.
    pub ignored: u32,
}

/// Runs it and adds its summaries.
///
/// # Errors
/// If it cannot be started or does not succeed.
pub fn run(cargo: &mut Command, counts: &mut Counts) -> Result<()> {
    command::announce(cargo);
    let mut child = cargo.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context("cannot start cargo")?;
    let output = child.stdout.take().context("cargo has no output")?;
    for line in BufReader::new(output).split(b'\n') {
        let line = line.context("cannot read cargo's output")?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        counts.add(&line);
    }
    let status = child.wait().context("cannot wait for cargo")?;
    if !status.success() {
        bail!("cargo test ended with {status}");
    }
    Ok(())
}

impl Counts {
    /// Adds `test result: ok. 2 passed; 0 failed; 0 ignored; ..`; any other line is nothing.
    fn add(&mut self, line: &str) {
        let Some(summary) = line.trim_start().strip_prefix("test result: ") else { return };
        self.groups += 1;
        let words: Vec<&str> = summary.split([' ', ';', '.']).filter(|word| !word.is_empty()).collect();
        for pair in words.windows(2) {
            let Ok(number) = pair[0].parse::<u32>() else { continue };
            match pair[1] {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn a_summary_is_added() {
        let mut counts = Counts::default();
        counts.add("test result: FAILED. 3 passed; 2 failed; 1 ignored; 0 measured; 9 filtered out; finished in 0.00s");
        counts.add("test a_test ... ok");
        counts.add("test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s");
        assert_eq!((counts.groups, counts.passed, counts.failed, counts.ignored), (2, 7, 2, 1));
    }
}
