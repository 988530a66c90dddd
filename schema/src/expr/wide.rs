//! Whether a whole number has 64 bits, on an engine where what is computed has no more than its operands.

use super::{Expr, Function, Node, Operator};
use crate::model::{DataType, TableDef};

/// Whether an expression of whole numbers has 64 bits as it is written.
pub(super) fn is_wide(expression: &Expr, table: &TableDef) -> bool {
    match &expression.node {
        Node::Column(name) => {
            table.column(name).is_some_and(|column| !matches!(column.data_type, DataType::I16 | DataType::I32))
        }
        Node::Number(number) => number.parse::<i32>().is_err(),
        // The sign of a number is a part of it; what is computed was made wide.
        Node::Minus(inner) => !matches!(inner.node, Node::Number(_)) || is_wide(inner, table),
        Node::Binary(Operator::Remainder, left, right) => is_wide(left, table) || is_wide(right, table),
        Node::Binary(_, left, right) => !are_small(left, right),
        Node::Call(Function::Abs, _) => true,
        Node::Call(Function::NullIf, arguments) => arguments.first().is_some_and(|first| is_wide(first, table)),
        Node::Call(Function::Coalesce, arguments) => arguments.iter().any(|argument| is_wide(argument, table)),
        Node::Case(branches, otherwise) => {
            branches.iter().map(|(_, value)| value).chain(otherwise.as_deref()).any(|value| is_wide(value, table))
        }
        Node::Call(
            Function::Length | Function::Lower | Function::Upper | Function::Trim | Function::Substr | Function::Round,
            _,
        )
        | Node::Text(_)
        | Node::Bool(_)
        | Node::Null
        | Node::Moment(..)
        | Node::Not(_)
        | Node::IsNull(..)
        | Node::In(..)
        | Node::Between(..)
        | Node::Like(..) => false,
    }
}

/// Whether what is computed of two numbers fits 32 bits whatever is computed, for each is written with 16 at the most.
pub(super) fn are_small(left: &Expr, right: &Expr) -> bool {
    let is_small = |side: &Expr| matches!(&side.node, Node::Number(number) if number.parse::<i16>().is_ok());
    is_small(left) && is_small(right)
}

#[cfg(test)]
mod tests {
    use super::super::tests::sql;
    use crate::dialect::Dialect;

    #[test]
    fn whole_numbers_are_computed_in_64_bits() {
        for (text, expected) in [
            ("qty * qty > 0", r#"(CAST("qty" AS bigint) * "qty") > 0"#),
            ("small + 1 - qty > 0", r#"((CAST("small" AS bigint) + 1) - "qty") > 0"#),
            ("1 + qty * small > 0", r#"(1 + (CAST("qty" AS bigint) * "small")) > 0"#),
            ("max_qty * qty > qty", r#"("max_qty" * "qty") > "qty""#),
            ("qty * 3000000000 > 0", r#"("qty" * 3000000000) > 0"#),
            ("-small = abs(qty)", r#"-CAST("small" AS bigint) = ABS(CAST("qty" AS bigint))"#),
            ("-1 - -(qty + 1) < 0", r#"(-1 - -(CAST("qty" AS bigint) + 1)) < 0"#),
            ("qty / small = qty % small", r#"(CAST("qty" AS bigint) / "small") = ("qty" % "small")"#),
            ("2 + 3 < qty and 30000 * 30000 > qty", r#"(2 + 3) < "qty" AND (30000 * 30000) > "qty""#),
            ("(2 + 3) * qty > 0", r#"(CAST((2 + 3) AS bigint) * "qty") > 0"#),
            ("length(name) * 2 > 0", r#"(CAST(LENGTH("name") AS bigint) * 2) > 0"#),
            ("coalesce(parts, 0) + qty > 0", r#"(COALESCE("parts", 0) + "qty") > 0"#),
            (
                "case when is_active then qty end * qty > 0",
                r#"(CAST(CASE WHEN "is_active" THEN "qty" END AS bigint) * "qty") > 0"#,
            ),
            (
                "amount * qty > 0 and weight * qty > 0 and own * qty > 0",
                r#"("amount" * "qty") > 0 AND ("weight" * "qty") > 0 AND ("own" * "qty") > 0"#,
            ),
        ] {
            assert_eq!(sql(text, Dialect::Postgres), expected, "{text}");
            assert!(!sql(text, Dialect::Mysql).contains("bigint"), "{text}");
        }
        assert_eq!(sql("small * small > 0", Dialect::SqlServer), "(CAST([small] AS bigint) * [small]) > 0");
    }
}
