//! A table made anew takes nothing with it that refers to its rows (drizzle-team/drizzle-orm#5782, #4938).

use crate::ground::{Ground, people_and_visits, with_a_check};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    let old = people_and_visits();
    let files = ground.changed(&old, &with_a_check(old.clone()));
    files.migrate_to(&ground.db, "001").await;
    ground.visited().await;
    files.migrate(&ground.db).await.unwrap();
    assert_eq!(ground.number("SELECT COUNT(*) FROM [visits]").await, 3);
    ground.run("UPDATE [people] SET [age] = -1").await.unwrap_err();

    files.on(&ground.db).rollback_to_version("001").await.unwrap();
    assert_eq!(ground.number("SELECT COUNT(*) FROM [visits]").await, 3);
    ground.run("DELETE FROM [people] WHERE [id] = 1").await.unwrap();
    assert_eq!(ground.number("SELECT COUNT(*) FROM [visits]").await, 2, "and the reference still works");
}
