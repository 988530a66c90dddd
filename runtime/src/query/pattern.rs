//! Patterns for `like`, in one notation for all engines.
//!
//! `%` stands for any text, `_` for any one character, and `\` takes the special meaning from the character after it.
//! Matching is case-sensitive on every engine.

/// The character that makes the next one literal.
const ESCAPE: char = '\\';

/// One step of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Any text, also none.
    AnyText,
    /// Any one character.
    AnyOne,
    /// This character.
    Literal(char),
}

/// Where a literal text stands in the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    End,
    Anywhere,
}

/// The pattern of values that have `text` at this place.
pub(crate) fn literal(text: &str, anchor: Anchor) -> String {
    let mut pattern = String::with_capacity(text.len() + 2);
    if matches!(anchor, Anchor::End | Anchor::Anywhere) {
        pattern.push('%');
    }
    for character in text.chars() {
        if matches!(character, '%' | '_' | ESCAPE) {
            pattern.push(ESCAPE);
        }
        pattern.push(character);
    }
    if matches!(anchor, Anchor::Start | Anchor::Anywhere) {
        pattern.push('%');
    }
    pattern
}

/// The steps of a pattern. A `\` at the end stands for itself.
pub(crate) fn steps(pattern: &str) -> impl Iterator<Item = Step> {
    let mut characters = pattern.chars();
    std::iter::from_fn(move || {
        Some(match characters.next()? {
            '%' => Step::AnyText,
            '_' => Step::AnyOne,
            ESCAPE => Step::Literal(characters.next().unwrap_or(ESCAPE)),
            character => Step::Literal(character),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_has_three_kinds_of_steps() {
        let read: Vec<_> = steps(r"a%_\%\\").collect();
        let expected = [Step::Literal('a'), Step::AnyText, Step::AnyOne, Step::Literal('%'), Step::Literal('\\')];
        assert_eq!(read, expected);
        assert_eq!(steps("\\").collect::<Vec<_>>(), [Step::Literal('\\')]);
    }

    #[test]
    fn a_literal_text_has_no_wildcards_of_its_own() {
        assert_eq!(literal("50%_a", Anchor::Start), r"50\%\_a%");
        assert_eq!(literal("x", Anchor::End), "%x");
        assert_eq!(literal(r"\", Anchor::Anywhere), r"%\\%");
    }
}
