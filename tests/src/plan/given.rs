//! The way there as somebody plans it who says what the rows get that are there.

use fastrand::Rng;
use tablewright_schema::dialect::Dialect;
use tablewright_schema::model::{ColumnDef, DataType, TableDef};
use tablewright_schema::plan::{Fill, Plan, plan};

/// A plan that has a value for each column that does not go without, and for some of those that may ask instead.
///
/// # Errors
/// If there is none, or if there was one without the values that it needs.
pub(super) fn planned(dialect: Dialect, old: &[TableDef], new: &[TableDef], rng: &mut Rng) -> Result<Plan, String> {
    let (mut given, mut needed) = (Vec::new(), 0);
    for def in new {
        let Some(before) = before(def, old) else { continue };
        for column in def.columns.iter().filter(|column| is_required(def, column)) {
            let was = column_before(column, before);
            let is_needed = was.is_none_or(|was| was.generated.is_some()) && column.default.is_none();
            let had_all = |was: &ColumnDef| !was.nullable || before.is_key(&was.name);
            let may_ask = was.is_some_and(|was| was.generated.is_none() && !had_all(was));
            let wider =
                was.filter(|was| was.generated.is_none()).and_then(|was| wide(&was.data_type, &column.data_type));
            if let Some(value) = wider.or_else(|| value(&column.data_type))
                && (is_needed || may_ask && rng.bool())
            {
                needed += usize::from(is_needed);
                given.push((def.name.to_string(), column.name.to_string(), value));
            }
        }
    }
    if needed > 0 {
        let told = plan(old, new, dialect, &Fill::default()).err().unwrap_or_default();
        let asked = told.iter().filter(|refusal| refusal.message.contains("need a value for")).count();
        if asked != needed {
            return Err(format!("{needed} columns need a value, and {asked} are told of: {told:?}"));
        }
    }
    let fill = Fill { given, ..Fill::default() };
    plan(old, new, dialect, &fill).map_err(|refusals| format!("no plan: {refusals:?}, given {:?}", fill.given))
}

fn before<'o>(def: &TableDef, old: &'o [TableDef]) -> Option<&'o TableDef> {
    let by_name = |name: &str| old.iter().find(|old| old.name == name);
    by_name(&def.name).or_else(|| def.renamed_from.as_deref().and_then(by_name))
}

fn column_before<'o>(column: &ColumnDef, before: &'o TableDef) -> Option<&'o ColumnDef> {
    let by_name = |name: &str| before.column(name);
    by_name(&column.name).or_else(|| column.renamed_from.as_deref().and_then(by_name))
}

fn is_required(def: &TableDef, column: &ColumnDef) -> bool {
    column.generated.is_none() && !column.auto_increment && (!column.nullable || def.is_key(&column.name))
}

/// A value that a type takes and the one before it did not, if it is one that only got wider.
fn wide(from: &DataType, to: &DataType) -> Option<String> {
    match (from, to) {
        (DataType::Varchar(from), DataType::Varchar(to)) if from < to => {
            Some(format!("'{}'", "n".repeat(usize::try_from(*to).ok()?)))
        }
        (DataType::I16 | DataType::I32, DataType::I64) => Some("5000000000".to_owned()),
        (DataType::I16, DataType::I32) => Some("70000".to_owned()),
        (DataType::Decimal { scale: from, .. }, DataType::Decimal { scale: to, .. }) if from < to => {
            Some(format!("0.{:01$}", 1, usize::from(*to)))
        }
        _ => None,
    }
}

/// A value in the language of expressions.
fn value(data_type: &DataType) -> Option<String> {
    Some(match data_type {
        DataType::I16 | DataType::I32 | DataType::I64 | DataType::F32 | DataType::F64 | DataType::Decimal { .. } => {
            "0".to_owned()
        }
        DataType::Bool => "false".to_owned(),
        DataType::Text | DataType::Varchar(_) => "'n'".to_owned(),
        DataType::Enum(values) => format!("'{}'", values.first()?.replace('\'', "''")),
        DataType::Date => "date '1970-01-01'".to_owned(),
        DataType::Timestamp => "timestamp '1970-01-01 00:00:00'".to_owned(),
        _ => return None,
    })
}
