//! This repository's own library with the structs compared to the snapshot of the last migration.

use tablewright::prelude::*;
use tablewright::schema::TableDef;
use tablewright::schema::snapshot::Snapshot;

use super::{Plan, Subject, tablewright as plain};

/// The same tables as without migrations.
pub const SUBJECT: Subject = Subject {
    name: "drift",
    note: "the same, compared with a snapshot while compiling",
    program: |plan| {
        let program = (plain::SUBJECT.program)(plan).into_iter();
        program.map(|(name, text)| (name, text.replace("] }\n}", "], migrations: \"migrations\" }\n}"))).collect()
    },
    files: |plan| vec![("migrations/schema.json", snapshot(plan))],
    ..plain::SUBJECT
};

/// The model of the generated tables, with names that stand for theirs.
#[derive(Debug, Clone, Table)]
#[table(name = "t7777777")]
struct Model {
    #[column(primary_key, max_length = 36, default = uuid)]
    id: String,
    #[foreign_key(Parent(id))]
    #[index]
    #[column(max_length = 36)]
    parent_id: String,
    #[column(max_length = 100)]
    name: String,
    #[column(max_length = 50, unique)]
    code: Option<String>,
    #[column(default = true)]
    is_active: bool,
    #[column(default = now)]
    created_at: chrono::DateTime<chrono::Utc>,
    updated_at: Option<chrono::DateTime<chrono::Utc>>,
    quantity: i32,
    sequence: i64,
    weight: f64,
    description: Option<String>,
    born_on: chrono::NaiveDate,
    payload: Vec<u8>,
    #[column(max_length = 80)]
    city: Option<String>,
    rating: Option<i32>,
}

#[derive(Debug, Clone, Table)]
#[table(name = "t8888888")]
struct Parent {
    #[column(primary_key, max_length = 36, default = uuid)]
    id: String,
}

fn snapshot(plan: Plan) -> String {
    let tables = (0..plan.tables).map(|table| named(table, plan.parent(table))).collect();
    Snapshot { tables, migrations: Vec::new() }.to_json()
}

/// The model with the names of one table.
fn named(table: usize, parent: Option<usize>) -> TableDef {
    let mut def = Model::META.def.clone();
    let rename = |name: &str| {
        let name = name.replace("t7777777", &format!("t{table}"));
        parent.map_or(name.clone(), |parent| name.replace("t8888888", &format!("t{parent}"))).into()
    };
    def.name = rename(&def.name);
    def.primary_key.name = rename(&def.primary_key.name);
    for unique in def.uniques.to_mut() {
        unique.name = rename(&unique.name);
    }
    for index in def.indexes.to_mut() {
        index.name = rename(&index.name);
    }
    for key in def.foreign_keys.to_mut() {
        key.name = rename(&key.name);
        key.target = rename(&key.target);
    }
    if parent.is_none() {
        def.foreign_keys = Vec::new().into();
    }
    def
}
