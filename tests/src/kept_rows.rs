//! Rows that come and go while values are kept aside: on the way back each has a value, or it is said which have none.

use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Migrator};
use tablewright_schema::model::{ColumnDefault, Literal, TableDef, UniqueDef};
use tablewright_schema::plan::Fill;
use tablewright_schema::{ColumnDef, DataType};

use crate::golden::build::{foreign_key, i64, id, table, text, texts};
use crate::way_back::{Files, run};

/// All promises, each on an empty database.
///
/// # Panics
/// If one is broken.
pub async fn come_and_go(empty: &impl AsyncFn() -> Database) {
    a_default_comes_before_a_neutral_value(&empty().await).await;
    what_has_no_value_is_told(&empty().await).await;
    what_points_to_nothing_by_now_is_told(&empty().await).await;
    what_is_the_same_by_now_is_told(&empty().await, false).await;
    what_is_the_same_by_now_is_told(&empty().await, true).await;
}

fn people(more: impl IntoIterator<Item = ColumnDef>) -> TableDef {
    table("people", [id(), text("name", 20)].into_iter().chain(more))
}

/// The files of tables, and of the same without some columns, whose values are kept.
fn files(db: &Database, before: &[TableDef], after: Vec<TableDef>, kept: &[&str]) -> Files {
    let kept = kept.iter().map(ToString::to_string).collect();
    Files::with(db.dialect(), &[before.to_vec(), after], &Fill { kept, ..Fill::default() })
}

/// Why there is no way back to the first of two migrations, none of which was touched.
async fn refused(migrator: &Migrator<'_>) -> String {
    let error = migrator.rollback_to_version("001").await.unwrap_err();
    assert_eq!(error.kind(), Kind::Usage, "{error}");
    let text = error.to_string();
    assert!(
        text.starts_with("taking back `002`: the rows do not fit: ") && text.ends_with("; nothing was touched"),
        "{text}"
    );
    text
}

async fn a_default_comes_before_a_neutral_value(db: &Database) {
    let active = ColumnDef::new("active", DataType::Bool).default(ColumnDefault::Literal(Literal::Bool(true)));
    let seen = ColumnDef::new("seen_at", DataType::TimestampTz).default(ColumnDefault::Now);
    let kind = text("kind", 10).default(ColumnDefault::Literal(Literal::Text("guest".into())));
    let kept = ["people.active", "people.seen_at", "people.kind"];
    let files = files(db, &[people([active, seen, kind])], vec![people([])], &kept);
    let migrator = files.on(db);
    migrator.migrate_to("001").await.unwrap();
    run(db, "INSERT INTO `people` (`id`, `name`, `kind`) VALUES (1, 'Ann', 'member')").await;
    migrator.migrate_to_latest().await.unwrap();
    run(db, "INSERT INTO `people` (`id`, `name`) VALUES (2, 'Bob')").await;
    assert_eq!(migrator.rollback_to_version("001").await.unwrap().len(), 1);
    let sql = "SELECT `active`, `kind`, CASE WHEN `seen_at` > '2000-01-01 00:00:00' THEN 1 ELSE 0 END FROM `people` ORDER BY `id`";
    let sql = crate::way_back::quoted(db.dialect(), sql);
    let rows = db.fetch_sql(&sql, &[], |row| Ok((row.get::<bool>(0)?, row.get::<String>(1)?, row.get::<i32>(2)?)));
    let rows = rows.await.unwrap();
    assert_eq!(rows, [(true, "member".to_owned(), 1), (true, "guest".to_owned(), 1)], "{}", db.dialect());
}

async fn what_has_no_value_is_told(db: &Database) {
    let files = files(db, &[people([ColumnDef::new("seal", DataType::Blob)])], vec![people([])], &["people.seal"]);
    let migrator = files.on(db);
    migrator.migrate_to("001").await.unwrap();
    let bytes = if db.dialect().name() == "postgres" { r"'\x07'" } else { "x'07'" };
    run(db, &format!("INSERT INTO `people` (`id`, `name`, `seal`) VALUES (1, 'Ann', {bytes})")).await;
    migrator.migrate_to_latest().await.unwrap();
    run(db, "INSERT INTO `people` (`id`, `name`) VALUES (2, 'Bob')").await;
    let wrong = refused(&migrator).await;
    assert!(wrong.contains("1 times: no value of `people.seal` was kept, and it needs one (by `id`: 2)"), "{wrong}");
    run(db, "DELETE FROM `people` WHERE `id` = 2").await;
    assert_eq!(migrator.rollback_to_version("001").await.unwrap().len(), 1);
}

async fn what_points_to_nothing_by_now_is_told(db: &Database) {
    let towns = table("towns", [id()]);
    let mut before = people([i64("town_id").nullable()]);
    before.foreign_keys = vec![foreign_key("fk_people_town_id", ["town_id"], "towns", ["id"])].into();
    let files = files(db, &[towns.clone(), before], vec![towns, people([])], &["people.town_id"]);
    let migrator = files.on(db);
    migrator.migrate_to("001").await.unwrap();
    run(db, "INSERT INTO `towns` (`id`) VALUES (7)").await;
    run(db, "INSERT INTO `people` (`id`, `name`, `town_id`) VALUES (1, 'Ann', 7)").await;
    migrator.migrate_to_latest().await.unwrap();
    run(db, "DELETE FROM `towns`").await;
    run(db, "INSERT INTO `people` (`id`, `name`) VALUES (2, 'Bob')").await;
    let wrong = refused(&migrator).await;
    assert!(wrong.contains("`fk_people_town_id` points to no row of `towns` (by `id`: 1)"), "{wrong}");
    run(db, "INSERT INTO `towns` (`id`) VALUES (7)").await;
    assert_eq!(migrator.rollback_to_version("001").await.unwrap().len(), 1);
}

/// Whatever the key is called meanwhile.
async fn what_is_the_same_by_now_is_told(db: &Database, renames: bool) {
    let mut before = people([text("email", 40)]);
    let mut unique = UniqueDef::new("uq_people_email", &[]);
    unique.columns = texts(["email"]);
    before.uniques = vec![unique].into();
    let (mut after, mut key) = (people([]), "id");
    if renames {
        key = "number";
        let column = &mut after.columns.to_mut()[0];
        (column.name, column.renamed_from) = (key.into(), Some("id".into()));
        after.primary_key.columns = texts([key]);
    }
    let files = files(db, &[before], vec![after], &["people.email"]);
    let migrator = files.on(db);
    migrator.migrate_to("001").await.unwrap();
    run(db, "INSERT INTO `people` (`id`, `name`, `email`) VALUES (1, 'Ann', 'a@b.c')").await;
    migrator.migrate_to_latest().await.unwrap();
    for number in [2, 3] {
        run(db, &format!("INSERT INTO `people` (`{key}`, `name`) VALUES ({number}, 'Bob')")).await;
    }
    let wrong = refused(&migrator).await;
    let wanted = format!("the same values of email more than once (by `{key}`: 2, 3)");
    assert!(wrong.contains(&wanted), "{wrong}");
    run(db, &format!("DELETE FROM `people` WHERE `{key}` = 3")).await;
    assert_eq!(migrator.rollback_to_version("001").await.unwrap().len(), 1);
}
