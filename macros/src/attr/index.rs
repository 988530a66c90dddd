//! `#[index(..)]` on a struct or a field.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::Attribute;
use syn::spanned::Spanned as _;

use crate::attr::expression::Expression;
use crate::attr::{Attr, Entry, Form, On, Spanned, arguments, entries};
use crate::errors::{Errors, advice};
use crate::symbol::{ASC, COLUMNS, DESC, FILTER, IN_FIELD_INDEX, IN_TABLE_INDEX, INDEX, NAME, UNIQUE};

/// One `#[index(..)]`.
pub struct IndexAttr {
    /// Where it stands.
    pub span: Span,
    /// The index's name.
    pub name: Attr<Spanned<String>>,
    /// What it sorts by; on a field, nothing.
    pub parts: Vec<Part>,
    /// Whether no two rows share its values.
    pub unique: Attr<()>,
    /// On a field: whether the largest value comes first.
    pub descending: Attr<()>,
    /// The rows it holds.
    pub filter: Attr<Expression>,
}

/// One part of `columns(..)`.
pub struct Part {
    /// What it sorts by.
    pub key: PartKey,
    /// Whether the largest value comes first.
    pub descending: bool,
}

/// What a part sorts by.
pub enum PartKey {
    /// A field.
    Field(Ident),
    /// An expression.
    Expression(Expression),
}

impl IndexAttr {
    /// Reads one attribute.
    pub fn read(attribute: &Attribute, on: On, errors: &mut Errors) -> Self {
        let mut this = Self {
            span: attribute.path().span(),
            name: Attr::default(),
            parts: Vec::new(),
            unique: Attr::default(),
            descending: Attr::default(),
            filter: Attr::default(),
        };
        let allowed = match on {
            On::Table => IN_TABLE_INDEX,
            On::Field => IN_FIELD_INDEX,
        };
        let before = errors.count();
        let mut columns = Attr::default();
        for entry in entries(arguments(attribute, errors), errors) {
            match entry.word() {
                Some((word, form)) if allowed.contains(&word.to_string().as_str()) => {
                    this.word(word, form, &mut columns, errors);
                }
                Some((word, Form::Flag)) if on == On::Table && crate::symbol::home(&word.to_string()).is_none() => {
                    errors.at(
                        word.span(),
                        format_args!("`#[index(..)]` on a struct lists its fields\nhelp: write `columns({word})`"),
                    );
                }
                Some((word, _)) => errors.unknown(word, INDEX, allowed),
                None => {
                    errors.over(entry.tokens(), format_args!("expected a word\nhelp: {}", advice(None, allowed)));
                }
            }
        }
        this.parts = columns.value.unwrap_or_default();
        if on == On::Table && this.parts.is_empty() && errors.count() == before {
            errors.at(this.span, "`#[index]` on a struct lists its fields\nhelp: write `columns(first, second desc)`");
        }
        this
    }

    fn word(&mut self, word: &Ident, form: Form<'_>, columns: &mut Attr<Vec<Part>>, errors: &mut Errors) {
        match word.to_string().as_str() {
            NAME => {
                let name = form.text(errors, word);
                self.name.set(errors, word, name);
            }
            COLUMNS => {
                let list = form.list(errors, word, "first, second desc");
                let list = list.map(|list| parts(list, errors));
                columns.set(errors, word, list);
            }
            UNIQUE => {
                let flag = form.flag(errors, word);
                self.unique.set(errors, word, flag);
            }
            DESC => {
                let flag = form.flag(errors, word);
                self.descending.set(errors, word, flag);
            }
            FILTER => {
                let filter = form.list(errors, word, "is_active").and_then(|list| {
                    let tokens: Vec<_> = list.into_iter().collect();
                    Expression::new(&tokens, word.span(), errors)
                });
                self.filter.set(errors, word, filter);
            }
            // The caller has compared with the allowed words.
            _ => {}
        }
    }
}

fn parts(list: TokenStream, errors: &mut Errors) -> Vec<Part> {
    entries(list, errors).into_iter().filter_map(|entry| part(entry, errors)).collect()
}

fn part(mut entry: Entry, errors: &mut Errors) -> Option<Part> {
    let span = entry.span();
    let direction = match entry.0.as_slice() {
        [_, .., TokenTree::Ident(last)] if last == ASC || last == DESC => Some(last == DESC),
        _ => None,
    };
    if direction.is_some() {
        entry.0.pop();
    }
    let key = match entry.0.as_slice() {
        [TokenTree::Ident(field)] => PartKey::Field(field.clone()),
        [TokenTree::Ident(_), TokenTree::Ident(word)] => {
            errors.at(word.span(), format_args!("unknown order `{word}`\nhelp: {}", advice(None, &[ASC, DESC])));
            return None;
        }
        tokens => PartKey::Expression(Expression::new(tokens, span, errors)?),
    };
    Some(Part { key, descending: direction.unwrap_or(false) })
}
