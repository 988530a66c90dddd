//! `ddl`: the statements that create the tables.

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value};
use tablewright::Dialect;
use tablewright::schema::dialect::render;
use tablewright::schema::order;

use super::Context;
use crate::build::SchemaOptions;
use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::home::FolderOptions;
use crate::report::{Report, members};
use crate::screen::Screen;

/// Prints the statements that create the tables, in an order that suits their references.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  cargo tablewright ddl postgres > schema.sql
  cargo tablewright ddl oracle --package server --schema Library
  cargo tablewright ddl mysql --snapshot --migrations migrations

Ends with 0 if they are printed, with 3 if the dialect cannot hold a table.")]
pub struct Ddl {
    /// sqlite, postgres, mysql, mariadb, firebird, sqlserver or oracle
    dialect: Dialect,
    /// The statements that drop them
    #[arg(long)]
    drop: bool,
    /// The tables as the last migration left them, without building anything
    #[arg(long)]
    snapshot: bool,
    #[command(flatten)]
    schema: SchemaOptions,
    #[command(flatten)]
    folder: FolderOptions,
}

/// The statements.
#[derive(Debug, Serialize)]
pub struct Statements {
    dialect: &'static str,
    statements: Vec<String>,
}

impl Ddl {
    pub fn run(&self, context: &mut Context<'_>) -> Result<Statements> {
        let tables = if self.snapshot {
            context.home.migrations(&self.folder, context.json)?.snapshot().tables.clone()
        } else {
            context.home.schema(&self.schema, context.json)?.tables
        };
        let dialect = self.dialect;
        let mut rendered = Vec::new();
        for def in &tables {
            let (ddl, _) = render(def, dialect).map_err(|problems| {
                let problems: Vec<String> = problems.into_iter().map(|problem| problem.message).collect();
                Failure::refused(format!("{dialect} cannot hold table `{}`: {}", def.name, problems.join("; ")))
            })?;
            rendered.push((def, ddl));
        }
        let statements = if self.drop { order::drop(&rendered) } else { order::create(&rendered) };
        Ok(Statements { dialect: dialect.name(), statements })
    }
}

impl Report for Statements {
    fn exit(&self) -> Exit {
        Exit::Fine
    }

    fn json(&self) -> Map<String, Value> {
        members(self)
    }

    fn show(&self, screen: &mut Screen) {
        for statement in &self.statements {
            screen.line(format_args!("{statement};"));
        }
    }
}
