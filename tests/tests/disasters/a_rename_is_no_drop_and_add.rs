//! A column with another name keeps its values, and one that nobody declared is refused (prisma#7790, #4694, #17926).

use tablewright_schema::dialect::version::Version;
use tablewright_schema::lint::{self, Subject};
use tablewright_schema::plan::Fill;
use tablewright_schema::{Dialect, TableDef};

use crate::ground::{Ground, people_and_visits};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

const VERSIONS: [Version; Dialect::COUNT] = Dialect::usual_versions();

fn renamed(from: Option<&'static str>) -> Vec<TableDef> {
    let mut tables = people_and_visits();
    let name = &mut tables[0].columns.to_mut()[1];
    name.name = "full_name".into();
    name.renamed_from = from.map(Into::into);
    tables
}

async fn disaster(ground: &Ground) {
    let files = ground.changed(&people_and_visits(), &renamed(Some("name")));
    files.migrate_to(&ground.db, "001").await;
    ground.visited().await;
    files.migrate(&ground.db).await.unwrap();
    assert_eq!(ground.number("SELECT COUNT(*) FROM [people] WHERE [full_name] = '2'").await, 1);
    files.on(&ground.db).rollback_to_version("001").await.unwrap();
    assert_eq!(ground.number("SELECT COUNT(*) FROM [people] WHERE [name] = '2'").await, 1);
}

#[test]
fn one_that_nobody_declared_is_refused() {
    let (old, new, fill) = (people_and_visits(), renamed(None), Fill::default());
    let subject = Subject::new(&old, &new, &fill, &[], &Dialect::ALL, &VERSIONS);
    let refused: Vec<_> = lint::changes(&subject).into_iter().filter(|finding| finding.refuses()).collect();
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert_eq!((refused[0].rule.code, &*refused[0].of), ("M005", "people.name"));
    assert!(refused[0].help.contains("renamed_from = \"name\""), "{}", refused[0].help);
}
