//! The folder of a schema's migrations: the one place where a macro reads files.

use std::path::{Path, PathBuf};
use std::{env, fs};

use proc_macro2::Span;
use tablewright_schema::migration::folder;
use tablewright_schema::snapshot::{self, Snapshot};

use crate::errors::Errors;

/// With this variable set to `allow`, tools build a program whose structs are ahead of its migrations, and find what it
/// declares in what the compiler makes.
pub const DRIFT: &str = "TABLEWRIGHT_DRIFT";
/// Its one value.
pub const ALLOW: &str = "allow";

/// Whether this is the build of a tool.
pub fn is_for_tools() -> bool {
    env::var(DRIFT).is_ok_and(|value| value == ALLOW)
}

/// What the files of a folder say.
pub struct Migrations {
    /// Where the folder is named.
    pub span: Span,
    /// The folder, as a path from the crate's.
    pub folder: String,
    /// The files, as paths from the crate's folder: what the compiler has to watch.
    pub files: Vec<String>,
    /// The tables as the last migration left them; none if nobody wants to compare.
    pub snapshot: Option<Snapshot>,
}

/// Reads a folder, and judges what is in it. `compare` says whether the schema wants to know about drift.
pub fn read(folder: &str, span: Span, compare: bool, errors: &mut Errors) -> Migrations {
    let mut migrations = Migrations { span, folder: folder.to_owned(), files: Vec::new(), snapshot: None };
    let Some(root) = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from) else {
        errors.at(span, "only cargo says where the migrations are\nhelp: build with cargo, or leave `migrations` out");
        return migrations;
    };
    if is_for_tools() {
        // Tools need what can be had.
        let files = others(&root.join(folder)).unwrap_or_default();
        migrations.files.extend(files.iter().map(|(name, _)| format!("{folder}/{name}")));
        return migrations;
    }
    let index = format!("{folder}/{}", snapshot::FILE);
    let text = match fs::read_to_string(root.join(&index)) {
        Ok(text) => text,
        Err(error) => {
            let message = format!(
                "cannot read `{index}`: {error}\n\
                 help: write the first migration with `cargo tablewright new NAME`, or with `new` of your own program, built with \
                 {DRIFT}={ALLOW}; or leave `migrations` out"
            );
            errors.at(span, message);
            return migrations;
        }
    };
    migrations.files.push(index.clone());
    let snapshot = match Snapshot::parse(&index, &text) {
        Ok(snapshot) => snapshot,
        Err(fault) => {
            errors.at(span, fault);
            return migrations;
        }
    };
    let files = match others(&root.join(folder)) {
        Ok(files) => files,
        Err(error) => {
            errors.at(span, format_args!("cannot read `{folder}`: {error}"));
            return migrations;
        }
    };
    migrations.files.extend(files.iter().map(|(name, _)| format!("{folder}/{name}")));
    let before = errors.count();
    for fault in folder::check(&snapshot, &files) {
        errors.at(span, format_args!("{folder}/{fault}"));
    }
    migrations.snapshot = (compare && errors.count() == before).then_some(snapshot);
    migrations
}

/// The JSON files of a folder but the index, in the order of their names.
fn others(folder: &Path) -> std::io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if name.ends_with(".json") && name != snapshot::FILE {
            files.push((name.to_owned(), fs::read_to_string(&path)?));
        }
    }
    files.sort();
    Ok(files)
}
