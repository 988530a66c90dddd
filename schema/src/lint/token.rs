//! SQL that somebody wrote, as tokens: enough to tell words from names, texts and comments, on any engine.

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// A bare word or number, as written.
    Word(String),
    /// A quoted name.
    Name(String),
    /// A text.
    Text(String),
    /// Anything else, one character.
    Symbol(char),
}

impl Token {
    /// Whether it is this word, whatever the case.
    pub(crate) fn is(&self, word: &str) -> bool {
        matches!(self, Self::Word(found) if found.eq_ignore_ascii_case(word))
    }

    /// A name, quoted or not.
    pub(crate) fn name(&self) -> Option<&str> {
        match self {
            Self::Word(name) | Self::Name(name) => Some(name),
            Self::Text(_) | Self::Symbol(_) => None,
        }
    }
}

/// The tokens of a text, without its comments. Where a backslash escapes, as in MySQL and MariaDB, comments are theirs too
/// (<https://dev.mysql.com/doc/refman/8.4/en/comments.html>): a `#` begins one, `--` only with a blank behind it, and what
/// stands in `/*! .. */` is none.
pub(crate) fn read(text: &str, backslash_escapes: bool) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) = next(rest, first, backslash_escapes);
        tokens.extend(token);
        rest = rest.get(length..).unwrap_or_default().trim_start();
    }
    tokens
}

/// How long the comment at the start is.
fn comment(rest: &str, escapes: bool) -> Option<usize> {
    let line = || Some(rest.find('\n').unwrap_or(rest.len()));
    if let Some(behind) = rest.strip_prefix("--") {
        return if escapes && behind.starts_with(|c: char| c > ' ') { None } else { line() };
    }
    if escapes && rest.starts_with('#') {
        return line();
    }
    if let Some(code) = rest.strip_prefix("/*!").or_else(|| rest.strip_prefix("/*M!")).filter(|_| escapes) {
        // Before it may stand the version that it is for.
        return Some(rest.len() - code.trim_start_matches(|c: char| c.is_ascii_digit()).len());
    }
    if escapes && rest.starts_with("*/") {
        return Some(2);
    }
    let inside = rest.strip_prefix("/*")?;
    Some(inside.find("*/").map_or(rest.len(), |end| end + 4))
}

/// The token at the start, none for a comment; and how long it is.
fn next(rest: &str, first: char, escapes: bool) -> (Option<Token>, usize) {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    if let Some(length) = comment(rest, escapes) {
        return (None, length);
    }
    if let Some((body, length)) = dollar_quoted(rest) {
        return (Some(Token::Text(body.to_owned())), length);
    }
    match first {
        '\'' => {
            let (text, length) = quoted(rest, '\'', escapes);
            (Some(Token::Text(text)), length)
        }
        '"' | '`' => {
            let (name, length) = quoted(rest, first, false);
            (Some(Token::Name(name)), length)
        }
        '[' => {
            let (name, length) = quoted(rest, ']', false);
            (Some(Token::Name(name)), length)
        }
        // A text in the national character set.
        'N' | 'n' if rest[1..].starts_with('\'') => {
            let (text, length) = quoted(&rest[1..], '\'', escapes);
            (Some(Token::Text(text)), length + 1)
        }
        _ if is_word(first) => {
            let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            (Some(Token::Word(rest[..length].to_owned())), length)
        }
        _ => (Some(Token::Symbol(first)), first.len_utf8()),
    }
}

/// The text up to the closing quote, which is doubled where it is meant; and how long that was.
fn quoted(rest: &str, close: char, escapes: bool) -> (String, usize) {
    let mut text = String::new();
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if escapes && c == '\\' {
            text.extend(chars.next().map(|(_, c)| c));
        } else if c == close && chars.next_if(|(_, next)| *next == close).is_none() {
            return (text, at + c.len_utf8());
        } else {
            text.push(c);
        }
    }
    (text, rest.len())
}

/// PostgreSQL's `$tag$ .. $tag$`.
fn dollar_quoted(rest: &str) -> Option<(&str, usize)> {
    let tag_length = rest.strip_prefix('$')?.find('$')? + 2;
    let tag = rest.get(..tag_length)?;
    if !tag[1..tag_length - 1].chars().all(|c| c.is_alphanumeric() || c == '_') {
        return None;
    }
    let end = rest[tag_length..].find(tag)?;
    Some((&rest[tag_length..tag_length + end], tag_length + end + tag_length))
}

/// Whether the words stand there one after the other.
pub(crate) fn has(tokens: &[Token], words: &[&str]) -> bool {
    find(tokens, words).is_some()
}

/// Where the words stand one after the other.
pub(crate) fn find(tokens: &[Token], words: &[&str]) -> Option<usize> {
    tokens.windows(words.len()).position(|window| window.iter().zip(words).all(|(token, word)| token.is(word)))
}

/// Whether it begins with these words.
pub(crate) fn begins(tokens: &[Token], words: &[&str]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.is(word))
}

/// What may stand between words and the name that they are about.
const BEFORE_NAME: [&str; 6] = ["IF", "NOT", "EXISTS", "ONLY", "TABLE", "CONCURRENTLY"];

/// The name after some words, behind `IF EXISTS` and the like, and without the schema before it.
pub(crate) fn name_after<'t>(tokens: &'t [Token], words: &[&str]) -> Option<&'t str> {
    name_at(tokens, find(tokens, words)? + words.len()).map(|(name, _)| name)
}

/// All the names after some words that are a list.
pub(crate) fn names_after<'t>(tokens: &'t [Token], words: &[&str]) -> Vec<&'t str> {
    let mut names = Vec::new();
    let mut at = find(tokens, words).map(|start| start + words.len());
    while let Some((name, next)) = at.and_then(|at| name_at(tokens, at)) {
        names.push(name);
        at = (tokens.get(next) == Some(&Token::Symbol(','))).then_some(next + 1);
    }
    names
}

/// The name that stands there, and where it ends.
pub(crate) fn name_at(tokens: &[Token], start: usize) -> Option<(&str, usize)> {
    let rest = tokens.get(start..)?;
    let skipped = rest.iter().take_while(|token| BEFORE_NAME.iter().any(|word| token.is(word)));
    let mut at = start + skipped.count();
    while tokens.get(at + 1) == Some(&Token::Symbol('.')) {
        at += 2;
    }
    tokens.get(at)?.name().map(|name| (name, at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(word: &str) -> Token {
        Token::Word(word.to_owned())
    }

    #[test]
    fn comments_are_nothing_and_quotes_hide_words() {
        let tokens = read("DROP /* TABLE a; */ \"DROP\" -- x\n'it''s; COMMIT' [a]]b] `c` $t$ DROP; $t$ N'n';", false);
        let text = |text: &str| Token::Text(text.to_owned());
        let name = |name: &str| Token::Name(name.to_owned());
        let expected = [
            word("DROP"),
            name("DROP"),
            text("it's; COMMIT"),
            name("a]b"),
            name("c"),
            text(" DROP; "),
            text("n"),
            Token::Symbol(';'),
        ];
        assert_eq!(tokens, expected);
    }

    #[test]
    fn comments_of_mysql_are_its_own() {
        let words = |text| read(text, true).iter().filter_map(Token::name).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words("/*!40101 SET NAMES utf8 */; -- b"), ["SET", "NAMES", "utf8"]);
        assert_eq!(words("/*M!100100 a */ # b\nc"), ["a", "c"]);
        assert_eq!(words("a--b"), ["a", "b"]);
        assert_eq!(words("a --\nb"), ["a", "b"]);
        assert_eq!(read("a /*! b */ --c", false), [word("a")]);
    }

    #[test]
    fn a_backslash_escapes_where_it_does() {
        assert_eq!(read(r"'a\' b' c", true), [Token::Text("a' b".to_owned()), word("c")]);
        assert_eq!(read(r"'a\' b", false), [Token::Text(r"a\".to_owned()), word("b")]);
    }

    #[test]
    fn what_is_cut_off_ends_with_the_text() {
        for text in ["'a", "\"a", "/* a", "-- a", "$a$ b", "$", "[", "N", "é", "$é$"] {
            read(text, true);
        }
    }

    #[test]
    fn a_name_is_found_behind_its_schema() {
        let tokens = read("DROP TABLE IF EXISTS public.\"People\" CASCADE", false);
        assert_eq!(name_after(&tokens, &["DROP", "TABLE"]), Some("People"));
        assert_eq!(name_after(&read("DROP TABLE", false), &["DROP", "TABLE"]), None);
        let names = |text| names_after(&read(text, false), &["DROP", "TABLE"]).join(" ");
        assert_eq!(names("DROP TABLE IF EXISTS a, s.b, \"c\" CASCADE"), "a b c");
        assert_eq!(names("DROP TABLE a,"), "a");
        assert_eq!(names("DROP INDEX a"), "");
    }
}
