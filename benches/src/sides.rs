//! The sides that are compared, each with a database of its own in the same store.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::bare::Bare;
use crate::patient::{key, patient, ward};
use crate::times::{ByHand, Own};
use crate::work::{Side, Store};

/// The table as the DAO's side creates it, for all of them.
const DDL: &str = r#"CREATE TABLE "patients" (
    "id" TEXT NOT NULL CHECK (length("id") <= 36),
    "name" TEXT NOT NULL CHECK (length("name") <= 100),
    "ward" TEXT NOT NULL CHECK (length("ward") <= 20),
    "record_number" TEXT NULL CHECK (length("record_number") <= 20),
    "is_active" INTEGER NOT NULL CHECK ("is_active" IN (0, 1)),
    "visits" INTEGER NOT NULL,
    "admitted_at" TEXT NOT NULL,
    CONSTRAINT "pk_patients" PRIMARY KEY ("id"),
    CONSTRAINT "uq_patients_record_number" UNIQUE ("record_number")
) STRICT;
CREATE INDEX "ix_patients_ward" ON "patients" ("ward");"#;

/// The databases' files, in the order of the sides.
const FILES: [&str; 2] = ["tuned.db", "own.db"];

/// All sides over one kind of store. The first is the one that the others are measured against.
pub struct Sides {
    /// Each with the table filled.
    pub sides: Vec<Box<dyn Side>>,
    // Dropped after the connections to its files.
    folder: TempDir,
}

impl Sides {
    /// Opens them and makes sure that they give the same answers.
    pub fn open(store: Store) -> Result<Self> {
        let folder = TempDir::new().context("cannot make a folder for the databases")?;
        let mut sides = open_all(store, folder.path())?;
        let expected: Vec<_> = (200..300).map(patient).collect();
        for side in &mut sides {
            let title = side.title();
            for mut listed in [side.list(&ward(200))?, side.list_built(&ward(200))?] {
                listed.sort_by_key(|row| row.visits);
                ensure!(listed == expected, "{title} lists other rows");
            }
            ensure!(side.find(&key(205))?.as_ref() == Some(&expected[5]), "{title} finds another row");
            ensure!(side.find("nobody")?.is_none(), "{title} finds a row that is not there");
        }
        let opened = Sides { sides, folder };
        opened.settle()?;
        Ok(opened)
    }

    /// Moves what lies in the write-ahead logs into the database files: a read that has to look into a log is slower,
    /// and how full a log is after some work is chance.
    pub fn settle(&self) -> Result<()> {
        for name in FILES {
            let file = self.folder.path().join(name);
            if file.exists() {
                let connection = Connection::open(&file).with_context(|| format!("cannot open {name}"))?;
                connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
            }
        }
        Ok(())
    }
}

fn open_all(store: Store, folder: &Path) -> Result<Vec<Box<dyn Side>>> {
    Ok(vec![
        Box::new(Bare::<ByHand>::open(store, &folder.join(FILES[0]), DDL)?),
        Box::new(Bare::<Own>::open(store, &folder.join(FILES[1]), DDL)?),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::work::Work;

    #[test]
    fn every_side_gives_the_same_answers_before_and_after_the_work() -> Result<()> {
        for store in Store::ALL {
            let mut opened = Sides::open(store)?;
            for side in &mut opened.sides {
                let before = side.list(&ward(0))?.len();
                for work in Work::ALL {
                    side.run(work, 3)?;
                }
                assert_eq!(side.list(&ward(0))?.len(), before, "{}", side.title());
                assert_eq!(side.find(&key(10_000))?, None, "{}", side.title());
            }
        }
        Ok(())
    }
}
