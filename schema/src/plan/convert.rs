//! Which types turn into which, which values a column needs, and what no plan can do.

use super::{Fill, Refusal};
use crate::Dialect;
use crate::dialect::literal::literal;
use crate::diff::{Matched, Pair};
use crate::expr;
use crate::model::{ColumnDef, ColumnDefault, DataType, Literal, TableDef};

/// How the values of one type become those of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Conversion {
    /// All of them fit.
    Widens,
    /// Some may not.
    Narrows,
}

/// The conversions that every engine makes alike.
pub(super) fn conversion(from: &DataType, to: &DataType) -> Option<Conversion> {
    let by = |from: u64, to: u64| Some(if from <= to { Conversion::Widens } else { Conversion::Narrows });
    if let (Some(from), Some(to)) = (integer_bits(from), integer_bits(to)) {
        return by(from, to);
    }
    if let (Some(from), Some(to)) = (text_width(from), text_width(to)) {
        return by(from, to);
    }
    if let (Some(from), Some(to)) = (byte_width(from), byte_width(to)) {
        return by(from, to);
    }
    match (from, to) {
        (DataType::Decimal { precision: from, scale: a }, DataType::Decimal { precision: to, scale: b }) if a == b => {
            by(u64::from(*from), u64::from(*to))
        }
        (from, to) if from == to => Some(Conversion::Widens),
        _ => None,
    }
}

fn integer_bits(data_type: &DataType) -> Option<u64> {
    match data_type {
        DataType::I16 => Some(16),
        DataType::I32 => Some(32),
        DataType::I64 => Some(64),
        _ => None,
    }
}

/// How many characters there may be.
pub(super) fn text_width(data_type: &DataType) -> Option<u64> {
    match data_type {
        DataType::Varchar(length) => Some(u64::from(*length)),
        DataType::Enum(values) => Some(u64::from(DataType::enum_width(values))),
        DataType::Text => Some(u64::MAX),
        _ => None,
    }
}

fn byte_width(data_type: &DataType) -> Option<u64> {
    match data_type {
        DataType::Binary(length) => Some(u64::from(*length)),
        DataType::Blob => Some(u64::MAX),
        _ => None,
    }
}

/// Whether a column that is added to a table needs a value that nobody has told yet.
pub(super) fn needs_value(def: &TableDef, column: &ColumnDef) -> bool {
    let has_default =
        matches!(column.default, Some(ColumnDefault::Literal(_) | ColumnDefault::Now | ColumnDefault::Expression(_)));
    column.generated.is_none() && !has_default && (!column.nullable || def.is_key(&column.name))
}

/// The value in a dialect that the rows that are there get: what was given, or a neutral one if that does.
pub(super) fn value(def: &TableDef, column: &ColumnDef, dialect: Dialect, fill: &Fill) -> Option<String> {
    let given = fill.given.iter().find(|(table, name, _)| *table == *def.name && *name == *column.name);
    if let Some((_, _, expression)) = given {
        return expr::render(expression, def, dialect).ok();
    }
    if !fill.neutral {
        return None;
    }
    let written = |value: Literal| Some(literal(&value, Some(&column.data_type), dialect));
    match &column.data_type {
        DataType::I16 | DataType::I32 | DataType::I64 => written(Literal::Integer(0)),
        DataType::F32 | DataType::F64 | DataType::Decimal { .. } => written(Literal::Number("0".into())),
        DataType::Bool => written(Literal::Bool(false)),
        DataType::Text | DataType::Varchar(_) => written(Literal::Text(dialect.neutral_text().into())),
        DataType::Enum(values) => written(Literal::Text(values.first().cloned().unwrap_or_default())),
        DataType::Date => expr::render("date '1970-01-01'", def, dialect).ok(),
        DataType::Timestamp => expr::render("timestamp '1970-01-01 00:00:00'", def, dialect).ok(),
        _ => None,
    }
}

/// The value that the rows that are there get in a column that is added, unless its default is that.
pub(super) fn added_value(def: &TableDef, column: &ColumnDef, dialect: Dialect, fill: &Fill) -> Option<String> {
    let is_given = fill.given.iter().any(|(table, name, _)| *table == *def.name && *name == *column.name);
    if is_given || needs_value(def, column) { value(def, column, dialect, fill) } else { None }
}

/// Everything that no plan can do.
pub(super) fn refusals(matched: &Matched<'_>, dialect: Dialect, fill: &Fill) -> Vec<Refusal> {
    matched.pairs.iter().flat_map(|pair| in_pair(pair, dialect, fill)).collect()
}

fn in_pair(pair: &Pair<'_>, dialect: Dialect, fill: &Fill) -> Vec<Refusal> {
    let table = &pair.new.name;
    let mut refusals = Vec::new();
    let mut refuse = |message: String, help: &str| refusals.push(Refusal { message, help: help.to_owned() });
    for column in pair.new.columns.iter() {
        let name = &column.name;
        let before = pair.renamed_old.column(name);
        if column.auto_increment != before.is_some_and(|before| before.auto_increment) {
            refuse(
                format!(
                    "the rows that are in `{table}` keep their numbers: `{name}` cannot begin or cease to be numbered"
                ),
                "make a new table, and take the rows over",
            );
            continue;
        }
        let is_new = before.is_none_or(|before| before.generated.is_some() && column.generated.is_none());
        if is_new {
            if needs_value(pair.new, column) && value(pair.new, column, dialect, fill).is_none() {
                refuse(
                    format!("the rows that are in `{table}` need a value for `{name}`"),
                    "give a default, make it an `Option`, or say which value they get (`backfill`)",
                );
            }
        } else if let Some(before) = before
            && column.generated.is_none()
            && conversion(&before.data_type, &column.data_type).is_none()
        {
            let name_of = crate::describe::data_type_name;
            refuse(
                format!(
                    "the values of `{table}.{name}` cannot become {} from {} in the same way on every engine",
                    name_of(&column.data_type),
                    name_of(&before.data_type)
                ),
                "add another column, fill it in a migration of your own, and drop this one",
            );
        }
    }
    refusals
}
