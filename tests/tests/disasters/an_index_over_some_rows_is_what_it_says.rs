//! A unique index over some rows binds those and no others, or is refused while compiling (EF made one over true and false).

use tablewright_schema::dialect::render;
use tablewright_schema::model::{IndexDef, IndexPart};
use tablewright_schema::{Dialect, TableDef};

use crate::ground::{Ground, people_and_visits};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

fn indexed(unique: bool) -> Vec<TableDef> {
    let mut tables = people_and_visits();
    let mut index = IndexDef::new("ix_people_elders", const { &[IndexPart::asc("name")] }).filter("age > 60");
    index.unique = unique;
    tables[0].indexes = vec![index].into();
    tables
}

async fn disaster(ground: &Ground) {
    let (old, new) = (people_and_visits(), indexed(true));
    if let Err(problems) = render(&new[0], ground.dialect()) {
        assert!(problems.iter().all(|problem| problem.message.contains("index")), "{problems:?}");
        return;
    }
    ground.changed(&old, &new).migrate(&ground.db).await.unwrap();
    let insert = |name: &str, age: i32| format!("INSERT INTO [people] ([name], [age]) VALUES ('{name}', {age})");
    for (name, age) in [("a", 7), ("a", 8), ("a", 61), ("b", 61)] {
        ground.run(&insert(name, age)).await.unwrap();
    }
    ground.run(&insert("a", 70)).await.unwrap_err();
    assert_eq!(ground.number("SELECT COUNT(*) FROM [people]").await, 4);
}

#[test]
fn one_that_is_not_unique_is_refused_where_it_would_be_bent() {
    let refused: Vec<Dialect> =
        Dialect::ALL.into_iter().filter(|dialect| render(&indexed(false)[0], *dialect).is_err()).collect();
    assert!(refused.contains(&Dialect::Firebird) && !refused.contains(&Dialect::Postgres), "{refused:?}");
}
