//! The columns that an expression speaks of, and the same expression once they have other names.

use super::lex::{Token, tokens};
use crate::model::TableDef;

/// The columns of a table that are in it, each once. The expression has passed the checks.
pub(crate) fn columns(text: &str, def: &TableDef) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (_, word) in names(text) {
        if def.column(&word).is_some() && !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

/// The expression with each name that has a new one replaced.
pub(crate) fn renamed(text: &str, new_name: impl Fn(&str) -> Option<String>) -> String {
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    for (offset, word) in names(text) {
        if let Some(name) = new_name(&word) {
            result.push_str(&text[at..offset]);
            result.push_str(&name);
            at = offset + word.len();
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

/// The words that are no functions, each with the bytes before it.
fn names(text: &str) -> Vec<(usize, String)> {
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

    #[test]
    fn words_stand_outside_of_texts() {
        assert_eq!(words("coalesce(e_mail, 'no mail') || 1"), ["coalesce", "e_mail"]);
        assert_eq!(words("'no end"), [""; 0]);
    }
}
