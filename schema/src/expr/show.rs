//! An expression in its own language again.

use super::{Expr, Node, Operator, Sense};

/// The text of an expression, with brackets wherever they could matter: reading it again gives the same expression.
pub fn show(expression: &Expr) -> String {
    match &expression.node {
        Node::Column(name) => name.clone(),
        Node::Text(text) => quoted(text),
        Node::Number(number) => number.clone(),
        Node::Bool(value) => value.to_string(),
        Node::Null => "null".to_owned(),
        Node::Moment(moment, text) => format!("{} {}", moment.word(), quoted(text)),
        Node::Not(inner) => format!("not {}", operand(inner)),
        Node::Minus(inner) => format!("-{}", operand(inner)),
        Node::Binary(operator, left, right) => {
            // `and` and `or` of the same kind read well without brackets, and say the same in any order of evaluation.
            let side = |side: &Expr| match &side.node {
                Node::Binary(inner, ..) if inner == operator && matches!(inner, Operator::And | Operator::Or) => {
                    show(side)
                }
                Node::Binary(inner, ..)
                    if matches!(operator, Operator::And | Operator::Or) && inner.is_comparison() =>
                {
                    show(side)
                }
                Node::IsNull(..) | Node::In(..) | Node::Like(..)
                    if matches!(operator, Operator::And | Operator::Or) =>
                {
                    show(side)
                }
                _ => operand(side),
            };
            format!("{} {} {}", side(left), operator.symbol().to_lowercase(), side(right))
        }
        Node::IsNull(inner, sense) => {
            format!("{} is {}null", operand(inner), if *sense == Sense::Is { "" } else { "not " })
        }
        Node::In(inner, list, sense) => {
            let list: Vec<String> = list.iter().map(show).collect();
            format!("{}{} in ({})", operand(inner), not(*sense), list.join(", "))
        }
        Node::Between(inner, low, high, sense) => {
            format!("{}{} between {} and {}", operand(inner), not(*sense), operand(low), operand(high))
        }
        Node::Like(inner, pattern, sense) => format!("{}{} like {}", operand(inner), not(*sense), quoted(pattern)),
        Node::Case(branches, otherwise) => {
            let branches =
                branches.iter().map(|(condition, value)| format!(" when {} then {}", show(condition), show(value)));
            let otherwise = otherwise.as_ref().map(|value| format!(" else {}", show(value))).unwrap_or_default();
            format!("case{}{otherwise} end", branches.collect::<String>())
        }
        Node::Call(function, arguments) => {
            let arguments: Vec<String> = arguments.iter().map(show).collect();
            format!("{}({})", function.name(), arguments.join(", "))
        }
    }
}

fn operand(expression: &Expr) -> String {
    let text = show(expression);
    match &expression.node {
        Node::Column(_)
        | Node::Text(_)
        | Node::Number(_)
        | Node::Bool(_)
        | Node::Null
        | Node::Moment(..)
        | Node::Call(..) => text,
        Node::Not(_)
        | Node::Minus(_)
        | Node::Binary(..)
        | Node::IsNull(..)
        | Node::In(..)
        | Node::Between(..)
        | Node::Like(..)
        | Node::Case(..) => format!("({text})"),
    }
}

fn not(sense: Sense) -> &'static str {
    if sense == Sense::Is { "" } else { " not" }
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    /// Without the places, which are others.
    fn shape(expression: &Expr) -> String {
        let text = format!("{expression:?}");
        let mut parts = text.split("offset: ");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |all, part| all + part.trim_start_matches(|c: char| c.is_ascii_digit()))
    }

    #[test]
    fn what_is_shown_reads_the_same() {
        for text in [
            "a = 1 and b <> 'it''s' or not (c is null)",
            "a or b and (c or d)",
            "a - (b - c) * -2 / (d % 3)",
            "lower(name) || ', ' || upper(substr(name, 1, 2)) like 'A\\%%'",
            "a not in (1, 2) and b between 1 and 2 + 3 and c not like '_x'",
            "case when a > 1 then 'x' when b then 'y' else null end = 'x'",
            "day >= date '2026-01-31' and at < timestamp '2026-01-31 12:00:00' or closes > time '18:00'",
            "end - start > 3 and (like or not not) and date <> date '2026-01-31'",
            "case when end > 1 then end else case end = time and lower(not) not in (case, then)",
        ] {
            let read = parse(text).unwrap();
            let shown = show(&read);
            assert_eq!(shape(&parse(&shown).unwrap()), shape(&read), "{text} became {shown}");
        }
    }
}
