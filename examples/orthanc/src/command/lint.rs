//! `lint`: what works and will hurt, as the build warns about it.

use anyhow::{Result, bail};
use orthanc::Orthanc;
use tablewright::prelude::*;

use crate::show;

/// Shows the warnings that nobody allowed; fails if there is one.
pub fn run() -> Result<()> {
    let warnings: Vec<_> = Orthanc::warnings().collect();
    if warnings.is_empty() {
        show::say("nothing to warn about");
        return Ok(());
    }
    show::table(
        &["table", "rule", "what will hurt"],
        warnings
            .iter()
            .map(|(def, warning)| [def.name.to_string(), warning.rule.to_owned(), warning.message.to_owned()]),
    );
    bail!("{} warnings", warnings.len());
}
