//! `#[foreign_key(..)]` on a struct or a field.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::spanned::Spanned as _;
use syn::{Attribute, Path};
use tablewright_schema::Action;

use crate::attr::{Attr, Entry, Form, On, Spanned, arguments, entries, field_names};
use crate::errors::{Errors, advice, nearest};
use crate::symbol::{COLUMNS, FOREIGN_KEY, IN_FIELD_FOREIGN_KEY, IN_TABLE_FOREIGN_KEY, NAME, ON_DELETE, ON_UPDATE};

/// One `#[foreign_key(..)]`.
pub struct ForeignKeyAttr {
    /// Where it stands.
    pub span: Span,
    /// The constraint's name.
    pub name: Attr<Spanned<String>>,
    /// The fields here; on a field, none.
    pub fields: Vec<Ident>,
    /// The struct it points to, and the fields there.
    pub target: Option<(Path, Vec<Ident>)>,
    /// What happens on delete.
    pub on_delete: Attr<Spanned<Action>>,
    /// What happens on update.
    pub on_update: Attr<Spanned<Action>>,
}

/// The words for what a foreign key does.
const ACTIONS: [(&str, Action); 5] = [
    ("no_action", Action::NoAction),
    ("restrict", Action::Restrict),
    ("cascade", Action::Cascade),
    ("set_null", Action::SetNull),
    ("set_default", Action::SetDefault),
];

impl ForeignKeyAttr {
    /// Reads one attribute.
    pub fn read(attribute: &Attribute, on: On, errors: &mut Errors) -> Self {
        let mut this = Self {
            span: attribute.path().span(),
            name: Attr::default(),
            fields: Vec::new(),
            target: None,
            on_delete: Attr::default(),
            on_update: Attr::default(),
        };
        let allowed = match on {
            On::Table => IN_TABLE_FOREIGN_KEY,
            On::Field => IN_FIELD_FOREIGN_KEY,
        };
        let before = errors.count();
        let mut columns = Attr::default();
        for entry in entries(arguments(attribute, errors), errors) {
            match entry.word() {
                Some((word, form)) if allowed.contains(&word.to_string().as_str()) => {
                    this.word(word, form, &mut columns, errors);
                }
                Some((word, Form::Value(_) | Form::Other([]))) => errors.unknown(word, FOREIGN_KEY, allowed),
                Some((word, _)) if word == COLUMNS => errors.at(
                    word.span(),
                    "a foreign key on a field is about that field\
                        \nhelp: several fields go into `#[foreign_key(columns(..), ..)]` on the struct",
                ),
                _ => this.target(&entry, allowed, errors),
            }
        }
        this.fields = columns.value.unwrap_or_default();
        if errors.count() == before {
            this.complete(on, errors);
        }
        this
    }

    fn word(&mut self, word: &Ident, form: Form<'_>, columns: &mut Attr<Vec<Ident>>, errors: &mut Errors) {
        match word.to_string().as_str() {
            NAME => {
                let name = form.text(errors, word);
                self.name.set(errors, word, name);
            }
            COLUMNS => {
                let list = form.list(errors, word, "first, second");
                let list = list.map(|list| field_names(list, errors));
                columns.set(errors, word, list);
            }
            ON_DELETE => {
                let action = action(form, word, errors);
                self.on_delete.set(errors, word, action);
            }
            ON_UPDATE => {
                let action = action(form, word, errors);
                self.on_update.set(errors, word, action);
            }
            // The caller has compared with the allowed words.
            _ => {}
        }
    }

    fn target(&mut self, entry: &Entry, allowed: &[&str], errors: &mut Errors) {
        let (path, fields) = match entry.0.split_last() {
            Some((TokenTree::Group(group), path)) if group.delimiter() == Delimiter::Parenthesis => {
                (path, Some(group.stream()))
            }
            _ => (entry.0.as_slice(), None),
        };
        let Ok(path) = syn::parse2::<Path>(path.iter().cloned().collect::<TokenStream>()) else {
            errors.over(
                entry.tokens(),
                format_args!("expected the target, such as `Doctor(id)`, or a word\nhelp: {}", advice(None, allowed)),
            );
            return;
        };
        if let Some((first, _)) = &self.target {
            errors.at(entry.span(), "a foreign key points to one table\nhelp: write another `#[foreign_key(..)]`");
            errors.over(first, "the first target is here");
            return;
        }
        let name = quote::quote!(#path).to_string().replace(' ', "");
        let near = path.get_ident().and_then(|word| nearest(&word.to_string(), allowed));
        let Some(fields) = fields else {
            match near {
                Some(near) => errors.over(&path, format_args!("`{near}` takes a value\nhelp: write `{near} = ..`")),
                None => errors.over(
                    &path,
                    format_args!("a foreign key says which field of `{name}` it points to\nhelp: write `{name}(id)`"),
                ),
            }
            return;
        };
        let fields = field_names(fields, errors);
        if fields.is_empty() {
            errors.over(&path, format_args!("`{name}()` names no field\nhelp: write `{name}(id)`"));
        }
        self.target = Some((path, fields));
    }

    fn complete(&self, on: On, errors: &mut Errors) {
        let Some((path, target_fields)) = &self.target else {
            errors.at(self.span, "a foreign key names its target\nhelp: write `#[foreign_key(Doctor(id))]`");
            return;
        };
        let here = match on {
            On::Field => 1,
            On::Table => self.fields.len(),
        };
        if here == 0 {
            errors.at(
                self.span,
                "a foreign key on a struct lists its fields\
                    \nhelp: write `#[foreign_key(columns(first, second), Target(first, second))]`",
            );
        } else if here != target_fields.len() {
            errors.over(
                path,
                format_args!(
                    "{here} field{} here cannot point to {} there\
                        \nhelp: list as many fields of the target as here, in the same order",
                    if here == 1 { "" } else { "s" },
                    target_fields.len()
                ),
            );
        }
    }
}

fn action(form: Form<'_>, word: &Ident, errors: &mut Errors) -> Option<Spanned<Action>> {
    let words = ACTIONS.map(|(word, _)| word);
    if let Form::Value([TokenTree::Ident(name)]) = form {
        let text = name.to_string();
        if let Some((_, action)) = ACTIONS.into_iter().find(|(known, _)| *known == text) {
            return Some(Spanned { value: action, span: name.span() });
        }
        let near = nearest(&text.to_lowercase(), &words);
        errors.at(name.span(), format_args!("unknown action `{text}`\nhelp: {}", advice(near, &words)));
        return None;
    }
    errors.at(form.span(word), format_args!("`{word}` takes an action\nhelp: {}", advice(None, &words)));
    None
}
