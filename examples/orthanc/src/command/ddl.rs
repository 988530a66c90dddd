//! `ddl`: the statements that create the eight tables.

use anyhow::Result;
use orthanc::Orthanc;
use tablewright::Dialect;
use tablewright::prelude::*;

use crate::show;

/// Prints the DDL.
pub fn run(dialect: Dialect) -> Result<()> {
    let ddl = Orthanc::ddl(dialect)?;
    show::line(ddl);
    Ok(())
}
