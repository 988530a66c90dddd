//! Toasty 0.11, whose times are jiff's.

use super::{Subject, each, modules, run_all};

/// Toasty.
pub const SUBJECT: Subject = Subject {
    name: "toasty",
    package: Some("toasty"),
    note: "one `belongs_to` a table; times are jiff's, it has no support for chrono; needs a raised recursion limit",
    is_peer: true,
    dependencies: || {
        "jiff = \"0.2\"\n\
         toasty = { version = \"0.11.0\", features = [\"sqlite\", \"jiff\"] }\n\
         tokio = { version = \"1\", features = [\"rt\"] }\n"
            .to_owned()
    },
    program: |plan| vec![("main", main(plan.tables))],
    files: |_| Vec::new(),
    table: |has_parent| {
        let relation = if has_parent { RELATION } else { "" };
        let import = if has_parent { "use super::t@PARENT::T@PARENT;\n" } else { "" };
        TABLE.replace("    @RELATION\n", relation).replace("@IMPORT\n", import)
    },
};

fn main(tables: usize) -> String {
    MAIN.replace("@MODULES", &modules(tables))
        .replace("@RUN", &run_all(tables, "toasty::Result<()>"))
        .replace("@MODELS", &each(tables, ", ", "t@N::T@N"))
}

/// Each struct contains its parent's, so the compiler's usual limit of 128 ends a chain of about 60.
const MAIN: &str = r#"#![recursion_limit = "4096"]

@MODULES
use toasty::Db;

@RUN
fn main() -> toasty::Result<()> {
    let key = std::env::args().nth(1).unwrap_or_default();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Db::builder().models(toasty::models!(@MODELS)).connect("sqlite::memory:").await?;
        run(&db, &key).await
    })
}
"#;

const RELATION: &str = r"    #[belongs_to(key = parent_id, references = id)]
    pub parent: toasty::Deferred<T@PARENT>,
";

const TABLE: &str = r#"@IMPORT
use jiff::Timestamp;
use jiff::civil::Date;
use toasty::Db;

#[derive(Clone, toasty::Model)]
#[table = "t@N"]
pub struct T@N {
    #[key]
    #[default(toasty::stmt::Uuid::new_v4().to_string())]
    #[column(type = varchar(36))]
    pub id: String,
    #[index]
    #[column(type = varchar(36))]
    pub parent_id: String,
    @RELATION
    #[column(type = varchar(100))]
    pub name: String,
    #[unique]
    #[column(type = varchar(50))]
    pub code: Option<String>,
    #[default(true)]
    pub is_active: bool,
    #[auto]
    pub created_at: Timestamp,
    pub updated_at: Option<Timestamp>,
    pub quantity: i32,
    pub sequence: i64,
    pub weight: f64,
    pub description: Option<String>,
    pub born_on: Date,
    pub payload: Vec<u8>,
    #[column(type = varchar(80))]
    pub city: Option<String>,
    pub rating: Option<i32>,
}

pub async fn calls(db: &Db, key: &str) -> toasty::Result<()> {
    let mut db = db.clone();
    let found = T@N::filter_by_id(key).first().exec(&mut db).await?;
    let mut row = toasty::create!(T@N {
        id: key,
        parent_id: key,
        name: "x",
        quantity: 1,
        sequence: 2,
        weight: 3.0,
        born_on: Date::constant(2026, 1, 1),
        payload: vec![4],
    })
    .exec(&mut db)
    .await?;
    row.update().name("y").exec(&mut db).await?;
    T@N::filter_by_id(key).delete().exec(&mut db).await?;
    let listed = T@N::filter(T@N::fields().name().eq("x")).limit(@PAGE).exec(&mut db).await?;
    println!("{} {}", found.is_some(), listed.len());
    Ok(())
}
"#;
