//! `lint`: what will hurt, in the migrations of a folder and in the tables of a schema.

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value};
use tablewright::migrate;
use tablewright::schema::lint::{self, Rule};

use super::Context;
use crate::build::SchemaOptions;
use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::findings::{self, Found};
use crate::home::FolderOptions;
use crate::report::{Report, members};
use crate::screen::Screen;

/// Shows what will hurt: in the migrations of a folder, and with --tables in the tables of the schema.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  cargo tablewright lint
  cargo tablewright lint --tables --package server
  cargo tablewright lint --migrations migrations --json
  cargo tablewright lint --explain P107

A finding is taken upon oneself in the migration's file, or when it is written: new --accept RULE:OBJECT=REASON.
Ends with 0 if there is none that nobody accepted, with 1 if there is one, with 2 if there are no migrations, or their index
and their files do not agree.")]
pub struct Lint {
    /// Also what the compiler warns of in the tables
    #[arg(long)]
    tables: bool,
    /// Nothing but what a rule is about, by its code or name: M002, column-dropped
    #[arg(long, value_name = "RULE", conflicts_with = "tables")]
    explain: Option<String>,
    #[command(flatten)]
    schema: SchemaOptions,
    #[command(flatten)]
    folder: FolderOptions,
}

/// What was found.
#[derive(Debug, Serialize)]
struct Linted {
    findings: Vec<Found>,
}

impl Lint {
    pub fn run(&self, context: &mut Context<'_>) -> Result<Box<dyn Report>> {
        if let Some(word) = &self.explain {
            return Ok(Box::new(Explained::of(word)?));
        }
        let (warnings, folder) = if self.tables {
            let (declared, folder) = context.home.schema_and_folder(&self.schema, &self.folder, context.json)?;
            (declared.warnings, folder)
        } else {
            (Vec::new(), context.home.migrations(&self.folder, context.json)?)
        };
        folder.sound()?;
        let found = migrate::lint(folder.path())?.into_iter().map(Found::from);
        Ok(Box::new(Linted { findings: found.chain(warnings.into_iter().map(Found::warning)).collect() }))
    }
}

/// What a rule is about.
#[derive(Debug, Serialize)]
struct Explained {
    rule: &'static str,
    name: &'static str,
    /// `warn` or `refuse`.
    severity: &'static str,
    reason: &'static str,
    page: &'static str,
}

impl Explained {
    fn of(word: &str) -> Result<Self> {
        let rule = lint::named(word).ok_or_else(|| Failure::usage(lint::accept::nothing(&[], word, "")))?;
        let &Rule { code, name, severity, reason, page } = rule;
        Ok(Self { rule: code, name, severity: severity.name(), reason, page })
    }
}

impl Report for Explained {
    fn exit(&self) -> Exit {
        Exit::Fine
    }

    fn json(&self) -> Map<String, Value> {
        members(self)
    }

    fn show(&self, screen: &mut Screen) {
        let Self { rule, name, severity, reason, page } = self;
        screen.line(format_args!("{rule} {name}, {severity}: {reason}\n  see: {page}"));
    }
}

impl Report for Linted {
    fn exit(&self) -> Exit {
        if self.findings.iter().any(Found::is_open) { Exit::Found } else { Exit::Fine }
    }

    fn json(&self) -> Map<String, Value> {
        members(self)
    }

    fn show(&self, screen: &mut Screen) {
        findings::show(&self.findings, screen);
        screen.said(findings::counted(&self.findings));
    }
}
