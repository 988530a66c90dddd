//! Whether an expression can be NULL.

use super::{Expr, Function, Node};
use crate::model::TableDef;

/// As far as it can be told: if it cannot, it can be NULL.
pub(super) fn may_be_null(expression: &Expr, table: &TableDef) -> bool {
    match &expression.node {
        Node::Column(name) => is_nullable(name, table),
        Node::Text(_) | Node::Number(_) | Node::Bool(_) | Node::Moment(..) | Node::IsNull(..) => false,
        Node::Null => true,
        Node::Not(inner) | Node::Minus(inner) | Node::Like(inner, ..) => may_be_null(inner, table),
        Node::Binary(_, left, right) => any([&**left, right], table),
        Node::In(inner, list, _) => any(std::iter::once(&**inner).chain(list), table),
        Node::Between(inner, low, high, _) => any([&**inner, low, high], table),
        Node::Case(branches, Some(otherwise)) => {
            any(branches.iter().map(|(_, value)| value).chain([&**otherwise]), table)
        }
        Node::Case(_, None) | Node::Call(Function::NullIf, _) => true,
        Node::Call(Function::Coalesce, arguments) => arguments.iter().all(|each| may_be_null(each, table)),
        Node::Call(
            Function::Length
            | Function::Lower
            | Function::Upper
            | Function::Trim
            | Function::Substr
            | Function::Abs
            | Function::Round,
            arguments,
        ) => any(arguments, table),
    }
}

fn any<'e>(expressions: impl IntoIterator<Item = &'e Expr>, table: &TableDef) -> bool {
    expressions.into_iter().any(|each| may_be_null(each, table))
}

/// Whether a column may be NULL.
pub(super) fn is_nullable(column: &str, table: &TableDef) -> bool {
    table.column(column).is_none_or(|def| def.nullable) && !table.is_key(column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expr::parse;
    use crate::model::{ColumnDef, DataType};

    #[test]
    fn what_is_made_of_nulls_may_be_null() {
        static COLUMNS: [ColumnDef; 2] =
            [ColumnDef::new("a", DataType::I32), ColumnDef::new("n", DataType::I32).nullable()];
        let table = TableDef::new("t", &COLUMNS);
        for (text, expected) in [
            ("a + 1", false),
            ("a + n", true),
            ("n is null", false),
            ("not n > 1", true),
            ("a in (1, n)", true),
            ("a between 1 and 2", false),
            ("coalesce(n, a)", false),
            ("coalesce(n, n)", true),
            ("nullif(a, 1)", true),
            ("case when n > 1 then a end", true),
            ("case when n > 1 then a else 2 end", false),
            ("case when a > 1 then n else 2 end", true),
        ] {
            assert_eq!(may_be_null(&parse(text).unwrap(), &table), expected, "{text}");
        }
    }
}
