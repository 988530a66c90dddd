//! SeaORM 2, in its compact entity format, with the relation that its foreign keys need.

use super::{Subject, modules, run_all};

/// SeaORM.
pub const SUBJECT: Subject = Subject {
    name: "seaorm",
    package: Some("sea-orm"),
    note: "compact entity format with one relation a table; the dense format costs several times as much",
    is_peer: true,
    dependencies: || {
        "sea-orm = { version = \"2.0.4\", features = [\"sqlx-sqlite\", \"runtime-tokio\"] }\n\
         tokio = { version = \"1\", features = [\"rt\"] }\n"
            .to_owned()
    },
    program: |plan| vec![("main", main(plan.tables))],
    files: |_| Vec::new(),
    table: |has_parent| {
        TABLE.replace(
            "@RELATION
",
            if has_parent { RELATION } else { NO_RELATION },
        )
    },
};

fn main(tables: usize) -> String {
    MAIN.replace("@MODULES", &modules(tables)).replace("@RUN", &run_all(tables, "Result<(), DbErr>"))
}

const MAIN: &str = r#"@MODULES
use sea_orm::{Database, DatabaseConnection as Db, DbErr};

@RUN
fn main() -> Result<(), DbErr> {
    let key = std::env::args().nth(1).unwrap_or_default();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Database::connect("sqlite::memory:").await?;
        run(&db, &key).await
    })
}
"#;

const NO_RELATION: &str = r"#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
";

const RELATION: &str = r#"#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::t@PARENT::Entity",
        from = "Column::ParentId",
        to = "super::t@PARENT::Column::Id"
    )]
    Parent,
}

impl Related<super::t@PARENT::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Parent.def()
    }
}
"#;

const TABLE: &str = r#"use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, IntoActiveModel, QuerySelect};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "t@N")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false, column_type = "String(StringLen::N(36))")]
    pub id: String,
    #[sea_orm(indexed, column_type = "String(StringLen::N(36))")]
    pub parent_id: String,
    #[sea_orm(column_type = "String(StringLen::N(100))")]
    pub name: String,
    #[sea_orm(unique, column_type = "String(StringLen::N(50))")]
    pub code: Option<String>,
    #[sea_orm(default_value = true)]
    pub is_active: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: Option<DateTimeUtc>,
    pub quantity: i32,
    pub sequence: i64,
    pub weight: f64,
    #[sea_orm(column_type = "Text")]
    pub description: Option<String>,
    pub born_on: Date,
    pub payload: Vec<u8>,
    #[sea_orm(column_type = "String(StringLen::N(80))")]
    pub city: Option<String>,
    pub rating: Option<i32>,
}

@RELATION

impl ActiveModelBehavior for ActiveModel {}

pub async fn calls(db: &DatabaseConnection, key: &str) -> Result<(), DbErr> {
    let found = Entity::find_by_id(key).one(db).await?;
    let new = ActiveModel {
        id: Set(key.to_owned()),
        parent_id: Set(key.to_owned()),
        name: Set("x".to_owned()),
        is_active: Set(true),
        created_at: Set(DateTimeUtc::default()),
        quantity: Set(1),
        sequence: Set(2),
        weight: Set(3.0),
        born_on: Set(Date::default()),
        payload: Set(vec![4]),
        ..Default::default()
    };
    let mut row = new.insert(db).await?.into_active_model();
    row.name = Set("y".to_owned());
    row.update(db).await?;
    Entity::delete_by_id(key).exec(db).await?;
    let listed = Entity::find().filter(Column::Name.eq("x")).limit(@PAGE).all(db).await?;
    println!("{} {}", found.is_some(), listed.len());
    Ok(())
}
"#;
