//! The columns that an expression speaks of, and the same expression once they have other names.

use super::lex::{Token, tokens};
use crate::model::TableDef;

/// The columns of a table that are in it, each once. The expression has passed the checks.
pub(crate) fn columns(text: &str, def: &TableDef) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (_, word) in words(text) {
        if def.column(&word).is_some() && !names.contains(&word) {
            names.push(word);
        }
    }
    names
}

/// The expression with each name that has a new one replaced.
pub(crate) fn renamed(text: &str, new_name: impl Fn(&str) -> Option<String>) -> String {
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    for (offset, word) in words(text) {
        if let Some(name) = new_name(&word) {
            result.push_str(&text[at..offset]);
            result.push_str(&name);
            at = offset + word.len();
        }
    }
    result.push_str(&text[at..]);
    result
}

/// The words that are no functions, each with the bytes before it.
fn words(text: &str) -> Vec<(usize, String)> {
    let tokens = tokens(text).unwrap_or_default();
    let mut words = Vec::new();
    for (n, (offset, token)) in tokens.iter().enumerate() {
        let is_call = matches!(tokens.get(n + 1), Some((_, Token::Symbol("("))));
        if let Token::Word(word) = token
            && !is_call
        {
            words.push((*offset, word.clone()));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_replaced_and_nothing_else() {
        let new = |name: &str| (name == "a").then(|| "longer".to_owned());
        assert_eq!(renamed("lower(a) = 'a' and ab > a", new), "lower(longer) = 'a' and ab > longer");
        assert_eq!(renamed("b in (1, 2)", new), "b in (1, 2)");
    }
}
