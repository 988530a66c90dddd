//! Differences in words.

use super::*;
use crate::model::{CheckDef, ColumnDef, DataType, ForeignKeyDef, Text};

const ID: &[Text] = &[Text::Borrowed("id")];

fn table(name: &'static str, columns: Vec<ColumnDef>) -> TableDef {
    let mut def = TableDef::new(name, &[]).primary_key("pk", ID);
    def.columns = columns.into();
    def
}

fn words(changes: &[Change]) -> Vec<String> {
    let word = |change: &Change| {
        let loss = if change.loses_data { " (loses data)" } else { "" };
        format!("{} {} {}: {} -> {}{loss}", change.verb.name(), change.table, change.part, change.from, change.to)
    };
    changes.iter().map(word).collect()
}

#[test]
fn tables_and_columns_come_go_and_change() {
    let id = || ColumnDef::new("id", DataType::I64);
    let old = [
        table("people", vec![id(), ColumnDef::new("nam", DataType::Text), ColumnDef::new("age", DataType::I32)])
            .checks(const { &[CheckDef::new("ck", "age > 0 and nam <> 'age'")] })
            .foreign_keys(const { &[ForeignKeyDef::new("fk", ID, "homes", ID)] }),
        table("homes", vec![id()]),
        table("gone", vec![id()]),
    ];
    let new = [
        table("houses", vec![id()]).renamed_from("homes"),
        table("people", vec![id(), ColumnDef::new("name", DataType::Text).renamed_from("nam").nullable()])
            .checks(const { &[CheckDef::new("ck", "age > 0 and name <> 'age'")] })
            .foreign_keys(const { &[ForeignKeyDef::new("fk", ID, "houses", ID)] }),
        table("new", vec![id()]),
    ];
    assert_eq!(
        words(&diff(&old, &new)),
        [
            "rename houses : homes -> houses",
            "rename people column `name`: nam -> name",
            "change people column `name`: text -> text, may be NULL",
            "drop people column `age`: i32 ->  (loses data)",
            "add new :  -> ",
            "drop gone :  ->  (loses data)",
        ]
    );
    assert_eq!(diff(&new, &new), []);
}

#[test]
fn what_differs_far_behind_is_a_difference() {
    let of = |end: &str| {
        let values: Vec<Text> = (0..99).map(|n| format!("value_{n}").into()).chain([end.to_owned().into()]).collect();
        let mut def = table("people", vec![ColumnDef::new("state", DataType::Enum(values.into()))]);
        def.comment = Some(format!("{}{end}", "x".repeat(600)).into());
        def.checks = vec![CheckDef {
            expression: format!("state <> '{}{end}'", "y".repeat(600)).into(),
            ..CheckDef::new("ck", "")
        }]
        .into();
        [def]
    };
    let (old, new) = (of("one"), of("two"));
    assert_ne!(describe::fingerprint(&old[0]), describe::fingerprint(&new[0]));
    let parts: Vec<String> = diff(&old, &new).into_iter().map(|change| change.part).collect();
    assert_eq!(parts, ["column `state`", "check `ck`", "the comment"]);
}

#[test]
fn a_time_of_day_that_is_given_up_is_a_loss() {
    let of = |data_type| [table("visits", vec![ColumnDef::new("at", data_type)])];
    let loses = |from, to| diff(&of(from), &of(to)).iter().any(|change| change.loses_data);
    assert!(loses(DataType::Timestamp, DataType::Date));
    assert!(!loses(DataType::Date, DataType::Timestamp));
}
