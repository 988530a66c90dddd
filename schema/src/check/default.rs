//! Defaults: of the column's type, and within its limits.

use super::column::control_character;
use crate::expr;
use crate::model::{ColumnDef, ColumnDefault, DataType, Literal, TableDef};
use crate::problem::{Place, Problem};
use crate::suggest;

/// The characters of a UUID as text.
const UUID_LENGTH: u32 = 36;

/// `default-syntax`: an expression as a default names no column.
pub(super) fn given(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, column) in def.columns.iter().enumerate() {
        let Some(ColumnDefault::Expression(text)) = &column.default else { continue };
        let errors = match expr::parse(text) {
            Ok(expression) => expr::validate(&expression, def, expr::Context::Default),
            Err(error) => vec![error],
        };
        problems.extend(
            errors
                .into_iter()
                .map(|error| super::expression::problem("default-syntax", Place::ColumnDefault(n), error)),
        );
    }
}

/// `default-type`: the default is a value the column can hold; `control-character`.
pub(super) fn fits(def: &TableDef, problems: &mut Vec<Problem>) {
    for (n, column) in def.columns.iter().enumerate() {
        if let Some(ColumnDefault::Literal(Literal::Text(text))) = &column.default {
            problems.extend(control_character("default", Place::ColumnDefault(n), text));
        }
        let Some((message, help)) = column.default.as_ref().and_then(|default| mismatch(def, column, default)) else {
            continue;
        };
        problems.push(Problem::new("default-type", Place::ColumnDefault(n), message).help(help));
    }
}

/// What is wrong with a default for its column, and what to do.
pub(crate) fn mismatch(def: &TableDef, column: &ColumnDef, default: &ColumnDefault) -> Option<(String, String)> {
    let name = &column.name;
    let data_type = &column.data_type;
    if matches!(data_type, DataType::Late(_)) {
        return None;
    }
    match default {
        ColumnDefault::Now => (!data_type.is_time()).then(|| {
            (
                format!("`now` is a time, and `{name}` holds {}", describe(data_type)),
                "use a date or time type for the field".to_owned(),
            )
        }),
        ColumnDefault::Uuid => match data_type {
            DataType::Uuid | DataType::Text => None,
            DataType::Varchar(length) if *length >= UUID_LENGTH => None,
            DataType::Varchar(length) => Some((
                format!("a UUID has {UUID_LENGTH} characters, and `{name}` takes {length}"),
                format!("set `max_length = {UUID_LENGTH}`"),
            )),
            other => Some((
                format!("`uuid` is a UUID, and `{name}` holds {}", describe(other)),
                "use `Uuid` or `String` for the field".to_owned(),
            )),
        },
        ColumnDefault::Literal(literal) => literal_mismatch(name, data_type, literal),
        ColumnDefault::Expression(text) => {
            // One that cannot be read is told of already.
            let given = expr::misfit(&expr::parse(text).ok()?, def, data_type)?;
            let help = "write an expression of the column's type";
            Some((format!("the default is {given}, and `{name}` holds {}", describe(data_type)), help.to_owned()))
        }
    }
}

fn literal_mismatch(name: &str, data_type: &DataType, literal: &Literal) -> Option<(String, String)> {
    let wrong = |given: &str| {
        Some((
            format!("the default is {given}, and `{name}` holds {}", describe(data_type)),
            example(data_type).to_owned(),
        ))
    };
    match (literal, data_type) {
        (Literal::Late(_), _) | (Literal::Bool(_), DataType::Bool) => None,
        (Literal::Bool(_), _) => wrong("true or false"),
        (Literal::Integer(value), DataType::I16) => out_of_range(*value, i64::from(i16::MIN), i64::from(i16::MAX)),
        (Literal::Integer(value), DataType::I32) => out_of_range(*value, i64::from(i32::MIN), i64::from(i32::MAX)),
        (Literal::Integer(_), DataType::I64 | DataType::F32 | DataType::F64) => None,
        (Literal::Number(_), DataType::F32 | DataType::F64) => None,
        (Literal::Integer(value), DataType::Decimal { precision, scale }) => {
            digits(&value.to_string(), *precision, *scale)
        }
        (Literal::Number(value), DataType::Decimal { precision, scale }) => digits(value, *precision, *scale),
        (Literal::Integer(_) | Literal::Number(_), _) => wrong("a number"),
        (Literal::Text(_), DataType::Text) => None,
        (Literal::Text(value), DataType::Varchar(length)) => (value.chars().count() > *length as usize).then(|| {
            let given = value.chars().count();
            (
                format!("the default has {given} characters, and `{name}` takes {length}"),
                "shorten it, or raise `max_length`".to_owned(),
            )
        }),
        (Literal::Text(value), DataType::Enum(values)) => (!values.contains(value)).then(|| {
            (format!("`{value}` is no value of `{name}`"), suggest::help(value, values.iter().map(|value| &**value)))
        }),
        (Literal::Text(_), _) => wrong("a text"),
    }
}

fn out_of_range(value: i64, low: i64, high: i64) -> Option<(String, String)> {
    (!(low..=high).contains(&value))
        .then(|| (format!("the default {value} is out of range"), format!("the type holds {low} to {high}")))
}

fn digits(value: &str, precision: u8, scale: u8) -> Option<(String, String)> {
    if value.contains(['e', 'E']) {
        return Some((
            format!("the default {value} has an exponent, and the column holds a decimal"),
            "write all of its digits, as in `default = 1000`".to_owned(),
        ));
    }
    let (whole, fraction) =
        value.trim_start_matches('-').split_once('.').unwrap_or((value.trim_start_matches('-'), ""));
    let whole = whole.trim_start_matches('0').len();
    let fraction = fraction.trim_end_matches('0').len();
    (fraction > usize::from(scale) || whole > usize::from(precision.saturating_sub(scale))).then(|| {
        (
            format!("the default {value} has more digits than the column"),
            format!(
                "decimal({precision}, {scale}) has {} digits before the point and {scale} after it",
                precision.saturating_sub(scale)
            ),
        )
    })
}

pub(super) const fn describe(data_type: &DataType) -> &'static str {
    match data_type {
        DataType::Text | DataType::Varchar(_) => "a text",
        DataType::I16 | DataType::I32 | DataType::I64 => "a whole number",
        DataType::Bool => "true or false",
        DataType::F32 | DataType::F64 | DataType::Decimal { .. } => "a number",
        DataType::Date | DataType::Time | DataType::Timestamp | DataType::TimestampTz => "a time",
        DataType::Uuid => "a UUID",
        DataType::Json => "a document",
        DataType::Blob | DataType::Binary(_) => "bytes",
        DataType::Enum(_) => "one of a list",
        DataType::Late(_) => "a value of its own type",
    }
}

const fn example(data_type: &DataType) -> &'static str {
    match data_type {
        DataType::Text | DataType::Varchar(_) => "write a text, as in `default = \"none\"`",
        DataType::I16 | DataType::I32 | DataType::I64 => "write a whole number, as in `default = 0`",
        DataType::Bool => "write `default = true` or `default = false`",
        DataType::F32 | DataType::F64 | DataType::Decimal { .. } => "write a number, as in `default = 1.5`",
        DataType::Date | DataType::Time | DataType::Timestamp | DataType::TimestampTz => "write `default = now`",
        DataType::Uuid => "write `default = uuid`",
        DataType::Enum(_) => "write one of its values",
        DataType::Json | DataType::Blob | DataType::Binary(_) | DataType::Late(_) => {
            "leave the default out; not every engine takes one here"
        }
    }
}
