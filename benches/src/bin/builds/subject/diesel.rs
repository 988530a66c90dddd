//! Diesel 2.3 on its SQLite back end, the schema module as its own CLI prints it.

use super::{Plan, Subject, each, modules};

/// Diesel as its users have it: the printed schema allows every table in one query with every other.
pub const SUBJECT: Subject = Subject {
    name: "diesel",
    package: Some("diesel"),
    note: "schema as `diesel print-schema` writes it (any two tables may be joined); calls are synchronous; no `check_for_backend`",
    is_peer: true,
    dependencies,
    program: |plan| vec![("main", main(plan.tables)), ("schema", schema(plan, true))],
    files: |_| Vec::new(),
    table: table_module,
};

/// Diesel at its lightest: without the macro that makes joins possible, whose cost grows with the tables' square.
pub const WITHOUT_JOINS: Subject = Subject {
    name: "diesel-lean",
    package: Some("diesel"),
    note: "as diesel, without `allow_tables_to_appear_in_same_query!`: no joins",
    is_peer: true,
    dependencies,
    program: |plan| vec![("main", main(plan.tables)), ("schema", schema(plan, false))],
    files: |_| Vec::new(),
    table: table_module,
};

fn dependencies() -> String {
    "chrono = { version = \"0.4\", default-features = false, features = [\"clock\", \"std\"] }\n\
     diesel = { version = \"2.3.14\", features = [\"sqlite\", \"chrono\", \"returning_clauses_for_sqlite_3_35\"] }\n\
     libsqlite3-sys = { version = \"0.38\", features = [\"bundled\"] }\n"
        .to_owned()
}

fn main(tables: usize) -> String {
    let calls = each(tables, "\n    ", "t@N::calls(&mut db, &key)?;");
    MAIN.replace("@MODULES", &modules(tables)).replace("@CALLS", &calls)
}

fn schema(plan: Plan, is_joinable: bool) -> String {
    let mut text = each(plan.tables, "\n", SCHEMA);
    for table in 1..plan.tables {
        let parent = plan.parent(table).unwrap_or_default();
        text += &format!("diesel::joinable!(t{table} -> t{parent} (parent_id));\n");
    }
    if is_joinable {
        text += &format!("diesel::allow_tables_to_appear_in_same_query!({});\n", each(plan.tables, ", ", "t@N"));
    }
    text
}

fn table_module(has_parent: bool) -> String {
    if has_parent {
        TABLE.replace("@DERIVE", ", Associations").replace("@BELONGS", BELONGS).replace("@IMPORT", IMPORT)
    } else {
        TABLE.replace("@DERIVE", "").replace("@BELONGS\n", "").replace("@IMPORT\n", "")
    }
}

const IMPORT: &str = "use crate::t@PARENT::T@PARENT;";
const BELONGS: &str = "#[diesel(belongs_to(T@PARENT, foreign_key = parent_id))]";

const MAIN: &str = r#"@MODULES
mod schema;

use diesel::prelude::*;

fn main() -> QueryResult<()> {
    let key = std::env::args().nth(1).unwrap_or_default();
    let mut db = SqliteConnection::establish(":memory:").unwrap();
    @CALLS
    Ok(())
}
"#;

const SCHEMA: &str = r"diesel::table! {
    t@N (id) {
        id -> Text,
        parent_id -> Text,
        name -> Text,
        code -> Nullable<Text>,
        is_active -> Bool,
        created_at -> TimestamptzSqlite,
        updated_at -> Nullable<TimestamptzSqlite>,
        quantity -> Integer,
        sequence -> BigInt,
        weight -> Double,
        description -> Nullable<Text>,
        born_on -> Date,
        payload -> Binary,
        city -> Nullable<Text>,
        rating -> Nullable<Integer>,
    }
}
";

const TABLE: &str = r#"@IMPORT
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::schema::t@N;

#[derive(Clone, Queryable, Selectable, Identifiable, Insertable, AsChangeset@DERIVE)]
@BELONGS
#[diesel(table_name = t@N)]
pub struct T@N {
    pub id: String,
    pub parent_id: String,
    pub name: String,
    pub code: Option<String>,
    pub is_active: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: Option<DateTime<Utc>>,
    pub quantity: i32,
    pub sequence: i64,
    pub weight: f64,
    pub description: Option<String>,
    pub born_on: NaiveDate,
    pub payload: Vec<u8>,
    pub city: Option<String>,
    pub rating: Option<i32>,
}

pub fn calls(db: &mut SqliteConnection, key: &str) -> QueryResult<()> {
    let found = t@N::table.find(key).select(T@N::as_select()).first(db).optional()?;
    let new = T@N {
        id: key.to_owned(),
        parent_id: key.to_owned(),
        name: "x".to_owned(),
        code: None,
        is_active: true,
        created_at: Utc::now(),
        updated_at: None,
        quantity: 1,
        sequence: 2,
        weight: 3.0,
        description: None,
        born_on: NaiveDate::default(),
        payload: vec![4],
        city: None,
        rating: None,
    };
    let mut row: T@N = diesel::insert_into(t@N::table).values(&new).returning(T@N::as_returning()).get_result(db)?;
    row.name = "y".to_owned();
    diesel::update(t@N::table.find(key)).set(&row).execute(db)?;
    diesel::delete(t@N::table.find(key)).execute(db)?;
    let listed = t@N::table.filter(t@N::name.eq("x")).limit(@PAGE).select(T@N::as_select()).load(db)?;
    println!("{} {}", found.is_some(), listed.len());
    Ok(())
}
"#;
