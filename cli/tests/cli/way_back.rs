//! A migration that stopped on its way back: every verb says so, and none says what would go the other way.

use serde_json::json;
use tablewright::migrate::MigrationFolder;

use crate::command::Place;
use crate::sqlite::with;

/// The only one, whose way back is not of one transaction, and is refused in its last statement.
fn stopped() -> Place {
    let place = Place::new();
    let file = json!({
        "version": "001", "name": "People", "up_sql": ["CREATE TABLE people (id INTEGER)"],
        "down_sql": ["VACUUM", "DROP TABLE people", "DROP TABLE missing"],
    });
    MigrationFolder::open(place.path("migrations")).unwrap().save_migration(&file.to_string()).unwrap();
    place.run(&with(&["migrate"])).ended(0);
    place.run(&with(&["rollback", "--all", "--yes"])).ended(4).says("it goes on with statement 3 of the way back");
    place
}

#[test]
fn each_verb_says_which_way_it_goes_on() {
    let place = stopped();
    let status = place.run(&with(&["status", "--json"])).ended(1).json();
    let told = (&status["migrations"][0]["standing"], &status["migrations"][0]["way"]);
    assert_eq!(told, (&json!("stopped"), &json!("back")));
    place.run(&with(&["status"])).ended(1).says("rollback goes on there");
    place.run(&with(&["migrate"])).ended(3).says("`001` is on its way back: finish that with `rollback --all`");
    // There is none before it.
    place.run(&with(&["rollback", "--to", "001"])).ended(3).says("finish that with `rollback --all`");
    let realigned = place.run(&with(&["repair", "--realign", "001", "--yes"]));
    realigned.ended(3).says("migration `001` is on its way back, by the statements that the history kept");
    let ailments = place.run(&with(&["repair"])).ended(1);
    ailments.says(
        "the way back of `001` stopped after 2 statements: the next way back (`rollback --to`, `rollback --all`)",
    );
    ailments.says("or do the rest of it by hand and `repair --forget` it");
    // Which is what was done here: nothing but the missing table was left.
    place.run(&with(&["repair", "--forget", "001", "--yes"])).ended(0);
    place.run(&with(&["status"])).ended(1).says("pending");
    place.run(&with(&["migrate"])).ended(0);
}
