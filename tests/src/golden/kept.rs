//! What is dropped and kept aside, one thing a case: the way there, the way back, and how it is given up for good.

use tablewright_schema::Dialect;
use tablewright_schema::model::{ColumnDef, DataType, TableDef, Text};
use tablewright_schema::plan::{Fill, purge};

use super::changes::{self, Case};

/// The tables before and after a change.
struct Change {
    old: Vec<TableDef>,
    new: Vec<TableDef>,
}

impl Change {
    fn people(&mut self) -> &mut TableDef {
        &mut self.new[0]
    }

    fn drop_column(&mut self, name: &str) {
        self.people().columns.to_mut().retain(|column| column.name != name);
    }

    fn drop_table(&mut self, name: &str) {
        self.new.retain(|def| def.name != name);
    }
}

/// A name, what is kept, and the change.
type Named = (&'static str, &'static [&'static str], fn(&mut Change));

const CHANGES: [Named; 9] = [
    ("a column is dropped", &["people.paid"], |change| change.drop_column("paid")),
    ("a required column that others are computed from is dropped", &["people.name"], |change| {
        change.drop_column("name");
        change.drop_column("upper_name");
        change.people().indexes.to_mut().clear();
    }),
    ("a column is dropped with its check", &["people.age"], |change| {
        change.drop_column("age");
        change.people().checks.to_mut().clear();
    }),
    ("a table goes", &["visits"], |change| change.drop_table("visits")),
    ("a table and what it refers to go", &["people", "visits"], |change| change.new.clear()),
    ("a table gets another name, and a column of it is dropped", &["patients.paid"], |change| {
        change.drop_column("paid");
        let people = change.people();
        (people.name, people.renamed_from) = ("patients".into(), Some("people".into()));
        change.new[1].foreign_keys.to_mut()[0].target = "patients".into();
    }),
    ("a column is dropped where a key has two", &["visits.note"], |change| {
        for tables in [&mut change.old, &mut change.new] {
            tables[1].primary_key.columns = vec![Text::Borrowed("id"), Text::Borrowed("person_id")].into();
        }
        change.old[1].columns.to_mut().push(ColumnDef::new("note", DataType::Text).nullable());
    }),
    ("a required column that refers to rows is dropped", &["visits.person_id"], |change| {
        let visits = &mut change.new[1];
        visits.columns.to_mut().retain(|column| column.name != "person_id");
        visits.foreign_keys.to_mut().clear();
    }),
    ("a column is dropped together with the key", &["visits.person_id"], |change| {
        let visits = &mut change.new[1];
        visits.columns = vec![ColumnDef::new("number", DataType::I64)].into();
        visits.primary_key.columns = vec![Text::Borrowed("number")].into();
        visits.foreign_keys.to_mut().clear();
    }),
];

/// All of them.
pub fn cases(dialect: Dialect) -> Vec<Case> {
    let case = |(name, kept, make): Named| {
        let tables = changes::tables(dialect);
        let mut change = Change { old: tables.clone(), new: tables };
        make(&mut change);
        let kept: Vec<String> = kept.iter().map(|name| (*name).to_owned()).collect();
        let fill = Fill { kept: kept.clone(), neutral: true, ..Fill::default() };
        let back = Fill { restored: kept, ..changes::back() };
        Case { name, old: change.old, new: change.new, fill, back }
    };
    CHANGES.into_iter().map(case).collect()
}

/// The statements that give up what a case kept.
pub fn purged(case: &Case, dialect: Dialect) -> Vec<String> {
    case.fill.kept.iter().map(|name| purge(name, dialect)).collect()
}

/// All plans in a dialect, and what is left to do behind the way there if nothing is to come back.
pub fn text(dialect: Dialect) -> String {
    let mut text = String::new();
    for case in cases(dialect) {
        let there = case.there(dialect);
        text.push_str(&format!("-- {}\n", case.name));
        changes::section(&mut text, &there);
        if there.is_ok() {
            text.push_str("-- back\n");
            changes::section(&mut text, &case.back(dialect));
            text.push_str("-- purged\n");
            purged(&case, dialect).iter().for_each(|sql| text.push_str(&format!("{sql};\n")));
        }
        text.push('\n');
    }
    changes::ended(text)
}
