//! What no plan does, and why.

use super::*;
use crate::model::{CheckDef, ColumnDef, DataType, Text, UniqueDef};

fn table(data_type: DataType) -> [TableDef; 1] {
    let mut def = TableDef::new("people", &[]).primary_key("pk", const { &[Text::Borrowed("id")] });
    def.columns = vec![ColumnDef::new("id", DataType::I64), ColumnDef::new("v", data_type).nullable()].into();
    [def]
}

fn refused(from: DataType, to: DataType) -> Option<String> {
    let refusals = plan(&table(from), &table(to), Dialect::Postgres, &Fill::default()).err()?;
    Some(refusals.into_iter().map(|refusal| refusal.message).collect())
}

#[test]
fn what_engines_would_not_do_alike_is_refused_with_the_reason() {
    let decimal = || DataType::Decimal { precision: 8, scale: 2 };
    for (from, to, why) in [
        (DataType::F64, DataType::F32, "rounds"),
        (decimal(), DataType::F64, "rounds"),
        (DataType::F64, DataType::I64, "rounds"),
        (DataType::Json, DataType::Text, "as it was written"),
        (DataType::Timestamp, DataType::TimestampTz, "time zone"),
        (DataType::TimestampTz, DataType::Date, "time zone"),
        (DataType::Time, DataType::Text, "parts of a second"),
        (DataType::Text, DataType::Timestamp, "parts of a second"),
        (DataType::Bool, DataType::Text, "true and false"),
        (DataType::Text, DataType::Bool, "true and false"),
        (DataType::Uuid, DataType::Binary(16), "bytes"),
        (DataType::Text, DataType::Blob, "bytes"),
    ] {
        let message = refused(from.clone(), to.clone()).unwrap_or_else(|| panic!("{from:?} to {to:?} is planned"));
        assert!(message.contains(why), "{from:?} to {to:?}: {message}");
        assert!(message.starts_with("the values of `people.v` cannot become "), "{message}");
    }
}

#[test]
fn a_dialect_that_was_not_taught_to_convert_says_so() {
    for dialect in Dialect::ALL {
        let planned = plan(&table(DataType::I32), &table(DataType::Text), dialect, &Fill::default());
        assert_eq!(planned.is_ok(), dialect.converts_families(), "{dialect}");
    }
}

/// Two tables, the second of which has the keys that the first loses if they move.
fn changed(moves: bool) -> (Vec<TableDef>, Vec<TableDef>) {
    static UNIQUE: [UniqueDef; 1] = [UniqueDef::new("uq", const { &[Text::Borrowed("v")] })];
    static CHECK: [CheckDef; 1] = [CheckDef::new("ck", "v > 0")];
    let [old] = table(DataType::I32);
    let mut new = table(DataType::I64)[0].clone().uniques(&UNIQUE);
    new.columns.to_mut().push(ColumnDef::new("w", DataType::I64).nullable());
    let mut other = old.clone();
    other.name = "others".into();
    other.primary_key.name = "pk_others".into();
    let (mut before, mut after) = (old.checks(&CHECK), other.clone());
    before.columns.to_mut().push(ColumnDef::new("x", DataType::I64).nullable());
    if moves {
        after.checks = CHECK.as_slice().into();
    }
    (vec![before, other], vec![new, after])
}

#[test]
fn a_table_is_altered_once_where_each_statement_commits() {
    let statements = |dialect, moves| {
        let (old, new) = changed(moves);
        plan(&old, &new, dialect, &Fill::default()).unwrap().statements
    };
    for dialect in [Dialect::Mysql, Dialect::Mariadb] {
        let all = "ALTER TABLE `people` DROP CONSTRAINT `ck`, ADD COLUMN `w` bigint, MODIFY COLUMN `v` bigint, DROP COLUMN `x`, \
                   ADD CONSTRAINT `uq` UNIQUE (`v`)";
        assert_eq!(statements(dialect, false), [all]);
        // A name that another table gets is free before.
        let moved = statements(dialect, true);
        assert_eq!(moved.first().unwrap(), "ALTER TABLE `people` DROP CONSTRAINT `ck`");
        assert_eq!(moved.last().unwrap(), "ALTER TABLE `others` ADD CONSTRAINT `ck` CHECK (`v` > 0)");
    }
    let columns = "ALTER TABLE \"people\" ADD \"w\" BIGINT, ALTER COLUMN \"v\" TYPE BIGINT, DROP \"x\"";
    assert_eq!(statements(Dialect::Firebird, false)[1], columns);
}

#[test]
fn a_column_is_changed_beside_others_where_its_rows_stay_as_they_are() {
    let online = Fill { online: true, ..Fill::default() };
    let last = |from: DataType, to: DataType, dialect| {
        plan(&table(from), &table(to), dialect, &online).unwrap().statements.pop().unwrap()
    };
    for dialect in [Dialect::Mysql, Dialect::Mariadb] {
        let longer = last(DataType::Varchar(20), DataType::Varchar(60), dialect);
        assert_eq!(longer, "ALTER TABLE `people` MODIFY COLUMN `v` varchar(60), LOCK=NONE");
        let copied = last(DataType::Varchar(20), DataType::Varchar(64), dialect);
        assert_eq!(copied, "ALTER TABLE `people` MODIFY COLUMN `v` varchar(64)");
        assert_eq!(last(DataType::I32, DataType::I64, dialect), "ALTER TABLE `people` MODIFY COLUMN `v` bigint");
    }
}
