//! The floor: the same structs without any library, and calls that only move values.

use super::{Subject, each, modules};

/// Plain structs.
pub const SUBJECT: Subject = Subject {
    name: "plain",
    package: None,
    note: "the same structs with no library at all, only chrono's types; calls move values in a Vec",
    is_peer: false,
    dependencies: || {
        "chrono = { version = \"0.4\", default-features = false, features = [\"clock\", \"std\"] }\n".to_owned()
    },
    program: |plan| vec![("main", main(plan.tables))],
    files: |_| Vec::new(),
    table: |_| TABLE.to_owned(),
};

fn main(tables: usize) -> String {
    let calls = each(tables, "\n    ", "t@N::calls(&key);");
    format!(
        "{}\nfn main() {{\n    let key = std::env::args().nth(1).unwrap_or_default();\n    {calls}\n}}\n",
        modules(tables)
    )
}

const TABLE: &str = r#"use chrono::{DateTime, NaiveDate, Utc};

#[derive(Clone)]
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

pub fn calls(key: &str) {
    let mut rows: Vec<T@N> = Vec::new();
    rows.push(T@N {
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
    });
    let mut row = rows.iter().find(|row| row.id == key).cloned().unwrap();
    row.name = "y".to_owned();
    rows.push(row);
    rows.retain(|row| row.id != key || row.is_active);
    let listed: Vec<_> = rows.iter().filter(|row| row.name == "x").take(@PAGE).cloned().collect();
    for row in listed {
        println!("{} {} {:?} {:?} {:?}", row.id, row.parent_id, row.code, row.created_at, row.updated_at);
        println!("{} {} {} {:?} {:?}", row.quantity, row.sequence, row.weight, row.description, row.born_on);
        println!("{:?} {:?} {:?}", row.payload, row.city, row.rating);
    }
}
"#;
