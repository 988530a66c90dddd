//! What nobody planned for stays: triggers, indexes, views (ariga/atlas#2700, dotnet/efcore#31291, jeremyevans/sequel#1813).

use crate::ground::{Ground, people_and_visits, with_a_check};

on!(disaster; sqlite);

async fn disaster(ground: &Ground) {
    let old = people_and_visits();
    let files = ground.changed(&old, &with_a_check(old.clone()));
    files.migrate_to(&ground.db, "001").await;
    for sql in [
        "CREATE TABLE audit (what TEXT)",
        "CREATE TRIGGER people_audit AFTER UPDATE ON people BEGIN INSERT INTO audit VALUES (new.name); END",
        "CREATE TRIGGER visits_audit AFTER INSERT ON visits BEGIN UPDATE people SET age = age + 1 WHERE id = new.person_id; END",
        "CREATE INDEX by_hand ON people (age DESC)",
        "CREATE VIEW elders AS SELECT name FROM people WHERE age > 60",
    ] {
        ground.run(sql).await.unwrap();
    }
    let objects = "SELECT COUNT(*) FROM sqlite_schema WHERE type IN ('trigger', 'index', 'view') AND sql IS NOT NULL";
    assert_eq!(ground.number(objects).await, 4);
    files.migrate(&ground.db).await.unwrap();
    assert_eq!(ground.number(objects).await, 4);
    ground.visited().await;
    assert_eq!(ground.number("SELECT COUNT(*) FROM audit").await, 3, "the triggers fire");
    ground.run("UPDATE people SET age = 61 WHERE name = '1'").await.unwrap();
    assert_eq!(ground.number("SELECT COUNT(*) FROM elders").await, 1, "the view reads the new table");
}
