//! A table as the derive understands it: the model for `schema`, and the Rust side for the generated code.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Attribute, Path, Type, Visibility};
use tablewright_schema::{Place, TableDef};

use crate::rust_type::RustType;

/// A struct with `#[derive(Table)]`, every attribute understood.
pub struct Lowered {
    /// The struct's name.
    pub ident: Ident,
    /// The struct's visibility, which its companions share.
    pub vis: Visibility,
    /// The model. Types of the user's own are `DataType::Late`, names of other tables are markers of
    /// `tablewright_schema::sql::Late`, in the order of `fields` and `foreign_keys`.
    pub def: TableDef,
    /// The fields, in order; field `n` is column `n` of the model.
    pub fields: Vec<Field>,
    /// The Rust side of the foreign keys, in the order of the model's.
    pub foreign_keys: Vec<ForeignKey>,
    /// Where each part of the model stands in the source.
    pub spans: Spans,
}

/// A field.
pub struct Field {
    /// Its name.
    pub ident: Ident,
    /// Its visibility.
    pub vis: Visibility,
    /// Its type as written.
    pub ty: Type,
    /// Its type without `Option`.
    pub inner: Type,
    /// Whether it was an `Option`.
    pub optional: bool,
    /// What the derive makes of the type.
    pub rust_type: RustType,
    /// The default's Rust expression, as written, if it is a literal or a path.
    pub default: Option<TokenStream>,
    /// Its doc comments, for the methods named after it.
    pub docs: Vec<Attribute>,
}

/// A foreign key's target in Rust.
pub struct ForeignKey {
    /// The type of the target's struct.
    pub target: Path,
    /// The fields of the target it points to.
    pub target_fields: Vec<Ident>,
    /// The fields here.
    pub fields: Vec<usize>,
}

/// Where each part of the model stands in the source.
#[derive(Default)]
pub struct Spans(Vec<(Place, Span)>);

impl Spans {
    /// Notes where a part stands.
    pub fn set(&mut self, place: Place, span: Span) {
        self.0.push((place, span));
    }

    /// Where a part stands: the exact token if it was noted, else the nearest larger part.
    pub fn get(&self, place: Place) -> Span {
        let find = |place: Place| self.0.iter().find(|(known, _)| *known == place).map(|(_, span)| *span);
        find(place).or_else(|| find(place.parent())).or_else(|| find(Place::Table)).unwrap_or_else(Span::call_site)
    }
}
