//! The names that an engine keeps for itself, asked of it: whatever it refuses is known, and nothing else.

use tablewright::{Database, Executor, HandwrittenSql};
use tablewright_schema::dialect::name_space::Named;
use tablewright_schema::dialect::render;
use tablewright_schema::model::{CheckDef, IndexPart, TableDef, UniqueDef};

use crate::golden::build::{foreign_key, i64, id, index, table, texts};

/// Names of tables and what is in them, some of them kept by one engine or another.
const NAMES: [&str; 12] = [
    "sqlite_stats",
    "SQLite_x",
    "sqlitex",
    "pg_class",
    "pg",
    "PRIMARY",
    "primary",
    "gen_clust_index",
    "rowid",
    "user",
    "information_schema",
    "mysql",
];
/// Names of columns.
const COLUMNS: [&str; 16] = [
    "xmin",
    "xmax",
    "cmin",
    "cmax",
    "ctid",
    "tableoid",
    "XMIN",
    "oid",
    "DB_ROW_ID",
    "db_trx_id",
    "DB_ROLL_PTR",
    "fts_doc_id",
    "rowid",
    "_rowid_",
    "primary",
    "level",
];
/// Stands for a name while a statement is made.
const NEUTRAL: &str = "a_neutral_name";

/// Asks, of each of these names for each thing that has one.
///
/// # Panics
/// If the engine says otherwise.
pub async fn are_known(db: &Database) {
    let (mut wrong, mut kept) = (Vec::new(), 0);
    // Tables last: one that is found behind another of its name cannot be dropped.
    let things = [Named::PrimaryKey, Named::Unique, Named::Check, Named::Index, Named::ForeignKey, Named::Table];
    let things = things.map(Some).into_iter().flat_map(|thing| NAMES.map(|name| (thing, name)));
    for (thing, name) in things.chain(COLUMNS.map(|name| (None, name))) {
        let is_kept = render(&named(thing, name), db.dialect()).is_err();
        let works = works(db, &named(thing, NEUTRAL), name).await;
        kept += usize::from(is_kept);
        if works == is_kept {
            wrong.push(format!("{thing:?} `{name}`: kept {is_kept}, works {works}"));
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", db.dialect(), wrong.join("\n"));
    println!("{} keeps {kept} of these names", db.dialect());
}

/// A table with something of this name; the name of a column if nothing else.
fn named(thing: Option<Named>, name: &'static str) -> TableDef {
    let column = if thing.is_none() { name } else { "a" };
    let mut def = table(if thing == Some(Named::Table) { name } else { "t" }, [id(), i64(column)]);
    match thing {
        Some(Named::PrimaryKey) => def.primary_key.name = name.into(),
        Some(Named::Unique) => {
            let mut unique = UniqueDef::new(name, &[]);
            unique.columns = texts([column]);
            def.uniques = vec![unique].into();
        }
        Some(Named::Check) => def.checks = vec![CheckDef::new(name, "a > 0")].into(),
        Some(Named::Index) => def.indexes = vec![index(name, [IndexPart::asc(column)])].into(),
        Some(Named::ForeignKey) => def.foreign_keys = vec![foreign_key(name, [column], "t", ["id"])].into(),
        Some(Named::Table | Named::Default) | None => {}
    }
    def
}

/// Whether the table can be made with the name, and has a row then. Nothing of it stays.
async fn works(db: &Database, def: &TableDef, name: &str) -> bool {
    let (ddl, _) = render(def, db.dialect()).expect("DDL");
    let real = |sql: &str| sql.replace(NEUTRAL, name);
    let quoted = |name: &str| db.dialect().quoted(name);
    let (table, columns) = (real(&quoted(&def.name)), def.columns.iter().map(|column| real(&quoted(&column.name))));
    let columns = columns.collect::<Vec<_>>().join(", ");
    let mut statements = tablewright_schema::order::create(&[(def, ddl)]);
    statements.push(format!("INSERT INTO {table} ({columns}) VALUES (1, 1)"));
    let mut works = true;
    for sql in statements {
        works = works && db.execute_sql(&real(&sql), &[]).await.is_ok();
    }
    db.execute_sql(&format!("DROP TABLE {table}"), &[]).await.ok();
    works
}
