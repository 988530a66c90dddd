//! This repository's own library.

use super::{Subject, each, modules, repository, run_all};

/// Tablewright from the working tree.
pub const SUBJECT: Subject = Subject {
    name: "tablewright",
    package: Some("tablewright"),
    note: "DDL and statements for all dialects, checks and metadata included",
    is_peer: false,
    dependencies: || {
        // A literal string of TOML: a backslash in a path stays what it is.
        let path = repository().join("runtime");
        format!(
            "chrono = {{ version = \"0.4\", default-features = false }}\n\
             tablewright = {{ path = '{}' }}\n\
             tokio = {{ version = \"1\", features = [\"rt\"] }}\n",
            path.display()
        )
    },
    program: |plan| vec![("main", main(plan.tables))],
    files: |_| Vec::new(),
    table: |has_parent| {
        let foreign_key = if has_parent { "    #[foreign_key(T@PARENT(id))]\n" } else { "" };
        let parent = if has_parent { "use super::t@PARENT::T@PARENT;\n" } else { "" };
        TABLE.replace("    @FOREIGN_KEY\n", foreign_key).replace("@USE_PARENT\n", parent)
    },
};

fn main(tables: usize) -> String {
    MAIN.replace("@MODULES", &modules(tables))
        .replace("@IMPORTS", &each(tables, "\n", "use t@N::T@N;"))
        .replace("@RUN", &run_all(tables, "tablewright::Result<()>"))
        .replace("@TABLES", &each(tables, ", ", "T@N"))
}

const MAIN: &str = r#"@MODULES
@IMPORTS
use tablewright::prelude::*;

type Db = Database;

schema! {
    pub struct App { tables: [@TABLES] }
}

@RUN
fn main() -> tablewright::Result<()> {
    let key = std::env::args().nth(1).unwrap_or_default();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let db = Database::connect("sqlite::memory:").await?;
        App::ensure(&db).await?;
        run(&db, &key).await
    })
}
"#;

const TABLE: &str = r#"@USE_PARENT
use chrono::{DateTime, NaiveDate, Utc};
use tablewright::prelude::*;

#[derive(Clone, Table)]
#[table(name = "t@N")]
pub struct T@N {
    #[column(primary_key, max_length = 36, default = uuid)]
    pub id: String,
    @FOREIGN_KEY
    #[index]
    #[column(max_length = 36)]
    pub parent_id: String,
    #[column(max_length = 100)]
    pub name: String,
    #[column(max_length = 50, unique)]
    pub code: Option<String>,
    #[column(default = true)]
    pub is_active: bool,
    #[column(default = now)]
    pub created_at: DateTime<Utc>,
    pub updated_at: Option<DateTime<Utc>>,
    pub quantity: i32,
    pub sequence: i64,
    pub weight: f64,
    pub description: Option<String>,
    pub born_on: NaiveDate,
    pub payload: Vec<u8>,
    #[column(max_length = 80)]
    pub city: Option<String>,
    pub rating: Option<i32>,
}

pub async fn calls(db: &Database, key: &str) -> tablewright::Result<()> {
    let rows = T@N::dao(db);
    let found = rows.find_by_id(key).await?;
    let new = NewT@N::new(key, "x", 1, 2, 3.0, NaiveDate::default(), vec![4]);
    let mut row = rows.create(new).await?;
    row.name = "y".to_owned();
    rows.update(&row).await?;
    rows.delete(key).await?;
    let listed = rows.find_all(T@N::NAME.eq("x")).limit(@PAGE).await?;
    println!("{} {}", found.is_some(), listed.len());
    Ok(())
}
"#;
