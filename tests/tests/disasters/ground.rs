//! Where a disaster is provoked: a database of its own on an engine, and migrations for it.

use serde_json::{Value, json};
use tablewright::migrate::Run;
use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Migrator};
use tablewright_schema::model::{Action, CheckDef, ColumnDef, ColumnDefault, DataType, ForeignKeyDef, Literal, Text};
use tablewright_schema::plan::{Fill, plan};
use tablewright_schema::{TableDef, diff};

/// A database of its own.
pub struct Ground {
    pub db: Database,
    pub url: String,
    /// Where it is, if it is a file.
    _folder: Option<tempfile::TempDir>,
}

impl Ground {
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("disaster.db").display());
        Self { db: Database::connect(&url).await.unwrap(), url, _folder: Some(folder) }
    }

    /// On the server that the engine's variable names; nothing without it.
    #[cfg(any(feature = "mysql", feature = "postgres"))]
    pub async fn server(engine: &str) -> Option<Self> {
        use tablewright_tests::server::{self, fresh};

        server::url(engine)?;
        let url = fresh::url(engine, &format!("disaster_{engine}")).await;
        Some(Self { db: Database::connect(&url).await.unwrap(), url, _folder: None })
    }

    #[cfg(feature = "firebird")]
    pub async fn firebird() -> Option<Self> {
        use tablewright_tests::server;

        server::url("firebird")?;
        let url = server::firebird::new_database();
        Some(Self { db: Database::connect(&url).await.unwrap(), url, _folder: None })
    }

    pub fn dialect(&self) -> Dialect {
        self.db.dialect()
    }

    /// Another program on the same database.
    pub async fn other(&self) -> Database {
        Database::connect(&self.url).await.unwrap()
    }

    /// A statement whose names are quoted as the engine does, from one with `[name]`.
    pub fn quoted(&self, sql: &str) -> String {
        let part = |(n, part): (usize, &str)| if n % 2 == 0 { part.to_owned() } else { self.dialect().quoted(part) };
        sql.split(['[', ']']).enumerate().map(part).collect()
    }

    /// Runs a statement, with `[name]` for a quoted name.
    pub async fn run(&self, sql: &str) -> tablewright::Result<u64> {
        self.db.execute_sql(&self.quoted(sql), &[]).await
    }

    /// The one number that a query gives, with `[name]` for a quoted name.
    pub async fn number(&self, sql: &str) -> i64 {
        let sql = format!("SELECT CAST(({}) AS {}) AS n", self.quoted(sql), self.integer());
        let sql = if self.dialect() == Dialect::Firebird { format!("{sql} FROM RDB$DATABASE") } else { sql };
        self.db.fetch_sql(&sql, &[], |row| row.get::<i64>(0)).await.unwrap()[0]
    }

    fn integer(&self) -> &'static str {
        match self.dialect() {
            Dialect::Mysql | Dialect::Mariadb => "SIGNED",
            _ => "BIGINT",
        }
    }

    /// Whether a table is there.
    pub async fn has(&self, table: &str) -> bool {
        let names = self.db.fetch_sql(self.dialect().tables_query(), &[], |row| row.get::<String>(0)).await.unwrap();
        names.iter().any(|name| name.eq_ignore_ascii_case(table))
    }

    /// Migrations `001`, which makes the old tables, and `002`, which changes them.
    pub fn changed(&self, old: &[TableDef], new: &[TableDef]) -> Files {
        let way = |from: &[TableDef], to: &[TableDef], fill: &Fill| {
            plan(from, to, self.dialect(), fill).unwrap_or_else(|wrong| panic!("{wrong:?}")).statements
        };
        let (fill, back) = (Fill::default(), Fill { neutral: true, ..Fill::default() });
        // As the tool writes them: an engine that needs no statement has an empty list.
        let changes = json!([{ "verb": "change", "table": "those of the case" }]);
        Files::default()
            .with(json!({
                "version": "001",
                "changes": changes,
                "up_sql": way(&[], old, &fill),
                "down_sql": way(old, &[], &fill),
                "way_back": tablewright_tests::way_back::exact(),
            }))
            .with(json!({
                "version": "002",
                "dependencies": ["001"],
                "changes": changes,
                "up_sql": way(old, new, &fill),
                "down_sql": way(new, &diff::back(old, new), &back),
                "way_back": tablewright_tests::way_back::exact(),
            }))
    }
}

/// Files of migrations.
#[derive(Default, Clone)]
pub struct Files(pub Vec<(String, String)>);

impl Files {
    /// One more.
    pub fn with(mut self, mut file: Value) -> Self {
        let version = file["version"].as_str().unwrap().to_owned();
        if file["name"].is_null() {
            file["name"] = version.as_str().into();
        }
        self.0.push((format!("{version}.json"), file.to_string()));
        self
    }

    /// One more, with the same statements for every dialect.
    pub fn and(self, version: &str, up: &[&str]) -> Self {
        self.with(json!({ "version": version, "up_sql": up }))
    }

    pub fn on<'a>(&self, db: &'a Database) -> Migrator<'a> {
        Migrator::new(db, self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap()
    }

    pub async fn migrate(&self, db: &Database) -> tablewright::Result<Vec<Run>> {
        self.on(db).migrate_to_latest().await
    }

    pub async fn migrate_to(&self, db: &Database, version: &str) {
        self.on(db).migrate_to(version).await.unwrap();
    }
}

pub const TABLE: &str = "CREATE TABLE mig_a (id INTEGER NOT NULL PRIMARY KEY, n INTEGER)";
pub const ROW: &str = "INSERT INTO mig_a (id, n) VALUES (1, 1)";
pub const OTHER: &str = "CREATE TABLE mig_b (id INTEGER NOT NULL PRIMARY KEY)";
pub const MORE: &str = "UPDATE mig_a SET n = n + 1";

const ID: &[Text] = &[Text::Borrowed("id")];

/// People, whose rows are numbered, and their visits, which go with them.
pub fn people_and_visits() -> Vec<TableDef> {
    const PEOPLE: &[ColumnDef] = &[
        ColumnDef::new("id", DataType::I64).auto_increment(),
        ColumnDef::new("name", DataType::Varchar(40)),
        ColumnDef::new("age", DataType::I32).default(ColumnDefault::Literal(Literal::Integer(7))),
    ];
    const VISITS: &[ColumnDef] = &[ColumnDef::new("id", DataType::I64), ColumnDef::new("person_id", DataType::I64)];
    const KEYS: &[ForeignKeyDef] =
        &[ForeignKeyDef::new("fk_visits_person_id", &[Text::Borrowed("person_id")], "people", ID)
            .on_delete(Action::Cascade)];
    vec![
        TableDef::new("people", PEOPLE).primary_key("pk_people", ID),
        TableDef::new("visits", VISITS).primary_key("pk_visits", ID).foreign_keys(KEYS),
    ]
}

/// The same with a check, for which SQLite makes the table anew.
pub fn with_a_check(mut tables: Vec<TableDef>) -> Vec<TableDef> {
    const CHECKS: &[CheckDef] = &[CheckDef::new("ck_people_age", "age >= 0")];
    tables[0].checks = tablewright_schema::model::List::Borrowed(CHECKS);
    tables
}

impl Ground {
    /// Three people, each with a visit.
    pub async fn visited(&self) {
        for id in 1..=3 {
            self.run(&format!("INSERT INTO [people] ([name]) VALUES ('{id}')")).await.unwrap();
            self.run(&format!("INSERT INTO [visits] ([id], [person_id]) VALUES ({id}, {id})")).await.unwrap();
        }
    }
}
