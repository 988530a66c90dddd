//! Rows that are in the way of a migration are told by their keys, whatever is wrong with them, and personal keys never are.

use serde_json::json;
use tablewright::driver::{Operation, Statement};
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Migrator, Param};
use tablewright_schema::TableDef;
use tablewright_schema::migration::checksum::of_text;
use tablewright_schema::migration::{Asks, Draft, Timeout, WayBack};
use tablewright_schema::model::{CheckDef, ColumnDef, DataType, ForeignKeyDef, Text, UniqueDef};
use tablewright_schema::plan::{Class, ClassifiedChange, Fill, Plan, plan};
use uuid::Uuid;

const ID: &[Text] = &[Text::Borrowed("id")];
const MAIL: &[Text] = &[Text::Borrowed("mail")];
const SECRET: &str = "secret@example.org";

const TOWNS: TableDef =
    TableDef::new("towns", const { &[ColumnDef::new("id", DataType::I64)] }).primary_key("pk_towns", ID);

fn people() -> TableDef {
    let mut def = TableDef::new("people", &[]).primary_key("pk_people", ID);
    let text = |name, length| ColumnDef::new(name, DataType::Varchar(length)).nullable();
    def.columns = vec![
        ColumnDef::new("id", DataType::I64),
        text("name", 40),
        ColumnDef::new("age", DataType::I32).nullable(),
        text("mail", 40),
        text("kind", 10),
        text("number", 10),
        ColumnDef::new("town_id", DataType::I64).nullable(),
    ]
    .into();
    def
}

/// All that can be wrong with rows.
fn stricter() -> TableDef {
    const CHECKS: &[CheckDef] =
        &[CheckDef::new("ck_people_age", "age >= 0"), CheckDef::new("ck_people_number", "number > 4")];
    const UNIQUES: &[UniqueDef] =
        &[UniqueDef::new("uq_people_mail", MAIL), UniqueDef::new("uq_people_number", &[Text::Borrowed("number")])];
    const TOWN: &[ForeignKeyDef] =
        &[ForeignKeyDef::new("fk_people_town_id", &[Text::Borrowed("town_id")], "towns", ID)];
    const KINDS: &[Text] = &[Text::Borrowed("x"), Text::Borrowed("y")];
    let mut def = people().checks(CHECKS).uniques(UNIQUES).foreign_keys(TOWN);
    let columns = def.columns.to_mut();
    columns[1].data_type = DataType::Varchar(5);
    columns[2].nullable = false;
    columns[4].data_type = DataType::Enum(KINDS.into());
    columns[5].data_type = DataType::I32;
    def
}

/// A key of several columns, of types that are no texts.
fn visits() -> TableDef {
    const KEY: &[Text] = &[Text::Borrowed("door"), Text::Borrowed("day"), Text::Borrowed("price")];
    let mut def = TableDef::new("visits", &[]).primary_key("pk_visits", KEY);
    def.columns = vec![
        ColumnDef::new("door", DataType::Uuid),
        ColumnDef::new("day", DataType::Date),
        ColumnDef::new("price", DataType::Decimal { precision: 8, scale: 2 }),
        ColumnDef::new("note", DataType::Varchar(40)).nullable(),
    ]
    .into();
    def
}

/// A personal key, and one that only points to it.
fn patients() -> [TableDef; 2] {
    const PATIENT: &[ForeignKeyDef] = &[ForeignKeyDef::new("fk_letters_mail", MAIL, "patients", MAIL)];
    let mail = ColumnDef::new("mail", DataType::Varchar(40));
    let note = ColumnDef::new("note", DataType::Varchar(40)).nullable();
    let mut patients = TableDef::new("patients", &[]).primary_key("pk_patients", MAIL);
    patients.columns = vec![mail.clone().personal(), note.clone()].into();
    let mut letters = TableDef::new("letters", &[]).primary_key("pk_letters", MAIL).foreign_keys(PATIENT);
    letters.columns = vec![mail, note].into();
    [patients, letters]
}

/// The same with notes in all rows.
fn noted(mut def: TableDef) -> TableDef {
    for column in def.columns.to_mut().iter_mut().filter(|column| column.name == "note") {
        column.nullable = false;
    }
    def
}

/// All of it, on an empty database.
///
/// # Panics
/// If one is not told, or a personal one is.
pub async fn everything(empty: impl AsyncFn() -> Database) {
    keys_are_told(&empty().await).await;
    personal_keys_are_not(&empty().await).await;
    keys_that_became_personal_are_not(&empty().await).await;
    so_it_is_on_the_way_back(&empty().await).await;
}

async fn keys_are_told(db: &Database) {
    let (old, new) = ([TOWNS, people(), visits()], [TOWNS, stricter(), noted(visits())]);
    let up = changed(db, &old, &new).await;
    insert(db, "towns", &["id"], &[Param::I64(1)]).await;
    let rows = [
        (1, "abcdefgh", None, Some("a"), "x", "11", Some(7)),
        (2, "abc", Some(5), Some("a"), "odd", "11", Some(1)),
        (3, "abc", Some(-1), Some("b"), "x", "zwei", Some(1)),
        (4, "abcdefghi", None, None, "x", "4", None),
    ];
    let more = (10..15).map(|id| (id, "ok", None, None, "y", "", None));
    for (id, name, age, mail, kind, number, town) in rows.into_iter().chain(more) {
        // Numbers of their own where none is said.
        let own = id.to_string();
        let number = if number.is_empty() { own.as_str() } else { number };
        let text = |text: &'static str| Param::Text(text.into());
        let null = || Param::Null(tablewright::NullType::Text);
        let params = [
            Param::I64(id),
            text(name),
            age.map_or(Param::Null(tablewright::NullType::I32), Param::I32),
            mail.map_or_else(null, text),
            text(kind),
            Param::Text(if id > 9 { format!("5{number}").into() } else { number.into() }),
            town.map_or(Param::Null(tablewright::NullType::I64), Param::I64),
        ];
        insert(db, "people", &["id", "name", "age", "mail", "kind", "number", "town_id"], &params).await;
    }
    let visit = |door: u128, day: &str, price: &str| {
        let price = Param::Decimal { value: price.parse().unwrap(), precision: 8, scale: 2 };
        [Param::Uuid(Uuid::from_u128(door)), Param::Date(day.parse().unwrap()), price]
    };
    for params in [visit(2, "2024-02-29", "-0.50"), visit(1, "2024-12-01", "7.10")] {
        insert(db, "visits", &["door", "day", "price"], &params).await;
    }

    let file = file(db, up, Plan::default());
    let error = on(db, &file).migrate_to_latest().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Usage, "{error}");
    let text = error.to_string();
    let wanted = [
        "2 times: `people.name` is longer than 5 characters (by `id`: 1, 4)",
        "7 times: `people.age` is NULL (by `id`: 1, 4, 10, 11, 12, ..)",
        "1 times: `people.kind` is none of x, y (by `id`: 2)",
        "1 times: `people.number` is not written as a whole number (i32) is (by `id`: 3)",
        "1 times: `people`: not age >= 0 (by `id`: 3)",
        "1 times: `people`: not number > 4 (by `id`: 4)",
        "1 times: `people`: the same values of mail more than once (by `id`: 1, 2)",
        "1 times: `people`: the same values of number more than once (by `id`: 1, 2)",
        "1 times: `people`: `fk_people_town_id` points to no row of `towns` (by `id`: 1)",
        "2 times: `visits.note` is NULL (by `door`, `day`, `price`: (00000000-0000-0000-0000-000000000001, 2024-12-01, \
         7.10), (00000000-0000-0000-0000-000000000002, 2024-02-29, -0.50))",
    ];
    let told: Vec<&str> = text.split("nothing was touched: ").nth(1).unwrap().split("; ").collect();
    assert_eq!(told, wanted, "{}", db.dialect());
    let planned = on(db, &file).plan().await.unwrap();
    let age = planned[0].questions.iter().find(|answer| answer.question == "`people.age` is NULL").unwrap();
    assert_eq!((age.rows, age.sample.columns.as_slice(), age.sample.are_more), (Some(7), &["id".to_owned()][..], true));
    assert_eq!(age.sample.rows, [["1"], ["4"], ["10"], ["11"], ["12"]]);
}

async fn personal_keys_are_not(db: &Database) {
    let old = patients();
    let new = old.clone().map(noted);
    let up = changed(db, &old, &new).await;
    for table in ["patients", "letters"] {
        insert(db, table, &["mail"], &[Param::Text(SECRET.into())]).await;
    }
    let file = file(db, up, Plan::default());
    assert!(file.contains("no_keys") && !file.contains("\"keys\""), "{file}");
    let error = on(db, &file).migrate_to_latest().await.unwrap_err();
    let planned = on(db, &file).plan().await.unwrap();
    let told = format!("{error} {error:?} {planned:?}");
    assert!(!told.contains(SECRET), "{told}");
    for table in ["patients", "letters"] {
        let wanted = format!(
            "1 times: `{table}.note` is NULL (the primary key of `{table}` is personal, so that it is not shown which)"
        );
        assert!(error.to_string().contains(&wanted), "{error}");
    }
}

/// Whatever the file says that is older than the mark: there, back, and told beforehand.
async fn keys_that_became_personal_are_not(db: &Database) {
    let now = patients();
    let before = now.clone().map(|mut def| {
        def.columns.to_mut().iter_mut().for_each(|column| column.personal = false);
        def
    });
    let stricter = before.clone().map(noted);
    let up = changed(db, &before, &stricter).await;
    let down = plan(&before, &stricter, db.dialect(), &Fill::default()).unwrap();
    for table in ["patients", "letters"] {
        insert(db, table, &["mail"], &[Param::Text(SECRET.into())]).await;
    }
    let file = file(db, up, Plan::default());
    assert!(file.contains("\"keys\""), "{file}");
    let shown = on(db, &file).migrate_to_latest().await.unwrap_err().to_string();
    assert!(shown.contains(SECRET), "it was none then: {shown}");
    let knows = || on(db, &file).tables(&now);
    let error = knows().migrate_to_latest().await.unwrap_err();
    let planned = knows().plan().await.unwrap();
    let told = format!("{error} {error:?} {planned:?}");
    assert!(!told.contains(SECRET), "{told}");
    for table in ["patients", "letters"] {
        let wanted =
            format!("1 times: `{table}.note` is NULL (the primary key is personal, so that it is not shown which)");
        assert!(error.to_string().contains(&wanted), "{error}");
    }

    // On the way back, which the history has kept since then.
    let accepted = json!({ "rule": "M040", "of": "up_sql", "reason": "to go back to", "change": of_text("up_sql") });
    let first = json!({ "version": "000", "name": "nothing", "up_sql": [], "accepted": [accepted] }).to_string();
    let file = self::file(db, Plan::default(), down);
    let migrator = Migrator::new(db, [("000.json", first.as_str()), ("001.json", file.as_str())]).unwrap();
    migrator.migrate_to_latest().await.unwrap();
    let error = migrator.tables(&now).rollback_to_version("000").await.unwrap_err();
    let told = format!("{error} {error:?}");
    assert!(told.contains("is NULL (the primary key is personal") && !told.contains(SECRET), "{told}");
}

async fn so_it_is_on_the_way_back(db: &Database) {
    const CHECKS: &[CheckDef] = &[CheckDef::new("ck_people_age", "age >= 0")];
    let (old, new) = ([people().checks(CHECKS)], [people()]);
    let up = changed(db, &old, &new).await;
    let down = plan(&new, &old, db.dialect(), &Fill::default()).unwrap();
    let accepted = json!({ "rule": "M040", "of": "up_sql", "reason": "to go back to", "change": of_text("up_sql") });
    let first = json!({ "version": "000", "name": "nothing", "up_sql": [], "accepted": [accepted] }).to_string();
    let file = file(db, up, down);
    let migrator = || Migrator::new(db, [("000.json", first.as_str()), ("001.json", file.as_str())]).unwrap();
    migrator().migrate_to_latest().await.unwrap();
    insert(db, "people", &["id", "age"], &[Param::I64(8), Param::I32(-1)]).await;
    let error = migrator().rollback_to_version("000").await.unwrap_err();
    assert!(error.to_string().contains("1 times: `people`: not age >= 0 (by `id`: 8)"), "{error}");
    db.execute_sql(&format!("DELETE FROM {}", db.dialect().quoted("people")), &[]).await.unwrap();
    assert_eq!(migrator().rollback_to_version("000").await.unwrap().len(), 1);
}

/// Makes the old tables, and plans the way to the new ones.
async fn changed(db: &Database, old: &[TableDef], new: &[TableDef]) -> Plan {
    let way = |old: &[TableDef], new: &[TableDef]| plan(old, new, db.dialect(), &Fill::default()).unwrap();
    for sql in way(&[], old).statements {
        db.execute(Statement::built(&sql, Operation::Ddl), &[]).await.unwrap();
    }
    way(old, new)
}

/// The plan as a file.
fn file(db: &Database, up: Plan, down: Plan) -> String {
    let dialect = db.dialect();
    let asks = vec![(dialect, Asks::of(&down))];
    let changes = vec![ClassifiedChange { of: "people".to_owned(), class: Class::Exact }];
    let draft = Draft {
        version: "001".to_owned(),
        name: "stricter".to_owned(),
        description: String::new(),
        dependencies: Vec::new(),
        changes: Vec::new(),
        accepted: Vec::new(),
        up: vec![(dialect, up)],
        down: vec![(dialect, down)],
        way_back: WayBack { changes, asks, ..WayBack::default() },
        timeout: Timeout::default(),
    };
    draft.to_json()
}

fn on<'a>(db: &'a Database, file: &str) -> Migrator<'a> {
    Migrator::new(db, [("001.json", file)]).unwrap()
}

async fn insert(db: &Database, table: &str, columns: &[&str], params: &[Param<'_>]) {
    let dialect = db.dialect();
    let mut places = String::new();
    for number in 1..=params.len() {
        places.push_str(if number > 1 { ", " } else { "" });
        dialect.placeholder(number, &mut places);
    }
    let columns: Vec<String> = columns.iter().map(|name| dialect.quoted(name)).collect();
    let sql = format!("INSERT INTO {} ({}) VALUES ({places})", dialect.quoted(table), columns.join(", "));
    db.execute_sql(&sql, params).await.unwrap();
}
