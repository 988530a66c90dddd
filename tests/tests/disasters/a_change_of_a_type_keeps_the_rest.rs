//! Another type leaves the default, NOT NULL and the values as they were (liquibase#2563, #2634, #3245; rancher#4202).

use tablewright_schema::model::DataType;

use crate::ground::{Ground, people_and_visits};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    let old = people_and_visits();
    let mut new = old.clone();
    new[0].columns.to_mut()[2].data_type = DataType::I64;
    new[0].columns.to_mut()[1].data_type = DataType::Varchar(80);
    let files = ground.changed(&old, &new);
    files.migrate_to(&ground.db, "001").await;
    ground.visited().await;
    files.migrate(&ground.db).await.unwrap();
    ground.run(&format!("INSERT INTO [people] ([name]) VALUES ('{}')", "x".repeat(80))).await.unwrap();
    assert_eq!(ground.number("SELECT SUM([age]) FROM [people]").await, 4 * 7, "the default is there");
    ground.run("INSERT INTO [people] ([name], [age]) VALUES ('a', NULL)").await.unwrap_err();
    ground.run("INSERT INTO [people] ([name]) VALUES (NULL)").await.unwrap_err();
    assert_eq!(ground.number("SELECT COUNT(*) FROM [people]").await, 4);
}
