//! The verbs that need a folder and a database, on SQLite: what they do, what they say, and how they end.

use crate::command::Place;
use serde_json::{Value, json};
use tablewright::migrate::MigrationFolder;

/// Two migrations that somebody wrote, and the snapshot of the table that they lead to.
pub fn place() -> Place {
    let place = Place::new();
    place.write("migrations/schema.json", &snapshot().to_string());
    let add = |version: &str, name: &str, needs: &[&str], up: &str, down: &str| {
        let file =
            json!({ "version": version, "name": name, "dependencies": needs, "up_sql": [up], "down_sql": [down] });
        MigrationFolder::open(place.path("migrations")).unwrap().save_migration(&file.to_string()).unwrap();
    };
    let table = "CREATE TABLE `people` ( `id` INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, `town` TEXT ) STRICT";
    add("001_001_000", "People", &[], table, "DROP TABLE `people`");
    let row = "INSERT INTO `people` (`town`) VALUES ('Durban')";
    add("001_002_000", "Sample Data", &["001_001_000"], row, "DELETE FROM `people`");
    place
}

fn snapshot() -> Value {
    json!({
        "format": 1,
        "migrations": [],
        "tables": [{
            "name": "people",
            "columns": [{ "name": "id", "type": "i64", "auto_increment": true }, { "name": "town", "type": "text", "nullable": true }],
            "primary_key": { "name": "pk_people", "columns": ["id"] },
        }],
    })
}

const DATABASE: [&str; 2] = ["--database", "people.db"];

pub fn with<'w>(words: &[&'w str]) -> Vec<&'w str> {
    words.iter().copied().chain(DATABASE).collect()
}

#[test]
fn there_and_back() {
    let place = place();
    place.write("people.db", "");
    let status = place.run(&with(&["status", "--json"])).ended(1).json();
    assert_eq!(status["database"], "people.db");
    assert_eq!(
        status["migrations"],
        json!([
            { "version": "001_001_000", "name": "People", "standing": "pending" },
            { "version": "001_002_000", "name": "Sample Data", "standing": "pending" },
        ])
    );
    let planned = place.run(&with(&["plan", "--json"])).ended(1).json();
    assert_eq!(planned["migrations"][1]["statements"], json!(["INSERT INTO `people` (`town`) VALUES ('Durban')"]));
    place.run(&with(&["plan"])).ended(1).says("001_001_000 People, one transaction");
    place.run(&with(&["plan"])).ended(1).says("-- waits 5000 ms for a lock, runs a statement for 3600000 ms");
    assert_eq!(place.run(&with(&["status", "--json"])).ended(1).json(), status, "a plan touches nothing");
    let ran = place.run(&with(&["migrate", "--to", "001_001_000", "--applied-by", "a test", "--json"])).ended(0).json();
    let versions = |ran: &Value| -> Vec<String> {
        let of = |run: &Value| format!("{} {}", run["version"].as_str().unwrap(), run["way"].as_str().unwrap());
        ran["runs"].as_array().unwrap().iter().map(of).collect()
    };
    assert_eq!(versions(&ran), ["001_001_000 there"]);
    assert_eq!(versions(&place.run(&with(&["migrate", "--json"])).ended(0).json()), ["001_002_000 there"]);
    place.run(&with(&["migrate"])).ended(0).says("nothing to do in people.db");
    place.run(&with(&["plan"])).ended(0).says("nothing would run");

    let status = place.run(&with(&["status", "--json"])).ended(0).json();
    assert_eq!(status["migrations"][0]["applied_by"], "a test");
    let table = place.run(&with(&["status"])).ended(0);
    assert!(!table.out.contains('\u{1b}'), "no colour where nobody sees it: {table:?}");
    place.run(&with(&["verify"])).ended(0).says("people.db is as it should be");
    place.run(&with(&["diff", "--from", "database", "--to", "snapshot"])).ended(0).says("no difference");
    let found = place.run(&with(&["introspect", "Towns", "--json"])).ended(0).json();
    assert_eq!(found["tables"][0]["name"], "people");
    assert!(found["source"].as_str().unwrap().contains("pub struct Towns"), "{found:#}");
    place.run(&with(&["introspect", "1st"])).ended(2).says("`1st` is no name of a struct");

    let back = place.run(&with(&["rollback", "--to", "001_001_000", "--yes", "--json"])).ended(0).json();
    assert_eq!(versions(&back), ["001_002_000 back"]);
    place.run(&with(&["status"])).ended(1).says("pending");
}

#[test]
fn a_table_for_people() {
    let place = place();
    place.run(&with(&["migrate", "--to", "001_001_000", "--applied-by", "a test"])).ended(0);
    let shown = place.run(&with(&["status"])).ended(1).out;
    // Times are other ones each time.
    let lines: Vec<String> =
        shown.lines().map(|line| line.split('┆').take(3).map(str::trim).collect::<Vec<_>>().join(" | ")).collect();
    assert_eq!(lines[1], "Migrations of people.db");
    assert_eq!(lines[3], "│ version | name | how it stands");
    assert_eq!(lines[5], "│ 001_001_000 | People | applied");
    assert_eq!(lines[6], "│ 001_002_000 | Sample Data | pending");
    let colored = place.run(&with(&["status", "--color", "always"])).ended(1).out;
    assert!(colored.contains("\u{1b}["), "{colored}");
    let plain = place.run_with(&with(&["status"]), &[("NO_COLOR", "1")]).ended(1).out;
    assert!(!plain.contains('\u{1b}'));
}

/// Rows that are in the way are told with their keys, to people and to programs.
#[test]
fn rows_in_the_way_are_told() {
    let place = place();
    place.run(&with(&["migrate"])).ended(0);
    let question = |of: &str| json!({ "sql": "SELECT COUNT(*) FROM people", "message": of });
    let (mut shown, mut hidden) = (question("`people.town` is too long"), question("`people.note` is NULL"));
    shown["keys"] = json!({ "columns": ["id"], "sql": "SELECT CAST(id AS TEXT) FROM people ORDER BY id LIMIT 5" });
    hidden["no_keys"] = "the primary key of `people` is personal".into();
    let file =
        json!({ "version": "002", "name": "asks", "up_sql": ["SELECT 1"], "preflight": { "sqlite": [shown, hidden] } });
    MigrationFolder::open(place.path("migrations")).unwrap().save_migration(&file.to_string()).unwrap();
    let planned = place.run(&with(&["plan", "--json"])).ended(3).json();
    assert_eq!(
        planned["migrations"][0]["questions"],
        json!([
            { "question": "`people.town` is too long", "rows": 1, "key": ["id"], "keys": [["1"]] },
            { "question": "`people.note` is NULL", "rows": 1, "no_keys": "the primary key of `people` is personal" },
        ])
    );
    let text = "-- `people.town` is too long: 1 rows (by `id`: 1)";
    place.run(&with(&["plan"])).ended(3).says(text);
    assert_eq!(planned["error"]["message"], "rows are in the way of `002`: `migrate` would touch nothing");
    let refused = place.run(&with(&["migrate", "--json"])).ended(3).json();
    assert!(refused["error"]["message"].as_str().unwrap().contains("too long (by `id`: 1)"), "{refused}");
}

/// Nothing is taken back or removed unless somebody says so, and where nobody can be asked, that is a refusal.
#[test]
fn what_destroys_is_confirmed() {
    let place = place();
    place.run(&with(&["migrate"])).ended(0);
    let refused = place.run(&with(&["rollback", "--to", "001_001_000", "--json"])).ended(3).json();
    let message = refused["error"]["message"].as_str().unwrap();
    assert_eq!(
        message,
        "this takes back `001_002_000` Sample Data in `people.db`, and what was stored since; the way back of `001_002_000` was \
         written by hand, and what it loses is not known; nobody is there to confirm it: say --yes if that is what you want"
    );
    place.run(&with(&["status"])).ended(0);
    place.run(&["squash", "All", "--to", "001_002_000"]).ended(3).says("nobody is there to confirm it");
    assert!(place.path("migrations/001_001_000_people.json").exists());
}

#[test]
fn a_squash_is_what_it_replaces() {
    let place = place();
    place.run(&with(&["migrate"])).ended(0);
    let squashed = place.run(&["squash", "All", "--to", "001_002_000", "--yes", "--json"]).ended(0).json();
    assert_eq!(squashed["replaced"], json!(["001_001_000", "001_002_000"]));
    assert!(!place.path("migrations/001_001_000_people.json").exists());
    assert!(place.path("migrations/001_002_000_all.json").exists());
    place.run(&with(&["migrate"])).ended(0).says("nothing to do");
    place.run(&["migrate", "--database", "other.db"]).ended(0).says("applied 001_002_000 All");
    place.run(&["verify", "--database", "other.db"]).ended(0);
}

/// A way back of nothing would be told as taken back, and what it goes back behind would run twice.
#[test]
fn a_way_back_of_nothing_is_none() {
    let place = place();
    let row = "INSERT INTO `people` (`town`) VALUES ('Harare')";
    let file = json!({ "version": "002", "name": "more", "up_sql": [row], "down_sql": { "sqlite": [] } });
    MigrationFolder::open(place.path("migrations")).unwrap().save_migration(&file.to_string()).unwrap();
    place.run(&with(&["migrate"])).ended(0);
    let refused = place.run(&with(&["rollback", "--to", "001_002_000", "--yes"])).ended(3);
    refused.says(
        "migration `002` has no way back: `down_sql.sqlite`: this way back would undo nothing; write the statements",
    );
    place.run(&with(&["status"])).ended(0);
    let findings = place.run(&["lint", "--json"]).ended(1).json();
    let found = findings["findings"].as_array().unwrap().iter().find(|own| own["rule"] == "M040").unwrap();
    assert_eq!(found["place"], "down_sql.sqlite");
}

/// The checksum is written where it stands, whatever it says.
#[test]
fn a_checksum_is_taken_anew_in_its_place() {
    let place = place();
    let file = "migrations/001_002_000_sample_data.json";
    for claimed in ["", "TODO", "Durban"] {
        let mut value: Value = serde_json::from_str(&place.read(file)).unwrap();
        value["checksum"] = claimed.into();
        place.write(file, &format!("{value:#}\r\n"));
        place.run(&["repair", "--file", "001_002_000"]).ended(0).says("001_002_000 is mended");
        let mended: Value = serde_json::from_str(&place.read(file)).unwrap();
        assert!(mended["checksum"].as_str().unwrap().starts_with("sha256:"), "{mended:#}");
        value["checksum"] = mended["checksum"].clone();
        assert_eq!(place.read(file), format!("{value:#}\r\n"), "nothing else is another one");
        place.run(&["repair", "--file", "001_002_000"]).ended(0).says("nothing is wrong");
    }
    place.run(&with(&["migrate"])).ended(0);
}

/// An environment that is not there is one in which nothing runs.
#[test]
fn environments_are_known_by_name() {
    let place = place();
    place.run(&with(&["migrate", "--environment", "prodution"])).ended(2).says("'production'");
    place.run(&with(&["status", "--environment", "prodution"])).ended(2).says("'production'");
    place.run(&with(&["migrate", "--environment", "production"])).ended(0);
}

/// Whoever only looks makes no file, and where there are no migrations nothing is as it should be.
#[test]
fn a_slip_of_the_finger_makes_nothing() {
    let place = place();
    for words in [
        &["status"][..],
        &["plan"],
        &["verify"],
        &["introspect"],
        &["repair"],
        &["rollback", "--all", "--yes"],
        &["diff", "--from", "database", "--to", "snapshot"],
    ] {
        place.run(&with(words)).ended(2).says("there is no database `people.db`: is it written as it is called?");
        assert!(!place.path("people.db").exists(), "{words:?}");
    }
    place.run(&with(&["migrate"])).ended(0).says("people.db is new: there was no such file");
    let again = place.run(&with(&["migrate", "--json"])).ended(0).json();
    assert_eq!(again["made"], Value::Null);

    let empty = Place::new();
    let database = place.path("people.db").display().to_string();
    for words in [
        &["lint"][..],
        &["verify", "--database", &database],
        &["ddl", "sqlite", "--snapshot"],
        &["squash", "x", "--to", "1"],
    ] {
        empty.run(words).ended(2).says("there are no migrations in `migrations`; say --migrations FOLDER");
    }
    std::fs::remove_file(place.path("migrations/001_002_000_sample_data.json")).unwrap();
    place.run(&["lint"]).ended(2).says("the file of migration `001_002_000` is gone");
    place.run(&with(&["verify"])).ended(2).says("the file of migration `001_002_000` is gone");
    place.write("migrations/001_002_000_sample_data.json", "{");
    place.run(&with(&["status"])).ended(2).says("this is no JSON");
}

#[test]
fn the_first_one_is_taken_back_too() {
    let place = place();
    place.run(&with(&["migrate"])).ended(0);
    place.run(&with(&["rollback"])).ended(2).says("--all");
    let refused = place.run(&with(&["rollback", "--all"])).ended(3);
    refused.says("this takes back `001_002_000` Sample Data, `001_001_000` People in `people.db`, and what was stored since; the way");
    let back = place.run(&with(&["rollback", "--all", "--yes", "--json"])).ended(0).json();
    assert_eq!(back["runs"].as_array().unwrap().len(), 2, "{back:#}");
    place.run(&with(&["verify"])).ended(1).says("people");
    place.run(&with(&["rollback", "--all", "--yes"])).ended(0).says("nothing to do");
    place.run(&with(&["migrate"])).ended(0);
}

/// What was done is told also where the standing is the same word as before.
#[test]
fn progress_is_no_refusal() {
    let place = place();
    let row = |town: &str| format!("INSERT INTO `people` (`town`) VALUES ('{town}')");
    let mut file = json!({
        "version": "002", "name": "steps", "dependencies": ["001_002_000"], "transaction": false,
        "up_sql": [row("Harare"), "INSERT INTO `missing` VALUES (1)", row("Maputo"), "INSERT INTO `gone` VALUES (1)"],
    });
    let path = MigrationFolder::open(place.path("migrations")).unwrap().save_migration(&file.to_string()).unwrap();
    let failed = place.run(&with(&["migrate", "--json"])).ended(4).json();
    assert_eq!(failed["changed"][2], json!({ "version": "002", "standing": "stopped", "statements": 1 }));
    let versions: Vec<&Value> = failed["runs"].as_array().unwrap().iter().map(|run| &run["version"]).collect();
    assert_eq!(versions, ["001_001_000", "001_002_000"], "what was applied before it");
    let open = json!({ "version": "002", "name": "steps", "way": "there", "statement": 2, "statements": 4 });
    assert_eq!(failed["failed"], open);
    let help = "mend what the message names, and run `migrate` again: it goes on with statement 2 of `002`; `repair --file 002` \
                takes in a file that was mended behind what is done";
    assert_eq!(failed["error"]["help"], help);
    let again = place.run(&with(&["migrate"])).ended(3);
    again.says("statement 2 of 4");
    again.says(&format!("help: {help}"));
    file["up_sql"][1] = row("Lusaka").into();
    std::fs::write(&path, file.to_string()).unwrap();
    place.run(&["repair", "--file", "002"]).ended(0);
    let failed = place.run(&with(&["migrate", "--json"])).ended(4).json();
    assert_eq!(failed["changed"], json!([{ "version": "002", "standing": "stopped", "statements": 3 }]));
}

/// What was done before a failure is told to people too, and on the way back.
#[test]
fn a_failure_tells_what_was_done_before_it() {
    let place = place();
    let row = "INSERT INTO `people` (`town`) VALUES ('Harare')";
    let file = json!({ "version": "002", "name": "stays", "up_sql": [row], "down_sql": ["DELETE FROM `missing`"] });
    MigrationFolder::open(place.path("migrations")).unwrap().save_migration(&file.to_string()).unwrap();
    let file =
        json!({ "version": "003", "name": "wrong", "up_sql": ["DELETE FROM `missing`"], "dependencies": ["002"] });
    let wrong = MigrationFolder::open(place.path("migrations")).unwrap().save_migration(&file.to_string()).unwrap();
    let failed = place.run(&with(&["migrate"])).ended(4);
    failed.says("applied 002 stays in ");
    failed.says("nothing of `003` took effect, and `repair --file 003` takes in a file that was mended");
    let told = "people.db is new: there was no such file\napplied 001_001_000 People";
    assert!(failed.out.starts_with(told), "{failed:?}");
    let file =
        json!({ "version": "003", "name": "right", "up_sql": [row], "down_sql": [row], "dependencies": ["002"] });
    std::fs::write(wrong, file.to_string()).unwrap();
    place.run(&["repair", "--file", "003"]).ended(0);
    place.run(&with(&["migrate"])).ended(0);
    let failed = place.run(&with(&["rollback", "--all", "--yes", "--json"])).ended(4).json();
    let told = |run: &Value| (run["version"].clone(), run["way"].clone());
    assert_eq!(
        failed["runs"].as_array().unwrap().iter().map(told).collect::<Vec<_>>(),
        [(json!("003"), json!("back"))]
    );
    assert_eq!(told(&failed["failed"]), (json!("002"), json!("back")));
    let help = failed["error"]["help"].as_str().unwrap();
    assert_eq!(help, "mend what the message names, and run `rollback` again: nothing of `002` was taken back");
}

/// A file that somebody wrote by hand is taken in by name.
#[test]
fn a_file_written_by_hand_is_taken_in() {
    let place = place();
    let row = "INSERT INTO `people` (`town`) VALUES ('Harare')";
    let file = json!({ "version": "002", "name": "mine", "description": "", "up_sql": [row], "dependencies": ["001_002_000"] });
    place.write("migrations/mine.json", &file.to_string());
    place.run(&with(&["migrate"])).ended(2).says("`repair --file 002` of the command takes it in");
    place.run(&["repair", "--file", "002"]).ended(0).says("002 is mended");
    assert_eq!(place.read("migrations/mine.json"), file.to_string());
    let ran = place.run(&with(&["migrate"])).ended(0);
    ran.says("applied 002 mine");
    // Without a terminal there is a line for each, for the log.
    assert!(ran.err.contains("3 of 3, 002 mine: begins\n"), "{ran:?}");
    assert_eq!(place.run(&with(&["migrate", "--json"])).ended(0).err, "");
}

#[test]
fn limits_are_numbers_that_engines_count() {
    let place = place();
    let most = u64::MAX.to_string();
    place.run(&with(&["migrate", "--statement-timeout", &most])).ended(2).says("is not in 1..=2147483");
    place.run(&with(&["migrate", "--lock-timeout", "0"])).ended(2).says("is not in 1..=2147483");
    place.run(&with(&["migrate", "--statement-timeout", "2147483", "--lock-wait", "0"])).ended(0);
}

#[test]
fn a_refused_statement_is_told() {
    let place = place();
    let file = json!({ "version": "002", "name": "wrong", "up_sql": ["INSERT INTO missing (a) VALUES (1)"] });
    MigrationFolder::open(place.path("migrations")).unwrap().save_migration(&file.to_string()).unwrap();
    let failed = place.run(&with(&["migrate", "--json"])).ended(4).json();
    assert!(
        failed["error"]["message"].as_str().unwrap().starts_with("migration `002`, statement 1 of 1: "),
        "{failed}"
    );
    assert_eq!(
        failed["changed"],
        json!([{ "version": "001_001_000", "standing": "applied" }, { "version": "001_002_000", "standing": "applied" }])
    );
    // Again: what is wrong is the first one now, and SQLite undoes it.
    place.run(&with(&["migrate"])).ended(3).says("statement 1 of 1");
}

#[test]
fn a_database_is_adopted_and_compared() {
    let place = place();
    place.run(&with(&["migrate"])).ended(0);
    let other = Place::new();
    std::fs::copy(place.path("people.db"), other.path("people.db")).unwrap();
    place.run(&with(&["baseline", "001_002_000", "--yes"])).ended(3).says("has a history of migrations");
    let adopting = ["baseline", "001_001_000", "--database", "new.db", "--json"];
    place
        .run(&adopting)
        .ended(3)
        .says("migrations up to `001_001_000` count as applied in `new.db`, and none of them runs; nobody");
    assert!(!place.path("new.db").exists());
    let adopted = place.run(&[&adopting[..], &["--yes"]].concat()).ended(0).json();
    assert_eq!((&adopted["version"], &adopted["made"]), (&json!("001_001_000"), &json!(true)));
    // Nobody looked: the table is not there.
    let missing = place.run(&["verify", "--database", "new.db", "--json"]).ended(1).json();
    assert_eq!(missing["differences"][0]["table"], "people");
    place.run(&["verify", "--database", "new.db"]).ended(1).says("people");
    let resolving = with(&["resolve", "001_001_000", "--took-effect"]);
    place.run(&resolving).ended(3).says("will say that the statement of `001_001_000` took effect; nobody is there");
    place.run(&[&resolving[..], &["--yes"]].concat()).ended(3).says("nothing to resolve");
}

#[test]
fn files_are_judged_before_a_database_is_touched() {
    let place = place();
    let text = place.read("migrations/001_002_000_sample_data.json");
    place.write("migrations/001_002_000_sample_data.json", &text.replace("Durban", "Harare"));
    place.run(&with(&["migrate"])).ended(2).says("was changed after it was written");
    place.run(&with(&["verify"])).ended(2).says("was changed after it was written");
    place.run(&["lint", "--json"]).ended(2).says("was changed after it was written");
    // Unless it was meant, and no database has it.
    let mended = place.run(&["repair", "--file", "001_002_000", "--json"]).ended(0).json();
    assert_eq!(mended["mended"], "001_002_000");
    place.run(&["repair", "--file", "001_002_000"]).ended(0).says("nothing is wrong");
    place.run(&["repair", "--file", "001_003_000"]).ended(2).says("did you mean `001_001_000`?");
    place.run(&with(&["migrate"])).ended(0);
    place.write("migrations/001_002_000_sample_data.json", &text);
    place.run(&["repair", "--file", "001_002_000"]).ended(0);
    place.run(&with(&["migrate"])).ended(3).says("was changed after it was applied");
    let ailments = place.run(&with(&["repair", "--json"])).ended(1).json();
    assert_eq!(ailments["ailments"][0]["kind"], "changed_file", "{ailments:#}");
    place.run(&with(&["repair", "--realign", "001_002_000"])).ended(3).says("nobody is there to confirm it");
    place.run(&with(&["repair", "--realign", "001_002_000", "--yes"])).ended(0).says("001_002_000 is mended");
    place.run(&with(&["repair"])).ended(0).says("nothing is wrong");
    place.run(&with(&["migrate"])).ended(0);
}

#[test]
fn snapshots_are_compared_and_printed() {
    let place = place();
    let mut newer = snapshot();
    newer["tables"][0]["columns"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "name": "age", "type": "i16", "nullable": true }));
    place.write("newer.json", &newer.to_string());
    let same = place.run(&["diff", "--from", "snapshot", "--to", "migrations", "--json"]).ended(0).json();
    assert_eq!(same["differences"], json!([]));
    let differences = place.run(&["diff", "--from", "snapshot", "--to", "newer.json", "--json"]).ended(1).json();
    assert_eq!(
        differences["differences"],
        json!([{
            "verb": "add", "table": "people", "part": "column `age`", "to": "i16, may be NULL", "loses_data": false,
        }])
    );
    place.run(&["diff", "--from", "newer.json", "--to", "snapshot"]).ended(1).says("drop");
    place.run(&["diff", "--from", "nothing.json", "--to", "snapshot"]).ended(2).says("`nothing.json` is no state");
    let ddl = place.run(&["ddl", "postgres", "--snapshot", "--json"]).ended(0).json();
    assert!(ddl["statements"][0].as_str().unwrap().starts_with("CREATE TABLE \"people\""), "{ddl}");
    place.run(&["ddl", "sqlite", "--snapshot", "--drop"]).ended(0).says("DROP TABLE \"people\";");
}

#[test]
fn the_lint_finds_what_will_hurt() {
    let place = place();
    let file = json!({ "version": "002", "name": "wrong", "up_sql": ["BEGIN", "DELETE FROM people", "COMMIT"] });
    MigrationFolder::open(place.path("migrations")).unwrap().save_migration(&file.to_string()).unwrap();
    let findings = place.run(&["lint", "--json"]).ended(1).json();
    let found = findings["findings"].as_array().unwrap();
    let of_file = |finding: &&Value| finding["file"].as_str().is_some_and(|file| file.starts_with("002"));
    let found = found.iter().find(of_file).unwrap();
    assert_eq!(found["severity"], "refuse", "{findings:#}");
    assert!(found["page"].as_str().unwrap().starts_with("http") || !found["message"].as_str().unwrap().is_empty());
    place.run(&["lint"]).ended(1).says("findings");
}

#[test]
fn arguments_and_databases_that_are_wrong() {
    let place = place();
    place.run(&[]).ended(2);
    place.run(&["migrat"]).ended(2).says("a similar subcommand exists: 'migrate'");
    place
        .run(&["migrate"])
        .ended(2)
        .says("no database is named: say --database URL, --config FILE, or set DATABASE_URL");
    place.run(&["resolve", "1", "--database", "x.db"]).ended(2);
    place.run(&["status", "--database", "nosuch://host/x"]).ended(2);
    let unreachable = "postgres://me:secretword@127.0.0.1:1/library";
    let answer = place.run(&["status", "--database", unreachable, "--json"]).ended(5);
    assert!(!answer.out.contains("secretword") && !answer.err.contains("secretword"), "{answer:?}");
    let known = "no migration has version `001_001_001`; did you mean `001_001_000`?";
    place.write("people.db", "");
    place.run(&with(&["migrate", "--to", "001_001_001"])).ended(2).says(known);
    for words in [
        &["plan", "--to", "001_001_001"][..],
        &["rollback", "--to", "001_001_001", "--yes"],
        &["baseline", "001_001_001", "--yes"],
        &["resolve", "001_001_001", "--no-effect", "--yes"],
        &["repair", "--forget", "001_001_001", "--yes"],
    ] {
        place.run(&with(words)).ended(2).says(known);
    }
    place.run(&["squash", "All", "--to", "001_001_001", "--yes"]).ended(2).says(known);
    place
        .run(&["status", "--database", "people.db", "--migrations", "elsewhere"])
        .ended(2)
        .says("there are no migrations");
    // The variable serves whom nothing else is said.
    let variables = [("DATABASE_URL", "sqlite://variable.db")];
    place.write("variable.db", "");
    let status = place.run_with(&["status", "--json"], &variables).ended(1).json();
    assert_eq!(status["database"], "variable.db");
    place.write("config.json", r#"{ "main": { "type": "sqlite", "file_path": "configured.db" } }"#);
    place.run(&["status", "--config", "config.json"]).ended(2).says("there is no database `configured.db`");
    place.write("configured.db", "");
    let status = place.run_with(&["status", "--config", "config.json", "--connection", "main", "--json"], &variables);
    assert_eq!(status.ended(1).json()["database"], "main");
    place.run(&["status", "--config", "config.json", "--connection", "mian"]).ended(2).says("main");
    place.run(&["status", "--config", "config.json", "--database", "people.db"]).ended(2).says("cannot be used with");
    place.run(&["status", "--connection", "main"]).ended(2).says("say --config FILE as well");
}

/// Each verb shows how it is used.
#[test]
fn every_verb_has_help_with_examples() {
    let place = Place::new();
    let help = place.run(&["--help"]).ended(0).out;
    let commands = help.split("Commands:").nth(1).unwrap().split("Options:").next().unwrap();
    let verbs: Vec<&str> = commands.lines().filter_map(|line| line.trim().split(' ').next()).collect();
    let verbs: Vec<&str> = verbs.into_iter().filter(|verb| !verb.is_empty() && *verb != "help").collect();
    assert!(verbs.len() >= 14, "{verbs:?}");
    for verb in verbs {
        let help = place.run(&[verb, "--help"]).ended(0).out;
        assert!(help.contains(&format!("Examples:\n  cargo tablewright {verb}")), "{verb}: {help}");
        assert!(help.contains("Ends with 0"), "{verb}: {help}");
    }
}

/// What rows or values go with is confirmed, but where there are none yet.
#[test]
fn what_goes_for_good_is_confirmed() {
    let place = place();
    place.run(&with(&["migrate"])).ended(0);
    let file = json!({ "version": "002", "name": "no people", "up_sql": ["DROP TABLE people"] });
    MigrationFolder::open(place.path("migrations")).unwrap().save_migration(&file.to_string()).unwrap();
    let planned = place.run(&with(&["plan", "--json"])).ended(1).json();
    assert_eq!(planned["migrations"][0]["losses"], json!(["people"]));
    place.run(&with(&["plan"])).ended(1).says("takes away for good: `people`; `migrate` asks for the database's name");
    let refused = place.run(&with(&["migrate"])).ended(3);
    refused.says("this takes away for good, in `people.db`: `people` (migration `002`); nobody is there to confirm it");
    let left = place.run(&with(&["status", "--json"])).ended(1).json();
    assert_eq!(left["migrations"][2]["standing"], "pending");
    place.run(&with(&["migrate", "--to", "001_002_000"])).ended(0).says("nothing to do");
    place.run(&with(&["migrate", "--yes"])).ended(0).says("applied 002 no people");
    // What the same run has made before holds nothing.
    place.write("new.db", "");
    place.run(&["migrate", "--database", "new.db"]).ended(0).says("applied 002 no people");
}

/// A history that somebody changed by hand is told and mended, though nothing else can read it.
#[test]
fn a_history_changed_by_hand_is_mended() {
    let place = place();
    place.run(&with(&["migrate"])).ended(0);
    let url = format!("sqlite://{}", place.path("people.db").display());
    let change = |sql: &str| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let db = tablewright::Database::connect(&url).await.unwrap();
            tablewright::HandwrittenSql::execute_sql(&db, sql, &[]).await.unwrap();
            db.close().await.unwrap();
        });
    };
    change("UPDATE tablewright_migrations SET applied_by = 'nobody' WHERE position = 1");
    place.run(&with(&["migrate"])).ended(3).says("`repair --relink` it there");
    let ailments = place.run(&with(&["repair", "--json"])).ended(1).json();
    assert_eq!(ailments["ailments"][0]["kind"], "broken_chain");
    place.run(&with(&["repair", "--relink", "001_001_000", "--yes"])).ended(0).says("001_001_000 is mended");

    change("DELETE FROM tablewright_migrations WHERE position = 2");
    place.run(&with(&["migrate"])).ended(3).says("of which the last one, `001_002_000`, is not there any more");
    let ailments = place.run(&with(&["repair", "--json"])).ended(1).json();
    assert_eq!(ailments["ailments"][0]["kind"], "lost_end");
    place.run(&with(&["repair"])).ended(1).says("`repair --relink` `001_002_000`");
    place.run(&with(&["repair", "--relink", "001_002_000", "--yes"])).ended(0).says("001_002_000 is mended");
    place.run(&with(&["repair"])).ended(0).says("nothing is wrong");
    place.run(&with(&["migrate"])).ended(0).says("applied 001_002_000");
}

#[test]
fn a_rule_is_explained() {
    let place = Place::new();
    let told = place.run(&["lint", "--explain", "reference-reads-all", "--json"]).ended(0).json();
    assert_eq!((&told["rule"], &told["severity"]), (&json!("P107"), &json!("warn")));
    assert!(told["page"].as_str().unwrap().starts_with("https://www.postgresql.org/docs/"), "{told}");
    place
        .run(&["lint", "--explain", "m002"])
        .ended(0)
        .says("M002 column-dropped, refuse: no way back brings the values again");
    place.run(&["lint", "--explain", "M9"]).ended(2).says("there is no rule `M9`");
    place.run(&["lint", "--explain", "M002", "--tables"]).ended(2).says("cannot be used with");
}
