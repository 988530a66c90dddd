//! The columns that an expression speaks of, and the same expression once they have other names.

use super::lex::{Token, tokens};
use super::{Expr, Node, parse};
use crate::model::TableDef;

/// The columns of a table that are in it, each once. The expression has passed the checks.
pub(crate) fn columns(text: &str, def: &TableDef) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (_, name) in places(text).unwrap_or_default() {
        if def.column(&name).is_some() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The expression with each name that has a new one replaced.
pub(crate) fn renamed(text: &str, new_name: impl Fn(&str) -> Option<String>) -> String {
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    for (offset, name) in places(text).unwrap_or_default() {
        if let Some(new) = new_name(&name) {
            result.push_str(&text[at..offset]);
            result.push_str(&new);
            at = offset + name.len();
        }
    }
    result.push_str(&text[at..]);
    result
}

/// The words of an expression in order, those of the language and functions among them: what an index over it is called by.
/// Of one that cannot be read there are none.
pub fn words(text: &str) -> Vec<String> {
    let tokens = tokens(text).unwrap_or_default();
    let word = |(_, token)| match token {
        Token::Word(word) => Some(word),
        Token::Number(_) | Token::Text(_) | Token::Symbol(_) => None,
    };
    tokens.into_iter().filter_map(word).collect()
}

/// The columns in it, as they stand, each with the bytes before it; nothing if it cannot be read.
pub fn places(text: &str) -> Option<Vec<(usize, String)>> {
    let mut places = Vec::new();
    collect(&parse(text).ok()?, &mut places);
    places.sort_unstable();
    Some(places)
}

fn collect(expression: &Expr, places: &mut Vec<(usize, String)>) {
    match &expression.node {
        Node::Column(name) => places.push((expression.offset, name.clone())),
        Node::Not(inner) | Node::Minus(inner) | Node::IsNull(inner, _) | Node::Like(inner, ..) => {
            collect(inner, places)
        }
        Node::Binary(_, left, right) => [left, right].into_iter().for_each(|side| collect(side, places)),
        Node::In(inner, list, _) => std::iter::once(&**inner).chain(list).for_each(|each| collect(each, places)),
        Node::Between(inner, low, high, _) => {
            [inner, low, high].into_iter().for_each(|each| collect(each, places));
        }
        Node::Case(branches, otherwise) => {
            for (condition, value) in branches {
                collect(condition, places);
                collect(value, places);
            }
            otherwise.iter().for_each(|value| collect(value, places));
        }
        Node::Call(_, arguments) => arguments.iter().for_each(|argument| collect(argument, places)),
        Node::Text(_) | Node::Number(_) | Node::Bool(_) | Node::Null | Node::Moment(..) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_replaced_and_nothing_else() {
        let new = |name: &str| (name == "a").then(|| "longer".to_owned());
        assert_eq!(renamed("lower(a) = 'a' and ab > a", new), "lower(longer) = 'a' and ab > longer");
        assert_eq!(renamed("b in (1, 2)", new), "b in (1, 2)");
        let new = |name: &str| (name == "end").then(|| "finish".to_owned());
        assert_eq!(
            renamed("case when end > 1 then end else 2 end", new),
            "case when finish > 1 then finish else 2 end"
        );
        let new = |name: &str| (name == "date").then(|| "born_on".to_owned());
        assert_eq!(renamed("date >= date '2000-01-01'", new), "born_on >= date '2000-01-01'");
    }
    #[test]
    fn words_stand_outside_of_texts() {
        assert_eq!(words("coalesce(e_mail, 'no mail') || 1"), ["coalesce", "e_mail"]);
        assert_eq!(words("'no end"), [""; 0]);
    }
}
