//! Runs `cargo test`, shows its output, and adds up the summaries.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::command;

/// How many tests there were, and what they said.
#[derive(Clone, Default)]
pub struct Counts {
    /// Test binaries and groups of documentation tests.
    pub groups: u32,
    /// Tests that passed.
    pub passed: u32,
    /// Tests that failed.
    pub failed: u32,
    /// Tests that were not run.
    pub ignored: u32,
    /// The tests that left a part out, each with the ability that it takes.
    pub left_out: BTreeSet<(String, String)>,
    /// The version that a test told.
    pub version: Option<String>,
    /// The test whose output is being read.
    test: String,
}

/// Runs it and adds its summaries. With a label, each line that it prints is told to be of it, for others run beside it.
///
/// # Errors
/// If it cannot be started or does not succeed.
pub fn run(cargo: &mut Command, label: Option<&str>, counts: &mut Counts) -> Result<()> {
    let label = label.map(|label| format!("{label:<10} | ")).unwrap_or_default();
    println!("{label}$ {}", command::words(cargo));
    let (output, into) = std::io::pipe().context("no pipe")?;
    if !label.is_empty() {
        cargo.stderr(into.try_clone().context("no pipe")?);
    }
    let mut child = cargo.stdin(Stdio::null()).stdout(into).spawn().context("cannot start cargo")?;
    // The pipe ends when nobody can write to it any more.
    cargo.stdout(Stdio::null()).stderr(Stdio::null());
    for line in BufReader::new(output).split(b'\n') {
        let line = line.context("cannot read cargo's output")?;
        let line = String::from_utf8_lossy(&line);
        println!("{label}{line}");
        counts.add(&line);
    }
    let status = child.wait().context("cannot wait for cargo")?;
    if !status.success() {
        bail!("cargo test ended with {status}");
    }
    Ok(())
}

impl Counts {
    /// Adds those of another run.
    pub fn join(&mut self, other: &Self) {
        self.groups += other.groups;
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
    }

    /// Adds `test result: ok. 2 passed; 0 failed; 0 ignored; ..`, and what a test said with `--show-output`; any other line
    /// is nothing.
    fn add(&mut self, line: &str) {
        let line = line.trim();
        if let Some(test) = line.strip_prefix("---- ").and_then(|line| line.strip_suffix(" stdout ----")) {
            test.clone_into(&mut self.test);
        } else if let Some(ability) = line.strip_prefix("left out: ") {
            self.left_out.insert((self.test.clone(), ability.to_owned()));
        } else if let Some(version) = line.strip_prefix("version: ") {
            self.version = Some(version.to_owned());
        } else if let Some(summary) = line.strip_prefix("test result: ") {
            self.add_summary(summary);
        }
    }

    fn add_summary(&mut self, summary: &str) {
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

    #[test]
    fn what_a_test_says_is_kept_once() {
        let mut counts = Counts::default();
        for line in ["---- a_claim stdout ----", "left out: LongLists", "left out: LongLists", "", "version: 3.50.4"] {
            counts.add(line);
        }
        assert_eq!(counts.left_out.into_iter().collect::<Vec<_>>(), [("a_claim".to_owned(), "LongLists".to_owned())]);
        assert_eq!(counts.version.as_deref(), Some("3.50.4"));
    }
}
