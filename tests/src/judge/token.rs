//! SQL text as tokens.

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A bare word, in capitals.
    Word(String),
    /// A quoted name.
    Name(String),
    /// A text literal.
    Text(String),
    /// A text literal without the prefix it should have.
    BareText(String),
    /// A number.
    Number(String),
    /// A parameter: its number.
    Parameter(u32),
    /// Anything else that is allowed, one character.
    Symbol(char),
    /// A character that belongs to no token.
    Unknown(char),
}

/// How an engine writes its tokens.
pub struct Lexis {
    /// What stands around a name.
    pub quotes: (char, char),
    /// What stands before a parameter's number.
    pub parameter: &'static str,
    /// What has to stand before a text literal, part of it.
    pub text_prefix: Option<char>,
    /// Words that may stand before a text literal as its type.
    pub typed_literals: &'static [&'static str],
}

impl Token {
    /// Whether it is this word.
    pub fn is(&self, word: &str) -> bool {
        matches!(self, Self::Word(found) if found == word)
    }

    /// The quoted name, if it is one.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }
}

/// Reads a text.
pub fn read(lexis: &Lexis, text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) = next(lexis, rest, first);
        tokens.push(token);
        rest = rest[length..].trim_start();
    }
    tokens
}

fn next(lexis: &Lexis, rest: &str, first: char) -> (Token, usize) {
    let (open, close) = lexis.quotes;
    if first == open {
        let (name, length) = quoted(rest, close);
        return (Token::Name(name), length);
    }
    if first == '\'' {
        let (text, length) = quoted(rest, '\'');
        let bare = lexis.text_prefix.is_some();
        return (if bare { Token::BareText(text) } else { Token::Text(text) }, length);
    }
    if lexis.text_prefix == Some(first) && rest[1..].starts_with('\'') {
        let (text, length) = quoted(&rest[1..], '\'');
        return (Token::Text(text), length + 1);
    }
    if let Some(number) = rest.strip_prefix(lexis.parameter) {
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        if let Ok(number) = number[..digits].parse() {
            return (Token::Parameter(number), lexis.parameter.len() + digits);
        }
    }
    if first == '@' && rest[1..].starts_with(|c: char| c.is_ascii_lowercase()) {
        // T-SQL's named arguments, as its own procedures have them.
        let length = 1 + rest[1..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        return (Token::Word(rest[..length].to_owned()), length);
    }
    if first.is_ascii_alphabetic() || first == '_' {
        let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        return (Token::Word(rest[..length].to_ascii_uppercase()), length);
    }
    if first.is_ascii_digit() {
        let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'.').count();
        return (Token::Number(rest[..length].to_owned()), length);
    }
    let token = if "(),.=<>+-*/|;%".contains(first) { Token::Symbol(first) } else { Token::Unknown(first) };
    (token, first.len_utf8())
}

/// The text up to the closing quote, which is doubled where it is meant; and how long that was.
fn quoted(rest: &str, close: char) -> (String, usize) {
    let mut text = String::new();
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if c != close {
            text.push(c);
        } else if chars.peek().is_some_and(|(_, next)| *next == close) {
            text.push(c);
            chars.next();
        } else {
            return (text, at + c.len_utf8());
        }
    }
    (text, rest.len())
}

/// Cuts a list of tokens at the commas outside of parentheses.
pub fn split(tokens: &[Token]) -> Vec<&[Token]> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Symbol('(') => depth += 1,
            Token::Symbol(')') => depth -= 1,
            Token::Symbol(',') if depth == 0 => {
                parts.push(&tokens[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    if start < tokens.len() {
        parts.push(&tokens[start..]);
    }
    parts
}

/// What stands between the first opening parenthesis at or after `from` and its closing one, and where that one is.
pub fn parenthesis(tokens: &[Token], from: usize) -> Option<(&[Token], usize)> {
    let open = from + tokens.get(from..)?.iter().position(|token| *token == Token::Symbol('('))?;
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token {
            Token::Symbol('(') => depth += 1,
            Token::Symbol(')') => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((&tokens[open + 1..at], at));
        }
    }
    None
}

/// Where these words stand one after the other.
pub fn find(tokens: &[Token], words: &[&str]) -> Option<usize> {
    tokens.windows(words.len()).position(|window| window.iter().zip(words).all(|(token, word)| token.is(word)))
}

/// The quoted names in a list, without what goes with them.
pub fn names(tokens: &[Token]) -> Vec<String> {
    split(tokens).iter().filter_map(|part| part.iter().find_map(Token::name).map(str::to_owned)).collect()
}
