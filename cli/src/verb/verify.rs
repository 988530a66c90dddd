//! `verify`: what a database is beside what it should be.

use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value};
use tablewright::drift;
use tablewright::schema::catalog::Difference;

use super::Context;
use crate::build::SchemaOptions;
use crate::database::DatabaseOptions;
use crate::exit::Exit;
use crate::failure::Result;
use crate::home::FolderOptions;
use crate::report::{Report, members};
use crate::screen::{Said, Screen, Tone};

/// Compares a database with the tables as the last migration left them, by its engine's own catalog.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  cargo tablewright verify --database app.db
  cargo tablewright verify --structs --package server --config database.json --connection production

Tables of others are left out. Ends with 0 if nothing differs, with 1 if something does, with 2 if there are no migrations, or
their index and their files do not agree.")]
pub struct Verify {
    /// With the structs, in place of the snapshot of the migrations
    #[arg(long)]
    structs: bool,
    #[command(flatten)]
    database: DatabaseOptions,
    #[command(flatten)]
    folder: FolderOptions,
    #[command(flatten)]
    schema: SchemaOptions,
}

/// What differs.
#[derive(Debug, Serialize)]
pub struct Verified {
    database: String,
    differences: Vec<Row>,
    /// Why the wording of expressions was not compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    texts_not_compared: Option<String>,
    /// What is no difference and worth knowing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    advice: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Row {
    table: String,
    /// ``column `town` ``, `the primary key`.
    object: String,
    /// Which property of the object; absent for the object as such, and for the type of a column.
    #[serde(skip_serializing_if = "str::is_empty")]
    aspect: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<String>,
    /// All of it as a sentence.
    message: String,
}

impl From<Difference> for Row {
    fn from(difference: Difference) -> Self {
        let message = difference.to_string();
        let Difference { table, object, aspect, found, expected } = difference;
        Self { table, object: object.to_string(), aspect, found, expected, message }
    }
}

impl Verify {
    pub async fn run(&self, context: &mut Context<'_>) -> Result<Verified> {
        // A program has no snapshot in it, and its structs are those of its migrations.
        let tables = if self.structs || (context.home.is_program() && self.folder.migrations.is_none()) {
            context.home.schema(&self.schema, context.json)?.tables
        } else {
            let folder = context.home.migrations(&self.folder, context.json)?;
            folder.sound()?;
            folder.snapshot().tables.clone()
        };
        let opened = context.home.open(&self.database).await?;
        let drift = drift::verify(&opened.db, &tables).await?;
        opened.db.close().await?;
        let (texts_not_compared, advice) = (drift.texts_not_compared.clone(), drift.advice.clone());
        let differences = drift.differences.into_iter().map(Row::from).collect();
        Ok(Verified { database: opened.name, differences, texts_not_compared, advice })
    }
}

impl Report for Verified {
    fn exit(&self) -> Exit {
        if self.differences.is_empty() { Exit::Fine } else { Exit::Found }
    }

    fn json(&self) -> Map<String, Value> {
        members(self)
    }

    fn show(&self, screen: &mut Screen) {
        if self.differences.is_empty() {
            screen.say(Tone::Good, format_args!("{} is as it should be", self.database));
        } else {
            let said = |text: &Option<String>, or: &str| match text.as_deref() {
                None => Said::plain(or),
                Some("") => Said::plain("there"),
                Some(text) => Said::plain(text),
            };
            let rows = self.differences.iter().map(|row| {
                let object = [row.object.replace('`', ""), row.aspect.to_owned()].join(" ");
                let object = Said::plain(object.trim());
                [Said::plain(&row.table), object, said(&row.found, "nothing"), said(&row.expected, "nothing")]
            });
            screen.table(["table", "what", "is", "should be"], rows);
        }
        for advice in &self.advice {
            screen.note(advice);
        }
        if let Some(why) = &self.texts_not_compared {
            screen.note(&format!("the wording of expressions was not compared: {why}"));
        }
    }
}
