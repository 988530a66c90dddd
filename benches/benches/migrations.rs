//! What migrations cost: telling what differs between many tables, planning it, and starting when there is nothing to do.
//!
//! `cargo bench -p tablewright-benches --bench migrations`; a server takes part with `--features network` and a database of
//! PostgreSQL in `TABLEWRIGHT_BENCH_URL`, whose history of migrations is thrown away.

use std::hint::black_box;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, criterion_group, criterion_main};
use tablewright::prelude::*;
use tablewright::schema::diff::diff;
use tablewright::schema::model::{ColumnDef, DataType, IndexDef, IndexPart, TableDef, Text};
use tablewright::schema::plan::{Fill, plan};
use tablewright::{HandwrittenSql, Migrator};
use tokio::runtime::{Builder, Runtime};

/// Tables of a schema, with [`COLUMNS`] columns and an index each.
const TABLES: usize = 1_000;
const COLUMNS: usize = 15;
/// Every so many tables one has changed: it has a column more, a wider one, and one that may be empty now.
const CHANGED: usize = 10;
/// Migrations that have all been run.
const MIGRATIONS: usize = 500;

fn schema(is_new: bool) -> Vec<TableDef> {
    (0..TABLES).map(|number| table(number, is_new && number.is_multiple_of(CHANGED))).collect()
}

fn table(number: usize, is_changed: bool) -> TableDef {
    let column = |name: String, data_type| {
        let mut column = ColumnDef::new("", data_type);
        column.name = name.into();
        column
    };
    let mut columns = vec![column("id".to_owned(), DataType::I64)];
    columns.extend((1..COLUMNS).map(|n| match n % 3 {
        0 => column(format!("amount_{n}"), DataType::I32),
        1 => column(format!("name_{n}"), DataType::Varchar(if is_changed && n == 1 { 200 } else { 100 })),
        _ => column(format!("at_{n}"), DataType::TimestampTz).nullable(),
    }));
    if is_changed {
        columns[3] = columns[3].clone().nullable();
        columns.push(column("note".to_owned(), DataType::Text).nullable());
    }
    let name = format!("table_{number}");
    let mut index = IndexDef::new("", const { &[IndexPart::asc("name_1")] });
    index.name = format!("ix_{name}_name").into();
    let mut def = TableDef::new("", &[]).primary_key("", const { &[Text::Borrowed("id")] });
    def.primary_key.name = format!("pk_{name}").into();
    def.columns = columns.into();
    def.indexes = vec![index].into();
    def.name = name.into();
    def
}

fn changes(criterion: &mut Criterion) {
    let (old, new) = (schema(false), schema(true));
    let mut group = criterion.benchmark_group(format!("{TABLES} tables"));
    group.sample_size(20);
    assert!(diff(&old, &old).is_empty(), "nothing differs");
    assert!(diff(&old, &new).len() >= TABLES / CHANGED * 3, "what was changed is told");
    group.bench_function("nothing differs", |bencher| bencher.iter(|| diff(black_box(&old), black_box(&old))));
    group.bench_function("a tenth differs", |bencher| bencher.iter(|| diff(black_box(&old), black_box(&new))));
    let fill = Fill::default();
    for dialect in Dialect::ALL {
        // Where changes are written by hand, that is said instead.
        let planned = plan(&old, &new, dialect, &fill);
        let title = format!("plan for {}{}", dialect.name(), if planned.is_ok() { "" } else { ", which is refused" });
        group.bench_function(title, |bencher| bencher.iter(|| plan(black_box(&old), black_box(&new), dialect, &fill)));
    }
    group.finish();
}

fn starts(criterion: &mut Criterion) {
    let files: Vec<(String, String)> = (1..=MIGRATIONS)
        .map(|number| {
            let version = format!("{number:03}_001_000");
            let sql = format!(r#"CREATE TABLE "table_{number}" ("id" BIGINT NOT NULL PRIMARY KEY)"#);
            let text = serde_json::json!({ "version": version, "name": format!("number {number}"), "up_sql": [sql] });
            (format!("{version}.json"), text.to_string())
        })
        .collect();
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("there are threads");
    let mut group = criterion.benchmark_group(format!("start with {MIGRATIONS} migrations, none pending"));
    group.sample_size(20);
    start(&mut group, "SQLite, in memory", "sqlite::memory:", &files, &runtime);
    if let Ok(url) = std::env::var("TABLEWRIGHT_BENCH_URL") {
        start(&mut group, "a server", &url, &files, &runtime);
    }
    group.finish();
}

/// From the texts of the files to the answer that there is nothing to do, over a connection that is open.
fn start(
    group: &mut BenchmarkGroup<'_, WallTime>,
    title: &str,
    url: &str,
    files: &[(String, String)],
    runtime: &Runtime,
) {
    let texts = || files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let db = runtime.block_on(Database::connect(url)).expect("the database opens");
    runtime.block_on(async {
        for table in ["tablewright_migrations", "tablewright_migration_lock"] {
            // The first time there is none.
            db.execute_sql(&format!(r#"DROP TABLE "{table}""#), &[]).await.ok();
        }
        let last = files.last().map(|(name, _)| name.trim_end_matches(".json")).unwrap_or_default();
        let migrator = Migrator::new(&db, texts()).expect("the files are in order");
        migrator.baseline(last).await.expect("the history is empty");
    });
    group.bench_function(title, |bencher| {
        bencher.iter(|| {
            let migrator = Migrator::new(&db, texts()).expect("the files are in order");
            let runs = runtime.block_on(migrator.migrate_to_latest()).expect("nothing is wrong with the history");
            assert!(runs.is_empty(), "something was pending");
        });
    });
}

criterion_group!(benches, changes, starts);
criterion_main!(benches);
