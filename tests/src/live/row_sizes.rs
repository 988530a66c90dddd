//! The most columns of one type that a row of MySQL and MariaDB has room for, asked of the server: it takes those, and none more.

use tablewright::{Database, Executor, HandwrittenSql};
use tablewright_schema::dialect::{render, type_sql};
use tablewright_schema::model::{ColumnDef, DataType, TableDef};

use crate::golden::build::{id, table, texts};

/// More than any engine of these tests has.
const TOO_MANY: usize = 1_100;

/// Asks for each type.
///
/// # Panics
/// If the engine says otherwise.
pub async fn are_known(db: &Database) {
    let types = [
        DataType::I16,
        DataType::I64,
        DataType::Bool,
        DataType::Date,
        DataType::Time,
        DataType::TimestampTz,
        DataType::Uuid,
        DataType::Decimal { precision: 28, scale: 10 },
        DataType::Varchar(9),
        DataType::Varchar(10),
        DataType::Varchar(50),
        DataType::Varchar(63),
        DataType::Varchar(64),
        DataType::Varchar(4_001),
        DataType::Binary(39),
        DataType::Binary(40),
        DataType::Binary(255),
        DataType::Binary(256),
        DataType::Text,
        DataType::Json,
        DataType::Blob,
        DataType::Enum(texts(["small", "very large"])),
    ];
    let mut wrong = Vec::new();
    // Required and optional ones by turns.
    for (data_type, nullable) in types.into_iter().zip([false, true].into_iter().cycle()) {
        // The first count that is too many.
        let counts: Vec<usize> = (1..TOO_MANY).collect();
        let most = counts.partition_point(|&count| render(&wide(&data_type, nullable, count), db.dialect()).is_ok());
        let (ddl, _) = render(&wide(&data_type, nullable, most), db.dialect()).expect("DDL");
        let type_name = type_sql(&data_type, db.dialect()).expect("a type").name;
        let null = if nullable { "NULL" } else { "NOT NULL" };
        let quoted = |name: &str| db.dialect().quoted(name);
        let (table, column) = (quoted("wide"), quoted("one_more"));
        let fits = db.execute_sql(&format!("{}{}", ddl.head, ddl.tail), &[]).await.is_ok();
        // MariaDB asks for no room where it adds a column without making the table anew.
        let more = format!("ALTER TABLE {table} ADD {column} {type_name} {null}, ALGORITHM=COPY");
        if !fits || db.execute_sql(&more, &[]).await.is_ok() {
            wrong.push(format!("{most} of {data_type:?}, nullable {nullable}: they fit {fits}"));
        }
        db.execute_sql(&format!("DROP TABLE {table}"), &[]).await.ok();
    }
    assert!(wrong.is_empty(), "{}:\n{}", db.dialect(), wrong.join("\n"));
}

fn wide(data_type: &DataType, nullable: bool, count: usize) -> TableDef {
    let columns = (0..count).map(|n| {
        let mut column = ColumnDef::new("", data_type.clone());
        (column.name, column.nullable) = (format!("c{n}").into(), nullable);
        column
    });
    table("wide", std::iter::once(id()).chain(columns))
}
