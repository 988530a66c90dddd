//! The text of an expression in tokens.

use super::SyntaxError;
use crate::sql::may_hold;

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A name or a word; words are told apart without regard to case.
    Word(String),
    /// A number.
    Number(String),
    /// A text, its quotes taken off.
    Text(String),
    /// An operator or a bracket.
    Symbol(&'static str),
}

/// Longer symbols first, so that `<=` is not read as `<`.
const SYMBOLS: [&str; 19] =
    ["<>", "!=", "<=", ">=", "==", "||", "&&", "=", "<", ">", "+", "-", "*", "/", "%", "(", ")", ",", "!"];

/// Symbols of other languages, and what is written here.
const FOREIGN: [(&str, &str); 4] = [("!=", "<>"), ("==", "="), ("&&", "and"), ("!", "not")];

/// The tokens, each with the bytes before it.
pub(super) fn tokens(text: &str) -> Result<Vec<(usize, Token)>, SyntaxError> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let (token, length) = if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        } else if first.is_ascii_alphabetic() || first == '_' {
            let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
            (Token::Word(rest[..length].to_owned()), length)
        } else if first.is_ascii_digit() {
            number(rest, at)?
        } else if first == '\'' {
            quoted(rest, at)?
        } else {
            symbol(rest, at, first)?
        };
        tokens.push((at, token));
        at += length;
    }
    Ok(tokens)
}

fn number(rest: &str, at: usize) -> Result<(Token, usize), SyntaxError> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = digits(rest);
    if rest[length..].starts_with('.') {
        let fraction = digits(&rest[length + 1..]);
        if fraction == 0 {
            return Err(
                SyntaxError::new(at, "a number ends with a point").help("write digits after it, or leave it out")
            );
        }
        length += 1 + fraction;
    }
    if rest[length..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_') {
        return Err(SyntaxError::new(at, "letters stand directly behind a number")
            .help("numbers are written with digits and at most one point, as in `12.50`"));
    }
    Ok((Token::Number(rest[..length].to_owned()), length))
}

fn quoted(rest: &str, at: usize) -> Result<(Token, usize), SyntaxError> {
    let mut text = String::new();
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((offset, c)) = chars.next() {
        if c == '\'' {
            if chars.next_if(|(_, next)| *next == '\'').is_some() {
                text.push('\'');
                continue;
            }
            return Ok((Token::Text(text), offset + 1));
        }
        if !may_hold(c) {
            return Err(SyntaxError::new(at, "a text holds a control character"));
        }
        text.push(c);
    }
    Err(SyntaxError::new(at, "a text has no end").help("close it with a single quote; a quote inside is doubled"))
}

fn symbol(rest: &str, at: usize, first: char) -> Result<(Token, usize), SyntaxError> {
    let Some(symbol) = SYMBOLS.into_iter().find(|symbol| rest.starts_with(symbol)) else {
        let error = SyntaxError::new(at, format!("`{first}` has no meaning here"));
        return Err(match first {
            '"' | '`' | '[' => error.help("write a column's name without quotes, and a text in single quotes"),
            ';' => error.help("write one expression"),
            _ => error,
        });
    };
    match FOREIGN.into_iter().find(|(foreign, _)| *foreign == symbol) {
        Some((_, ours)) => {
            Err(SyntaxError::new(at, format!("`{symbol}` is not an operator here")).help(format!("write `{ours}`")))
        }
        None => Ok((Token::Symbol(symbol), symbol.len())),
    }
}
