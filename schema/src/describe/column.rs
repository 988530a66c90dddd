//! A column in words.

use super::writer::Writer;
use crate::model::borrowed::{slice, text};
use crate::model::{ColumnDef, ColumnDefault, DataType, Literal};

/// Writes the entry of a column.
pub(super) const fn entry(column: &ColumnDef, to: &mut Writer<'_>) {
    to.put("column `");
    to.put(text(&column.name));
    to.put("`\t");
    data_type(&column.data_type, to);
    if column.nullable {
        to.put(", may be NULL");
    }
    if column.auto_increment {
        to.put(", numbered");
    }
    if let Some(value) = &column.default {
        to.put(", default ");
        default(value, to);
    }
    if let Some(generated) = &column.generated {
        to.put(if generated.stored { ", stored as " } else { ", computed as " });
        to.put(text(&generated.expression));
    }
    if let Some(comment) = &column.comment {
        to.put(", comment `");
        to.put(text(comment));
        to.put("`");
    }
}

pub(crate) const fn data_type(data_type: &DataType, to: &mut Writer<'_>) {
    match data_type {
        DataType::Text => to.put("text"),
        DataType::Varchar(length) => sized("varchar(", *length, to),
        DataType::I16 => to.put("i16"),
        DataType::I32 => to.put("i32"),
        DataType::I64 => to.put("i64"),
        DataType::Bool => to.put("bool"),
        DataType::F32 => to.put("f32"),
        DataType::F64 => to.put("f64"),
        DataType::Decimal { precision, scale } => {
            to.put("decimal(");
            to.number(*precision as u64);
            to.put(", ");
            to.number(*scale as u64);
            to.put(")");
        }
        DataType::Date => to.put("date"),
        DataType::Time => to.put("time"),
        DataType::Timestamp => to.put("timestamp"),
        DataType::TimestampTz => to.put("timestamptz"),
        DataType::Uuid => to.put("uuid"),
        DataType::Json => to.put("json"),
        DataType::Blob => to.put("blob"),
        DataType::Binary(length) => sized("binary(", *length, to),
        DataType::Enum(values) => {
            to.put("one of ");
            let values = slice(values);
            let mut n = 0;
            while n < values.len() {
                if n > 0 {
                    to.put(", ");
                }
                to.put("'");
                to.put(text(&values[n]));
                to.put("'");
                n += 1;
            }
        }
        // Never in a finished model.
        DataType::Late(_) => to.put("a type of its own"),
    }
}

const fn sized(start: &str, length: u32, to: &mut Writer<'_>) {
    to.put(start);
    to.number(length as u64);
    to.put(")");
}

const fn default(default: &ColumnDefault, to: &mut Writer<'_>) {
    match default {
        ColumnDefault::Now => to.put("now"),
        ColumnDefault::Uuid => to.put("uuid"),
        ColumnDefault::Expression(expression) => {
            to.put("of ");
            to.put(text(expression));
        }
        ColumnDefault::Literal(literal) => match literal {
            Literal::Bool(true) => to.put("true"),
            Literal::Bool(false) => to.put("false"),
            Literal::Integer(value) => {
                if *value < 0 {
                    to.put("-");
                }
                to.number(value.unsigned_abs());
            }
            Literal::Number(value) => to.put(text(value)),
            Literal::Text(value) => {
                to.put("'");
                to.put(text(value));
                to.put("'");
            }
            // Never in a finished model.
            Literal::Late(_) => to.put("a value of its own type"),
        },
    }
}
