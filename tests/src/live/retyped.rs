//! A column that becomes a text under statements that connections keep prepared: a text is kept as it was sent.

use tablewright::driver::{Operation, Statement};
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Param};
use tablewright_schema::TableDef;
use tablewright_schema::model::{ColumnDef, DataType, Text};
use tablewright_schema::plan::{Fill, plan};

/// Texts that are numbers, and look otherwise once they were one.
pub const TEXTS: [&str; 4] = ["-0", ".5", "01", "1.500"];

/// Through a database of one's own: whatever connection it is, resting or lent. The URL is that of an empty database.
pub async fn by_ourselves(url: &str) {
    let db = Database::connect(&format!("{url}pool_size=3")).await.unwrap();
    for (n, (from, value)) in numbers().into_iter().enumerate() {
        let table = Retyped { name: format!("retyped_{n}"), dialect: db.dialect() };
        run(&db, &table.way(&[], &[table.def(&from)])).await;
        let all = [db.begin().await.unwrap(), db.begin().await.unwrap()];
        for (id, transaction) in (0..).zip(all) {
            table.insert(&transaction, id, value.clone()).await.unwrap();
            transaction.commit().await.unwrap();
        }
        // One has the statement, and is somebody's while the table changes.
        let lent = db.begin().await.unwrap();
        run(&db, &table.way(&[table.def(&from)], &[table.def(&DataType::Varchar(20))])).await;
        for (id, text) in (10..).zip(TEXTS) {
            table.insert(&lent, id, Param::Text(text.into())).await.unwrap();
        }
        lent.commit().await.unwrap();
        let resting = [db.begin().await.unwrap(), db.begin().await.unwrap()];
        for (id, (transaction, text)) in (20..).zip(resting.iter().zip(TEXTS)) {
            table.insert(transaction, id, Param::Text(text.into())).await.unwrap();
        }
        for transaction in resting {
            transaction.commit().await.unwrap();
        }
        assert_eq!(table.texts(&db).await, [TEXTS.as_slice(), &TEXTS[..2]].concat(), "{from:?} on {}", db.dialect());
    }
    db.close().await.unwrap();
}

/// Through another program: what a connection sends that had the statement before, and what a new one sends.
pub async fn by_others(url: &str) -> (Vec<String>, Vec<String>) {
    let [ours, theirs] = [(); 2].map(|()| format!("{url}pool_size=1"));
    let (ours, theirs) = (Database::connect(&ours).await.unwrap(), Database::connect(&theirs).await.unwrap());
    let table = Retyped { name: "retyped".to_owned(), dialect: ours.dialect() };
    let (from, value) = numbers().remove(0);
    run(&theirs, &table.way(&[], &[table.def(&from)])).await;
    table.insert(&ours, 0, value).await.unwrap();
    run(&theirs, &table.way(&[table.def(&from)], &[table.def(&DataType::Varchar(20))])).await;
    let mut all = Vec::new();
    for (db, start) in [(&ours, 10), (&Database::connect(&format!("{url}pool_size=1")).await.unwrap(), 20)] {
        for (id, text) in (start..).zip(TEXTS) {
            table.insert(db, id, Param::Text(text.into())).await.unwrap();
        }
        all.push(table.texts(db).await.split_off(all.len() * TEXTS.len()));
    }
    let new = all.pop().unwrap();
    (all.pop().unwrap(), new)
}

/// What every engine can make a text of.
fn numbers() -> Vec<(DataType, Param<'static>)> {
    let decimal = Param::Decimal { value: "0.50".parse().unwrap(), precision: 8, scale: 2 };
    vec![(DataType::Decimal { precision: 8, scale: 2 }, decimal), (DataType::I64, Param::I64(1))]
}

struct Retyped {
    name: String,
    dialect: Dialect,
}

impl Retyped {
    fn def(&self, data_type: &DataType) -> TableDef {
        let mut def = TableDef::new("", &[]).primary_key("pk_retyped", const { &[Text::Borrowed("id")] });
        def.name = self.name.clone().into();
        def.primary_key.name = format!("pk_{}", self.name).into();
        def.columns = vec![ColumnDef::new("id", DataType::I64), ColumnDef::new("v", data_type.clone())].into();
        def
    }

    fn way(&self, old: &[TableDef], new: &[TableDef]) -> Vec<String> {
        plan(old, new, self.dialect, &Fill::default()).unwrap().statements
    }

    async fn insert(&self, to: &impl Executor, id: i64, value: Param<'_>) -> tablewright::Result<u64> {
        let (mut first, mut second) = (String::new(), String::new());
        self.dialect.placeholder(1, &mut first);
        self.dialect.placeholder(2, &mut second);
        let [table, key, column] = [&*self.name, "id", "v"].map(|name| self.dialect.quoted(name));
        let sql = format!("INSERT INTO {table} ({key}, {column}) VALUES ({first}, {second})");
        to.execute_sql(&sql, &[Param::I64(id), value]).await
    }

    /// All that was sent as a text.
    async fn texts(&self, db: &Database) -> Vec<String> {
        let [table, key, column] = [&*self.name, "id", "v"].map(|name| self.dialect.quoted(name));
        let sql = format!("SELECT {column} FROM {table} WHERE {key} >= 10 ORDER BY {key}");
        db.fetch_sql(&sql, &[], |row| row.get::<String>(0)).await.unwrap()
    }
}

async fn run(db: &Database, statements: &[String]) {
    for sql in statements {
        db.execute(Statement::built(sql, Operation::Ddl), &[]).await.unwrap();
    }
}
