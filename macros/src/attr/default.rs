//! `default = ..` of `#[column(..)]`.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::{Lit, Path};

use crate::attr::expression::Expression;
use crate::attr::{Form, Spanned};
use crate::errors::Errors;
use crate::symbol;

/// A default as written.
pub enum DefaultValue {
    /// `true`, `false`.
    Bool(bool),
    /// `5`, `-7`, `1.5`: the digits with the sign.
    Number(String),
    /// `"text"`.
    Text(String),
    /// `now`.
    Now,
    /// `uuid`.
    Uuid,
    /// `Priority::Routine`.
    Path(Path),
    /// `expr(a + b)`.
    Expression(Expression),
}

const EXPECTED: &str = "expected a default\nhelp: write `true`, `false`, a number, a text in double quotes, `now`, \
                        `uuid`, a variant such as `Priority::Routine`, or an expression of the database's, `expr(..)`";

/// Reads what follows `default`.
pub fn read(form: Form<'_>, word: &Ident, errors: &mut Errors) -> Option<Spanned<DefaultValue>> {
    let Form::Value(tokens) = form else {
        errors.at(form.span(word), EXPECTED);
        return None;
    };
    let span = form.span(word);
    let value = match tokens {
        [TokenTree::Literal(literal)] => literal_value("", literal, errors),
        [TokenTree::Punct(minus), TokenTree::Literal(literal)] if minus.as_char() == '-' => {
            literal_value("-", literal, errors)
        }
        [TokenTree::Ident(name), TokenTree::Group(group)] if name == symbol::EXPR => {
            let inside: Vec<_> = group.stream().into_iter().collect();
            Expression::new(&inside, name.span(), errors).map(DefaultValue::Expression)
        }
        [TokenTree::Ident(name)] if name == "true" => Some(DefaultValue::Bool(true)),
        [TokenTree::Ident(name)] if name == "false" => Some(DefaultValue::Bool(false)),
        [TokenTree::Ident(name)] if name == symbol::NOW => Some(DefaultValue::Now),
        [TokenTree::Ident(name)] if name == symbol::UUID => Some(DefaultValue::Uuid),
        [] => {
            errors.at(span, EXPECTED);
            None
        }
        other => path(other, span, errors),
    };
    value.map(|value| Spanned { value, span })
}

fn literal_value(sign: &str, literal: &proc_macro2::Literal, errors: &mut Errors) -> Option<DefaultValue> {
    let signed = |digits: &str| Some(DefaultValue::Number(format!("{sign}{digits}")));
    match Lit::new(literal.clone()) {
        Lit::Int(number) if number.suffix().is_empty() => signed(number.base10_digits()),
        Lit::Float(number) if number.suffix().is_empty() => signed(number.base10_digits()),
        Lit::Int(number) => {
            suffix(literal.span(), number.base10_digits(), number.suffix(), errors);
            None
        }
        Lit::Float(number) => {
            suffix(literal.span(), number.base10_digits(), number.suffix(), errors);
            None
        }
        Lit::Str(text) if sign.is_empty() => Some(DefaultValue::Text(text.value())),
        _ => {
            errors.at(literal.span(), EXPECTED);
            None
        }
    }
}

fn suffix(span: Span, digits: &str, suffix: &str, errors: &mut Errors) {
    errors.at(
        span,
        format!("a default has no suffix, since the field says the type\nhelp: write `{digits}` without `{suffix}`"),
    );
}

fn path(tokens: &[TokenTree], span: Span, errors: &mut Errors) -> Option<DefaultValue> {
    let stream: TokenStream = tokens.iter().cloned().collect();
    match syn::parse2::<Path>(stream.clone()) {
        Ok(path) => Some(DefaultValue::Path(path)),
        Err(_) if tokens.len() > 1 => {
            errors.over(
                stream,
                "a default is a constant\nhelp: write what the database computes for each row as `expr(..)`",
            );
            None
        }
        Err(_) => {
            errors.at(span, EXPECTED);
            None
        }
    }
}
