//! A program without all migrations says so, and so does a folder with a file too many (diesel#3119, sqlx#681, refinery#116).

use tablewright_schema::migration::{Migration, folder};
use tablewright_schema::snapshot::{Entry, Snapshot};

use crate::ground::{Files, Ground, OTHER, ROW, TABLE};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    let old = Files::default().and("001", &[TABLE, ROW]);
    let new = old.clone().and("002", &[OTHER]);
    new.migrate(&ground.db).await.unwrap();
    let error = old.migrate(&ground.db).await.unwrap_err().to_string();
    assert!(error.contains("the database has migration `002`, which this program does not know"), "{error}");
}

#[test]
fn a_file_that_the_index_does_not_know_stops_the_build() {
    let files = Files::default().and("001", &[TABLE]).and("002", &[OTHER]);
    let Migration { version, checksum, .. } = Migration::parse("001.json", &files.0[0].1).unwrap();
    let entry = Entry { version, file: "001.json".to_owned(), checksum };
    let index = Snapshot { tables: Vec::new(), migrations: vec![entry] };
    let faults: Vec<String> = folder::check(&index, &files.0).iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        [
            "002.json: `schema.json` does not know this migration; `repair --file 002` of the command takes it in, or take the \
             file away"
        ]
    );
}
