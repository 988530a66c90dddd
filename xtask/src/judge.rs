//! Lets sqlfluff, a parser that is not ours, read the golden files of the two engines that cannot be had for tests.
//!
//! It accepts some nonsense, so that a pass proves little; and it does not know a few valid forms. Those are listed with
//! their reasons, and an entry that is no longer needed is a failure too.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use crate::command::{cache, is_ci, output, root, run as run_command};
use crate::counts::Counts;
use crate::step::Outcome;

/// Another version knows other forms.
const SQLFLUFF: &str = "4.5.0";

/// An engine's golden files and what sqlfluff calls its dialect.
struct Engine {
    file: &'static str,
    dialect: &'static str,
    /// Valid forms that sqlfluff does not know.
    unknown: &'static [Unknown],
}

/// A valid form that sqlfluff does not know.
struct Unknown {
    /// What stands in such a statement.
    text: &'static str,
    /// Why it is valid.
    reason: &'static str,
}

/// <https://learn.microsoft.com/en-us/sql/t-sql/statements/create-table-transact-sql>
const CONSTANT_EXPRESSION: Unknown =
    Unknown { text: "DEFAULT (2 + 3)", reason: "a default is any constant expression" };

const ENGINES: [Engine; 2] = [
    Engine { file: "sqlserver.sql", dialect: "tsql", unknown: &[CONSTANT_EXPRESSION] },
    Engine { file: "oracle.sql", dialect: "oracle", unknown: &[] },
];

#[derive(Deserialize)]
struct FileReport {
    filepath: PathBuf,
    violations: Vec<Violation>,
}

#[derive(Deserialize)]
struct Violation {
    code: String,
    description: String,
}

/// Every statement of the golden files is accepted, or stands on the list of forms that are valid all the same.
pub fn run(_: &mut Counts) -> Result<Outcome> {
    let judge = match installed() {
        Ok(judge) => judge,
        Err(error) if !is_ci() => return Ok(Outcome::Skipped(format!("no sqlfluff: {error:#}"))),
        Err(error) => return Err(error),
    };
    let mut notes = Vec::new();
    for engine in &ENGINES {
        notes.push(judge_engine(&judge, engine)?);
    }
    Ok(Outcome::Passed(notes.join("; ")))
}

fn judge_engine(judge: &Path, engine: &Engine) -> Result<String> {
    let folder = tempfile::tempdir().context("no temporary folder")?;
    let mut statements = 0;
    for kind in ["ddl", "dml"] {
        for case in cases(&root().join("tests").join(kind))? {
            let golden = case.join(engine.file);
            let text = fs::read_to_string(&golden).with_context(|| format!("cannot read {}", golden.display()))?;
            let case = case.file_name().unwrap_or_default().to_string_lossy().into_owned();
            for (number, statement) in split(&text).into_iter().enumerate() {
                fs::write(folder.path().join(format!("{kind}-{case}-{number:03}.sql")), statement + "\n")?;
                statements += 1;
            }
        }
    }
    ensure!(statements > 50, "only {statements} statements for {} below tests/ddl and tests/dml", engine.dialect);
    ensure!(!accepts(judge, engine, NONSENSE)?, "sqlfluff accepts nonsense as {}", engine.dialect);

    let reports = lint(judge, engine, folder.path())?;
    ensure!(reports.len() == statements, "sqlfluff read {} of {statements} statements", reports.len());
    let (mut wrong, mut used) = (Vec::new(), vec![false; engine.unknown.len()]);
    for report in &reports {
        let Some(violation) = report.violations.iter().find(|violation| is_syntax(violation)) else { continue };
        let statement = fs::read_to_string(&report.filepath)?;
        match engine.unknown.iter().position(|unknown| statement.contains(unknown.text)) {
            Some(known) => used[known] = true,
            None => {
                let file = report.filepath.file_name().unwrap_or_default().to_string_lossy();
                wrong.push(format!("{file}: {}\n{statement}", violation.description));
            }
        }
    }
    for (unknown, used) in engine.unknown.iter().zip(used) {
        if !used {
            wrong.push(format!("sqlfluff reads `{}` now; take it off the list ({})", unknown.text, unknown.reason));
        }
    }
    ensure!(wrong.is_empty(), "{} objects to {} statements\n{}", engine.dialect, wrong.len(), wrong.join("\n"));
    Ok(format!("{statements} statements of {}", engine.dialect))
}

const NONSENSE: &str = "CREATE TABLE \"a\" ( \"b\" NUMBER(1) NOT NUL, PRIMRY KEY (\"b\") )\n";

fn accepts(judge: &Path, engine: &Engine, statement: &str) -> Result<bool> {
    let folder = tempfile::tempdir().context("no temporary folder")?;
    fs::write(folder.path().join("statement.sql"), statement)?;
    let reports = lint(judge, engine, folder.path())?;
    Ok(!reports.iter().flat_map(|report| &report.violations).any(is_syntax))
}

fn lint(judge: &Path, engine: &Engine, folder: &Path) -> Result<Vec<FileReport>> {
    // Its exit code speaks of style as well, which is not asked here; the rule named is a cheap one.
    let mut command = Command::new(judge);
    command.args(["lint", "--nofail", "--disable-progress-bar", "--format", "json", "--templater", "raw"]);
    command
        .args(["--ignore-local-config", "--processes", "2", "--rules", "LT12", "--dialect", engine.dialect])
        .arg(folder);
    let json = output(&mut command)?;
    serde_json::from_str(&json).context("cannot understand sqlfluff's answer")
}

fn is_syntax(violation: &Violation) -> bool {
    matches!(violation.code.as_str(), "PRS" | "LXR" | "TMP")
}

/// The folders of the cases, in order.
fn cases(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut cases = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    cases.retain(|path| path.is_dir());
    cases.sort();
    Ok(cases)
}

/// The statements of a golden file: each ends in a semicolon at the end of a line; lines that are comments are none.
fn split(text: &str) -> Vec<String> {
    let code: Vec<&str> = text.lines().filter(|line| !line.starts_with("--")).collect();
    let code = code.join("\n");
    code.split(";\n")
        .map(str::trim)
        .filter(|statement| !statement.is_empty())
        .map(|statement| {
            // T-SQL's MERGE is the one statement whose semicolon is part of it.
            let end = if statement.starts_with("MERGE") { ";" } else { "" };
            format!("{}{end}", statement.trim_end_matches(';'))
        })
        .collect()
}

/// The judge, installed into a folder of its own if need be.
fn installed() -> Result<PathBuf> {
    let folder = cache().join(format!("sqlfluff-{SQLFLUFF}"));
    let (judge, python) = (folder.join("bin/sqlfluff"), folder.join("bin/python"));
    if judge.exists() {
        return Ok(judge);
    }
    let mut venv = Command::new("python3");
    venv.args(["-m", "venv", "--clear"]).arg(&folder);
    if let Err(error) = run_command(&mut venv) {
        if !is_ci() {
            return Err(error);
        }
        // Debian keeps it in a package of its own.
        run_command(Command::new("apt-get").args(["install", "-y", "--no-install-recommends", "python3-venv"]))
            .context("python3 has no venv")?;
        run_command(&mut venv)?;
    }
    let package = format!("sqlfluff=={SQLFLUFF}");
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", &package];
    run_command(Command::new(&python).args(install))?;
    if !judge.exists() {
        bail!("{package} brought no program {}", judge.display());
    }
    Ok(judge)
}
