//! Where DDL commits by itself, what came through is known, statement by statement (prisma P3009, P3018: umami#1497).

use tablewright::migrate::Standing;

use crate::ground::{Files, Ground, MORE, OTHER, ROW, TABLE};

on!(disaster; mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    let wrong = Files::default().and("001", &[TABLE, ROW, "INSERT INTO mig_missing VALUES (1)"]);
    wrong.migrate(&ground.db).await.unwrap_err();
    let status = wrong.on(&ground.db).status().await.unwrap();
    let Standing::Stopped(row) = &status[0].standing else { panic!("{status:?}") };
    assert_eq!(row.step, 2);
    assert_eq!(ground.number("SELECT n FROM mig_a").await, 1);
    // It is refused again, and the two before it are not run again.
    wrong.migrate(&ground.db).await.unwrap_err();
    assert_eq!(ground.number("SELECT COUNT(*) FROM mig_a").await, 1);
    // What came through cannot be rewritten.
    let other = Files::default().and("001", &[TABLE, MORE, OTHER]);
    let error = other.migrate(&ground.db).await.unwrap_err().to_string();
    assert!(error.contains("those are other ones in its file now"), "{error}");
}
