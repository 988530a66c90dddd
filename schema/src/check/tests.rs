//! Each rule fires on its mistake, and stays silent on the nearest right thing.

use super::table;
use crate::model::{
    Action, CheckDef, ColumnDef, ColumnDefault, DataType, ForeignKeyDef, IndexDef, IndexPart, Literal, TableDef, Text,
    UniqueDef,
};

fn names(names: &[&str]) -> Vec<Text> {
    names.iter().map(|name| Text::Owned((*name).to_owned())).collect()
}

/// A table that nothing is wrong with; each case changes it.
fn good() -> TableDef {
    let columns = vec![
        ColumnDef::new("id", DataType::I64).auto_increment(),
        ColumnDef::new("name", DataType::Varchar(50)),
        ColumnDef::new("email", DataType::Varchar(100)).nullable(),
        ColumnDef::new("count", DataType::I32).default(ColumnDefault::Literal(Literal::Integer(0))),
        ColumnDef::new("price", DataType::Decimal { precision: 10, scale: 2 }),
    ];
    let mut def = TableDef::new("good", &[]);
    def.columns = columns.into();
    def.primary_key.name = "pk_good".into();
    def.primary_key.columns = names(&["id"]).into();
    def.uniques = vec![UniqueDef { name: "uq_good_name".into(), columns: names(&["name"]).into() }].into();
    def.indexes =
        vec![IndexDef::new("ix_good_count", &[IndexPart::Column { name: Text::Borrowed("count"), descending: true }])]
            .into();
    def
}

fn rules(def: &TableDef) -> Vec<&'static str> {
    table(def).into_iter().map(|problem| problem.rule).collect()
}

/// The rules that fire once the table is changed.
fn after(change: impl FnOnce(&mut TableDef)) -> Vec<&'static str> {
    let mut def = good();
    change(&mut def);
    rules(&def)
}

/// Changes one column.
fn with(name: &str, change: impl FnOnce(&mut ColumnDef)) -> Vec<&'static str> {
    after(|def| {
        let columns = def.columns.to_mut();
        let position = columns.iter().position(|column| column.name == name).unwrap();
        change(&mut columns[position]);
    })
}

fn literal(literal: Literal) -> Option<ColumnDefault> {
    Some(ColumnDefault::Literal(literal))
}

fn reference(columns: &[&str], targets: &[&str]) -> ForeignKeyDef {
    let mut key = ForeignKeyDef::new("fk_good", &[], "other", &[]);
    key.columns = names(columns).into();
    key.target_columns = names(targets).into();
    key
}

#[test]
fn a_good_table_is_silent() {
    assert_eq!(rules(&good()), [""; 0]);
}

#[test]
fn names_are_judged() {
    assert_eq!(after(|def| def.name = "my table".into()), ["invalid-name"]);
    assert_eq!(after(|def| def.name = "1st".into()), ["invalid-name"]);
    assert_eq!(after(|def| def.name = "_ok_1".into()), [""; 0]);
    assert_eq!(after(|def| def.name = "x".repeat(63).into()), [""; 0]);
    assert_eq!(after(|def| def.name = "x".repeat(64).into()), ["name-too-long"]);
    assert_eq!(after(|def| def.indexes.to_mut()[0].name = "UQ_good_name".into()), ["duplicate-name"]);
}

#[test]
fn columns_are_judged() {
    assert_eq!(after(|def| def.columns.to_mut()[2].name = "NAME".into()), ["duplicate-column"]);
    assert_eq!(with("email", |column| column.data_type = DataType::Varchar(0)), ["length-zero"]);
    assert_eq!(with("email", |column| column.data_type = DataType::Varchar(10_485_761)), ["length-too-large"]);
    assert_eq!(with("email", |column| column.data_type = DataType::Varchar(10_485_760)), [""; 0]);
    let decimal = |precision, scale| with("price", |column| column.data_type = DataType::Decimal { precision, scale });
    assert_eq!(decimal(0, 0), ["precision-zero"]);
    assert_eq!(decimal(29, 2), ["precision-too-large"]);
    assert_eq!(decimal(4, 5), ["scale-exceeds-precision"]);
    assert_eq!(decimal(28, 28), [""; 0]);
    let enumeration = |values: &[&str]| with("email", |column| column.data_type = DataType::Enum(names(values).into()));
    assert_eq!(enumeration(&[]), ["enum-empty"]);
    assert_eq!(enumeration(&["a", "a"]), ["enum-duplicate"]);
    assert_eq!(enumeration(&["a\\b"]), ["enum-value-invalid"]);
    assert_eq!(enumeration(&["it's", "a b"]), [""; 0]);
    assert_eq!(with("email", |column| column.comment = Some("x".repeat(1_025).into())), ["comment-too-long"]);
    assert_eq!(with("email", |column| column.comment = Some("x".repeat(1_024).into())), [""; 0]);
    let comment = |text: &'static str| with("email", |column| column.comment = Some(text.into()));
    assert_eq!(comment("two\u{3}parts"), ["control-character"]);
    assert_eq!(comment("two\n\tlines, and é"), [""; 0]);
    assert_eq!(after(|def| def.comment = Some("the end\0".into())), ["control-character"]);
    let mut many = good();
    many.columns.to_mut().extend((0..996).map(|n| {
        let mut column = ColumnDef::new("", DataType::I32);
        column.name = format!("c{n}").into();
        column
    }));
    assert_eq!(rules(&many), ["too-many-columns"]);
    assert_eq!(rules(&TableDef::new("empty", &[])), ["no-columns"]);
}

#[test]
fn numbered_and_computed_columns_are_judged() {
    assert_eq!(with("id", |column| column.data_type = DataType::Text), ["auto-increment-not-integer"]);
    assert_eq!(with("id", |column| column.data_type = DataType::I16), [""; 0]);
    assert_eq!(
        with("count", |column| column.auto_increment = true),
        ["auto-increment-twice", "auto-increment-not-key", "auto-increment-default"]
    );
    assert_eq!(after(|def| def.primary_key.columns = names(&["id", "count"]).into()), ["auto-increment-not-key"]);
    let computed = |column: &mut ColumnDef| *column = column.clone().generated("price + 1", true);
    assert_eq!(with("count", computed), ["generated-default"]);
    assert_eq!(with("email", |column| *column = column.clone().generated("lower(name)", true)), [""; 0]);
    assert_eq!(with("id", computed), ["generated-auto-increment", "generated-key"]);
}

#[test]
fn defaults_are_judged() {
    assert_eq!(with("count", |column| column.default = literal(Literal::Text("x".into()))), ["default-type"]);
    assert_eq!(with("count", |column| column.default = literal(Literal::Integer(3_000_000_000))), ["default-type"]);
    assert_eq!(with("price", |column| column.default = literal(Literal::Number("1.005".into()))), ["default-type"]);
    assert_eq!(with("price", |column| column.default = literal(Literal::Number("12345678.90".into()))), [""; 0]);
    assert_eq!(with("name", |column| column.default = literal(Literal::Text("x".repeat(51).into()))), ["default-type"]);
    assert_eq!(with("name", |column| column.default = literal(Literal::Text("x".repeat(50).into()))), [""; 0]);
    assert_eq!(with("name", |column| column.default = Some(ColumnDefault::Now)), ["default-type"]);
    for (text, found) in [("a\u{3}b", 1), ("a\0", 1), ("a\u{85}", 1), ("a\r", 1), ("a\n\tb", 0)] {
        let found = &["control-character"; 1][..found];
        assert_eq!(with("name", |column| column.default = literal(Literal::Text(text.into()))), found, "{text:?}");
    }
    let large = literal(Literal::Number("99999999999999999999".into()));
    let of_type =
        |data_type, default| with("price", |column| (column.data_type, column.default) = (data_type, default));
    assert_eq!(of_type(DataType::Decimal { precision: 28, scale: 0 }, large.clone()), [""; 0]);
    assert_eq!(of_type(DataType::F64, large.clone()), [""; 0]);
    assert_eq!(of_type(DataType::Decimal { precision: 10, scale: 0 }, large), ["default-type"]);
    let power = literal(Literal::Number("1e3".into()));
    assert_eq!(of_type(DataType::Decimal { precision: 10, scale: 2 }, power.clone()), ["default-type"]);
    assert_eq!(of_type(DataType::F64, power), [""; 0]);
    let expression = Some(ColumnDefault::Expression("2 + 3".into()));
    assert_eq!(with("name", |column| column.default = expression.clone()), ["default-type"]);
    assert_eq!(with("name", |column| column.default = Some(ColumnDefault::Uuid)), [""; 0]);
    assert_eq!(with("count", |column| column.default = Some(ColumnDefault::Uuid)), ["default-type"]);
    assert_eq!(
        with("count", |column| column.default = Some(ColumnDefault::Expression("price".into()))),
        ["default-syntax"]
    );
    assert_eq!(with("count", |column| column.default = Some(ColumnDefault::Expression("1 + 1".into()))), [""; 0]);
}

#[test]
fn keys_are_judged() {
    let unique = |columns: &[&str]| {
        after(|def| def.uniques.to_mut().push(UniqueDef { name: "uq_more".into(), columns: names(columns).into() }))
    };
    assert_eq!(unique(&["nmae"]), ["unknown-column"]);
    assert_eq!(unique(&[]), ["empty-column-list"]);
    assert_eq!(unique(&["email", "email"]), ["duplicate-key-column"]);
    assert_eq!(unique(&["name"]), ["redundant-unique"]);
    assert_eq!(unique(&["id"]), ["redundant-unique"]);
    assert_eq!(unique(&["name", "email"]), [""; 0]);
    assert_eq!(unique(&["count"; 17]).first(), Some(&"too-many-key-columns"));
    assert_eq!(with("id", |column| column.nullable = true), ["primary-key-nullable"]);
}

#[test]
fn indexes_are_judged() {
    let index = |parts: &'static [IndexPart]| after(|def| def.indexes.to_mut().push(IndexDef::new("ix_more", parts)));
    assert_eq!(index(&[]), ["empty-column-list"]);
    assert_eq!(index(const { &[IndexPart::asc("cuont")] }), ["unknown-column"]);
    assert_eq!(index(const { &[IndexPart::asc("name"), IndexPart::desc("name")] }), ["index-part-twice"]);
    assert_eq!(index(const { &[IndexPart::desc("count")] }), ["duplicate-index"]);
    assert_eq!(index(const { &[IndexPart::asc("count")] }), [""; 0]);
    assert_eq!(index(const { &[IndexPart::expression("lower(nmae)")] }), ["index-syntax"]);
    assert_eq!(after(|def| def.indexes.to_mut()[0].filter = Some("count >".into())), ["filter-syntax"]);
    assert_eq!(after(|def| def.indexes.to_mut()[0].filter = Some("count > 0".into())), [""; 0]);
}

#[test]
fn foreign_keys_are_judged() {
    let key = |key: ForeignKeyDef| after(|def| def.foreign_keys.to_mut().push(key));
    assert_eq!(key(reference(&["count"], &["id"])), [""; 0]);
    assert_eq!(key(reference(&["cuont"], &["id"])), ["unknown-column"]);
    assert_eq!(key(reference(&["count", "name"], &["id"])), ["foreign-key-column-count"]);
    assert_eq!(key(reference(&["name"], &["id"]).on_delete(Action::SetNull)), ["foreign-key-set-null"]);
    assert_eq!(key(reference(&["email"], &["id"]).on_delete(Action::SetNull)), [""; 0]);
    assert_eq!(key(reference(&["name"], &["id"]).on_update(Action::SetDefault)), ["foreign-key-set-default"]);
    assert_eq!(key(reference(&["count"], &["id"]).on_update(Action::SetDefault)), [""; 0]);
    let by_default = |default| {
        after(|def| {
            def.columns.to_mut()[1].default = Some(default);
            def.foreign_keys.to_mut().push(reference(&["name"], &["id"]).on_delete(Action::SetDefault));
        })
    };
    assert_eq!(by_default(ColumnDefault::Uuid), ["foreign-key-set-default"]);
    assert_eq!(by_default(ColumnDefault::Literal(Literal::Text("none".into()))), [""; 0]);
    let of_computed = |on_delete, on_update| {
        after(|def| {
            def.columns.to_mut()[2] = def.columns[2].clone().generated("lower(name)", true);
            def.foreign_keys.to_mut().push(reference(&["email"], &["id"]).on_delete(on_delete).on_update(on_update));
        })
    };
    assert_eq!(of_computed(Action::SetNull, Action::NoAction), ["foreign-key-generated"]);
    assert_eq!(of_computed(Action::NoAction, Action::Cascade), ["foreign-key-generated"]);
    assert_eq!(of_computed(Action::Cascade, Action::Restrict), [""; 0]);
}

#[test]
fn checks_and_computed_columns_are_read() {
    let check = |text: &'static str| after(|def| def.checks.to_mut().push(CheckDef::new("ck_good_1", text)));
    assert_eq!(check("count > 0 and"), ["check-syntax"]);
    assert_eq!(check("count > 'x'"), ["check-syntax"]);
    assert_eq!(check("count > 0"), [""; 0]);
    assert_eq!(with("email", |column| *column = column.clone().generated("lowr(name)", true)), ["generated-syntax"]);
    assert_eq!(with("email", |column| *column = column.clone().generated("length(name)", true)), ["generated-type"]);
}

#[test]
fn all_mistakes_are_found_at_once() {
    let found = after(|def| {
        def.name = "bad name".into();
        def.columns.to_mut()[1].data_type = DataType::Varchar(0);
        def.foreign_keys.to_mut().push(reference(&["nope"], &[]));
    });
    assert_eq!(found, ["invalid-name", "length-zero", "unknown-column", "foreign-key-column-count"]);
}
