//! Columns that become required and another type at once: what the rows get may be nothing that the type before took.

use tablewright::drift::verify;
use tablewright::{Database, Executor, HandwrittenSql};
use tablewright_schema::model::{ColumnDef, DataType, TableDef, Text, UniqueDef};
use tablewright_schema::plan::{Fill, plan};

use super::asked;
use super::files::Files;
use super::value::read;

/// The type before, the one after, the value that the rows get and that only the latter takes, and what is read of it.
fn all() -> Vec<(DataType, DataType, &'static str, &'static str)> {
    let decimal = |precision, scale| DataType::Decimal { precision, scale };
    vec![
        (DataType::Varchar(5), DataType::Varchar(100), "'unknown'", "unknown"),
        (decimal(5, 1), decimal(7, 3), "0.125", "0.125"),
        (DataType::I16, DataType::I64, "5000000000", "5000000000"),
        (DataType::I32, DataType::Varchar(20), "'none'", "none"),
    ]
}

/// Shows that they are filled with just that.
///
/// # Panics
/// If a statement is refused, or something else is in the rows.
pub async fn fits_the_new_type(empty: &impl AsyncFn() -> Database) {
    for (from, to, expression, value) in all() {
        let db = &empty().await;
        let dialect = db.dialect();
        let table = |column| people(vec![id(), column]);
        let (old, new) = ([table(ColumnDef::new("v", from).nullable())], [table(ColumnDef::new("v", to.clone()))]);
        let fill = given("v", expression);
        let there = plan(&old, &new, dialect, &fill).expect("a plan");
        let files = Files::new(dialect, &old, &[(&there, None)]);
        files.migrate(db, "001").await.expect("the table");
        execute(db, "INSERT INTO `people` (`id`) VALUES (1)").await;
        files.migrate(db, "002").await.unwrap_or_else(|error| panic!("{to:?}: {error}"));
        let drift = verify(db, &new).await.expect("a catalog");
        assert!(drift.is_empty(), "{drift}");
        let sql = quoted(db, "SELECT `v` FROM `people`");
        let found = db.fetch_sql(&sql, &[], |row| read(row, &to)).await.expect("rows").concat();
        assert_eq!(found, value, "{to:?}");
    }
}

/// Shows that what is asked before anything is touched speaks of the names that are there, also of a value that is given by new ones.
///
/// # Panics
/// If the question is refused, or not answered right.
pub async fn is_asked_by_the_old_names(empty: &impl AsyncFn() -> Database) {
    static UNIQUE: [UniqueDef; 1] = [UniqueDef::new("uq_people_nick", const { &[Text::Borrowed("nick")] })];
    let db = &empty().await;
    let dialect = db.dialect();
    let text = |name: &'static str| ColumnDef::new(name, DataType::Varchar(20));
    let old = [people(vec![id(), text("name"), text("nick").nullable()])];
    let mut full_name = text("full_name");
    full_name.renamed_from = Some("name".into());
    let new = [people(vec![id(), full_name, text("nick")]).uniques(&UNIQUE)];
    let there = plan(&old, &new, dialect, &given("nick", "lower(full_name)")).expect("a plan");
    let files = Files::new(dialect, &old, &[(&there, None)]);
    files.migrate(db, "001").await.expect("the table");
    for (id, name) in [(1, "Ann"), (2, "ANN")] {
        execute(db, &format!("INSERT INTO `people` (`id`, `name`) VALUES ({id}, '{name}')")).await;
    }
    assert_eq!(asked(db, &there).await, Ok(1), "both would be called `ann`");
    execute(db, "UPDATE `people` SET `name` = 'Bob' WHERE `id` = 2").await;
    files.migrate(db, "002").await.unwrap_or_else(|error| panic!("{error}"));
    let sql = quoted(db, "SELECT `nick` FROM `people` ORDER BY `id`");
    let nicks = db.fetch_sql(&sql, &[], |row| row.get::<String>(0)).await.expect("rows");
    assert_eq!(nicks, ["ann", "bob"]);
}

fn id() -> ColumnDef {
    ColumnDef::new("id", DataType::I64)
}

fn people(columns: Vec<ColumnDef>) -> TableDef {
    let mut def = TableDef::new("people", &[]).primary_key("pk_people", const { &[Text::Borrowed("id")] });
    def.columns = columns.into();
    def
}

fn given(column: &str, expression: &str) -> Fill {
    Fill { given: vec![("people".to_owned(), column.to_owned(), expression.to_owned())], ..Fill::default() }
}

async fn execute(db: &Database, sql: &str) {
    let sql = quoted(db, sql);
    db.execute_sql(&sql, &[]).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
}

/// With the engine's own quotes.
fn quoted(db: &Database, sql: &str) -> String {
    crate::way_back::quoted(db.dialect(), sql)
}
