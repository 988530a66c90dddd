//! The libraries under test: each gives its dependencies, its program and one table.

mod diesel;
mod drift;
mod plain;
mod seaorm;
mod tablewright;
mod toasty;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::ValueEnum;

/// One library, as a generator of source.
#[derive(Debug)]
pub struct Subject {
    /// What the command line calls it.
    pub name: &'static str,
    /// The package whose version the report prints; the floor has none.
    pub package: Option<&'static str>,
    /// What a reader of the numbers should know.
    pub note: &'static str,
    /// Whether it is measured at the first number of tables only.
    pub is_peer: bool,
    /// The lines below `[dependencies]`.
    pub dependencies: fn() -> String,
    /// All modules but the tables', by name.
    pub program: fn(Plan) -> Vec<(&'static str, String)>,
    /// Files beside the source, by their path in the package.
    pub files: fn(Plan) -> Vec<(&'static str, String)>,
    /// The module of one table, with or without a parent. `@N` stands for its number, `@PARENT` for its parent's, `@PAGE` for a number of rows.
    pub table: fn(bool) -> String,
}

/// How many tables, and which of them refer to which.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// How many.
    pub tables: usize,
    /// Where the foreign keys point.
    pub shape: Shape,
}

/// Where the foreign keys point. The first table has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shape {
    /// To the previous table.
    Chain,
    /// To the first table: easier on libraries whose types contain each other.
    Star,
}

impl Plan {
    /// The table that this table refers to.
    pub fn parent(self, table: usize) -> Option<usize> {
        match self.shape {
            Shape::Chain => table.checked_sub(1),
            Shape::Star => (table > 0).then_some(0),
        }
    }
}

/// All of them, in the order of the report.
pub const ALL: [&Subject; 7] = [
    &tablewright::SUBJECT,
    &drift::SUBJECT,
    &seaorm::SUBJECT,
    &diesel::SUBJECT,
    &diesel::WITHOUT_JOINS,
    &toasty::SUBJECT,
    &plain::SUBJECT,
];

/// The library of this name.
pub fn by_name(name: &str) -> Result<&'static Subject> {
    let names = || ALL.map(|subject| subject.name).join(", ");
    let found = ALL.into_iter().find(|subject| subject.name == name);
    found.with_context(|| format!("there is no library `{name}` here; there are: {}", names()))
}

/// The repository's root.
pub fn repository() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_owned()
}

/// `mod t0; mod t1; ...`
fn modules(tables: usize) -> String {
    each(
        tables,
        "",
        "mod t@N;
",
    )
}

/// The pattern once for each table, with its number for `@N`.
fn each(tables: usize, separator: &str, pattern: &str) -> String {
    (0..tables).map(|table| pattern.replace("@N", &table.to_string())).collect::<Vec<_>>().join(separator)
}

/// A `run` that awaits `calls` of every table. The futures are boxed and `Send`, as a web server needs them; so each
/// is compiled here, and no future contains another.
fn run_all(tables: usize, result: &str) -> String {
    let calls = each(tables, ",\n        ", "Box::pin(t@N::calls(db, key))");
    RUN_ALL.replace("@RESULT", result).replace("@CALLS", &calls)
}

const RUN_ALL: &str = r"type Call<'a> = std::pin::Pin<Box<dyn Future<Output = @RESULT> + Send + 'a>>;

async fn run(db: &Db, key: &str) -> @RESULT {
    let calls: Vec<Call<'_>> = vec![
        @CALLS,
    ];
    for call in calls {
        call.await?;
    }
    Ok(())
}
";
