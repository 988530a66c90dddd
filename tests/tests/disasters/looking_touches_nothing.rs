//! Asking how things stand, and what changed, changes nothing in the database (prisma#6579, #8053: `--create-only` emptied it).

use orthanc::Orthanc;
use tablewright::Schema;
use tablewright::migrate::Standing;

use crate::ground::{Files, Ground, ROW, TABLE};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    ground.run(TABLE).await.unwrap();
    ground.run(ROW).await.unwrap();
    let files = Files::default().and("001", &[TABLE]).and("002", &["DROP TABLE mig_a"]);
    let migrator = files.on(&ground.db);
    assert!(migrator.status().await.unwrap().iter().all(|status| status.standing == Standing::Pending));
    assert_eq!(migrator.get_applied_migrations().await.unwrap(), []);
    let folder = tempfile::tempdir().unwrap();
    Orthanc::write_snapshot(folder.path()).unwrap();
    let new = Orthanc::new_migration(folder.path()).unwrap();
    assert!(new.changes().is_empty() && new.findings().is_empty());
    assert!(!ground.has("tablewright_migrations").await, "not even a history");
    assert_eq!(ground.number("SELECT n FROM mig_a").await, 1);
}
