//! The number of a row that was deleted is not given to another one after a change (kaeawc/auto-mobile#2915).

use crate::ground::{Ground, people_and_visits, with_a_check};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    let old = people_and_visits();
    let files = ground.changed(&old, &with_a_check(old.clone()));
    files.migrate_to(&ground.db, "001").await;
    ground.visited().await;
    ground.run("DELETE FROM [people] WHERE [id] = 3").await.unwrap();
    files.migrate(&ground.db).await.unwrap();
    ground.run("INSERT INTO [people] ([name]) VALUES ('new')").await.unwrap();
    assert_eq!(ground.number("SELECT MAX([id]) FROM [people]").await, 4);
}
