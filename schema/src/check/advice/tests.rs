//! Each rule with a table that fires it and a near miss that stays silent.

use super::*;
use crate::model::{ColumnDef, DataType, ForeignKeyDef, IndexDef, IndexPart, Text, UniqueDef};

const ID: &[Text] = &[Text::Borrowed("id")];
const OWNER: &[Text] = &[Text::Borrowed("owner_id")];

/// A table with these columns whose first is the key.
fn keyed(columns: &'static [ColumnDef]) -> TableDef {
    let mut def = TableDef::new("t", columns).primary_key("pk_t", ID);
    def.primary_key.columns = vec![columns[0].name.clone()].into();
    def
}

fn rules(def: &TableDef) -> Vec<&'static str> {
    assert_eq!(crate::check::table(def), [], "the table has to be right");
    table(def).iter().map(|problem| problem.rule).collect()
}

/// The first table fires the rule and no other; the second fires nothing.
#[track_caller]
fn fires(rule: &str, firing: &TableDef, near_miss: &TableDef) {
    assert_eq!(rules(firing), [rule]);
    assert_eq!(rules(near_miss), [""; 0]);
}

const fn id() -> ColumnDef {
    ColumnDef::new("id", DataType::I64)
}

const fn of(name: &'static str, data_type: DataType) -> ColumnDef {
    ColumnDef::new(name, data_type)
}

#[test]
fn every_rule_is_tried_here() {
    let source: String = include_str!("tests.rs").split_whitespace().collect();
    for advice in &ALL {
        assert!(source.contains(&format!("fires(\"{}\"", advice.rule)), "{} is not tried", advice.rule);
        assert_eq!(named(&advice.rule.replace('-', "_")).map(|found| found.rule), Some(advice.rule));
    }
}

#[test]
fn keys() {
    fires("no-primary-key", &TableDef::new("t", const { &[id()] }), &keyed(const { &[id()] }));
    fires(
        "narrow-key",
        &keyed(const { &[of("id", DataType::I32).auto_increment()] }),
        &keyed(const { &[of("id", DataType::I32)] }),
    );
    fires(
        "wide-key",
        &keyed(const { &[of("id", DataType::Varchar(65))] }),
        &keyed(const { &[of("id", DataType::Varchar(64)), of("name", DataType::Varchar(200))] }),
    );
    fires(
        "float-key",
        &keyed(const { &[of("id", DataType::F64)] }),
        &keyed(const { &[id(), of("weight", DataType::F64)] }),
    );
    fires(
        "personal-key",
        &keyed(const { &[id().personal()] }),
        &keyed(const { &[id(), of("name", DataType::Text).personal()] }),
    );
}

fn pointing(indexes: &'static [IndexDef]) -> TableDef {
    const KEYS: &[ForeignKeyDef] = &[ForeignKeyDef::new("fk_t_owner", OWNER, "owners", ID)];
    keyed(const { &[id(), of("owner_id", DataType::I64), of("place", DataType::I64)] })
        .foreign_keys(KEYS)
        .indexes(indexes)
}

#[test]
fn indexes() {
    const BOTH: IndexDef = IndexDef::new("ix_both", const { &[IndexPart::desc("owner_id"), IndexPart::asc("place")] });
    fires(
        "foreign-key-without-index",
        &pointing(
            const { &[IndexDef::new("ix_place", const { &[IndexPart::asc("place"), IndexPart::asc("owner_id")] })] },
        ),
        &pointing(const { &[BOTH] }),
    );
    let partial = pointing(const { &[BOTH.filter("place > 0")] });
    assert_eq!(rules(&partial), ["foreign-key-without-index"]);
    fires(
        "redundant-index",
        &pointing(const { &[IndexDef::new("ix_owner", const { &[IndexPart::desc("owner_id")] }), BOTH] }),
        &pointing(const { &[IndexDef::new("ix_owner", const { &[IndexPart::asc("owner_id")] }), BOTH] }),
    );
    let by_key = pointing(const { &[BOTH, IndexDef::new("ix_id", const { &[IndexPart::asc("id")] })] });
    assert_eq!(rules(&by_key), ["redundant-index"]);
}

#[test]
fn a_unique_constraint_serves_a_reference() {
    let def = pointing(&[]).uniques(const { &[UniqueDef::new("uq_t_owner", OWNER)] });
    assert_eq!(rules(&def), [""; 0]);
}

#[test]
fn types() {
    fires(
        "float-money",
        &keyed(const { &[id(), of("total_price", DataType::F64)] }),
        &keyed(
            const { &[id(), of("priceless", DataType::F64), of("price", DataType::Decimal { precision: 9, scale: 2 })] },
        ),
    );
    fires(
        "timestamp-without-zone",
        &keyed(const { &[id(), of("seen_at", DataType::Timestamp)] }),
        &keyed(const { &[id(), of("seen_at", DataType::TimestampTz), of("day", DataType::Date)] }),
    );
}

#[test]
fn a_problem_belongs_to_a_column() {
    let def = pointing(const { &[IndexDef::new("ix", const { &[IndexPart::asc("place")] })] });
    assert_eq!(column(&def, Place::ForeignKeyColumn(0, 0)), Some(1));
    assert_eq!(column(&def, Place::Index(0)), Some(2));
    assert_eq!(column(&def, Place::PrimaryKey), Some(0));
    assert_eq!(column(&def, Place::Table), None);
}
