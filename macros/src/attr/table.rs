//! `#[table(..)]` on a struct.

use proc_macro2::Ident;
use syn::Attribute;

use crate::attr::allow::{self, Allow};
use crate::attr::{Attr, Spanned, arguments, entries, field_names, texts};
use crate::errors::{Errors, advice};
use crate::symbol::{ALLOW, COMMENT, DROPPED, IN_TABLE, NAME, PRIMARY_KEY, RENAMED_FROM, TABLE};

/// The words of all `#[table(..)]` of a struct.
#[derive(Default)]
pub struct TableAttr {
    /// The table's name, if it is not made from the struct's.
    pub name: Attr<Spanned<String>>,
    /// The comment, if it is not the doc comment.
    pub comment: Attr<Spanned<String>>,
    /// The fields of the primary key.
    pub primary_key: Attr<Vec<Ident>>,
    /// The name before.
    pub renamed_from: Attr<Spanned<String>>,
    /// The columns before, whose values are given up.
    pub dropped: Attr<Vec<Spanned<String>>>,
    /// The rules that do not warn about this table.
    pub allow: Vec<Allow>,
}

impl TableAttr {
    /// Adds the words of one attribute.
    pub fn read(&mut self, attribute: &Attribute, errors: &mut Errors) {
        for entry in entries(arguments(attribute, errors), errors) {
            let Some((word, form)) = entry.word() else {
                errors.over(entry.tokens(), format_args!("expected a word\nhelp: {}", advice(None, IN_TABLE)));
                continue;
            };
            match word.to_string().as_str() {
                NAME => {
                    let name = form.text(errors, word);
                    self.name.set(errors, word, name);
                }
                COMMENT => {
                    let comment = form.text(errors, word);
                    self.comment.set(errors, word, comment);
                }
                PRIMARY_KEY => {
                    let list = form.list(errors, word, "id");
                    let fields = list.map(|list| field_names(list, errors));
                    if fields.as_ref().is_some_and(Vec::is_empty) {
                        errors.at(word.span(), "`primary_key` names no field\nhelp: write `primary_key(id)`");
                    }
                    self.primary_key.set(errors, word, fields);
                }
                RENAMED_FROM => {
                    let name = form.text(errors, word);
                    self.renamed_from.set(errors, word, name);
                }
                DROPPED => {
                    let before = errors.count();
                    let names = form.list(errors, word, "\"old\"").map(|list| texts(list, errors));
                    if names.as_ref().is_some_and(Vec::is_empty) && errors.count() == before {
                        errors.at(word.span(), "`dropped` names no column\nhelp: write `dropped(\"old\")`");
                    }
                    self.dropped.set(errors, word, names);
                }
                ALLOW => self.allow.extend(allow::read(form, word, errors)),
                _ => errors.unknown(word, TABLE, IN_TABLE),
            }
        }
    }
}
