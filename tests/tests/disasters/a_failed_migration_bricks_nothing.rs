//! A statement that is refused is named, and the mended file goes on (golang-migrate#282, #518: "dirty database, force version").

use crate::ground::{Files, Ground, MORE, OTHER, ROW, TABLE};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    let wrong = Files::default().and("001", &[TABLE, ROW, "INSERT INTO mig_missing VALUES (1)", MORE]);
    let error = wrong.migrate(&ground.db).await.unwrap_err().to_string();
    assert!(error.contains("migration `001`, statement 3 of 4"), "{error}");
    let mended = Files::default().and("001", &[TABLE, ROW, OTHER, MORE]);
    assert_eq!(mended.migrate(&ground.db).await.unwrap().len(), 1);
    assert_eq!(ground.number("SELECT n FROM mig_a").await, 2, "each statement once");
    assert_eq!(mended.migrate(&ground.db).await.unwrap(), []);
}
