//! Keys that are personal by now, whatever they were when a migration was written: their rows are counted, and none is shown.

use std::collections::BTreeSet;

use tablewright_schema::diff::{Change, Verb};
use tablewright_schema::migration::Migration;
use tablewright_schema::plan::{Sample, aside};
use tablewright_schema::{Dialect, TableDef};

/// Columns that the schema marks as personal, and those that point to such: table and column, by all names that they had.
#[derive(Debug, Clone, Default)]
pub(super) struct Personal(BTreeSet<[String; 2]>);

impl Personal {
    /// Of the tables as they are now, and of what the migrations that led to them, in their order, called otherwise.
    pub(super) fn of<'t>(tables: impl IntoIterator<Item = &'t TableDef>, migrations: &[Migration]) -> Self {
        let tables: Vec<&TableDef> = tables.into_iter().collect();
        let mut own = Self::default();
        for def in &tables {
            let personal = def.columns.iter().filter(|column| column.personal);
            own.0.extend(personal.map(|column| [def.name.to_string(), column.name.to_string()]));
        }
        while own.pointed(&tables) {}
        for change in migrations.iter().rev().flat_map(|migration| migration.changes.iter().rev()) {
            own.renamed(change);
        }
        let kept: Vec<[String; 2]> = own.0.iter().map(|[table, column]| [aside(table), column.clone()]).collect();
        own.0.extend(kept);
        own
    }

    /// Adds what points to one of them; whether there was more.
    fn pointed(&mut self, tables: &[&TableDef]) -> bool {
        let before = self.0.len();
        for def in tables {
            for key in def.foreign_keys.iter() {
                let ends = key.columns.iter().zip(key.target_columns.iter());
                let personal =
                    ends.filter(|(_, target)| self.0.contains(&[key.target.to_string(), target.to_string()]));
                let columns: Vec<_> = personal.map(|(column, _)| [def.name.to_string(), column.to_string()]).collect();
                self.0.extend(columns);
            }
        }
        self.0.len() > before
    }

    /// Adds the names before a change.
    fn renamed(&mut self, change: &Change) {
        if change.verb != Verb::Rename {
            return;
        }
        let before: Vec<[String; 2]> = match change.column() {
            Some(column) => {
                let is_personal = self.0.contains(&[change.table.clone(), column.to_owned()]);
                is_personal.then(|| [change.table.clone(), change.from.clone()]).into_iter().collect()
            }
            None if change.part.is_empty() => {
                let own = self.0.iter().filter(|[table, _]| *table == change.table);
                own.map(|[_, column]| [change.from.clone(), column.clone()]).collect()
            }
            None => Vec::new(),
        };
        self.0.extend(before);
    }

    /// Whether a sample would show one of them.
    pub(super) fn are_in(&self, sample: &Sample, dialect: Dialect) -> bool {
        let Sample::Keys { columns, sql } = sample else { return false };
        let of_columns = self.0.iter().filter(|[_, own]| columns.iter().any(|column| column.eq_ignore_ascii_case(own)));
        let tables: BTreeSet<String> = of_columns.map(|[table, _]| table.to_lowercase()).collect();
        !tables.is_empty() && dialect.mentions(sql, &tables)
    }
}

#[cfg(test)]
mod tests {
    use tablewright_schema::model::{ForeignKeyDef, Text};
    use tablewright_schema::{ColumnDef, DataType};

    use super::*;

    const MAIL: &[Text] = &[Text::Borrowed("mail")];

    fn keys(column: &str, table: &str) -> Sample {
        Sample::Keys { columns: vec![column.to_owned()], sql: format!("SELECT \"{column}\" FROM \"{table}\"") }
    }

    #[test]
    fn they_are_known_by_every_name() {
        const COLUMNS: &[ColumnDef] = &[ColumnDef::new("mail", DataType::Text), ColumnDef::new("id", DataType::I64)];
        const PERSONAL: &[ColumnDef] =
            &[ColumnDef::new("mail", DataType::Text).personal(), ColumnDef::new("id", DataType::I64)];
        const TO_PATIENT: &[ForeignKeyDef] = &[ForeignKeyDef::new("fk", MAIL, "patients", MAIL)];
        const TO_LETTER: &[ForeignKeyDef] = &[ForeignKeyDef::new("fk", MAIL, "letters", MAIL)];
        let tables = [
            TableDef::new("replies", COLUMNS).foreign_keys(TO_LETTER),
            TableDef::new("letters", COLUMNS).foreign_keys(TO_PATIENT),
            TableDef::new("patients", PERSONAL),
            TableDef::new("towns", COLUMNS),
        ];
        let file = |changes: &str| {
            let text = format!(r#"{{ "version": "1", "name": "n", "up_sql": [], "changes": [{changes}] }}"#);
            Migration::parse("1.json", &text).unwrap()
        };
        let migrations = [
            file(
                r#"{ "verb": "rename", "table": "guests", "part": "column `email`", "from": "address", "to": "email" }"#,
            ),
            file(
                r#"{ "verb": "rename", "table": "patients", "from": "guests", "to": "patients" },
                   { "verb": "rename", "table": "patients", "part": "column `mail`", "from": "email", "to": "mail" }"#,
            ),
        ];
        let personal = Personal::of(&tables, &migrations);
        let is_in = |column: &str, table: &str| personal.are_in(&keys(column, table), Dialect::Postgres);
        for [column, table] in [
            ["mail", "patients"],
            ["mail", "letters"],
            ["MAIL", "Replies"],
            ["email", "patients"],
            ["email", "guests"],
            ["address", "guests"],
            ["mail", &aside("patients")],
        ] {
            assert!(is_in(column, table), "{table}.{column}");
        }
        for [column, table] in [["id", "patients"], ["mail", "towns"], ["address", "towns"]] {
            assert!(!is_in(column, table), "{table}.{column}");
        }
        assert!(!personal.are_in(&Sample::Count, Dialect::Postgres));
    }
}
