//! `#[unique(..)]` on a struct or a field.

use proc_macro2::{Ident, Span};
use syn::Attribute;
use syn::spanned::Spanned as _;

use crate::attr::{Attr, On, Spanned, arguments, entries, field_names};
use crate::errors::{Errors, advice};
use crate::symbol::{COLUMNS, IN_FIELD_UNIQUE, IN_TABLE_UNIQUE, NAME, UNIQUE};

/// One `#[unique(..)]`.
pub struct UniqueAttr {
    /// Where it stands.
    pub span: Span,
    /// The constraint's name.
    pub name: Attr<Spanned<String>>,
    /// The fields; on a field, none.
    pub fields: Vec<Ident>,
}

impl UniqueAttr {
    /// Reads one attribute.
    pub fn read(attribute: &Attribute, on: On, errors: &mut Errors) -> Self {
        let mut this = Self { span: attribute.path().span(), name: Attr::default(), fields: Vec::new() };
        let allowed = match on {
            On::Table => IN_TABLE_UNIQUE,
            On::Field => IN_FIELD_UNIQUE,
        };
        let before = errors.count();
        let mut columns = Attr::default();
        for entry in entries(arguments(attribute, errors), errors) {
            if let (On::Table, Some(field)) = (on, entry.only_word()) {
                this.fields.push(field.clone());
                continue;
            }
            let Some((word, form)) = entry.word() else {
                errors.over(entry.tokens(), format_args!("expected a word\nhelp: {}", advice(None, allowed)));
                continue;
            };
            match word.to_string().as_str() {
                NAME => {
                    let name = form.text(errors, word);
                    this.name.set(errors, word, name);
                }
                COLUMNS if on == On::Table => {
                    let list = form.list(errors, word, "first, second");
                    let fields = list.map(|list| field_names(list, errors));
                    columns.set(errors, word, fields);
                }
                _ => errors.unknown(word, UNIQUE, allowed),
            }
        }
        if let (Some(second), false) = (columns.key, this.fields.is_empty()) {
            errors.at(second, "the fields are listed twice\nhelp: write them in `columns(..)` only");
        }
        this.fields.extend(columns.value.unwrap_or_default());
        if on == On::Table && this.fields.is_empty() && errors.count() == before {
            errors.at(this.span, "`#[unique]` on a struct names its fields\nhelp: write `#[unique(first, second)]`");
        }
        this
    }
}
