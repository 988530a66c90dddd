//! Rules about changes.

use super::*;
use crate::dialect::version::Version;
use crate::model::{
    CheckDef, ColumnDef, ColumnDefault, DataType, ForeignKeyDef, IndexDef, IndexPart, List, TableDef, Text, UniqueDef,
};
use crate::plan::{Fill, Plan, plan};

const ID: &[Text] = &[Text::Borrowed("id")];
const NAME: &[Text] = &[Text::Borrowed("name")];

/// Tables, and what the rows that are there get.
type Tables = (Vec<TableDef>, Fill);
/// The code of a rule; a change that fires it; a near miss.
type Case = (&'static str, fn(&mut Tables), fn(&mut Tables));

fn before() -> Vec<TableDef> {
    static PEOPLE: [ColumnDef; 5] = [
        ColumnDef::new("id", DataType::I64),
        ColumnDef::new("name", DataType::Varchar(40)),
        ColumnDef::new("age", DataType::I32).nullable(),
        ColumnDef::new("paid", DataType::Decimal { precision: 8, scale: 2 }).nullable(),
        ColumnDef::new("half", DataType::I32).nullable().generated("age / 2", false),
    ];
    static VISITS: [ColumnDef; 3] = [
        ColumnDef::new("id", DataType::I64),
        ColumnDef::new("person_id", DataType::I64),
        ColumnDef::new("state", DataType::Enum(List::Borrowed(STATES))),
    ];
    static INDEXES: [IndexDef; 1] = [IndexDef::new("ix_people_name", const { &[IndexPart::asc("name")] })];
    let people = TableDef::new("people", &PEOPLE).primary_key("pk_people", ID).indexes(&INDEXES);
    let people = people.checks(const { &[CheckDef::new("ck_people_age", "age > 0")] });
    vec![people, TableDef::new("visits", &VISITS).primary_key("pk_visits", ID)]
}

fn column<'t>((tables, _): &'t mut Tables, name: &str) -> &'t mut ColumnDef {
    let mut all = tables.iter_mut().flat_map(|def| def.columns.to_mut().iter_mut());
    all.find(|column| column.name == name).expect("a column")
}

fn add((tables, _): &mut Tables, column: ColumnDef) {
    tables[0].columns.to_mut().push(column);
}

fn remove((tables, _): &mut Tables, name: &str) {
    tables[0].columns.to_mut().retain(|column| column.name != name);
}

fn index((tables, _): &mut Tables, parts: &'static [IndexPart]) {
    tables[0].indexes.to_mut().push(IndexDef::new("ix_people_more", parts));
}

/// A table that comes has no rows and no readers.
fn new_table((tables, _): &mut Tables) {
    const COLUMNS: &[ColumnDef] = &[
        ColumnDef::new("id", DataType::I64).auto_increment(),
        ColumnDef::new("name", DataType::Varchar(40)),
        ColumnDef::new("upper_name", DataType::Varchar(40)).nullable().generated("upper(name)", true),
    ];
    let mut def = TableDef::new("homes", COLUMNS).primary_key("pk_homes", ID);
    def = def.uniques(const { &[UniqueDef::new("uq_homes_name", NAME)] });
    def = def.checks(const { &[CheckDef::new("ck_homes_id", "name <> 'x'")] });
    def = def.foreign_keys(const { &[ForeignKeyDef::new("fk_homes_id", ID, "people", ID)] });
    tables.push(def.indexes(const { &[IndexDef::new("ix_homes_id", const { &[IndexPart::desc("name")] })] }));
}

fn reference((tables, _): &mut Tables) {
    const KEY: &[ForeignKeyDef] =
        &[ForeignKeyDef::new("fk_visits_person", &[Text::Borrowed("person_id")], "people", ID)];
    tables[1].foreign_keys = List::Borrowed(KEY);
}

fn unique((tables, _): &mut Tables) {
    tables[0].uniques = vec![UniqueDef::new("uq_people_name", NAME)].into();
}

fn check((tables, _): &mut Tables) {
    tables[0].checks.to_mut().push(CheckDef::new("ck_people_name", "name <> ''"));
}

fn no_check((tables, _): &mut Tables) {
    tables[0].checks = Vec::new().into();
}

fn drop_table((tables, _): &mut Tables) {
    tables.pop();
}

fn drop_column(tables: &mut Tables) {
    remove(tables, "paid");
}

fn rename_table((tables, _): &mut Tables) {
    tables[1].name = "calls".into();
    tables[1].renamed_from = Some("visits".into());
}

fn key((tables, _): &mut Tables) {
    tables[0].primary_key.columns = vec!["id".into(), "name".into()].into();
}

fn retype(tables: &mut Tables) {
    column(tables, "age").data_type = DataType::I64;
}

fn require(tables: &mut Tables) {
    column(tables, "age").nullable = false;
}

fn stored(tables: &mut Tables) {
    add(tables, ColumnDef::new("twice", DataType::I32).nullable().generated("age + age", true));
}

fn on_read(tables: &mut Tables) {
    add(tables, ColumnDef::new("twice", DataType::I32).nullable().generated("age + age", false));
}

fn numbered(tables: &mut Tables) {
    add(tables, ColumnDef::new("number", DataType::I64).auto_increment());
}

fn computed(tables: &mut Tables) {
    let default = ColumnDefault::Expression("1 + 1".into());
    add(tables, ColumnDef::new("two", DataType::I32).default(default));
}

fn add_nullable(tables: &mut Tables) {
    add(tables, ColumnDef::new("town", DataType::Text).nullable());
}

fn longer(tables: &mut Tables) {
    column(tables, "name").data_type = DataType::Varchar(60);
    column(tables, "paid").data_type = DataType::Decimal { precision: 10, scale: 2 };
}

fn much_longer(tables: &mut Tables) {
    column(tables, "name").data_type = DataType::Varchar(64);
}

fn add_index(tables: &mut Tables) {
    index(tables, const { &[IndexPart::asc("age")] });
}

fn drop_index((tables, _): &mut Tables) {
    tables[0].indexes = Vec::new().into();
}

const STATES: &[Text] = &[Text::Borrowed("new"), Text::Borrowed("old")];

const CASES: &[Case] = &[
    ("M001", drop_table, rename_table),
    // Nothing is lost with what is computed.
    ("M002", drop_column, |tables| remove(tables, "half")),
    (
        "M005",
        |tables| {
            remove(tables, "age");
            remove(tables, "half");
            no_check(tables);
            add(tables, ColumnDef::new("years", DataType::I32).nullable());
        },
        |tables| {
            remove(tables, "age");
            remove(tables, "half");
            no_check(tables);
            add(tables, ColumnDef::new("years", DataType::I64).nullable());
        },
    ),
    ("M004", no_check, |(tables, _)| tables[0].checks.to_mut()[0].name = "ck_people_years".into()),
    ("M006", rename_table, new_table),
    (
        "M007",
        |tables| {
            column(tables, "paid").name = "sum".into();
            column(tables, "sum").renamed_from = Some("paid".into());
        },
        add_nullable,
    ),
    (
        "M015",
        |tables| {
            column(tables, "age").generated = ColumnDef::new("x", DataType::I32).generated("1 + 1", true).generated
        },
        |tables| column(tables, "age").comment = Some("in years".into()),
    ),
    (
        "M016",
        |tables| column(tables, "state").data_type = DataType::Enum(STATES[..1].to_vec().into()),
        |tables| {
            let more: Vec<Text> = STATES.iter().cloned().rev().chain(["far".into()]).collect();
            column(tables, "state").data_type = DataType::Enum(more.into());
        },
    ),
    ("M017", key, |(tables, _)| tables[0].primary_key.name = "pk_persons".into()),
    ("M018", |tables| column(tables, "person_id").nullable = true, require),
    (
        "M023",
        |tables| {
            index(
                tables,
                const { &[IndexPart::asc("id"), IndexPart::asc("age"), IndexPart::asc("paid"), IndexPart::asc("name")] },
            )
        },
        |tables| index(tables, const { &[IndexPart::asc("id"), IndexPart::asc("age"), IndexPart::asc("paid")] }),
    ),
    (
        "M025",
        |tables| {
            add(tables, ColumnDef::new("town", DataType::Text));
            tables.1.given.push(("people".into(), "town".into(), "name".into()));
        },
        |tables| {
            new_table(tables);
            tables.1.given.push(("homes".into(), "name".into(), "name".into()));
        },
    ),
    (
        "M126",
        |tables| {
            drop_column(tables);
            tables.1.kept.push("people.paid".to_owned());
        },
        drop_column,
    ),
    (
        "M126",
        |tables| column(tables, "paid").data_type = DataType::Decimal { precision: 8, scale: 1 },
        |tables| column(tables, "name").data_type = DataType::Varchar(60),
    ),
    ("P101", add_index, new_table),
    ("P102", drop_index, drop_table),
    ("P105", key, new_table),
    ("P106", unique, new_table),
    ("P107", reference, new_table),
    ("P108", check, no_check),
    ("P110", require, |tables| column(tables, "person_id").nullable = true),
    ("P112", retype, longer),
    ("P114", stored, on_read),
    ("P115", numbered, new_table),
    (
        "P130",
        |tables| {
            check(tables);
            reference(tables);
        },
        |tables| {
            check(tables);
            new_table(tables);
        },
    ),
    ("Y105", retype, |tables| column(tables, "name").data_type = DataType::Varchar(60)),
    ("Y106", much_longer, longer),
    ("Y107", computed, add_nullable),
    ("Y109", reference, new_table),
    ("Y119", drop_column, add_nullable),
    ("L104", unique, add_index),
    ("F102", rename_table, |tables| column(tables, "age").comment = Some("in years".into())),
    ("F111", add_index, add_nullable),
    ("S107", unique, new_table),
    ("O106", check, no_check),
    ("O107", drop_column, add_nullable),
];

pub(super) fn codes() -> Vec<&'static str> {
    CASES.iter().map(|(code, ..)| *code).chain(["P128"]).collect()
}

fn findings(change: impl Fn(&mut Tables), versions: &[Version; Dialect::COUNT]) -> Vec<Finding> {
    let old = before();
    let mut tables = (old.clone(), Fill::default());
    change(&mut tables);
    let (new, fill) = tables;
    let plans: Vec<(Dialect, Plan)> = Dialect::ALL
        .into_iter()
        .filter_map(|dialect| Some((dialect, plan(&old, &new, dialect, &fill).ok()?)))
        .collect();
    changes(&Subject::new(&old, &new, &fill, &plans, &Dialect::ALL, versions))
}

fn found(change: impl Fn(&mut Tables)) -> Vec<&'static str> {
    findings(change, &Dialect::usual_versions()).iter().map(|finding| finding.rule.code).collect()
}

#[test]
fn each_rule_fires_and_stays_silent_beside_a_near_miss() {
    for (code, firing, near_miss) in CASES {
        let (fired, silent) = (found(firing), found(near_miss));
        assert!(fired.contains(code), "{code} among {fired:?}");
        assert!(!silent.contains(code), "{code} among {silent:?}");
    }
}

#[test]
fn nothing_is_said_where_nothing_changes() {
    assert_eq!(found(|_| {}), [""; 0]);
}

#[test]
fn a_rename_that_nobody_declared_is_told_once() {
    let findings = findings(CASES[2].1, &Dialect::usual_versions());
    let refusals: Vec<&Finding> = findings.iter().filter(|finding| finding.refuses()).collect();
    let [finding] = &refusals[..] else { panic!("one refusal: {refusals:?}") };
    assert_eq!(
        (finding.rule.code, &*finding.of, &*finding.message, &*finding.help),
        (
            "M005",
            "people.age",
            "the values of `people.age` would be lost, and `years`, which comes, is of the same type",
            "write `renamed_from = \"age\"` on `years`, or give the values up by name"
        )
    );
}

#[test]
fn a_release_that_can_is_not_warned_of() {
    let mut versions = Dialect::usual_versions();
    versions[Dialect::Mysql.index()] = Version::new(8, 4);
    let codes: Vec<&str> = findings(drop_column, &versions).iter().map(|finding| finding.rule.code).collect();
    assert!(!codes.contains(&"Y119") && codes.contains(&"O107"), "{codes:?}");
}

#[test]
fn the_twins_are_told_together() {
    let findings = findings(retype, &Dialect::usual_versions());
    let copied: Vec<&Finding> = findings.iter().filter(|finding| finding.rule.code == "Y105").collect();
    let [finding] = &copied[..] else { panic!("one finding: {copied:?}") };
    assert_eq!(finding.dialects, [Dialect::Mysql, Dialect::Mariadb]);
}

#[test]
fn a_plan_that_does_it_better_is_not_warned_of() {
    let (old, fill) = (before(), Fill::default());
    let mut new = (old.clone(), fill.clone());
    add_index(&mut new);
    let codes = |sql: &str| {
        let plan = Plan { statements: vec![sql.to_owned()], ..Plan::default() };
        let plans = [(Dialect::Postgres, plan)];
        let versions = Dialect::usual_versions();
        let subject = Subject::new(&old, &new.0, &fill, &plans, &[Dialect::Postgres], &versions);
        changes(&subject).iter().map(|finding| finding.rule.code).collect::<Vec<_>>()
    };
    assert_eq!(codes("CREATE INDEX \"ix_people_more\" ON \"people\" (\"age\")"), ["P101"]);
    assert_eq!(codes("CREATE INDEX CONCURRENTLY \"ix_people_more\" ON \"people\" (\"age\")"), [""; 0]);
    assert_eq!(codes("CREATE INDEX CONCURRENTLY \"ix_other\" ON \"people\" (\"age\")"), ["P101"]);
}

#[test]
fn an_index_is_not_built_beside_writers_by_a_release_that_loses_rows() {
    let (old, fill) = (before(), Fill::default());
    let mut new = (old.clone(), fill.clone());
    add_index(&mut new);
    let refused = |sql: &str, version| {
        let plans = [(Dialect::Postgres, Plan { statements: vec![sql.to_owned()], ..Plan::default() })];
        let mut versions = Dialect::usual_versions();
        versions[Dialect::Postgres.index()] = version;
        let subject = Subject::new(&old, &new.0, &fill, &plans, &[Dialect::Postgres], &versions);
        changes(&subject).iter().any(|finding| finding.rule.code == "P128" && finding.refuses())
    };
    let (beside, alone) = (
        "CREATE INDEX CONCURRENTLY \"ix_people_more\" ON \"people\" (\"age\")",
        "CREATE INDEX \"ix_people_more\" ON \"people\" (\"age\")",
    );
    assert!(refused(beside, Version::new(14, 0)) && refused(beside, Version::new(14, 3)));
    assert!(!refused(beside, Version::new(14, 4)) && !refused(beside, Version::new(13, 9)));
    assert!(!refused(alone, Version::new(14, 0)));
}

#[test]
fn the_hash_is_of_the_change() {
    let one = |change: fn(&mut Tables)| {
        let all = findings(change, &Dialect::usual_versions());
        all.into_iter().find(|finding| finding.rule.code == "M002").map(|finding| finding.change)
    };
    assert_eq!(one(drop_column), one(drop_column));
    let other = |tables: &mut Tables| {
        remove(tables, "paid");
        add_nullable(tables);
    };
    assert_eq!(one(drop_column), one(other), "another change beside it");
}

#[test]
fn a_key_that_gets_another_name_costs_nothing_where_it_is_renamed() {
    let rename = |(tables, _): &mut Tables| tables[0].indexes.to_mut()[0].name = "ix_people_called".into();
    let codes = found(rename);
    assert!(!codes.contains(&"P101") && !codes.contains(&"P102"), "{codes:?}");
    assert!(codes.contains(&"F111"), "Firebird makes another one: {codes:?}");
}

#[test]
fn mariadb_adds_a_computed_default_in_place() {
    let findings = findings(computed, &Dialect::usual_versions());
    let own = findings.iter().find(|finding| finding.rule.code == "Y107").map(|finding| &finding.dialects);
    assert_eq!(own, Some(&vec![Dialect::Mysql]));
}
