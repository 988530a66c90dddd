//! The sides of SQLite that are compared, each with a database of its own in the same store.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use rusqlite::Connection;
use tablewright::prelude::*;
use tempfile::TempDir;

use crate::bare::Bare;
use crate::dao::DaoSide;
use crate::patient::{Hospital, key, patient, ward};
use crate::times::{ByHand, Own};
use crate::work::{SqliteSide, Store};

/// The databases' files, in the order of the sides.
const FILES: [&str; 3] = ["tuned.db", "own.db", "dao.db"];

/// All sides over one kind of store. The first is the one that the others are measured against.
pub struct Sides {
    /// Each with the table filled.
    pub sides: Vec<Box<dyn SqliteSide>>,
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

fn open_all(store: Store, folder: &Path) -> Result<Vec<Box<dyn SqliteSide>>> {
    // Every side has the table that the DAO makes.
    let ddl = Hospital::ddl(Dialect::Sqlite)?.to_string();
    Ok(vec![
        Box::new(Bare::<ByHand>::open(store, &folder.join(FILES[0]), &ddl)?),
        Box::new(Bare::<Own>::open(store, &folder.join(FILES[1]), &ddl)?),
        Box::new(DaoSide::open(store, &folder.join(FILES[2]))?),
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
