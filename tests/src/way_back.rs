//! What a way back promises, on any engine: nothing that was added since is lost unless it is named, and nothing is asked for
//! where there is nothing to lose.

use serde_json::{Value, json};
use tablewright::drift::{introspect, verify};
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Migrator};
use tablewright_schema::diff::Verb;
use tablewright_schema::migration::checksum::of_text;
use tablewright_schema::migration::{Asks, Draft, Timeout, WayBack};
use tablewright_schema::model::{ColumnDefault, Literal};
use tablewright_schema::plan::{Fill, aside, classified, plan, purge};
use tablewright_schema::{ColumnDef, DataType, Dialect, TableDef, diff};

use crate::golden::build::{id, table, text};

/// The files of migrations from one state to the next, as the tool writes them.
pub struct Files(Vec<(String, String)>);

impl Files {
    /// `001` makes the first state, `002` leads to the second, and so on.
    ///
    /// # Panics
    /// If there is no plan.
    pub fn new(dialect: Dialect, states: &[Vec<TableDef>]) -> Self {
        Self::with(dialect, states, &Fill::default())
    }

    /// The same, with something said of the way there.
    ///
    /// # Panics
    /// If there is no plan.
    pub fn with(dialect: Dialect, states: &[Vec<TableDef>], there: &Fill) -> Self {
        let empty = Vec::new();
        let before = std::iter::once(&empty).chain(states);
        let files = before.zip(states).enumerate().map(|(n, (old, new))| {
            let version = format!("{:03}", n + 1);
            // A value is for the rows of a table that has no such column yet.
            let is_new = |(table, column, _): &&(String, String, String)| {
                old.iter().any(|def| def.name == **table && def.column(column).is_none())
            };
            let there = Fill { given: there.given.iter().filter(is_new).cloned().collect(), ..there.clone() };
            (format!("{version}.json"), draft(dialect, &version, (old, new), &there).to_json())
        });
        Self(files.collect())
    }

    /// Its runner.
    ///
    /// # Panics
    /// If something is wrong with them.
    pub fn on<'a>(&self, db: &'a Database) -> Migrator<'a> {
        Migrator::new(db, self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))).expect("migrations")
    }
}

fn draft(dialect: Dialect, version: &str, (old, new): (&[TableDef], &[TableDef]), there: &Fill) -> Draft {
    let changes = diff::diff(old, new);
    let is_dropped = |name: &&String| changes.iter().any(|change| change.verb == Verb::Drop && change.name() == **name);
    let restored = there.kept.iter().filter(is_dropped).cloned().collect();
    let neutral = Fill { neutral: true, restored, ..Fill::default() };
    let up = plan(old, new, dialect, there).expect("a way there");
    let down = plan(new, &diff::back(old, new), dialect, &neutral).expect("a way back");
    let way_back = WayBack {
        changes: classified(old, new, there),
        asks: vec![(dialect, Asks::of(&down))],
        impossible: Vec::new(),
    };
    let before = version.parse::<u32>().expect("a number") - 1;
    Draft {
        version: version.to_owned(),
        name: version.to_owned(),
        description: String::new(),
        dependencies: (before > 0).then(|| format!("{before:03}")).into_iter().collect(),
        changes,
        accepted: Vec::new(),
        up: vec![(dialect, up)],
        down: vec![(dialect, down)],
        way_back,
        timeout: Timeout::default(),
    }
}

/// All promises, each on an empty database.
///
/// # Panics
/// If one is broken.
pub async fn everything(empty: &impl AsyncFn() -> Database) {
    what_nobody_knows_has_to_be_given_up(&empty().await).await;
    what_was_added_since_has_to_be_named(&empty().await).await;
    what_was_named_may_be_named_again(&empty().await).await;
    what_has_another_name_by_now_is_asked_for_there(&empty().await).await;
    what_is_gone_already_is_not_asked_for(&empty().await).await;
    what_is_kept_aside_is_asked_for_there(&empty().await).await;
    what_is_kept_of_a_column_is_asked_for_there(&empty().await).await;
    what_has_another_type_by_now_is_not_asked_for(&empty().await).await;
    what_is_kept_aside_is_no_drift(&empty().await).await;
    rows_that_do_not_fit_are_told(&empty().await).await;
}

/// What a file says whose way back, written by hand, loses nothing.
pub fn exact() -> Value {
    json!({ "format": 1, "changes": [{ "of": "all of it", "class": "exact" }] })
}

/// Nobody knows what one loses that was written by hand, unless it says so; somebody has to take it upon himself.
async fn what_nobody_knows_has_to_be_given_up(db: &Database) {
    let file = |way_back: Value| {
        let mut file = json!({
            "version": "002", "name": "by hand", "up_sql": ["CREATE TABLE mig_h (id INTEGER)"], "down_sql": ["DROP TABLE mig_h"],
        });
        if !way_back.is_null() {
            file["way_back"] = way_back;
        }
        file.to_string()
    };
    let first = json!({ "version": "001", "name": "n", "up_sql": ["CREATE TABLE mig_g (id INTEGER)"] }).to_string();
    let migrator = |file: &str| Migrator::new(db, [("001.json", first.as_str()), ("002.json", file)]).unwrap();
    let unknown = file(Value::Null);
    let migrator_of_unknown = migrator(&unknown);
    migrator_of_unknown.migrate_to_latest().await.unwrap();
    assert_eq!(migrator_of_unknown.unknown_losses(Some("001")).await.unwrap(), ["002"]);
    let error = migrator_of_unknown.rollback_to_version("001").await.unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string().as_str()),
        (
            Kind::Usage,
            "taking back `002`: the way back of `002` was written by hand, and what it loses is not known; read it, and give \
             that up by the version (`give_up`); nothing was touched"
        )
    );
    let other = migrator_of_unknown.clone().give_up("001").rollback_to_version("001").await.unwrap_err().to_string();
    assert!(other.contains("nothing of `001` is lost on this way back"), "{other}");
    assert_eq!(migrator_of_unknown.clone().give_up("002").rollback_to_version("001").await.unwrap().len(), 1);
    // One that says it asks for nothing.
    let told = file(exact());
    let migrator = migrator(&told);
    migrator.migrate_to_latest().await.unwrap();
    assert_eq!(migrator.unknown_losses(Some("001")).await.unwrap(), [""; 0]);
    assert_eq!(migrator.rollback_to_version("001").await.unwrap().len(), 1);
}

fn people(more: impl IntoIterator<Item = ColumnDef>) -> TableDef {
    table("people", [id(), text("name", 20)].into_iter().chain(more))
}

fn town() -> ColumnDef {
    text("town", 30).nullable()
}

pub(crate) async fn run(db: &Database, sql: &str) {
    let sql = quoted(db.dialect(), sql);
    db.execute_sql(&sql, &[]).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
}

/// A statement with the quotes of a dialect.
pub(crate) fn quoted(dialect: Dialect, sql: &str) -> String {
    let mut quoted = String::new();
    for (n, part) in sql.split('`').enumerate() {
        if n % 2 == 1 { dialect.quote(part, &mut quoted) } else { quoted.push_str(part) }
    }
    quoted
}

async fn what_was_added_since_has_to_be_named(db: &Database) {
    let visits = ColumnDef::new("visits", DataType::I32).default(ColumnDefault::Literal(Literal::Integer(7)));
    let mut after = people([town(), visits]);
    after.columns.to_mut()[1].nullable = true;
    let files = Files::new(db.dialect(), &[vec![people([])], vec![after, table("bills", [id()])]]);
    let migrator = files.on(db);
    migrator.migrate_to("001").await.unwrap();
    run(db, "INSERT INTO `people` (`id`, `name`) VALUES (1, 'Ann')").await;
    migrator.migrate_to_latest().await.unwrap();
    assert_eq!(migrator.rollback_to_version("001").await.unwrap().len(), 1, "nothing was added since");
    migrator.migrate_to_latest().await.unwrap();

    run(db, "INSERT INTO `people` (`id`, `town`, `visits`) VALUES (2, 'Knysna', 8)").await;
    run(db, "INSERT INTO `bills` (`id`) VALUES (1)").await;
    let error = migrator.rollback_to_version("001").await.unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string().as_str()),
        (
            Kind::Usage,
            "taking back `002`: 1 rows of `bills`, 1 NULLs of `people.name`, 1 values of `people.town`, 1 values of \
             `people.visits` would be lost; give them up by name (`give_up`); nothing was touched"
        )
    );
    let migrator = migrator.give_up("people.town").give_up("bills");
    let error = migrator.rollback_to_version("001").await.unwrap_err().to_string();
    assert!(error.contains("`002`: 1 NULLs of `people.name`, 1 values of `people.visits` would be lost"), "{error}");
    let unknown = migrator.clone().give_up("people.vists").rollback_to_version("001").await.unwrap_err();
    assert_eq!(
        unknown.to_string(),
        "nothing of `people.vists` is lost on this way back; did you mean `people.visits`?"
    );
    let migrator = migrator.give_up("people.visits").give_up("people.name");
    assert_eq!(migrator.rollback_to_version("001").await.unwrap().len(), 1);
    let sql = format!("SELECT COUNT(*) FROM {}", db.dialect().quoted("people"));
    assert_eq!(db.fetch_sql(&sql, &[], |row| row.get::<i64>(0)).await.unwrap(), [2]);
}

/// Where the second of two ways back is refused, the same call goes on with it once that is mended.
async fn what_was_named_may_be_named_again(db: &Database) {
    let states = [vec![people([])], vec![people([town()])], vec![people([town()]), table("bills", [id()])]];
    let files = Files::new(db.dialect(), &states);
    let migrator = files.on(db).give_up("people.town").give_up("bills");
    migrator.migrate_to_latest().await.unwrap();
    run(db, "INSERT INTO `bills` (`id`) VALUES (1)").await;
    let [away, home] = match db.dialect().name() {
        "firebird" => ["ALTER TABLE `people` DROP `town`", "ALTER TABLE `people` ADD `town` VARCHAR(30)"],
        _ => ["ALTER TABLE `people` RENAME TO `elsewhere`", "ALTER TABLE `elsewhere` RENAME TO `people`"],
    };
    run(db, away).await;
    migrator.rollback_to_version("001").await.unwrap_err();
    assert_eq!(migrator.get_applied_migrations().await.unwrap().len(), 2, "`bills` is gone");
    run(db, home).await;
    assert_eq!(migrator.rollback_to_version("001").await.unwrap().len(), 1);
    let other = files.on(db).give_up("people.name").rollback_to_version("001").await;
    assert_eq!(other.unwrap(), [], "there is nothing to give up");
}

async fn what_has_another_name_by_now_is_asked_for_there(db: &Database) {
    let mut city = town();
    (city.name, city.renamed_from) = ("city".into(), Some("town".into()));
    let files = Files::new(db.dialect(), &[vec![people([])], vec![people([town()])], vec![people([city])]]);
    let migrator = files.on(db);
    migrator.migrate_to_latest().await.unwrap();
    assert_eq!(migrator.rollback_to_version("001").await.unwrap().len(), 2, "nothing is lost");
    migrator.migrate_to_latest().await.unwrap();
    run(db, "INSERT INTO `people` (`id`, `name`, `city`) VALUES (1, 'Ann', 'Knysna')").await;
    let error = migrator.rollback_to_version("001").await.unwrap_err().to_string();
    assert!(error.contains("taking back `003`, `002`: 1 values of `people.town` would be lost"), "{error}");
    assert_eq!(migrator.get_applied_migrations().await.unwrap().len(), 3, "nothing was touched");
    assert_eq!(migrator.give_up("people.town").rollback_to_version("001").await.unwrap().len(), 2);
}

/// The same of a table that is dropped later.
async fn what_is_gone_already_is_not_asked_for(db: &Database) {
    let migrator = bills(db, &[]).await;
    assert_eq!(migrator.rollback_to_version("001").await.unwrap().len(), 2, "they are gone since `003`");
}

/// And of one that is kept aside.
async fn what_is_kept_aside_is_asked_for_there(db: &Database) {
    let migrator = bills(db, &["bills".to_owned()]).await;
    let error = migrator.rollback_to_version("001").await.unwrap_err().to_string();
    assert!(error.contains("taking back `003`, `002`: 1 rows of `bills` would be lost"), "{error}");
    assert_eq!(migrator.give_up("bills").rollback_to_version("001").await.unwrap().len(), 2);
}

/// And of a column: where nothing is lost, nothing has to be named.
async fn what_is_kept_of_a_column_is_asked_for_there(db: &Database) {
    let states = [vec![people([])], vec![people([town()])], vec![people([])]];
    let files = Files::with(db.dialect(), &states, &Fill { kept: vec!["people.town".to_owned()], ..Fill::default() });
    let migrator = files.on(db);
    migrator.migrate_to_latest().await.unwrap();
    assert_eq!(migrator.rollback_to_version("001").await.unwrap().len(), 2, "nothing is lost");
    migrator.migrate_to("002").await.unwrap();
    run(db, "INSERT INTO `people` (`id`, `name`, `town`) VALUES (1, 'Ann', 'Knysna')").await;
    migrator.migrate_to_latest().await.unwrap();
    let error = migrator.rollback_to_version("001").await.unwrap_err().to_string();
    assert!(error.contains("taking back `003`, `002`: 1 values of `people.town` would be lost"), "{error}");
    assert_eq!(migrator.give_up("people.town").rollback_to_version("001").await.unwrap().len(), 2);
}

/// A question about texts is none about numbers: it is not known what is lost, and that is said in words.
async fn what_has_another_type_by_now_is_not_asked_for(db: &Database) {
    let written = town().default(ColumnDefault::Literal(Literal::Text("x".into())));
    let number = ColumnDef::new("town", DataType::I32).nullable();
    let states = [vec![people([])], vec![people([written])], vec![people([number])]];
    let migrator = Files::new(db.dialect(), &states).on(db);
    migrator.migrate_to_latest().await.unwrap();
    let error = migrator.rollback_to_version("001").await.unwrap_err().to_string();
    assert!(error.contains("an unknown number of values of `people.town` would be lost"), "{error}");
    assert_eq!(migrator.give_up("people.town").rollback_to_version("001").await.unwrap().len(), 2);
}

/// A table that `002` makes and `003` drops; taken back while it is empty, and then with a row in it.
async fn bills<'a>(db: &'a Database, kept: &[String]) -> Migrator<'a> {
    let states = [vec![people([])], vec![people([]), table("bills", [id()])], vec![people([])]];
    let files = Files::with(db.dialect(), &states, &Fill { kept: kept.to_vec(), ..Fill::default() });
    let migrator = files.on(db);
    migrator.migrate_to_latest().await.unwrap();
    assert_eq!(migrator.rollback_to_version("001").await.unwrap().len(), 2, "nothing is lost; kept: {kept:?}");
    migrator.migrate_to("002").await.unwrap();
    run(db, "INSERT INTO `bills` (`id`) VALUES (1)").await;
    migrator.migrate_to_latest().await.unwrap();
    migrator
}

/// What is kept aside is no difference and no table of the schema, until it is purged; then nothing leads back.
async fn what_is_kept_aside_is_no_drift(db: &Database) {
    let dialect = db.dialect();
    let (before, after) = (vec![people([town()]), table("bills", [id()])], vec![people([])]);
    let names = ["people.town", "bills"];
    let kept = names.iter().map(ToString::to_string).collect();
    let files = Files::with(dialect, &[before, after.clone()], &Fill { kept, ..Fill::default() });
    let purge: Vec<String> = names.iter().map(|name| purge(name, dialect)).collect();
    let accepted =
        json!({ "rule": "M040", "of": "down_sql", "reason": "the tables are the same", "change": of_text("down_sql") });
    let purging = json!({
        "version": "003", "name": "purge", "dependencies": ["002"], "up_sql": purge, "down_sql": [], "accepted": [accepted],
    });
    let files = Files(files.0.into_iter().chain([("003.json".to_owned(), purging.to_string())]).collect());
    let migrator = files.on(db);
    migrator.migrate_to("001").await.unwrap();
    run(db, "INSERT INTO `people` (`id`, `name`, `town`) VALUES (1, 'Ann', 'Knysna')").await;
    run(db, "INSERT INTO `bills` (`id`) VALUES (7)").await;
    migrator.migrate_to("002").await.unwrap();

    let tables = async || db.fetch_sql(dialect.tables_query(), &[], |row| row.get::<String>(0)).await.unwrap();
    let is_aside = |all: &[String]| names.map(|name| all.contains(&aside(name)));
    let same = async || {
        let drift = verify(db, &after).await.unwrap();
        assert!(drift.is_empty(), "{drift}");
        let found = introspect(db, "Found").await.unwrap().tables;
        assert_eq!(found.iter().map(|lifted| &*lifted.def.name).collect::<Vec<_>>(), ["people"]);
    };
    assert_eq!(is_aside(&tables().await), [true, true]);
    same().await;
    migrator.rollback_to_version("001").await.unwrap();
    let bills = format!("SELECT {} FROM {}", dialect.quoted("id"), dialect.quoted("bills"));
    assert_eq!(db.fetch_sql(&bills, &[], |row| row.get::<i64>(0)).await.unwrap(), [7], "it comes back");

    migrator.migrate_to_latest().await.unwrap();
    assert_eq!(is_aside(&tables().await), [false, false]);
    same().await;
    assert_eq!(migrator.rollback_to_version("002").await.unwrap().len(), 1);
    let error = migrator.rollback_to_version("001").await.unwrap_err().to_string();
    assert!(error.contains("the rows do not fit: what was kept of `people.town` is not there any more;"), "{error}");
    same().await;
}

async fn rows_that_do_not_fit_are_told(db: &Database) {
    let mut wide = people([]);
    wide.columns.to_mut()[1].data_type = DataType::Varchar(40);
    let files = Files::new(db.dialect(), &[vec![people([])], vec![wide]]);
    let migrator = files.on(db);
    migrator.migrate_to_latest().await.unwrap();
    run(db, "INSERT INTO `people` (`id`, `name`) VALUES (1, 'a name of more than twenty characters')").await;
    let error = migrator.rollback_to_version("001").await.unwrap_err().to_string();
    assert_eq!(
        error,
        "taking back `002`: the rows do not fit: 1 times: `people.name` is longer than 20 characters (by `id`: 1); nothing was \
         touched"
    );
    run(db, "DELETE FROM `people`").await;
    assert_eq!(migrator.rollback_to_version("001").await.unwrap().len(), 1);
}
