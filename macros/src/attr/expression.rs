//! Expressions: Rust tokens as the text that `tablewright_schema::expr` reads, with the way back to the tokens.

use proc_macro2::{Delimiter, Ident, Literal, Spacing, Span, TokenTree};
use syn::Lit;
use syn::ext::IdentExt;

use crate::attr::flatten;
use crate::errors::Errors;

/// An expression as written.
#[derive(Debug, Clone)]
pub struct Expression {
    pieces: Vec<Piece>,
    /// Where it starts.
    pub span: Span,
}

#[derive(Debug, Clone)]
struct Piece {
    text: String,
    span: Span,
    kind: Kind,
    /// Whether the next piece follows without a blank.
    joined: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A name that may be a field's.
    Name,
    /// Anything else.
    Fixed,
}

/// The text of an expression, and where each stretch of it stands in the source.
pub struct Rendered {
    /// The text.
    pub text: String,
    /// The start of each token in the text, in order, and its span.
    pub map: Vec<(usize, Span)>,
}

impl Expression {
    /// Reads tokens; there must be some. A single text is taken as SQL: its names are those of columns and its texts
    /// stand in single quotes. Otherwise names are those of fields, and texts stand in double quotes.
    pub fn new(tokens: &[TokenTree], span: Span, errors: &mut Errors) -> Option<Self> {
        let flat = flatten(tokens.iter().cloned().collect());
        let Some(first) = flat.first() else {
            errors.at(span, "expected an expression, such as `copies >= 0`");
            return None;
        };
        let span = first.span();
        if let [TokenTree::Literal(literal)] = flat.as_slice()
            && let Lit::Str(sql) = Lit::new(literal.clone())
        {
            let piece = Piece { text: sql.value(), span: literal.span(), kind: Kind::Fixed, joined: true };
            return Some(Self { pieces: vec![piece], span });
        }
        let mut pieces = Vec::new();
        let before = errors.count();
        read(&flat, &mut pieces, errors);
        (errors.count() == before).then_some(Self { pieces, span })
    }

    /// The text, with the names of fields replaced by those of their columns.
    pub fn render<'a>(&'a self, column: impl Fn(&'a str) -> Option<&'a str>) -> Rendered {
        let mut text = String::new();
        let mut map = Vec::new();
        let mut joined = true;
        for piece in &self.pieces {
            if !joined {
                text.push(' ');
            }
            map.push((text.len(), piece.span));
            text.push_str(match piece.kind {
                Kind::Name => column(&piece.text).unwrap_or(&piece.text),
                Kind::Fixed => &piece.text,
            });
            joined = piece.joined;
        }
        Rendered { text, map }
    }
}

fn read(tokens: &[TokenTree], pieces: &mut Vec<Piece>, errors: &mut Errors) {
    for (n, token) in tokens.iter().enumerate() {
        let next = tokens.get(n + 1);
        match token {
            TokenTree::Ident(name) => pieces.push(word(name, next)),
            TokenTree::Literal(literal) => pieces.extend(value(literal, next, errors)),
            TokenTree::Punct(punct) => pieces.push(Piece {
                text: punct.as_char().to_string(),
                span: punct.span(),
                kind: Kind::Fixed,
                joined: punct.spacing() == Spacing::Joint || punct.as_char() == '.',
            }),
            TokenTree::Group(group) => {
                let fixed = |text: &str, span, joined| Piece { text: text.to_owned(), span, kind: Kind::Fixed, joined };
                if group.delimiter() != Delimiter::Parenthesis {
                    errors.at(group.span_open(), "expressions have round parentheses only");
                }
                pieces.push(fixed("(", group.span_open(), true));
                let inside: Vec<_> = group.stream().into_iter().collect();
                read(&flatten(inside.into_iter().collect()), pieces, errors);
                if let Some(last) = pieces.last_mut() {
                    last.joined = true;
                }
                pieces.push(fixed(")", group.span_close(), is_comma(next)));
            }
        }
    }
}

fn word(name: &Ident, next: Option<&TokenTree>) -> Piece {
    let text = name.unraw().to_string();
    // `in (1, 2)` and `and (..)` look better with a blank; for the meaning it does not matter.
    let is_operator = matches!(text.to_ascii_lowercase().as_str(), "in" | "and" | "or" | "not" | "like" | "between");
    let called = matches!(next, Some(TokenTree::Group(_)));
    Piece {
        text,
        span: name.span(),
        kind: if called || is_operator { Kind::Fixed } else { Kind::Name },
        joined: (called && !is_operator) || is_comma(next),
    }
}

fn value(literal: &Literal, next: Option<&TokenTree>, errors: &mut Errors) -> Option<Piece> {
    let text = match Lit::new(literal.clone()) {
        Lit::Str(text) => format!("'{}'", text.value().replace('\'', "''")),
        Lit::Int(number) if number.suffix().is_empty() => number.base10_digits().to_owned(),
        Lit::Float(number) if number.suffix().is_empty() => number.base10_digits().to_owned(),
        Lit::Char(letter) => {
            let letter = letter.value();
            errors.at(literal.span(), format!("texts stand in double quotes here\nhelp: write `\"{letter}\"`"));
            return None;
        }
        _ => {
            errors.at(
                literal.span(),
                "an expression has no such literal\nhelp: write a number without a suffix, or a text in double quotes",
            );
            return None;
        }
    };
    Some(Piece { text, span: literal.span(), kind: Kind::Fixed, joined: is_comma(next) })
}

fn is_comma(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ',')
}
