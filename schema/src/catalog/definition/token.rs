//! SQL in tokens: enough to find names, texts, words and brackets, whatever the dialect.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Number,
    /// A quoted name.
    Name,
    /// A quoted text.
    Text,
    Symbol,
}

/// A token, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token<'t> {
    pub(crate) kind: Kind,
    /// As it stands, quotes included.
    pub(crate) text: &'t str,
    pub(crate) start: usize,
}

impl Token<'_> {
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(crate) fn is(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.text.eq_ignore_ascii_case(word)
    }

    pub(crate) fn is_symbol(&self, symbol: &str) -> bool {
        self.kind == Kind::Symbol && self.text == symbol
    }

    /// A name or a text without its quotes; a word as it stands.
    pub(crate) fn value(&self, escapes: bool) -> String {
        let close = match (self.kind, self.text.chars().next_back()) {
            (Kind::Name | Kind::Text, Some(close)) if self.text.len() > 1 => close,
            _ => return self.text.to_owned(),
        };
        let mut value = String::with_capacity(self.text.len());
        let mut rest = self.text[1..self.text.len() - close.len_utf8()].chars();
        while let Some(character) = rest.next() {
            match character {
                '\\' if escapes && self.kind == Kind::Text => value.extend(rest.next().map(|next| match next {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    '0' => '\0',
                    other => other,
                })),
                // Doubled.
                _ if character == close => value.extend(rest.next()),
                _ => value.push(character),
            }
        }
        value
    }
}

/// The tokens of a text. What is left open ends with the text. Comments are left out, but for what MySQL hides in
/// `/*!80016 .. */`. `escapes` says whether a backslash in a text takes away the meaning of what follows.
pub(crate) fn tokens(sql: &str, escapes: bool) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = sql[at..].chars().next() {
        let rest = &sql[at..];
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        if let Some(length) = comment(rest, escapes) {
            at += length;
            continue;
        }
        let (kind, length) = match first {
            '\'' => (Kind::Text, quoted(rest, '\'', escapes)),
            '"' | '`' => (Kind::Name, quoted(rest, first, false)),
            '[' if is_bracketed_name(rest) => (Kind::Name, quoted(rest, ']', false)),
            _ if first.is_ascii_digit() => (Kind::Number, run(rest, |c| c.is_ascii_alphanumeric() || c == '.')),
            _ if first.is_alphabetic() || first == '_' => {
                (Kind::Word, run(rest, |c| c.is_alphanumeric() || c == '_' || c == '$'))
            }
            _ => (Kind::Symbol, symbol(rest, first)),
        };
        tokens.push(Token { kind, text: &rest[..length], start: at });
        at += length;
    }
    tokens
}

fn comment(rest: &str, escapes: bool) -> Option<usize> {
    if let Some(behind) = rest.strip_prefix("--") {
        // MySQL and MariaDB want a blank there (<https://dev.mysql.com/doc/refman/8.4/en/ansi-diff-comments.html>).
        let is_sign = escapes && behind.starts_with(|c: char| c > ' ');
        return (!is_sign).then(|| rest.find('\n').unwrap_or(rest.len()));
    }
    if let Some(version) = rest.strip_prefix("/*!") {
        return Some(3 + run(version, |c| c.is_ascii_digit()));
    }
    if rest.starts_with("*/") {
        return Some(2);
    }
    let inside = rest.strip_prefix("/*")?;
    Some(inside.find("*/").map_or(rest.len(), |end| end + 4))
}

/// `[name]`, and not the brackets of an array.
fn is_bracketed_name(rest: &str) -> bool {
    let inside = rest[1..].split(']').next().unwrap_or("");
    rest.contains(']')
        && inside.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && inside.chars().all(|c| c.is_alphanumeric() || c == '_' || c == ' ')
}

fn quoted(rest: &str, close: char, escapes: bool) -> usize {
    let mut characters = rest.char_indices().skip(1).peekable();
    while let Some((at, character)) = characters.next() {
        if escapes && character == '\\' {
            characters.next();
        } else if character == close {
            match characters.peek() {
                Some((_, next)) if *next == close => {
                    characters.next();
                }
                _ => return at + character.len_utf8(),
            }
        }
    }
    rest.len()
}

fn run(rest: &str, is_in: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !is_in(c)).unwrap_or(rest.len())
}

fn symbol(rest: &str, first: char) -> usize {
    const LONG: [&str; 10] = ["!~~*", "!~~", "~~*", "~~", "::", "<>", "<=", ">=", "!=", "||"];
    LONG.iter().find(|symbol| rest.starts_with(**symbol)).map_or(first.len_utf8(), |symbol| symbol.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_signs_are_a_comment_where_a_blank_follows_or_it_need_not() {
        let texts = |sql, escapes| tokens(sql, escapes).iter().map(|token| token.text).collect::<Vec<_>>();
        assert_eq!(texts("a --`b`", false), ["a"]);
        assert_eq!(texts("a --`b` -- c", true), ["a", "-", "-", "`b`"]);
        assert_eq!(texts("a --\nb", true), ["a", "b"]);
    }
}
