//! Which types turn into which, which values a column needs, and what no plan can do.

use super::{Fill, Refusal};
use crate::Dialect;
use crate::dialect::convert::{is_family, text_width};
use crate::dialect::literal::literal;
use crate::dialect::pieces::Pieces;
use crate::diff::{Matched, Pair};
use crate::expr;
use crate::model::{ColumnDef, ColumnDefault, DataType, Literal, TableDef};

/// Whether the values of one type become those of another, in the same way on every engine.
///
/// # Errors
/// Why they do not.
pub(super) fn conversion(from: &DataType, to: &DataType) -> Result<(), &'static str> {
    use DataType::{
        Bool, Date, Decimal, F32, F64, I16, I32, I64, Json, Text, Time, Timestamp, TimestampTz, Uuid, Varchar,
    };
    match (from, to) {
        (from, to) if is_family(from, to) => Ok(()),
        (I16 | I32 | I64 | Decimal { .. }, I16 | I32 | I64 | Decimal { .. })
        | (Bool, I16 | I32 | I64)
        | (I16 | I32 | I64, Bool)
        | (I16 | I32 | I64 | Decimal { .. } | Date | Uuid, Text | Varchar(_))
        | (Date, Timestamp)
        | (Timestamp, Date)
        | (F32, F64) => Ok(()),
        (from, I16 | I32 | I64 | Decimal { .. } | Date | Uuid) if text_width(from).is_some() => Ok(()),
        (F32 | F64, _) | (_, F32 | F64) => {
            Err("a binary fraction is not a decimal one, and each engine rounds its own way")
        }
        (Json, _) | (_, Json) => Err("some engines keep a document as it was written, and some do not"),
        (TimestampTz, _) | (_, TimestampTz) => Err("only you know which time zone the local times are of"),
        (Timestamp | Time, _) | (_, Timestamp | Time) => Err("engines write the parts of a second in different ways"),
        (Bool, _) | (_, Bool) => Err("engines write true and false in different ways"),
        _ => Err("some engines keep the one as the other's bytes, and some do not"),
    }
}

/// Whether a conversion gives up a part of the values; such a change has to be named.
pub(crate) fn loses(from: &DataType, to: &DataType) -> bool {
    matches!((from, to), (DataType::Timestamp, DataType::Date))
}

/// Whether different values stay different.
pub(super) fn is_injective(from: &DataType, to: &DataType) -> bool {
    let is_read = text_width(from).is_some() && matches!(to, DataType::Decimal { .. } | DataType::Uuid);
    !is_read && !loses(from, to)
}

/// Whether a column that is added to a table needs a value that nobody has told yet.
pub(super) fn needs_value(def: &TableDef, column: &ColumnDef) -> bool {
    let has_default =
        matches!(column.default, Some(ColumnDefault::Literal(_) | ColumnDefault::Now | ColumnDefault::Expression(_)));
    column.generated.is_none()
        && !column.auto_increment
        && !has_default
        && (!column.nullable || def.is_key(&column.name))
}

/// The value in a dialect that the rows that are there get: what was given, or a neutral one if that does.
pub(super) fn value(def: &TableDef, column: &ColumnDef, dialect: Dialect, fill: &Fill) -> Option<String> {
    let returned = fill.returned.iter().find(|(table, name, _)| *table == *def.name && *name == *column.name);
    if let Some((_, _, sql)) = returned {
        return Some(sql.clone());
    }
    match given(def, column, fill) {
        Some(expression) => expr::render_value(expression, def, Some(&column.data_type), dialect).ok(),
        None => neutral(def, column, dialect, fill),
    }
}

/// The expression that was given for a column.
pub(super) fn given<'f>(def: &TableDef, column: &ColumnDef, fill: &'f Fill) -> Option<&'f str> {
    let mut given = fill.given.iter();
    given
        .find(|(table, name, _)| *table == *def.name && *name == *column.name)
        .map(|(_, _, expression)| expression.as_str())
}

/// A value that says nothing, if that does and the type has one.
pub(super) fn neutral(def: &TableDef, column: &ColumnDef, dialect: Dialect, fill: &Fill) -> Option<String> {
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
        DataType::Date => expr::render_value("date '1970-01-01'", def, None, dialect).ok(),
        DataType::Timestamp => expr::render_value("timestamp '1970-01-01 00:00:00'", def, None, dialect).ok(),
        _ => None,
    }
}

/// What the database puts into a column for whoever says nothing of it.
pub(super) fn default_value(def: &TableDef, column: &ColumnDef, dialect: Dialect) -> Option<String> {
    let piece = Pieces::of(def, dialect).columns.into_iter().find(|piece| piece.name == *column.name)?;
    piece.default_value().map(str::to_owned)
}

/// The value that the rows that are there get in a column that is added, unless its default is that.
pub(super) fn added_value(def: &TableDef, column: &ColumnDef, dialect: Dialect, fill: &Fill) -> Option<String> {
    if fill.gives(&def.name, &column.name) || needs_value(def, column) {
        value(def, column, dialect, fill)
    } else {
        None
    }
}

/// Everything that no plan can do.
pub(super) fn refusals(matched: &Matched<'_>, dialect: Dialect, fill: &Fill) -> Vec<Refusal> {
    let mut refusals = claimed_twice(matched);
    refusals.extend(matched.pairs.iter().flat_map(|pair| in_pair(pair, dialect, fill)));
    refusals
}

/// Tables and columns that are said to have been the same one: it can only become one of them.
fn claimed_twice(matched: &Matched<'_>) -> Vec<Refusal> {
    let refusal = |kind: &str, old: &str, [one, other]: [&str; 2]| Refusal {
        message: format!("the {kind} `{old}` that is there cannot become `{one}` and `{other}`"),
        help: "leave `renamed_from` out of one of them, which is new then".to_owned(),
    };
    let mut refusals = Vec::new();
    for (n, pair) in matched.pairs.iter().enumerate() {
        if let Some(first) = matched.pairs[..n].iter().find(|first| first.old.name == pair.old.name) {
            refusals.push(refusal("table", &pair.old.name, [&first.new.name, &pair.new.name]));
        }
        for (m, (from, to)) in pair.renamed.iter().enumerate() {
            let first = pair.renamed[..m].iter().find(|(first, _)| first == from).map(|(_, to)| to.as_str());
            let stays = pair.new.column(from).map(|column| &*column.name);
            if let Some(first) = first.or(stays) {
                refusals.push(refusal("column", &format!("{}.{from}", pair.new.name), [first, to]));
            }
        }
    }
    refusals
}

fn in_pair(pair: &Pair<'_>, dialect: Dialect, fill: &Fill) -> Vec<Refusal> {
    let table = &pair.new.name;
    let mut refusals = Vec::new();
    let mut refuse = |message: String, help: &str| refusals.push(Refusal { message, help: help.to_owned() });
    for column in pair.new.columns.iter() {
        let name = &column.name;
        let before = pair.renamed_old.column(name);
        let is_new = before.is_none_or(|before| before.generated.is_some() && column.generated.is_none());
        if is_new {
            if needs_value(pair.new, column) && value(pair.new, column, dialect, fill).is_none() {
                refuse(
                    format!("the rows that are in `{table}` need a value for `{name}`"),
                    "give a default, make it an `Option`, or say which value they get (`backfill`)",
                );
            }
            continue;
        }
        let Some(before) = before.filter(|_| column.generated.is_none()) else { continue };
        let why = match conversion(&before.data_type, &column.data_type) {
            Ok(()) if is_family(&before.data_type, &column.data_type) || dialect.converts_families() => continue,
            Ok(()) => "this dialect's conversions are not known",
            Err(why) => why,
        };
        let name_of = crate::describe::data_type_name;
        let (from, to) = (name_of(&before.data_type), name_of(&column.data_type));
        refuse(
            format!("the values of `{table}.{name}` cannot become {to} from {from}: {why}"),
            "add another column, fill it in a migration of your own, and drop this one",
        );
    }
    refusals
}
