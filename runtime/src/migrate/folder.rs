//! A folder of migrations on disk, with its index.

use std::fs;
use std::path::{Path, PathBuf};

use tablewright_schema::dialect::version::Version;
use tablewright_schema::json::Fault;
use tablewright_schema::migration::{self, Migration, checksum, folder, next_version, replacing};
use tablewright_schema::snapshot::{Entry, Snapshot};
use tablewright_schema::{Dialect, TableDef, suggest};

use super::Migrator;
use super::new::{NewMigration, file_name};
use crate::database::Database;
use crate::error::{Error, Kind, Result};
use crate::snapshot;

/// Migrations as files, and the tables that the last one left.
#[derive(Debug, Clone)]
pub struct MigrationFolder {
    path: PathBuf,
    snapshot: Snapshot,
    files: Vec<(String, String)>,
}

impl MigrationFolder {
    /// Reads a folder; one that is missing has no migrations yet.
    ///
    /// # Errors
    /// One of kind [`Config`](Kind::Config) if it cannot be read, or if its index is none. What is wrong with the migrations
    /// [`faults`](Self::faults) tells.
    pub fn open(path: impl Into<PathBuf>) -> Result<Self> {
        let path = path.into();
        let (snapshot, files) = (snapshot::read(&path)?, snapshot::files(&path)?);
        Ok(Self { path, snapshot, files })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The tables as the last migration left them, and the index.
    pub const fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// The files, name and text, without the index.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Everything wrong with it: files that the index does not know, changed ones, lost ones, dependencies on nothing.
    pub fn faults(&self) -> Vec<Fault> {
        folder::check(&self.snapshot, &self.files)
    }

    /// What runs its migrations. What is personal is taken from its index.
    ///
    /// # Errors
    /// One of kind [`Config`](Kind::Config) that lists what is wrong with it.
    pub fn migrator<'a>(&self, db: &'a Database) -> Result<Migrator<'a>> {
        self.sound()?;
        Ok(Migrator::new(db, self.files())?.tables(&self.snapshot.tables))
    }

    /// A migration from its snapshot to these tables, for these dialects, with the oldest release of every dialect's engine
    /// in the order of [`Dialect::ALL`].
    pub fn new_migration(
        &self,
        tables: Vec<TableDef>,
        dialects: Vec<Dialect>,
        versions: [Version; Dialect::COUNT],
    ) -> NewMigration {
        NewMigration::between(self.path.clone(), self.snapshot.clone(), tables, dialects, versions)
    }

    /// The version after the last.
    pub fn next_version(&self) -> String {
        next_version(self.snapshot.migrations.iter().map(|entry| entry.version.as_str()))
    }

    /// Writes the text of a migration that changes no table, named after its version and name, and takes it into the index.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage) if it is none, or its version is taken; of kind [`Config`](Kind::Config) if the
    /// folder cannot be written. Then nothing was.
    pub fn save_migration(&self, text: &str) -> Result<PathBuf> {
        let Migration { version, name, .. } = parsed("the migration", text)?;
        if self.snapshot.migrations.iter().any(|entry| entry.version == version) {
            return Err(usage(format!("there is a migration `{version}` already")));
        }
        let path = self.path.join(format!("{version}_{}.json", file_name(&name)));
        if path.exists() {
            return Err(usage(format!("`{}` is there already", path.display())));
        }
        fs::create_dir_all(&self.path).map_err(|error| unwritable(&self.path, &error))?;
        fs::write(&path, text).map_err(|error| unwritable(&path, &error))?;
        if let Err(error) = snapshot::write(self.snapshot.tables.iter(), &self.path) {
            // Half of it would be a folder that no build accepts.
            fs::remove_file(&path).ok();
            return Err(error);
        }
        Ok(path)
    }

    /// Takes the file of a migration as it is now: its checksum is written anew, there and in the index, which lists it from
    /// then on. For one that was edited or written by hand before any database has it; one that has it refuses the file from
    /// then on. Says whether there was anything to do.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage) if no migration has this version, or the file is none; of kind
    /// [`Config`](Kind::Config) if the folder cannot be written.
    pub fn take_anew(&self, version: &str) -> Result<bool> {
        let entries = &self.snapshot.migrations;
        let at = entries.iter().position(|entry| entry.version == version);
        let is_it = |(name, text): &&(String, String)| match at {
            Some(at) => *name == entries[at].file,
            None => !self.is_listed(name) && Migration::parse(name, text).is_ok_and(|own| own.version == version),
        };
        let Some((name, text)) = self.files.iter().find(is_it) else {
            let help = suggest::help(version, entries.iter().map(|entry| entry.version.as_str()));
            return Err(usage(format!("no migration has version `{version}`; {help}")));
        };
        let Migration { checksum, claimed, .. } = parsed(name, text)?;
        let entry = Entry { version: version.to_owned(), file: name.clone(), checksum };
        let is_claimed = claimed.is_none_or(|claimed| claimed == entry.checksum);
        if is_claimed && at.is_some_and(|at| entries[at].checksum == entry.checksum) {
            return Ok(false);
        }
        let path = self.path.join(name);
        fs::write(&path, checksum::renewed(text, &entry.checksum)).map_err(|error| unwritable(&path, &error))?;
        let mut index = self.snapshot.clone();
        match at {
            Some(at) => index.migrations[at] = entry,
            None => index.migrations.push(entry),
        }
        snapshot::replace(&self.path, &index.to_json())?;
        Ok(true)
    }

    /// The files that the index does not list: the next migration that is written takes them in.
    pub fn unlisted(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|(name, _)| name.as_str()).filter(|name| !self.is_listed(name))
    }

    fn is_listed(&self, file: &str) -> bool {
        self.snapshot.migrations.iter().any(|entry| entry.file == file)
    }

    /// The migrations up to a version, in the order in which they run.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage) if no migration has this version, of kind [`Config`](Kind::Config) that lists what
    /// is wrong with the folder.
    pub fn up_to(&self, version: &str) -> Result<Vec<Migration>> {
        self.sound()?;
        let all: Vec<Migration> = self.files().map(|(name, text)| parsed(name, text)).collect::<Result<_>>()?;
        let order = migration::order(&all);
        let Some(last) = order.iter().position(|n| all[*n].version == version) else {
            let help = suggest::help(version, all.iter().map(|own| own.version.as_str()));
            return Err(usage(format!("no migration has version `{version}`; {help}")));
        };
        Ok(order[..=last].iter().map(|n| all[*n].clone()).collect())
    }

    /// Replaces the migrations up to a version by one that has their statements, or, with `from_tables`, those that create
    /// the tables of the snapshot: what was written by hand is not in it then. The files of the replaced ones are removed.
    ///
    /// A database that has all of them has the new one, one that has none runs it, and one that has some is told to finish
    /// first with a program that still knows them.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage), with nothing changed, if they cannot be one; of kind [`Config`](Kind::Config) if
    /// the folder is faulty or cannot be written.
    pub fn squash(&self, version: &str, name: &str, from_tables: bool) -> Result<PathBuf> {
        let parts = self.up_to(version)?;
        if from_tables && parts.len() != self.files.len() {
            let message = format!(
                "only the tables after the last migration are known, not those after `{version}`: name the last one, or \
                 let the new one have the statements of those that it replaces"
            );
            return Err(usage(message));
        }
        let tables = from_tables.then_some(self.snapshot.tables.as_slice());
        let (version, text) = replacing(&parts, name, tables).map_err(usage)?;
        let file = format!("{version}_{}.json", file_name(name));
        let is_part = |entry: &Entry| parts.iter().any(|part| part.version == entry.version);
        if self.files.iter().any(|(known, _)| *known == file) {
            return Err(usage(format!("`{file}` is there already; give the new one another name")));
        }
        let Migration { checksum, .. } = parsed(&file, &text)?;
        let mut migrations = vec![Entry { version, file: file.clone(), checksum }];
        migrations.extend(self.snapshot.migrations.iter().filter(|entry| !is_part(entry)).cloned());
        let index = Snapshot { tables: self.snapshot.tables.clone(), migrations };
        let gone: Vec<&Entry> = self.snapshot.migrations.iter().filter(|entry| is_part(entry)).collect();
        let mut files = self.files.clone();
        files.retain(|(known, _)| !gone.iter().any(|entry| entry.file == *known));
        files.push((file.clone(), text.clone()));
        if let Some(fault) = folder::check(&index, &files).first() {
            return Err(usage(fault.to_string()));
        }
        let path = self.path.join(&file);
        fs::write(&path, &text).map_err(|error| unwritable(&path, &error))?;
        if let Err(error) = snapshot::replace(&self.path, &index.to_json()) {
            fs::remove_file(&path).ok();
            return Err(error);
        }
        for entry in gone {
            let path = self.path.join(&entry.file);
            fs::remove_file(&path).map_err(|error| unwritable(&path, &error))?;
        }
        Ok(path)
    }

    /// Whether nothing is wrong with it.
    ///
    /// # Errors
    /// One of kind [`Config`](Kind::Config) that lists its [`faults`](Self::faults).
    pub fn sound(&self) -> Result<()> {
        let faults: Vec<String> = self.faults().iter().map(ToString::to_string).collect();
        if faults.is_empty() {
            return Ok(());
        }
        Err(Error::new(Kind::Config, format!("the migrations in `{}`: {}", self.path.display(), faults.join("; "))))
    }
}

fn parsed(file: &str, text: &str) -> Result<Migration> {
    Migration::parse(file, text).map_err(|fault| usage(fault.to_string()))
}

fn unwritable(path: &Path, error: &std::io::Error) -> Error {
    Error::new(Kind::Config, format!("`{}` cannot be written: {error}", path.display()))
}

#[cold]
fn usage(message: String) -> Error {
    Error::new(Kind::Usage, message)
}
