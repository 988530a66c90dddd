//! PostgreSQL's golden files run as they stand, where PostgreSQL is installed.

use std::fs;

use tablewright_tests::golden::case;
use tablewright_tests::server::postgres::Postgres;
use tablewright_tests::source;

#[test]
fn postgres_files_run_as_they_stand() {
    let Some(server) = Postgres::start() else {
        println!("PostgreSQL is not installed, so that its golden files were not run");
        return;
    };
    let mut wrong = Vec::new();
    for case in case::all() {
        let file = source::root().join("tests/ddl").join(case.name).join("postgres.sql");
        let script = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        if let Err(error) = server.run_script(case.name, &script) {
            wrong.push(format!("{}: {error}", case.name));
            continue;
        }
        let left = server.psql(case.name, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace");
        if left.as_deref() != Ok("") {
            wrong.push(format!("{} leaves {left:?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
