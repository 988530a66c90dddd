//! `#[check(..)]` on a struct or a field.

use proc_macro2::Span;
use syn::Attribute;
use syn::spanned::Spanned as _;

use crate::attr::expression::Expression;
use crate::attr::{Attr, Form, Spanned, arguments, entries};
use crate::errors::Errors;
use crate::symbol::NAME;

/// One `#[check(..)]`.
pub struct CheckAttr {
    /// Where it stands.
    pub span: Span,
    /// The constraint's name.
    pub name: Attr<Spanned<String>>,
    /// The condition.
    pub expression: Option<Expression>,
}

impl CheckAttr {
    /// Reads one attribute: `expression`, or `name = "..", expression`.
    pub fn read(attribute: &Attribute, errors: &mut Errors) -> Self {
        let span = attribute.path().span();
        let mut this = Self { span, name: Attr::default(), expression: None };
        let mut entries = entries(arguments(attribute, errors), errors);
        // With one entry only, `name = "x"` is a condition on a field called `name`.
        if entries.len() > 1
            && let Some((word, form @ Form::Value(_))) = entries[0].word()
            && word == NAME
        {
            let name = form.text(errors, word);
            this.name.set(errors, word, name);
            entries.remove(0);
        }
        let mut entries = entries.into_iter();
        match entries.next() {
            Some(entry) => this.expression = Expression::new(&entry.0, span, errors),
            None => errors.at(span, "`#[check]` takes a condition\nhelp: write `#[check(copies >= 0)]`"),
        }
        for entry in entries {
            errors.over(
                entry.tokens(),
                "`#[check(..)]` takes one condition\n\
                 help: join conditions with `and`, or write another `#[check(..)]`; a name, `name = \"..\"`, comes first",
            );
        }
        this
    }
}
