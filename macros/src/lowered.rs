//! A table as the derive understands it: the model for `schema`, and the Rust side for the generated code.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Path, Type, Visibility};
use tablewright_schema::{Place, TableDef};

use crate::rust_type::RustType;
use crate::warnings::Warning;

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
    /// What works and will hurt.
    pub warnings: Vec<Warning>,
    /// How much of it can be used.
    pub state: State,
}

/// How much of a struct can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// All of it.
    Sound,
    /// Something is wrong with the table, so no dialect's SQL can be rendered; but each field can be a column, so the
    /// Rust side can be generated, and one mistake makes one message.
    Wrong,
    /// Some field cannot be a column.
    Unreadable,
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
}

impl Field {
    /// Whether its type is one of the user's own.
    pub fn is_users(&self) -> bool {
        self.rust_type == RustType::User
    }
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
pub struct Spans {
    parts: Vec<(Place, Span)>,
    /// For each expression, named by its place at offset 0, where its tokens start in the text and in the source.
    texts: Vec<(Place, Vec<(usize, Span)>)>,
    /// The parts whose name the user gave.
    named: Vec<Place>,
}

impl Spans {
    /// Notes where a part stands.
    pub fn set(&mut self, place: Place, span: Span) {
        self.parts.push((place, span));
    }

    /// Notes where the name of a part stands.
    pub fn set_name(&mut self, place: Place, span: Span) {
        self.set(place, span);
        self.named.push(place);
    }

    /// Whether a part's name was made from other names.
    pub fn is_name_made(&self, place: Place) -> bool {
        let can_be = matches!(
            place,
            Place::PrimaryKey | Place::Unique(_) | Place::Check(_) | Place::Index(_) | Place::ForeignKey(_)
        );
        can_be && !self.named.contains(&place)
    }

    /// Notes where the tokens of an expression stand; the place's offset is 0.
    pub fn set_text(&mut self, place: Place, map: Vec<(usize, Span)>) {
        self.texts.push((place, map));
    }

    /// Where a part stands: the exact token if it was noted, else the nearest larger part.
    pub fn get(&self, place: Place) -> Span {
        let exact = self.token(place).or_else(|| self.part(place));
        exact
            .or_else(|| self.part(place.parent()))
            .or_else(|| self.part(place.parent().parent()))
            .or_else(|| self.part(Place::Table))
            .unwrap_or_else(Span::call_site)
    }

    fn part(&self, place: Place) -> Option<Span> {
        self.parts.iter().find(|(known, _)| *known == place).map(|(_, span)| *span)
    }

    fn token(&self, place: Place) -> Option<Span> {
        let (start, offset) = match place {
            Place::ColumnGenerated(n, offset) => (Place::ColumnGenerated(n, 0), offset),
            Place::CheckExpression(n, offset) => (Place::CheckExpression(n, 0), offset),
            Place::IndexExpression(n, m, offset) => (Place::IndexExpression(n, m, 0), offset),
            Place::IndexFilter(n, offset) => (Place::IndexFilter(n, 0), offset),
            _ => return None,
        };
        let (_, map) = self.texts.iter().find(|(known, _)| *known == start)?;
        let after = map.partition_point(|(at, _)| *at <= offset);
        map.get(after.checked_sub(1)?).map(|(_, span)| *span)
    }
}
