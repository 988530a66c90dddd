//! How wide the values of an expression can be, for an index over it.

use super::context::Context;
use super::key_width::KeyWidth;
use crate::expr::{Expr, Function, Node, Operator};
use crate::model::DataType;

/// How wide a value can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Width {
    /// In bytes of a key.
    pub(crate) bytes: u32,
    /// In characters, or in bytes if it is made of them; of anything else 0.
    pub(crate) length: u32,
}

impl Width {
    /// Numbers, times and truth values, whatever the engine.
    const SHORT: Self = Self { bytes: 8, length: 0 };

    fn of_text(characters: usize) -> Self {
        let length = u32::try_from(characters).unwrap_or(u32::MAX);
        Self { bytes: length.saturating_mul(4), length }
    }

    fn and(self, other: Self) -> Self {
        Self { bytes: self.bytes.saturating_add(other.bytes), length: self.length.saturating_add(other.length) }
    }

    fn or(self, other: Self) -> Self {
        Self { bytes: self.bytes.max(other.bytes), length: self.length.max(other.length) }
    }

    fn at_most(self, other: Self) -> Self {
        Self { bytes: self.bytes.min(other.bytes), length: self.length.min(other.length) }
    }
}

/// The width of an expression. What the dialect refuses in keys, or does not know, has none.
pub(crate) fn of(context: &Context<'_>, expression: &Expr) -> Width {
    let first = |arguments: &[Expr]| arguments.first().map_or(Width::SHORT, |argument| of(context, argument));
    match &expression.node {
        Node::Column(name) => {
            context.def.column(name).map_or(Width::SHORT, |column| of_column(context, &column.data_type))
        }
        Node::Text(text) => Width::of_text(text.chars().count()),
        Node::Binary(Operator::Concat, left, right) => of(context, left).and(of(context, right)),
        Node::Call(Function::Substr, arguments) => match arguments.as_slice() {
            [text, _, Expr { node: Node::Number(count), .. }] => {
                of(context, text).at_most(Width::of_text(count.parse().unwrap_or(usize::MAX)))
            }
            _ => first(arguments),
        },
        Node::Call(Function::Lower | Function::Upper | Function::Trim | Function::NullIf, arguments) => {
            first(arguments)
        }
        Node::Call(Function::Coalesce, arguments) => widest(context, arguments.iter()),
        Node::Case(branches, otherwise) => {
            widest(context, branches.iter().map(|(_, value)| value).chain(otherwise.as_deref()))
        }
        Node::Call(Function::Length | Function::Abs | Function::Round, _)
        | Node::Binary(..)
        | Node::Minus(_)
        | Node::Not(_)
        | Node::IsNull(..)
        | Node::In(..)
        | Node::Between(..)
        | Node::Like(..)
        | Node::Number(_)
        | Node::Bool(_)
        | Node::Null
        | Node::Moment(..) => Width::SHORT,
    }
}

fn widest<'e>(context: &Context<'_>, parts: impl Iterator<Item = &'e Expr>) -> Width {
    parts.map(|part| of(context, part)).fold(Width::default(), Width::or)
}

fn of_column(context: &Context<'_>, data_type: &DataType) -> Width {
    let bytes = match context.dialect.key_width(data_type) {
        KeyWidth::Bytes(bytes) | KeyWidth::RefusedInUnique(_, bytes) => bytes,
        KeyWidth::Unknown | KeyWidth::Refused(_) => return Width::default(),
    };
    let length = match data_type {
        DataType::Varchar(length) | DataType::Binary(length) => *length,
        DataType::Enum(values) => DataType::enum_width(values),
        DataType::Text
        | DataType::I16
        | DataType::I32
        | DataType::I64
        | DataType::Bool
        | DataType::F32
        | DataType::F64
        | DataType::Decimal { .. }
        | DataType::Date
        | DataType::Time
        | DataType::Timestamp
        | DataType::TimestampTz
        | DataType::Uuid
        | DataType::Json
        | DataType::Blob
        | DataType::Late(_) => 0,
    };
    Width { bytes, length }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Dialect;
    use crate::expr::parse;
    use crate::model::{ColumnDef, TableDef};

    #[test]
    fn a_value_is_as_wide_as_what_it_can_be() {
        let mut def = TableDef::new("t", &[]);
        def.columns = vec![
            ColumnDef::new("a", DataType::Varchar(100)),
            ColumnDef::new("b", DataType::Varchar(30)),
            ColumnDef::new("n", DataType::I32),
        ]
        .into();
        let context = Context::new(&def, Dialect::Mysql);
        for (text, length, bytes) in [
            ("lower(a)", 100, 400),
            ("a || ', ' || b", 132, 528),
            ("coalesce(b, a)", 100, 400),
            ("case when n > 1 then b else 'no' end", 30, 120),
            ("nullif(b, a)", 30, 120),
            ("substr(a, n, 8)", 8, 32),
            ("substr(b, 1, 50)", 30, 120),
            ("substr(a, 1, n)", 100, 400),
            ("length(a) + n", 0, 8),
            ("n", 0, 4),
        ] {
            assert_eq!(of(&context, &parse(text).unwrap()), Width { bytes, length }, "{text}");
        }
    }
}
