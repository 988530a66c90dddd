//! Patterns for `like`, in one notation for all engines.
//!
//! `%` stands for any text, `_` for any one character, and `\` takes the special meaning from the character after it.
//! Matching is case-sensitive on every engine.

/// The character that makes the next one literal.
const ESCAPE: char = '\\';

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

#[cfg(test)]
mod tests {
    use tablewright_schema::Dialect;

    use super::*;

    #[test]
    fn a_pattern_is_translated() {
        let translate = |pattern, dialect: Dialect| dialect.syntax().like.pattern(pattern);
        assert_eq!(translate(r"a%_\%\\*!", Dialect::Postgres), r"a%_!%\*!!");
        assert_eq!(translate(r"a%_\%\\*!", Dialect::Sqlite), r"a*?%\[*]!");
        assert_eq!(translate("\\", Dialect::Sqlite), "\\");
    }

    #[test]
    fn a_literal_text_has_no_wildcards_of_its_own() {
        assert_eq!(literal("50%_a", Anchor::Start), r"50\%\_a%");
        assert_eq!(literal("x", Anchor::End), "%x");
        assert_eq!(literal(r"\", Anchor::Anywhere), r"%\\%");
    }
}
