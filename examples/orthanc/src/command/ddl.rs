//! `ddl`: the statements that create the eight tables.

use std::io::{ErrorKind, Write};

use anyhow::Result;
use orthanc::Orthanc;
use tablewright::Dialect;
use tablewright::prelude::*;

/// Prints the DDL; a reader that goes away early (`| head`) is no error.
pub fn run(dialect: Dialect) -> Result<()> {
    let ddl = Orthanc::ddl(dialect)?;
    match writeln!(std::io::stdout().lock(), "{ddl}") {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}
