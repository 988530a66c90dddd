//! A column's default behind an engine's wording of it.

use super::expression;
use crate::dialect::Dialect;
use crate::expr::{self, Node};
use crate::model::{ColumnDefault, DataType, Literal, TableDef};

/// The default, if our language has words for it. The current time also says which kind of time a type is for that has no
/// kind of its own.
pub(super) fn lift(text: &str, data_type: &mut DataType, def: &TableDef, dialect: Dialect) -> Option<ColumnDefault> {
    for candidate in [data_type.clone(), DataType::TimestampTz, DataType::Timestamp, DataType::Date, DataType::Time] {
        let is_like = dialect.type_name(&candidate) == dialect.type_name(data_type);
        if is_like && dialect.is_now(&candidate, text) {
            *data_type = candidate;
            return Some(ColumnDefault::Now);
        }
    }
    let read = expression::read(text, def, dialect)?;
    let literal = match (&read.node, &*data_type) {
        (Node::Bool(value), _) => Some(Literal::Bool(*value)),
        (Node::Number(digits), DataType::Bool) => Some(Literal::Bool(digits != "0")),
        (Node::Text(digits), DataType::Bool) => Some(Literal::Bool(digits != "0")),
        (Node::Number(digits), _) => number(digits),
        // Some engines write a number as a text.
        (Node::Text(digits), numeric) if is_numeric(numeric) => number(digits),
        (Node::Text(text), _) => Some(Literal::Text(text.clone().into())),
        (Node::Minus(inner), _) => match &inner.node {
            Node::Number(digits) => number(&format!("-{digits}")),
            _ => None,
        },
        _ => None,
    };
    literal.map_or_else(
        || Some(ColumnDefault::Expression(expr::show(&read).into())),
        |literal| Some(ColumnDefault::Literal(literal)),
    )
}

fn is_numeric(data_type: &DataType) -> bool {
    data_type.is_integer() || matches!(data_type, DataType::F32 | DataType::F64 | DataType::Decimal { .. })
}

fn number(digits: &str) -> Option<Literal> {
    match digits.parse() {
        Ok(whole) => Some(Literal::Integer(whole)),
        Err(_) if digits.parse::<f64>().is_ok() => Some(Literal::Number(digits.to_owned().into())),
        Err(_) => None,
    }
}
