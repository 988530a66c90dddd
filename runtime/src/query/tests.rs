//! The text of queries, in dialects that differ.

use rust_decimal::Decimal;
use tablewright_schema::{ColumnDef, DataType, Dialect, TableDef};

use super::statement::{Selection, delete, exists, patch, patch_by_key, select};
use super::{Condition, Order, OrderBy, Patch};
use crate::column::{Column, KeyColumn};
use crate::error::Kind;
use crate::param::{Param, Value};

struct Doctor;

static COLUMNS: [ColumnDef; 7] = [
    ColumnDef::new("id", DataType::I64).auto_increment(),
    ColumnDef::new("name", DataType::Varchar(20)),
    ColumnDef::new("province", DataType::Varchar(50)).nullable(),
    ColumnDef::new("used", DataType::I32),
    ColumnDef::new("allowed", DataType::I32).nullable(),
    ColumnDef::new("debt", DataType::Decimal { precision: 30, scale: 2 }),
    ColumnDef::new("notes", DataType::Text),
];
static KEY: [tablewright_schema::model::Text; 1] = [tablewright_schema::model::Text::Borrowed("id")];
static DEF: TableDef = TableDef::new("doctors", &COLUMNS).primary_key("pk_doctors", &KEY);

impl Doctor {
    const ID: Column<Self, i64, KeyColumn> = Column::new(&COLUMNS[0]);
    const NAME: Column<Self, String> = Column::new(&COLUMNS[1]);
    const PROVINCE: Column<Self, Option<String>> = Column::new(&COLUMNS[2]);
    const USED: Column<Self, i32> = Column::new(&COLUMNS[3]);
    const ALLOWED: Column<Self, Option<i32>> = Column::new(&COLUMNS[4]);
    const DEBT: Column<Self, Decimal> = Column::new(&COLUMNS[5]);
    const NOTES: Column<Self, String> = Column::new(&COLUMNS[6]);
}

fn selection(condition: Condition<Doctor>) -> Selection {
    Selection::new(condition.node)
}

/// What follows `SELECT` in this dialect.
fn search(selection: Selection, dialect: Dialect) -> (String, Vec<Value>) {
    let made = select("SELECT", selection, &DEF, dialect).unwrap();
    (made.sql["SELECT".len()..].to_owned(), made.params)
}

/// The condition's text on SQLite.
fn filter(condition: Condition<Doctor>) -> String {
    search(selection(condition), Dialect::Sqlite).0
}

fn ordered(order: impl OrderBy<Doctor>, dialect: Dialect) -> String {
    let mut selection = selection(Condition::all());
    order.each(&mut |order: Order<Doctor>| selection.order.push(order.part));
    search(selection, dialect).0
}

fn paged(limit: Option<u64>, offset: Option<u64>, dialect: Dialect) -> String {
    search(Selection { limit, offset, ..selection(Condition::all()) }, dialect).0
}

fn text(value: &str) -> Value {
    Param::Text(value.to_owned().into())
}

#[test]
fn comparisons_use_the_dialects_quotes_and_placeholders() {
    let condition = || Doctor::NAME.eq("x").and(Doctor::USED.ge(3)).and(Doctor::PROVINCE.is_not_null());
    let expected = [
        (Dialect::Sqlite, r#" WHERE "name" = ? AND "used" >= ? AND "province" IS NOT NULL"#),
        (Dialect::Postgres, r#" WHERE "name" = $1 AND "used" >= $2 AND "province" IS NOT NULL"#),
        (Dialect::Mysql, " WHERE `name` = ? AND `used` >= ? AND `province` IS NOT NULL"),
        (Dialect::SqlServer, " WHERE [name] = @P1 AND [used] >= @P2 AND [province] IS NOT NULL"),
        (Dialect::Oracle, r#" WHERE "name" = :1 AND "used" >= :2 AND "province" IS NOT NULL"#),
    ];
    for (dialect, sql) in expected {
        assert_eq!(search(selection(condition()), dialect), (sql.to_owned(), vec![text("x"), Param::I32(3)]));
    }
}

#[test]
fn mixed_conditions_keep_their_grouping() {
    let any = || Doctor::USED.lt(1).or(Doctor::USED.gt(9));
    assert_eq!(filter(Doctor::NAME.ne("x").and(any())), r#" WHERE "name" <> ? AND ("used" < ? OR "used" > ?)"#);
    assert_eq!(
        filter(any().or(Doctor::NAME.eq("x").and(Doctor::ID.le(5)))),
        r#" WHERE "used" < ? OR "used" > ? OR ("name" = ? AND "id" <= ?)"#
    );
    assert_eq!(filter(!any() & Doctor::ID.eq(1)), r#" WHERE NOT ("used" < ? OR "used" > ?) AND "id" = ?"#);
    assert_eq!(filter(!!Doctor::ID.eq(1)), r#" WHERE "id" = ?"#);
    assert_eq!(filter(Doctor::ID.between(1, 5)), r#" WHERE "id" BETWEEN ? AND ?"#);
}

#[test]
fn all_and_none_are_conditions() {
    assert_eq!(filter(Condition::all()), "");
    assert_eq!(filter(Condition::none()), " WHERE 1 = 0");
    assert_eq!(filter(!Condition::all()), " WHERE 1 = 0");
    assert_eq!(filter(Condition::all_of([])), "");
    assert_eq!(filter(Condition::any_of([])), " WHERE 1 = 0");
    assert_eq!(filter(Condition::all().or(Doctor::ID.eq(1))), r#" WHERE 1 = 1 OR "id" = ?"#);
}

#[test]
fn columns_compare_with_columns() {
    assert_eq!(filter(Doctor::USED.lt(Doctor::ALLOWED)), r#" WHERE "used" < "allowed""#);
    assert_eq!(filter(Doctor::ALLOWED.eq(Doctor::USED)), r#" WHERE "allowed" = "used""#);
}

#[test]
fn lists_take_owned_and_borrowed_values() {
    assert_eq!(filter(Doctor::NAME.is_in(["a", "b"])), r#" WHERE "name" IN (?, ?)"#);
    assert_eq!(filter(Doctor::NAME.is_in(["a", "b"].iter())), r#" WHERE "name" IN (?, ?)"#);
    assert_eq!(filter(Doctor::NAME.not_in(vec!["a".to_owned()])), r#" WHERE "name" NOT IN (?)"#);
    assert_eq!(filter(Doctor::ALLOWED.is_in([1, 2].iter())), r#" WHERE "allowed" IN (?, ?)"#);
    assert_eq!(filter(Doctor::ID.is_in(Vec::<i64>::new())), " WHERE 1 = 0");
    assert_eq!(filter(Doctor::ID.not_in(Vec::<i64>::new())), " WHERE 1 = 1");
}

#[test]
fn a_long_list_is_cut_where_the_engine_limits_one() {
    let (sql, params) = search(selection(Doctor::ID.not_in(0..1001)), Dialect::Oracle);
    assert!(sql.starts_with(r#" WHERE ("id" NOT IN (:1, "#), "{sql}");
    assert!(sql.ends_with(r#", :1000) AND "id" NOT IN (:1001))"#), "{sql}");
    assert_eq!(params.len(), 1001);
}

#[test]
fn patterns_are_case_sensitive_and_literal_texts_stay_literal() {
    let search = |dialect| search(selection(Doctor::NAME.contains("5%_[a]*!")), dialect);
    assert_eq!(search(Dialect::Sqlite), (r#" WHERE "name" GLOB ?"#.to_owned(), vec![text("*5%_[[]a][*]!*")]));
    assert_eq!(
        search(Dialect::Postgres),
        (r#" WHERE "name" LIKE $1 ESCAPE '!'"#.to_owned(), vec![text("%5!%!_[a]*!!%")])
    );
    assert_eq!(
        search(Dialect::SqlServer),
        (" WHERE [name] LIKE @P1 ESCAPE '!'".to_owned(), vec![text("%5!%!_![a]*!!%")])
    );
    let (_, params) = super::tests::search(selection(Doctor::PROVINCE.like(r"_a%\%")), Dialect::Sqlite);
    assert_eq!(params, [text("?a*%")]);
}

#[test]
fn nulls_sort_first_on_every_engine() {
    let order = || (Doctor::PROVINCE.desc(), Doctor::NAME.asc());
    assert_eq!(ordered(order(), Dialect::Sqlite), r#" ORDER BY "province" DESC, "name""#);
    assert_eq!(ordered(order(), Dialect::Postgres), r#" ORDER BY "province" DESC NULLS LAST, "name""#);
    assert_eq!(ordered(Doctor::PROVINCE.asc(), Dialect::Oracle), r#" ORDER BY "province" NULLS FIRST"#);
    assert_eq!(ordered(vec![Doctor::ID.asc(); 2], Dialect::Mysql), " ORDER BY `id`, `id`");
}

#[test]
fn pages_work_with_and_without_a_limit() {
    assert_eq!(paged(Some(5), None, Dialect::Sqlite), " LIMIT 5");
    assert_eq!(paged(Some(5), Some(10), Dialect::Postgres), " LIMIT 5 OFFSET 10");
    assert_eq!(paged(None, Some(10), Dialect::Postgres), " OFFSET 10");
    assert_eq!(paged(Some(5), None, Dialect::Oracle), " OFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY");
    assert_eq!(paged(None, Some(10), Dialect::SqlServer), " ORDER BY [id] OFFSET 10 ROWS");
    // What an engine cannot count to is all of them, or none.
    let most = 1_u64 << 62;
    for (dialect, offset) in [
        (Dialect::Sqlite, format!(" LIMIT -1 OFFSET {most}")),
        (Dialect::Postgres, format!(" OFFSET {most}")),
        (Dialect::SqlServer, format!(" ORDER BY [id] OFFSET {most} ROWS")),
    ] {
        assert_eq!(paged(Some(u64::MAX), Some(u64::MAX), dialect), offset);
        assert_eq!(paged(Some(0), Some(7), dialect), format!(" WHERE {}", dialect.syntax().condition(false)));
    }
}

#[test]
fn a_patch_sets_and_adds() {
    let changes = Patch::<Doctor>::new().set(Doctor::NAME, "x").set_null(Doctor::PROVINCE).add(Doctor::USED, 1);
    let made = patch(changes.clone().changes, Doctor::USED.lt(Doctor::ALLOWED).node, &DEF, Dialect::Postgres).unwrap();
    assert_eq!(
        made.sql,
        r#"UPDATE "doctors" SET "name" = $1, "province" = $2, "used" = "used" + $3 WHERE "used" < "allowed""#
    );
    let made = patch_by_key(changes.changes, vec![Param::I64(7)], &DEF, Dialect::Mysql).unwrap();
    assert_eq!(made.sql, "UPDATE `doctors` SET `name` = ?, `province` = ?, `used` = `used` + ? WHERE `id` = ?");
    assert_eq!(made.params.last(), Some(&Param::I64(7)));
}

#[test]
fn a_patch_without_changes_or_with_one_twice_is_refused() {
    let refused = |changes: Patch<Doctor>| {
        patch(changes.changes, Condition::<Doctor>::all().node, &DEF, Dialect::Sqlite).unwrap_err()
    };
    assert_eq!(refused(Patch::new()).kind(), Kind::Usage);
    let twice = refused(Patch::new().set(Doctor::USED, 1).add(Doctor::USED, 1));
    assert_eq!((twice.kind(), twice.to_string()), (Kind::Usage, "a patch names column `used` twice".to_owned()));
    let long = refused(Patch::new().set(Doctor::NAME, "x".repeat(21)));
    assert_eq!(long.kind(), Kind::TooLong);
}

#[test]
fn what_turns_out_to_be_every_row_is_refused() {
    let none = || Doctor::ID.is_in(Vec::<i64>::new());
    let some = || Doctor::USED.gt(1);
    for condition in [
        Doctor::ID.not_in(Vec::<i64>::new()),
        !none(),
        !Condition::any_of([]),
        !!Condition::all_of([]),
        Condition::all_of([Condition::all_of([]), !Condition::any_of([none()])]),
        some().or(!none()),
        Condition::all().and(Condition::all()),
    ] {
        let error = delete(condition.node.clone(), &DEF, Dialect::Sqlite).unwrap_err();
        assert_eq!(error.kind(), Kind::Usage, "{condition:?}");
        let change = Doctor::USED;
        let error = patch(Patch::new().set(change, 2).changes, condition.node, &DEF, Dialect::Sqlite).unwrap_err();
        assert_eq!(error.kind(), Kind::Usage);
    }
    for condition in [Condition::all(), none(), some().and(!none()), some().or(none()), !some(), Condition::any_of([])]
    {
        assert!(delete(condition.node, &DEF, Dialect::Sqlite).is_ok());
    }
}

#[test]
fn changing_every_row_has_to_be_said() {
    let error = delete(Condition::<Doctor>::all_of([]).node, &DEF, Dialect::Sqlite).unwrap_err();
    assert_eq!(error.kind(), Kind::Usage);
    let made = delete(Condition::<Doctor>::all().node, &DEF, Dialect::Sqlite).unwrap();
    assert_eq!(made.sql, r#"DELETE FROM "doctors""#);
}

#[test]
fn existence_reads_one_row_at_most() {
    let exists = |dialect| exists(Doctor::ID.eq(1).node, &DEF, dialect).unwrap().sql;
    assert_eq!(exists(Dialect::Sqlite), r#"SELECT 1 FROM "doctors" WHERE "id" = ? LIMIT 1"#);
    assert_eq!(
        exists(Dialect::Firebird),
        r#"SELECT 1 FROM "doctors" WHERE "id" = ? OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY"#
    );
}

#[test]
fn decimals_kept_as_text_have_no_order() {
    let more = || selection(Doctor::DEBT.gt(Decimal::ONE));
    let error = select("SELECT", more(), &DEF, Dialect::Sqlite).unwrap_err();
    assert_eq!(error.kind(), Kind::Unsupported);
    assert!(error.to_string().contains("`debt`"), "{error}");
    assert!(select("SELECT", more(), &DEF, Dialect::Postgres).is_ok());
    assert!(select("SELECT", selection(Doctor::DEBT.eq(Decimal::ONE)), &DEF, Dialect::Sqlite).is_ok());
}

#[test]
fn a_text_too_long_for_its_column_is_equal_to_none() {
    assert_eq!(filter(Doctor::NAME.eq("x".repeat(100))), r#" WHERE "name" = ?"#);
}

#[test]
fn what_is_shown_of_a_query_holds_no_value() {
    let shown =
        format!("{:?} {:?}", Doctor::NAME.contains("secret"), Patch::<Doctor>::new().set(Doctor::NAME, "secret"));
    assert!(!shown.contains("secret"), "{shown}");
}

#[test]
fn values_that_an_engine_keeps_apart_are_not_compared() {
    let compared = || {
        [
            Doctor::NOTES.eq("x"),
            Doctor::NOTES.is_in(["x", "y"]),
            Doctor::NOTES.between("a", "b"),
            Doctor::NAME.eq(Doctor::NOTES),
        ]
    };
    for condition in compared() {
        let error = select("SELECT", selection(condition), &DEF, Dialect::Oracle).unwrap_err();
        assert_eq!(error.kind(), Kind::Unsupported);
        assert!(error.to_string().contains("column `notes` can neither be compared nor sorted by: Oracle"), "{error}");
    }
    compared()
        .into_iter()
        .for_each(|condition| assert!(select("SELECT", selection(condition), &DEF, Dialect::Postgres).is_ok()));
    let mut sorted = selection(Condition::all());
    Doctor::NOTES.asc().each(&mut |order: Order<Doctor>| sorted.order.push(order.part));
    assert!(select("SELECT", sorted, &DEF, Dialect::Oracle).is_err());
    let asked = Doctor::NOTES.starts_with("x").or(Doctor::NOTES.contains("y"));
    assert!(select("SELECT", selection(asked), &DEF, Dialect::Oracle).is_ok());
}
