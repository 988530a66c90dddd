//! Where a command finds a schema and its migrations: in a package that cargo builds, or in the program that it is part of.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use tablewright::migrate::MigrationFolder;
use tablewright::schema::snapshot::declared::Declared;
use tablewright::{Database, Kind, Migrator, Schema};

use crate::build::SchemaOptions;
use crate::database::{DatabaseOptions, Opened, Target};
use crate::exit::Exit;
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
    /// The folder of the migrations; otherwise `migrations`, or, where there is none, that of the package's schema
    ///
    /// Verbs that need the structs (new, diff, verify --structs, lint --tables) take that of the schema first. A program that has
    /// its migrations in it runs those, and takes a folder only if one is named.
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
            dropped: S::DROPPED.iter().map(|&name| name.to_owned()).collect(),
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
            let own = self.program.as_ref().and_then(|program| program.folder.clone());
            let path = folder.migrations.clone().or(own).unwrap_or_else(|| FOLDER.into());
            return Ok((self.schema(schema, is_quiet)?, opened(path)?));
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

    /// The folder of migrations that are there already.
    pub(crate) fn migrations(&self, options: &FolderOptions, is_quiet: bool) -> Result<MigrationFolder> {
        let own = self.program.as_ref().and_then(|program| program.folder.clone());
        let path = match options.migrations.clone().or(own) {
            Some(path) => path,
            None if self.is_program() || Path::new(FOLDER).exists() => FOLDER.into(),
            None => declared_folder(is_quiet).unwrap_or_else(|| FOLDER.into()),
        };
        let folder = opened(path)?;
        if folder.files().next().is_none() {
            let path = folder.path().display();
            return Err(Failure::usage(format!("there are no migrations in `{path}`; say --migrations FOLDER")));
        }
        Ok(folder)
    }

    /// What runs the migrations: those of a folder if one is named, else those of the program.
    pub(crate) fn migrator<'a>(
        &self,
        options: &FolderOptions,
        db: &'a Database,
        is_quiet: bool,
    ) -> Result<Migrator<'a>> {
        let migrator = match &self.program {
            Some(program) if options.migrations.is_none() => Migrator::new(db, program.files.iter().copied())?,
            Some(_) | None => self.migrations(options, is_quiet)?.migrator(db)?,
        };
        let migrator = match &self.program {
            Some(program) => migrator.tables(&program.declared.tables),
            None => migrator,
        };
        let prepare = self.program.iter().filter_map(|program| program.prepare.as_ref());
        Ok(prepare.fold(migrator, |migrator, prepare| prepare(migrator)))
    }

    /// A database that has to be there.
    pub(crate) async fn open(&self, options: &DatabaseOptions) -> Result<Opened> {
        let target = self.named(options).target().and_then(Target::there).map_err(mistaken)?;
        target.open().await.map_err(unopened)
    }

    /// A database that is made if it is a file that is not there, and what `look` finds in it. What `look` refuses makes no
    /// file: it looks at an empty database in place of one that is not there.
    pub(crate) async fn open_or_make<T>(
        &self,
        options: &DatabaseOptions,
        look: impl AsyncFnOnce(&Database, &str) -> Result<T>,
    ) -> Result<(Opened, T)> {
        let target = self.named(options).target().map_err(mistaken)?;
        if !target.is_missing() {
            let opened = target.open().await.map_err(unopened)?;
            let found = look(&opened.db, &opened.name).await?;
            return Ok((opened, found));
        }
        // Only SQLite's are files.
        let empty = Database::connect("sqlite::memory:").await?;
        let found = look(&empty, target.name()).await?;
        empty.close().await?;
        Ok((target.open().await.map_err(unopened)?, found))
    }

    /// The database that is named: by the verb, else by the program, else by the variable.
    fn named(&self, options: &DatabaseOptions) -> DatabaseOptions {
        let named = options.or(&self.database);
        let is_named = named.is_given() || named.connection.is_some() || named.env_file.is_some();
        if is_named { named } else { DatabaseOptions::of_environment() }
    }
}

/// The folder that the schema of the package names in which we are, if there is one that can be read.
fn declared_folder(is_quiet: bool) -> Option<PathBuf> {
    let found = SchemaOptions::default().read(is_quiet).ok()?;
    found.declared.migrations.map(|own| found.folder.join(own))
}

/// What is wrong with what names a database.
fn mistaken(error: tablewright::Error) -> Failure {
    Failure::usage(error.to_string())
}

/// Why a database is not open, as the command ends.
fn unopened(error: tablewright::Error) -> Failure {
    match error.kind() {
        Kind::Config | Kind::Usage => Failure::usage(error.to_string()),
        _ => Failure::new(Exit::Unreachable, error.to_string()),
    }
}

fn opened(path: PathBuf) -> Result<MigrationFolder> {
    Ok(MigrationFolder::open(path)?)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use tablewright::{Table, schema};

    use super::*;

    #[derive(Table)]
    #[table(name = "authors")]
    struct Author {
        #[column(primary_key)]
        id: i64,
    }

    schema! { struct Library { tables: [Author] } }

    schema! { struct Smaller { tables: [Author], dropped: [books] } }

    #[test]
    fn a_program_knows_what_was_taken_out() {
        let declared = Home::program::<Smaller>().schema(&SchemaOptions::default(), true).unwrap();
        assert_eq!(declared.dropped, ["books"]);
    }

    /// Its functions are registered whether the migrations are those of the program or of a folder.
    #[tokio::test]
    async fn a_program_prepares_every_migrator() {
        let folder = tempfile::tempdir().unwrap();
        let file = r#"{ "version": "1", "name": "n", "up_sql": ["SELECT 1"] }"#;
        MigrationFolder::open(folder.path()).unwrap().save_migration(file).unwrap();
        let db = Database::connect("sqlite::memory:").await.unwrap();
        for migrations in [None, Some(folder.path().to_owned())] {
            let prepared = Arc::new(AtomicBool::new(false));
            let note = Arc::clone(&prepared);
            let home = Home::program::<Library>().prepare(move |migrator| {
                note.store(true, Ordering::Relaxed);
                migrator
            });
            home.migrator(&FolderOptions { migrations }, &db, true).unwrap();
            assert!(prepared.load(Ordering::Relaxed));
        }
    }
}
