//! A folder of migrations against its index: nothing added, changed or lost unseen.

use super::{Migration, graph};
use crate::json::Fault;
use crate::snapshot::{FILE, Snapshot};

/// Everything wrong with the migrations of a folder: the files by name, without the index.
pub fn check(snapshot: &Snapshot, files: &[(String, String)]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let fault =
        |file: &str, place: &str, message: String| Fault { file: file.to_owned(), place: place.to_owned(), message };
    for (n, entry) in snapshot.migrations.iter().enumerate() {
        if !files.iter().any(|(name, _)| *name == entry.file) {
            let message =
                format!("the file of migration `{}` is gone; bring it back from version control", entry.version);
            faults.push(fault(&entry.file, "", message));
        }
        if snapshot.migrations[..n].iter().any(|other| other.file == entry.file) {
            faults.push(fault(FILE, &format!("migrations[{n}].file"), format!("`{}` is listed twice", entry.file)));
        }
    }
    let mut migrations = Vec::new();
    for (name, text) in files {
        let migration = match Migration::parse(name, text) {
            Ok(migration) => migration,
            Err(found) => {
                faults.push(found);
                continue;
            }
        };
        match snapshot.migrations.iter().find(|entry| entry.file == *name) {
            None => faults.push(fault(
                name,
                "",
                format!(
                    "`{FILE}` does not know this migration; `repair --file {}` of the command takes it in, or take the file away",
                    migration.version
                ),
            )),
            Some(entry) if entry.version != migration.version => faults.push(fault(
                name,
                "version",
                format!("this says `{}`, and `{FILE}` says `{}`", migration.version, entry.version),
            )),
            Some(entry) if entry.checksum != migration.checksum => {
                faults.push(changed(name, &entry.checksum, &migration))
            }
            Some(_) => {
                if let Some(claimed) = migration.claimed.as_ref().filter(|claimed| **claimed != migration.checksum) {
                    faults.push(changed(name, claimed, &migration));
                }
            }
        }
        migrations.push((name, migration));
    }
    let all: Vec<&Migration> = migrations.iter().map(|(_, migration)| migration).collect();
    faults.extend(graph::unsettled(&all).map(|(n, place, message)| fault(migrations[n].0, &place, message)));
    faults.extend(graph::found(&all).into_iter().map(|(n, place, message)| fault(migrations[n].0, &place, message)));
    faults
}

fn changed(name: &str, recorded: &str, migration: &Migration) -> Fault {
    Fault {
        file: name.to_owned(),
        place: "checksum".to_owned(),
        message: format!(
            "migration `{}` was changed after it was written: recorded {}.., found {}..; bring it back from version \
             control, and write another migration for what is new",
            migration.version,
            short(recorded),
            short(&migration.checksum)
        ),
    }
}

/// Enough of a checksum to tell it from another.
fn short(checksum: &str) -> &str {
    checksum.get(..15).unwrap_or(checksum)
}
