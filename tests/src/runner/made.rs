//! Migrations as the tool writes them: a column with a value for the rows that are there, another type, other names, an index, a
//! reference, another table; on SQLite tables are made anew for it.

use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Migrator, drift};
use tablewright_schema::plan::Fill;
use tablewright_schema::{ColumnDef, DataType, IndexPart, TableDef};

use super::set::{Seen, there};
use crate::golden::build::{foreign_key, id, index, table, text};
use crate::way_back::{Files, quoted, run};

const TABLES: [&str; 4] = ["people", "bills", "invoices", "visits"];
/// Each is 1 where the rows are as they were before, or as they have to be behind it.
const COUNTS: [&str; 6] = [
    "SELECT COUNT(*) FROM `people` t WHERE t.`name` = 'Ann' AND t.`age` = 30",
    "SELECT COUNT(*) FROM `bills` t WHERE t.`owner` = 1 AND t.`cents` = 700",
    "SELECT COUNT(*) FROM `people` t WHERE t.`full_name` = 'Ann' AND t.`age` = 30 AND t.`town` = 'Durban'",
    "SELECT COUNT(*) FROM `people` t WHERE t.`full_name` = 'Bob' AND t.`age` IS NULL AND t.`town` = 'Durban'",
    "SELECT COUNT(*) FROM `invoices` t WHERE t.`owner` = 1 AND t.`cents` = 700",
    "SELECT COUNT(*) + 1 FROM `visits`",
];

fn number(name: &'static str, data_type: DataType) -> ColumnDef {
    ColumnDef::new(name, data_type)
}

/// The tables after each migration.
fn states() -> [Vec<TableDef>; 3] {
    let bills = |name| table(name, [id(), number("owner", DataType::I64), number("cents", DataType::I32)]);
    let first = table("people", [id(), text("name", 20), number("age", DataType::I32).nullable()]);
    let mut name = text("full_name", 40);
    name.renamed_from = Some("name".into());
    let columns = [id(), name, number("age", DataType::I64).nullable(), text("town", 30)];
    let mut second = table("people", columns);
    second.indexes = vec![index("ix_people_town", [IndexPart::asc("town")])].into();
    let mut third = second.clone();
    third.columns.to_mut()[1].renamed_from = None;
    let mut invoices = bills("invoices");
    invoices.renamed_from = Some("bills".into());
    invoices.foreign_keys = vec![foreign_key("fk_invoices_owner", ["owner"], "people", ["id"])].into();
    let mut visits = table("visits", [id(), number("guest", DataType::I64)]);
    visits.foreign_keys = vec![foreign_key("fk_visits_guest", ["guest"], "people", ["id"])].into();
    [vec![first, bills("bills")], vec![second, bills("bills")], vec![third, invoices, visits]]
}

/// What runs them. What a way back loses is given up.
pub fn migrator(db: &Database) -> Migrator<'_> {
    let town = ("people".to_owned(), "town".to_owned(), "'Durban'".to_owned());
    let files = Files::with(db.dialect(), &states(), &Fill { given: vec![town], ..Fill::default() });
    files.on(db).give_up("people.town")
}

/// Two people and a bill before all but the first.
pub async fn begin(db: &Database) {
    migrator(db).migrate_to("001").await.unwrap();
    run(db, "INSERT INTO `people` (`id`, `name`, `age`) VALUES (1, 'Ann', 30)").await;
    run(db, "INSERT INTO `people` (`id`, `name`) VALUES (2, 'Bob')").await;
    run(db, "INSERT INTO `bills` (`id`, `owner`, `cents`) VALUES (1, 1, 700)").await;
}

/// After some of them.
pub async fn seen(db: &Database) -> Seen {
    let mut rows = Vec::new();
    for sql in COUNTS {
        let sql = quoted(db.dialect(), sql);
        rows.extend(there(db.fetch_sql(&sql, &[], |row| row.get::<i64>(0)).await));
    }
    let mut tables = drift::read(db).await.unwrap();
    tables.retain(|table| TABLES.contains(&&*table.name.to_lowercase()));
    let history = migrator(db).get_applied_migrations().await.unwrap();
    Seen { tables, rows, history: Seen::history(&history) }
}
