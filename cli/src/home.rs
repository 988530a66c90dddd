//! Where a command finds a schema and its migrations: in a package that cargo builds, or in the program that it is part of.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use tablewright::migrate::MigrationFolder;
use tablewright::schema::snapshot::declared::Declared;
use tablewright::{Database, Migrator, Schema};

use crate::build::SchemaOptions;
use crate::database::{DatabaseOptions, Opened};
use crate::failure::{Failure, Result};

/// The folder that is taken if none is named.
const FOLDER: &str = "migrations";

/// Where a command finds what it works on.
#[derive(Clone, Default)]
pub struct Home {
    program: Option<Program>,
    database: DatabaseOptions,
}

#[derive(Clone)]
struct Program {
    declared: Declared,
    files: &'static [(&'static str, &'static str)],
    folder: Option<PathBuf>,
    prepare: Option<Prepare>,
}

/// What a program does with a migrator before it runs.
type Prepare = Arc<dyn for<'a> Fn(Migrator<'a>) -> Migrator<'a> + Send + Sync>;

/// The option that names a folder of migrations.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Migrations")]
pub struct FolderOptions {
    /// The folder of the migrations; otherwise that of the schema, or `migrations`
    #[arg(long, value_name = "FOLDER")]
    pub migrations: Option<PathBuf>,
}

impl Home {
    /// Packages that cargo builds: the home of `cargo tablewright`.
    pub fn packages() -> Self {
        Self::default()
    }

    /// The program itself, with the migrations that are compiled into it.
    pub fn program<S: Schema>() -> Self {
        let declared = Declared {
            name: S::NAME.to_owned(),
            dialects: S::DIALECTS.iter().map(|dialect| (*dialect, S::VERSIONS[dialect.index()])).collect(),
            migrations: None,
            dropped: Vec::new(),
            tables: S::TABLES.iter().map(|table| table.def.clone()).collect(),
            warnings: S::warnings()
                .map(|(def, warning)| (def.name.to_string(), warning.rule.to_owned(), warning.message.to_owned()))
                .collect(),
        };
        Self {
            program: Some(Program { declared, files: S::MIGRATIONS, folder: None, prepare: None }),
            ..Self::default()
        }
    }

    /// The folder in which the program's migrations are written, for the verbs that write there.
    #[must_use]
    pub fn folder(mut self, folder: impl Into<PathBuf>) -> Self {
        if let Some(program) = &mut self.program {
            program.folder = Some(folder.into());
        }
        self
    }

    /// What is done with the migrator of the program before it runs: the functions of its migrations registered, for instance.
    #[must_use]
    pub fn prepare(mut self, prepare: impl for<'a> Fn(Migrator<'a>) -> Migrator<'a> + Send + Sync + 'static) -> Self {
        if let Some(program) = &mut self.program {
            program.prepare = Some(Arc::new(prepare));
        }
        self
    }

    /// The database of verbs that name none.
    #[must_use]
    pub fn database(mut self, options: DatabaseOptions) -> Self {
        self.database = options;
        self
    }

    /// Whether it is the program itself.
    pub(crate) const fn is_program(&self) -> bool {
        self.program.is_some()
    }

    /// The schema.
    pub(crate) fn schema(&self, options: &SchemaOptions, is_quiet: bool) -> Result<Declared> {
        match &self.program {
            Some(program) if options.is_default() => Ok(program.declared.clone()),
            Some(program) => Err(Failure::usage(format!(
                "this program has one schema, `{}`: options that name another are for `cargo tablewright`",
                program.declared.name
            ))),
            None => Ok(options.read(is_quiet)?.declared),
        }
    }

    /// The schema, and the folder of its migrations.
    pub(crate) fn schema_and_folder(
        &self,
        schema: &SchemaOptions,
        folder: &FolderOptions,
        is_quiet: bool,
    ) -> Result<(Declared, MigrationFolder)> {
        if self.program.is_some() {
            return Ok((self.schema(schema, is_quiet)?, self.migrations(folder)?));
        }
        let found = schema.read(is_quiet)?;
        let own = found.declared.migrations.as_ref().map(|own| found.folder.join(own));
        let Some(path) = folder.migrations.clone().or(own) else {
            return Err(Failure::usage(format!(
                "schema `{}` has no migrations: write `migrations: \"migrations\"` in `schema!`, or say --migrations",
                found.declared.name
            )));
        };
        Ok((found.declared, opened(path)?))
    }

    /// The folder of the migrations.
    pub(crate) fn migrations(&self, options: &FolderOptions) -> Result<MigrationFolder> {
        let own = self.program.as_ref().and_then(|program| program.folder.clone());
        opened(options.migrations.clone().or(own).unwrap_or_else(|| FOLDER.into()))
    }

    /// What runs the migrations: those of a folder if one is named, else those of the program.
    pub(crate) fn migrator<'a>(&self, options: &FolderOptions, db: &'a Database) -> Result<Migrator<'a>> {
        match &self.program {
            Some(program) if options.migrations.is_none() => {
                let migrator = Migrator::new(db, program.files.iter().copied())?;
                Ok(program.prepare.iter().fold(migrator, |migrator, prepare| prepare(migrator)))
            }
            Some(_) | None => {
                let folder = self.migrations(options)?;
                if folder.files().next().is_none() {
                    let path = folder.path().display();
                    return Err(Failure::usage(format!(
                        "there are no migrations in `{path}`; say --migrations FOLDER"
                    )));
                }
                Ok(folder.migrator(db)?)
            }
        }
    }

    /// The database.
    pub(crate) async fn open(&self, options: &DatabaseOptions) -> Result<Opened> {
        let named = [options, &self.database].into_iter().find(|options| options.is_given());
        match named {
            Some(options) => options.open().await,
            None => DatabaseOptions::of_environment().open().await,
        }
    }
}

fn opened(path: PathBuf) -> Result<MigrationFolder> {
    Ok(MigrationFolder::open(path)?)
}
