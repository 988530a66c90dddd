//! The struct as written, with its attributes read and nothing interpreted.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DeriveInput, Expr, ExprLit, Fields, Lit, Meta, Token};

use crate::attr::On;
use crate::attr::check::CheckAttr;
use crate::attr::column::ColumnAttr;
use crate::attr::foreign_key::ForeignKeyAttr;
use crate::attr::index::IndexAttr;
use crate::attr::table::TableAttr;
use crate::attr::unique::UniqueAttr;
use crate::errors::Errors;
use crate::symbol::{CHECK, COLUMN, FOREIGN_KEY, INDEX, TABLE, UNIQUE};

/// A struct with `#[derive(Table)]`.
pub struct Table<'a> {
    /// As written.
    pub input: &'a DeriveInput,
    /// `#[table(..)]`.
    pub attr: TableAttr,
    /// What a struct and its fields can both have.
    pub parts: Parts,
    /// The fields.
    pub fields: Vec<Field<'a>>,
}

/// A field.
pub struct Field<'a> {
    /// As written.
    pub field: &'a syn::Field,
    /// Its name.
    pub ident: &'a Ident,
    /// `#[column(..)]`.
    pub column: ColumnAttr,
    /// What a struct and its fields can both have.
    pub parts: Parts,
    /// Whether an attribute of it is wrong, so that nothing should be missed in it.
    pub faulty: bool,
}

/// The attributes that a struct and its fields can both have.
#[derive(Default)]
pub struct Parts {
    /// `#[index(..)]`.
    pub indexes: Vec<IndexAttr>,
    /// `#[unique(..)]`.
    pub uniques: Vec<UniqueAttr>,
    /// `#[check(..)]`.
    pub checks: Vec<CheckAttr>,
    /// `#[foreign_key(..)]`.
    pub foreign_keys: Vec<ForeignKeyAttr>,
}

impl<'a> Table<'a> {
    /// Reads a struct; nothing if it is not one with named fields.
    pub fn read(input: &'a DeriveInput, errors: &mut Errors) -> Option<Self> {
        let fields = named_fields(input, errors)?;
        let mut this = Self { input, attr: TableAttr::default(), parts: Parts::default(), fields: Vec::new() };
        for attribute in &input.attrs {
            if attribute.path().is_ident(TABLE) {
                this.attr.read(attribute, errors);
            } else if attribute.path().is_ident(COLUMN) {
                errors.over(
                    attribute.path(),
                    "`#[column]` belongs on a field\nhelp: on the struct, write `#[table(..)]`",
                );
            } else {
                this.parts.read(attribute, On::Table, errors);
            }
        }
        for field in fields {
            if let Some(ident) = &field.ident {
                this.fields.push(Field::read(field, ident, errors));
            }
        }
        Some(this)
    }
}

impl<'a> Field<'a> {
    fn read(field: &'a syn::Field, ident: &'a Ident, errors: &mut Errors) -> Self {
        let before = errors.count();
        let mut column = ColumnAttr::default();
        let mut parts = Parts::default();
        for attribute in &field.attrs {
            if attribute.path().is_ident(COLUMN) {
                column.read(attribute, errors);
            } else if attribute.path().is_ident(TABLE) {
                errors.over(
                    attribute.path(),
                    "`#[table]` belongs on the struct\nhelp: on a field, write `#[column(..)]`",
                );
            } else {
                parts.read(attribute, On::Field, errors);
            }
        }
        Self { field, ident, column, parts, faulty: errors.count() > before }
    }
}

impl Parts {
    fn read(&mut self, attribute: &Attribute, on: On, errors: &mut Errors) {
        let path = attribute.path();
        if path.is_ident(INDEX) {
            self.indexes.push(IndexAttr::read(attribute, on, errors));
        } else if path.is_ident(UNIQUE) {
            self.uniques.push(UniqueAttr::read(attribute, on, errors));
        } else if path.is_ident(CHECK) {
            self.checks.push(CheckAttr::read(attribute, errors));
        } else if path.is_ident(FOREIGN_KEY) {
            self.foreign_keys.push(ForeignKeyAttr::read(attribute, on, errors));
        }
    }
}

/// The first paragraph of the doc comments, as one line.
pub fn summary(attributes: &[Attribute]) -> Option<String> {
    let lines = attributes.iter().filter_map(doc_line);
    let mut words = Vec::new();
    for line in lines.flat_map(|line| line.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>()) {
        match (line.is_empty(), words.is_empty()) {
            (true, true) => {}
            (true, false) => break,
            (false, _) => words.push(line),
        }
    }
    (!words.is_empty()).then(|| words.join(" "))
}

/// The text of a doc comment's line.
pub fn doc_line(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            // An empty `///` is a text too.
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => {
                Some(if text.value().is_empty() { "\n".to_owned() } else { text.value() })
            }
            _ => None,
        },
        Meta::NameValue(_) | Meta::Path(_) | Meta::List(_) => None,
    }
}

fn named_fields<'a>(input: &'a DeriveInput, errors: &mut Errors) -> Option<&'a Punctuated<syn::Field, Token![,]>> {
    if !input.generics.params.is_empty() {
        errors.over(
            &input.generics,
            "a table has no generics, since its columns are known when it is compiled\
                \nhelp: write each type out, or derive `Table` on one struct for each",
        );
    }
    if let Some(clause) = &input.generics.where_clause {
        errors.over(clause, "a table has no `where` clause");
    }
    if !errors.is_empty() {
        return None;
    }
    match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) if fields.named.is_empty() => {
                errors.at(input.ident.span(), "a table has at least one column\nhelp: add a field");
                None
            }
            Fields::Named(fields) => Some(&fields.named),
            Fields::Unnamed(fields) => {
                errors.over(
                    fields,
                    "a table needs named fields, since they name its columns\
                        \nhelp: name the fields; for a column type around one value, derive `ColumnType`",
                );
                None
            }
            Fields::Unit => {
                errors.at(input.ident.span(), "a table has at least one column\nhelp: add fields in braces");
                None
            }
        },
        Data::Enum(data) => {
            errors.at(
                data.enum_token.span,
                "an enum cannot be a table\
                    \nhelp: derive `Table` on a struct; for a column of fixed values, derive `ColumnEnum`",
            );
            None
        }
        Data::Union(data) => {
            errors.at(data.union_token.span, "a union cannot be a table\nhelp: derive `Table` on a struct");
            None
        }
    }
}
