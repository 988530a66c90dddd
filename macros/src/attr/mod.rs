//! Attributes as written: words with values, each with its span, nothing interpreted.

pub mod allow;
pub mod check;
pub mod column;
pub mod default;
pub mod expression;
pub mod foreign_key;
pub mod index;
pub mod table;
pub mod unique;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::{Attribute, Lit, Meta};

use crate::errors::Errors;

/// Whether an attribute stands on the struct or on a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// On the struct.
    Table,
    /// On a field.
    Field,
}

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A word of an attribute that may be given once.
#[derive(Debug, Clone)]
pub struct Attr<T> {
    /// Where the word stands, if it was given.
    pub key: Option<Span>,
    /// Its value, if it was given and is right.
    pub value: Option<T>,
}

impl<T> Default for Attr<T> {
    fn default() -> Self {
        Self { key: None, value: None }
    }
}

impl<T> Attr<T> {
    /// Takes the value of a word; a second one is a mistake.
    pub fn set(&mut self, errors: &mut Errors, word: &Ident, value: Option<T>) {
        match self.key {
            Some(first) => errors.duplicate(&word.to_string(), word.span(), first),
            None => *self = Self { key: Some(word.span()), value },
        }
    }

    /// Whether the word was given, rightly or not.
    pub const fn is_given(&self) -> bool {
        self.key.is_some()
    }
}

/// What stands between two commas of an attribute; never empty.
#[derive(Debug, Clone)]
pub struct Entry(pub Vec<TokenTree>);

/// What follows a word.
#[derive(Debug, Clone, Copy)]
pub enum Form<'a> {
    /// Nothing.
    Flag,
    /// `= value`.
    Value(&'a [TokenTree]),
    /// `(list)`.
    List(&'a Group),
    /// Something else.
    Other(&'a [TokenTree]),
}

impl Entry {
    /// The word at the start and what follows, if there is a word.
    pub fn word(&self) -> Option<(&Ident, Form<'_>)> {
        let (TokenTree::Ident(word), rest) = self.0.split_first()? else { return None };
        let form = match rest {
            [] => Form::Flag,
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => Form::List(group),
            [TokenTree::Punct(equals), value @ ..] if equals.as_char() == '=' => Form::Value(value),
            other => Form::Other(other),
        };
        Some((word, form))
    }

    /// The word, if nothing else is there.
    pub fn only_word(&self) -> Option<&Ident> {
        match self.word()? {
            (word, Form::Flag) => Some(word),
            (_, Form::Value(_) | Form::List(_) | Form::Other(_)) => None,
        }
    }

    /// Where it starts.
    pub fn span(&self) -> Span {
        self.0.first().map_or_else(Span::call_site, TokenTree::span)
    }

    /// Its tokens.
    pub fn tokens(&self) -> TokenStream {
        self.0.iter().cloned().collect()
    }
}

impl Form<'_> {
    /// `= "text"`.
    pub fn text(self, errors: &mut Errors, word: &Ident) -> Option<Spanned<String>> {
        let example = match self {
            Self::Value([TokenTree::Literal(literal)]) => match Lit::new(literal.clone()) {
                Lit::Str(text) => return Some(Spanned { value: text.value(), span: literal.span() }),
                _ => "..".to_owned(),
            },
            Self::Value([TokenTree::Ident(name)]) => name.to_string(),
            Self::Flag | Self::Value(_) | Self::List(_) | Self::Other(_) => "..".to_owned(),
        };
        errors.at(
            self.span(word),
            format_args!("`{word}` takes a text in double quotes\nhelp: write `{word} = \"{example}\"`"),
        );
        None
    }

    /// `= 50`, at most `max`.
    pub fn number(self, errors: &mut Errors, word: &Ident, max: u32) -> Option<Spanned<u32>> {
        if let Self::Value([TokenTree::Literal(literal)]) = self
            && let Lit::Int(number) = Lit::new(literal.clone())
            && let Ok(value) = number.base10_parse()
            && value <= max
        {
            return Some(Spanned { value, span: literal.span() });
        }
        errors.at(
            self.span(word),
            format_args!("`{word}` takes a whole number up to {max}\nhelp: write `{word} = {}`", max.min(50)),
        );
        None
    }

    /// Nothing.
    pub fn flag(self, errors: &mut Errors, word: &Ident) -> Option<()> {
        match self {
            Self::Flag => Some(()),
            Self::Value(_) | Self::List(_) | Self::Other(_) => {
                errors.at(self.span(word), format!("`{word}` takes no value\nhelp: write `{word}` alone"));
                None
            }
        }
    }

    /// `(..)`.
    pub fn list(self, errors: &mut Errors, word: &Ident, example: &str) -> Option<TokenStream> {
        match self {
            Self::List(group) => Some(group.stream()),
            Self::Flag | Self::Value(_) | Self::Other(_) => {
                errors.at(
                    self.span(word),
                    format!("`{word}` takes a list in parentheses\nhelp: write `{word}({example})`"),
                );
                None
            }
        }
    }

    /// Where what follows the word stands, or the word if nothing follows.
    pub fn span(self, word: &Ident) -> Span {
        match self {
            Self::Flag => word.span(),
            Self::Value(tokens) | Self::Other(tokens) => tokens.first().map_or_else(|| word.span(), TokenTree::span),
            Self::List(group) => group.span_open(),
        }
    }
}

/// What stands in the parentheses of an attribute; nothing if it has none.
pub fn arguments(attribute: &Attribute, errors: &mut Errors) -> TokenStream {
    match &attribute.meta {
        Meta::Path(_) => TokenStream::new(),
        Meta::List(list) => list.tokens.clone(),
        Meta::NameValue(pair) => {
            let name = pair.path.get_ident().map(Ident::to_string).unwrap_or_default();
            errors.at(
                pair.eq_token.span,
                format!("`#[{name}]` takes its words in parentheses\nhelp: write `#[{name}(..)]`"),
            );
            TokenStream::new()
        }
    }
}

/// Cuts tokens at their commas.
pub fn entries(tokens: TokenStream, errors: &mut Errors) -> Vec<Entry> {
    let mut all = Vec::new();
    let mut current = Vec::new();
    for token in flatten(tokens) {
        match token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => {
                if current.is_empty() {
                    errors.at(comma.span(), "nothing stands before this comma\nhelp: remove it");
                } else {
                    all.push(Entry(std::mem::take(&mut current)));
                }
            }
            token => current.push(token),
        }
    }
    if !current.is_empty() {
        all.push(Entry(current));
    }
    all
}

/// The names of fields between commas.
pub fn field_names(tokens: TokenStream, errors: &mut Errors) -> Vec<Ident> {
    let mut names = Vec::new();
    for entry in entries(tokens, errors) {
        match entry.only_word() {
            Some(name) => names.push(name.clone()),
            None => errors.over(
                entry.tokens(),
                "expected the name of a field\nhelp: write the names of fields, separated by commas",
            ),
        }
    }
    names
}

/// Texts between commas.
pub fn texts(tokens: TokenStream, errors: &mut Errors) -> Vec<Spanned<String>> {
    let mut texts = Vec::new();
    for entry in entries(tokens, errors) {
        if let [TokenTree::Literal(literal)] = entry.0.as_slice()
            && let Lit::Str(text) = Lit::new(literal.clone())
        {
            texts.push(Spanned { value: text.value(), span: literal.span() });
        } else {
            errors.over(entry.tokens(), "expected a text in double quotes\nhelp: write `\"old\"`");
        }
    }
    texts
}

/// Takes off the invisible parentheses that `macro_rules!` puts around what it captured, where they group nothing: around one
/// token, a negative number or a path.
fn flatten(tokens: TokenStream) -> Vec<TokenTree> {
    let mut flat = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                let inside = flatten(group.stream());
                if stands_alone(&inside) { flat.extend(inside) } else { flat.push(TokenTree::Group(group)) }
            }
            token => flat.push(token),
        }
    }
    flat
}

fn stands_alone(tokens: &[TokenTree]) -> bool {
    let is_of_path = |token: &TokenTree| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ':',
        TokenTree::Group(_) | TokenTree::Literal(_) => false,
    };
    match tokens {
        [_] => true,
        [TokenTree::Punct(minus), TokenTree::Literal(_)] => minus.as_char() == '-',
        path => path.iter().all(is_of_path),
    }
}
