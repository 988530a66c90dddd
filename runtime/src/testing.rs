//! For the tests of programs that use this crate: the DDL of a schema, to be kept beside the code and read in reviews.

use tablewright_schema::Dialect;

use crate::catalog::Schema;

/// The statements that create a schema's tables, each ending in a semicolon, or why the dialect cannot hold them.
///
/// With the package `insta`, a snapshot is one line:
///
/// ```text
/// insta::assert_snapshot!(tablewright::testing::ddl::<Orthanc>(Dialect::Postgres));
/// ```
pub fn ddl<S: Schema>(dialect: Dialect) -> String {
    match S::ddl(dialect) {
        Ok(ddl) => ddl.to_string(),
        Err(error) => format!("-- refused: {error}\n"),
    }
}

/// Compares a schema's DDL with a text that was kept; white space at the ends of lines and of the text does not count.
///
/// ```
/// # use tablewright::prelude::*;
/// /// People who write books.
/// #[derive(Clone, Table)]
/// #[table(name = "authors")]
/// struct Author {
///     #[column(primary_key)]
///     id: i64,
/// }
/// schema! { struct Library { tables: [Author] } }
///
/// let kept = r#"
/// CREATE TABLE "authors" ( "id" INTEGER NOT NULL, CONSTRAINT "pk_authors" PRIMARY KEY ("id") ) STRICT;
/// "#;
/// tablewright::testing::assert_ddl::<Library>(Dialect::Sqlite, kept);
/// ```
///
/// # Panics
/// If they differ; the message shows the first line that does, and the whole text that was made.
#[track_caller]
pub fn assert_ddl<S: Schema>(dialect: Dialect, kept: &str) {
    let made = ddl::<S>(dialect);
    let lines = |text: &str| text.trim().lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    let (kept, new) = (lines(kept), lines(&made));
    let longest = kept.len().max(new.len());
    let differs = |number: &usize| kept.get(*number) != new.get(*number);
    if let Some(number) = (0..longest).find(differs) {
        let shown = |lines: &[String]| lines.get(number).cloned().unwrap_or_else(|| "(nothing)".to_owned());
        panic!(
            "the DDL of {} for {dialect} differs from what was kept, first in line {}\n  kept: {}\n  made: {}\n\n{made}",
            S::NAME,
            number + 1,
            shown(&kept),
            shown(&new)
        );
    }
}
