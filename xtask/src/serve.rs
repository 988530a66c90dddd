//! Servers for whoever wants to try something on them: the live tests by hand, a benchmark, a client.

use std::collections::BTreeMap;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::server::{ENGINES, Engine, Stand, certificate};

/// Starts them, runs the command, stops them. Whether the command succeeded.
///
/// # Errors
/// If an engine is unknown or does not start.
pub fn run(names: &[String], command: &[String]) -> Result<bool> {
    let folder = tempfile::tempdir().context("no temporary folder")?;
    let (mut servers, mut variables) = (Vec::new(), BTreeMap::new());
    for name in names {
        let (engine, start) = find(name)?;
        let place = folder.path().join(name);
        std::fs::create_dir(&place).with_context(|| format!("{} cannot be made", place.display()))?;
        let server = start(&place).with_context(|| format!("{} does not start", engine.name))?;
        variables.insert(engine.variable(), server.url.clone());
        if let Some(certificates) = &server.certificates {
            variables.insert(certificate::VARIABLE.to_owned(), certificates.display().to_string());
        }
        servers.push(server);
    }
    let Some((program, arguments)) = command.split_first() else {
        variables.iter().for_each(|(name, value)| println!("export {name}={value}"));
        println!("# the enter key stops them");
        std::io::stdin().read_line(&mut String::new()).context("nothing to wait for")?;
        return Ok(true);
    };
    let status = Command::new(program).args(arguments).envs(variables).status();
    Ok(status.with_context(|| format!("`{program}` cannot be run"))?.success())
}

type Start = fn(&std::path::Path) -> Result<crate::server::Server>;

fn find(name: &str) -> Result<(&'static Engine, Start)> {
    let mut known = Vec::new();
    for engine in &ENGINES {
        if let Stand::Server { start, .. } = engine.stand {
            let short = engine.name.replace(' ', "");
            if short == name {
                return Ok((engine, start));
            }
            known.push(short);
        }
    }
    bail!("no server for `{name}`, expected one of {}", known.join(", "))
}
