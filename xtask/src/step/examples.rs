//! The examples, run as a user runs them.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::Outcome;
use crate::command::{cargo, output, run};
use crate::counts::Counts;

const DIALECTS: [&str; 7] = ["sqlite", "postgres", "mysql", "mariadb", "firebird", "sqlserver", "oracle"];

/// The smallest example runs.
pub fn quickstart(_: &mut Counts) -> Result<Outcome> {
    run(&mut cargo(&["run", "--quiet", "-p", "quickstart"]))?;
    Ok(Outcome::Passed(String::new()))
}

/// The reference application runs on a new database, and again on what it left there.
pub fn orthanc(_: &mut Counts) -> Result<Outcome> {
    let folder = tempfile::tempdir().context("no temporary folder")?;
    let database = folder.path().join("orthanc.db");
    tour(&database)?;
    ensure!(database.exists(), "the tour made no database at {}", database.display());
    tour(&database)?;
    Ok(Outcome::Passed("twice on one database".to_owned()))
}

/// The reference application prints DDL in every dialect.
pub fn ddl(_: &mut Counts) -> Result<Outcome> {
    for dialect in DIALECTS {
        let text = output(&mut cargo(&["run", "--quiet", "-p", "orthanc", "--", "ddl", dialect]))?;
        let tables = text.matches("CREATE TABLE").count();
        println!("{dialect}: {tables} tables, {} lines", text.lines().count());
        ensure!(tables == 8, "the DDL for {dialect} has {tables} tables instead of 8");
    }
    Ok(Outcome::Passed(format!("{} dialects", DIALECTS.len())))
}

fn tour(database: &Path) -> Result<()> {
    let mut command = cargo(&["run", "--quiet", "-p", "orthanc", "--", "--database"]);
    run(command.arg(database))
}
