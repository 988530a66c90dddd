//! `#[column(..)]` on a field.

use proc_macro2::{Ident, TokenTree};
use syn::Attribute;

use crate::attr::allow::{self, Allow};
use crate::attr::default::{self, DefaultValue};
use crate::attr::expression::Expression;
use crate::attr::{Attr, Form, Spanned, arguments, entries};
use crate::errors::Errors;
use crate::symbol::{
    ALLOW, AUTO_INCREMENT, COLUMN, COMMENT, DEFAULT, GENERATED, IN_COLUMN, MAX_LENGTH, NAME, PERSONAL, PRECISION,
    PRIMARY_KEY, RENAMED_FROM, SCALE, STORED, UNIQUE,
};

/// The words of all `#[column(..)]` of one field.
#[derive(Default)]
pub struct ColumnAttr {
    /// The column's name, if it is not the field's.
    pub name: Attr<Spanned<String>>,
    /// Whether it belongs to the primary key.
    pub primary_key: Attr<()>,
    /// Whether no two rows share a value.
    pub unique: Attr<()>,
    /// The longest value.
    pub max_length: Attr<Spanned<u32>>,
    /// Digits in all.
    pub precision: Attr<Spanned<u32>>,
    /// Digits after the point.
    pub scale: Attr<Spanned<u32>>,
    /// What it gets when nobody gives a value.
    pub default: Attr<Spanned<DefaultValue>>,
    /// Whether the database numbers the rows.
    pub auto_increment: Attr<()>,
    /// What the database computes.
    pub generated: Attr<GeneratedAttr>,
    /// Whether it says something about a person.
    pub personal: Attr<()>,
    /// The comment, if it is not the doc comment.
    pub comment: Attr<Spanned<String>>,
    /// The name before.
    pub renamed_from: Attr<Spanned<String>>,
    /// The rules that do not warn about this column, and the keys and indexes that start with it.
    pub allow: Vec<Allow>,
}

/// `generated(expression)` or `generated(expression, stored)`.
pub struct GeneratedAttr {
    /// The expression.
    pub expression: Expression,
    /// Whether the value is kept in the row.
    pub stored: bool,
}

impl ColumnAttr {
    /// Adds the words of one attribute.
    pub fn read(&mut self, attribute: &Attribute, errors: &mut Errors) {
        for entry in entries(arguments(attribute, errors), errors) {
            match entry.word() {
                Some((word, form)) => self.word(word, form, errors),
                None => errors.over(
                    entry.tokens(),
                    format_args!("expected a word\nhelp: {}", crate::errors::advice(None, IN_COLUMN)),
                ),
            }
        }
    }

    fn word(&mut self, word: &Ident, form: Form<'_>, errors: &mut Errors) {
        macro_rules! set {
            ($field:ident, $value:expr) => {{
                let value = $value;
                self.$field.set(errors, word, value);
            }};
        }
        match word.to_string().as_str() {
            NAME => set!(name, form.text(errors, word)),
            PRIMARY_KEY => set!(primary_key, form.flag(errors, word)),
            UNIQUE => set!(unique, form.flag(errors, word)),
            MAX_LENGTH => set!(max_length, form.number(errors, word, u32::MAX)),
            PRECISION => set!(precision, form.number(errors, word, u8::MAX.into())),
            SCALE => set!(scale, form.number(errors, word, u8::MAX.into())),
            DEFAULT => set!(default, default::read(form, word, errors)),
            AUTO_INCREMENT => set!(auto_increment, form.flag(errors, word)),
            GENERATED => set!(generated, generated(form, word, errors)),
            PERSONAL => set!(personal, form.flag(errors, word)),
            COMMENT => set!(comment, form.text(errors, word)),
            RENAMED_FROM => set!(renamed_from, form.text(errors, word)),
            ALLOW => self.allow.extend(allow::read(form, word, errors)),
            _ => errors.unknown(word, COLUMN, IN_COLUMN),
        }
    }
}

fn generated(form: Form<'_>, word: &Ident, errors: &mut Errors) -> Option<GeneratedAttr> {
    let mut parts = entries(form.list(errors, word, "width * height")?, errors).into_iter();
    let expression = match parts.next() {
        Some(entry) => Expression::new(&entry.0, word.span(), errors),
        None => Expression::new(&[], word.span(), errors),
    };
    let stored = match parts.next() {
        None => false,
        Some(entry) => match entry.0.as_slice() {
            [TokenTree::Ident(word)] if word == STORED => true,
            _ => {
                errors.over(entry.tokens(), "expected `stored` here, or nothing");
                return None;
            }
        },
    };
    for entry in parts {
        errors.over(entry.tokens(), "`generated` takes one expression, and `stored` after it");
    }
    expression.map(|expression| GeneratedAttr { expression, stored })
}
