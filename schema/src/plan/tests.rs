//! What no plan does, and why.

use super::*;
use crate::model::{ColumnDef, DataType, Text};

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
