//! Our own judges read every statement of the golden cases.

use tablewright_schema::dialect::render;
use tablewright_schema::{Dialect, TableDef, order};
use tablewright_tests::golden::{case, changes, kept, online, statements, text};
use tablewright_tests::judge::{Rules, alter, ddl, dml, oracle, sqlserver};

pub const ENGINES: [(Dialect, &Rules); 2] =
    [(Dialect::SqlServer, &sqlserver::RULES), (Dialect::Oracle, &oracle::RULES)];

#[test]
fn ddl_is_right() {
    let mut wrong = Vec::new();
    for (dialect, rules) in ENGINES {
        for case in case::all() {
            let create = text::script(&case, dialect).create;
            let found = ddl::judge(rules, &create);
            wrong.extend(found.into_iter().map(|found| format!("{} on {dialect}: {found}", case.name)));
        }
    }
    assert!(wrong.is_empty(), "{} objections\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn cascades_take_one_way() {
    for case in case::all() {
        let create = text::script(&case, Dialect::SqlServer).create;
        let wrong = ddl::judge_cascades(&sqlserver::RULES, &create);
        assert!(wrong.is_empty(), "{}: {wrong:#?}", case.name);
    }
}

#[test]
fn statements_are_right() {
    let mut wrong = Vec::new();
    for (dialect, rules) in ENGINES {
        for (case, statements_of) in statements::CASES {
            for statement in statements_of(dialect) {
                let found = dml::judge(rules, &statement.sql, statement.parameters);
                wrong
                    .extend(found.into_iter().map(|found| format!("{case}, {} on {dialect}: {found}", statement.name)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} objections\n{}", wrong.len(), wrong.join("\n"));
}

/// No statement of a plan is refused for what is there by then, and it ends with what a new schema has.
#[test]
fn plans_are_right() {
    let mut wrong = Vec::new();
    for (dialect, rules) in ENGINES {
        let changes = changes::planned(dialect, changes::cases(dialect));
        assert!(changes.len() > 40, "only {} plans", changes.len());
        for change in changes.into_iter().chain(changes::planned(dialect, online::cases(dialect))) {
            let (found, catalog) = alter::judge(rules, &created(&change.old, dialect), &change.plan.statements);
            let (_, wanted) = alter::judge(rules, &created(&change.new, dialect), &[]);
            let differences = catalog.differences(&wanted);
            let told = found.into_iter().chain(differences);
            wrong.extend(told.map(|told| format!("{} on {dialect}: {told}", change.name)));
        }
    }
    assert!(wrong.is_empty(), "{} objections\n{}", wrong.len(), wrong.join("\n"));
}

/// What is kept is in the way of nothing: once it is purged all is as in a new schema, and on the way back nothing is left of it.
#[test]
fn what_is_kept_comes_back() {
    let (mut wrong, mut judged) = (Vec::new(), 0);
    for (dialect, rules) in ENGINES {
        for case in kept::cases(dialect) {
            let (Ok(there), Ok(back)) = (case.there(dialect), case.back(dialect)) else { continue };
            let before = [created(&case.old, dialect), there.statements].concat();
            let ends = [(back.statements, &case.old, "back"), (kept::purged(&case, dialect), &case.new, "purged")];
            for (statements, tables, what) in ends {
                let (found, catalog) = alter::judge(rules, &before, &statements);
                let (_, wanted) = alter::judge(rules, &created(tables, dialect), &[]);
                let told = found.into_iter().chain(catalog.differences(&wanted));
                wrong.extend(told.map(|told| format!("{}, {what}, on {dialect}: {told}", case.name)));
                judged += 1;
            }
        }
    }
    assert!(wrong.is_empty(), "{} objections\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(judged, 32);
}

pub fn created(tables: &[TableDef], dialect: Dialect) -> Vec<String> {
    let rendered: Vec<_> = tables.iter().map(|def| (def, render(def, dialect).expect("DDL").0)).collect();
    order::create(&rendered)
}
