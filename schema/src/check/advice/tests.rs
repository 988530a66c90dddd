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

/// A rule, a table that fires it and no other, and a near miss that fires nothing.
type Case = (&'static str, TableDef, TableDef);

const fn id() -> ColumnDef {
    ColumnDef::new("id", DataType::I64)
}

const fn of(name: &'static str, data_type: DataType) -> ColumnDef {
    ColumnDef::new(name, data_type)
}

#[test]
fn each_rule_fires_and_stays_silent_beside_a_near_miss() {
    let cases: Vec<Case> = keys().into_iter().chain(indexes()).chain(types()).collect();
    for (rule, firing, near_miss) in &cases {
        assert_eq!(rules(firing), [*rule]);
        assert_eq!(rules(near_miss), [""; 0], "{rule}");
    }
    for advice in &ALL {
        assert!(cases.iter().any(|(rule, ..)| *rule == advice.rule), "{} is not tried", advice.rule);
        assert_eq!(named(&advice.rule.replace('-', "_")).map(|found| found.rule), Some(advice.rule));
    }
}

fn keys() -> Vec<Case> {
    vec![
        ("no-primary-key", TableDef::new("t", const { &[id()] }), keyed(const { &[id()] })),
        (
            "narrow-key",
            keyed(const { &[of("id", DataType::I32).auto_increment()] }),
            keyed(const { &[of("id", DataType::I32)] }),
        ),
        (
            "wide-key",
            keyed(const { &[of("id", DataType::Varchar(65))] }),
            keyed(const { &[of("id", DataType::Varchar(64)), of("name", DataType::Varchar(200))] }),
        ),
        (
            "float-key",
            keyed(const { &[of("id", DataType::F64)] }),
            keyed(const { &[id(), of("weight", DataType::F64)] }),
        ),
        (
            "personal-key",
            keyed(const { &[id().personal()] }),
            keyed(const { &[id(), of("name", DataType::Text).personal()] }),
        ),
    ]
}

const BOTH: IndexDef = IndexDef::new("ix_both", const { &[IndexPart::desc("owner_id"), IndexPart::asc("place")] });

fn pointing(indexes: &'static [IndexDef]) -> TableDef {
    const KEYS: &[ForeignKeyDef] = &[ForeignKeyDef::new("fk_t_owner", OWNER, "owners", ID)];
    keyed(const { &[id(), of("owner_id", DataType::I64), of("place", DataType::I64)] })
        .foreign_keys(KEYS)
        .indexes(indexes)
}

fn indexes() -> Vec<Case> {
    vec![
        (
            "foreign-key-without-index",
            pointing(
                const { &[IndexDef::new("ix_place", const { &[IndexPart::asc("place"), IndexPart::asc("owner_id")] })] },
            ),
            pointing(const { &[BOTH] }),
        ),
        (
            "redundant-index",
            pointing(const { &[IndexDef::new("ix_owner", const { &[IndexPart::desc("owner_id")] }), BOTH] }),
            pointing(const { &[IndexDef::new("ix_owner", const { &[IndexPart::asc("owner_id")] }), BOTH] }),
        ),
    ]
}

#[test]
fn a_partial_index_serves_no_reference_and_a_key_serves_as_an_index() {
    let partial = pointing(const { &[BOTH.filter("place > 0")] });
    assert_eq!(rules(&partial), ["foreign-key-without-index"]);
    let by_key = pointing(const { &[BOTH, IndexDef::new("ix_id", const { &[IndexPart::asc("id")] })] });
    assert_eq!(rules(&by_key), ["redundant-index"]);
}

#[test]
fn a_unique_constraint_serves_a_reference() {
    let def = pointing(&[]).uniques(const { &[UniqueDef::new("uq_t_owner", OWNER)] });
    assert_eq!(rules(&def), [""; 0]);
}

fn types() -> Vec<Case> {
    vec![
        (
            "float-money",
            keyed(const { &[id(), of("total_price", DataType::F64)] }),
            keyed(
                const { &[id(), of("priceless", DataType::F64), of("price", DataType::Decimal { precision: 9, scale: 2 })] },
            ),
        ),
        (
            "timestamp-without-zone",
            keyed(const { &[id(), of("seen_at", DataType::Timestamp)] }),
            keyed(const { &[id(), of("seen_at", DataType::TimestampTz), of("day", DataType::Date)] }),
        ),
    ]
}

#[test]
fn a_problem_belongs_to_a_column() {
    let def = pointing(const { &[IndexDef::new("ix", const { &[IndexPart::asc("place")] })] });
    assert_eq!(column(&def, Place::ForeignKeyColumn(0, 0)), Some(1));
    assert_eq!(column(&def, Place::Index(0)), Some(2));
    assert_eq!(column(&def, Place::PrimaryKey), Some(0));
    assert_eq!(column(&def, Place::Table), None);
}
