//! What the compiler, clippy and rustfmt say.

use anyhow::Result;

use super::Outcome;
use crate::command::{cargo, run};
use crate::counts::Counts;
use crate::server::certificate;

/// rustfmt would change nothing.
pub fn format(_: &mut Counts) -> Result<Outcome> {
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    Ok(Outcome::Passed(String::new()))
}

/// Neither the compiler nor clippy warns.
pub fn clippy(_: &mut Counts) -> Result<Outcome> {
    certificate::have_openssl()?;
    run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"]))?;
    Ok(Outcome::Passed(String::new()))
}
