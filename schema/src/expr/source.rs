//! The columns whose values, as a whole or in part, an expression gives back.

use super::{Expr, Function, Node, Operator};

/// In order, each once: texts, dates and whatever else keeps its type. A number that is computed is not one of them.
pub(crate) fn sources(expression: &Expr) -> Vec<&str> {
    let mut found = Vec::new();
    collect(expression, &mut found);
    found
}

fn collect<'e>(expression: &'e Expr, found: &mut Vec<&'e str>) {
    match &expression.node {
        Node::Column(name) => {
            if !found.contains(&name.as_str()) {
                found.push(name);
            }
        }
        Node::Binary(Operator::Concat, left, right) => [left, right].into_iter().for_each(|side| collect(side, found)),
        Node::Call(Function::Lower | Function::Upper | Function::Trim | Function::Substr, arguments) => {
            arguments.iter().take(1).for_each(|argument| collect(argument, found));
        }
        Node::Call(Function::Coalesce, arguments) => arguments.iter().for_each(|argument| collect(argument, found)),
        Node::Call(Function::NullIf, arguments) => {
            arguments.iter().take(1).for_each(|argument| collect(argument, found))
        }
        Node::Case(branches, otherwise) => {
            let values = branches.iter().map(|(_, value)| value).chain(otherwise.as_deref());
            values.for_each(|value| collect(value, found));
        }
        Node::Call(Function::Length | Function::Abs | Function::Round, _)
        | Node::Binary(..)
        | Node::Minus(_)
        | Node::Not(_)
        | Node::IsNull(..)
        | Node::In(..)
        | Node::Between(..)
        | Node::Like(..)
        | Node::Text(_)
        | Node::Number(_)
        | Node::Bool(_)
        | Node::Null
        | Node::Moment(..) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expr::parse;

    #[test]
    fn what_is_given_back_comes_from_columns() {
        for (text, expected) in [
            ("lower(bio)", &["bio"][..]),
            ("trim(a) || ' ' || upper(b)", &["a", "b"]),
            ("substr(bio, first, 3)", &["bio"]),
            ("length(bio) + 1", &[]),
            ("case when a > 1 then b else coalesce(c, b) end", &["b", "c"]),
            ("nullif(a, b)", &["a"]),
            ("a like 'x%'", &[]),
        ] {
            assert_eq!(sources(&parse(text).unwrap()), expected, "{text}");
        }
    }
}
