//! A field's value on its way: into a parameter, out of a row, as the argument of a method, as a default in Rust.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use tablewright_schema::{ColumnDef, ColumnDefault, Literal as SqlLiteral};

use super::names::{column, generated};
use crate::lowered::Field;
use crate::rust_type::RustType;

/// Columns that are read by one call.
const TOGETHER: usize = 8;

/// Reads all columns of a table, and makes the struct of them.
///
/// It names the type that the derive took a field's type for, so that a type of another crate with the same name is an
/// error at the field.
pub fn decode_all(fields: &[Field]) -> TokenStream {
    let name = |n: usize, field: &Field| format_ident!("c{n}", span = generated(field.ty.span()));
    let numbered: Vec<_> = fields.iter().enumerate().collect();
    let runs = numbered.chunk_by(|(_, left), (_, right)| !left.is_users() && !right.is_users());
    let calls = runs.flat_map(|run| run.chunks(TOGETHER)).map(|fields| match fields {
        // One of the user's own is read alone: if it is no column type, the compiler says so at the field.
        [(n, field)] if field.is_users() => {
            let (name, value) = (name(*n, field), decode(field, *n, *n));
            quote!(let #name = #value;)
        }
        _ => {
            let from = Literal::usize_unsuffixed(fields.first().map_or(0, |(n, _)| *n));
            let names = fields.iter().map(|(n, field)| name(*n, field));
            let types = fields.iter().map(|(_, field)| {
                let span = generated(field.ty.span());
                let inner = assumed(field.rust_type, span).unwrap_or_else(|| field.inner.to_token_stream());
                if field.optional { quote_spanned!(span=> __tw::Option<#inner>) } else { inner }
            });
            quote!(let (#(#names,)*) = __tw::read::<(#(#types,)*)>(row, #from, &__C)?;)
        }
    });
    let values = numbered.iter().map(|(n, field)| {
        let (ident, name) = (&field.ident, name(*n, field));
        quote!(#ident: #name)
    });
    quote! {
        #(#calls)*
        __tw::Ok(Self { #(#values),* })
    }
}

/// Reads column `n` of the table from place `position` of a row.
pub fn decode(field: &Field, n: usize, position: usize) -> TokenStream {
    let span = generated(field.ty.span());
    let column = column(n);
    let position = Literal::usize_unsuffixed(position);
    if field.is_users() {
        let read = user_type(field, "read", field.optional);
        return quote_spanned!(span=> #read(row, #position, #column)?);
    }
    quote_spanned!(span=> __tw::decode(row, #position, #column)?)
}

/// A field on its way into a parameter.
pub struct Sent<'a> {
    /// The column's position.
    pub n: usize,
    /// The field.
    pub field: &'a Field,
    /// Whether `self` holds an `Option` of it.
    pub optional: bool,
    /// Whether it holds one of what may be NULL itself.
    pub is_nested: bool,
}

/// Adds the fields of `self` to the parameters, in this order.
pub fn encode_all(fields: &[Sent<'_>]) -> TokenStream {
    let positions = fields.iter().map(|sent| Literal::usize_unsuffixed(sent.n));
    let values = fields.iter().map(|Sent { field, optional, is_nested, .. }| {
        let (ident, span) = (&field.ident, generated(field.ty.span()));
        if field.is_users() {
            let sent = user_type(field, "sent", *optional);
            return match is_nested {
                true => quote_spanned!(span=> #sent(self.#ident.as_ref().unwrap_or(&__tw::None))),
                false => quote_spanned!(span=> #sent(&self.#ident)),
            };
        }
        quote_spanned!(span=> &self.#ident)
    });
    quote!(__tw::encode_all(params, &__C, &[#(#positions),*], &[#(#values),*]))
}

/// A function of the user's own type, for the value or for an `Option` of it.
pub fn user_type(field: &Field, name: &str, optional: bool) -> TokenStream {
    let (inner, suffix) = (&field.inner, if optional { "_optional" } else { "" });
    let name = format_ident!("__{name}{suffix}");
    quote!(<#inner as __tw::UserType>::#name)
}

/// The type a finder takes for a column, with this lifetime if it borrows.
pub fn argument_type(field: &Field, lifetime: &TokenStream) -> TokenStream {
    let inner = &field.inner;
    match field.rust_type {
        RustType::String => quote!(& #lifetime __tw::str),
        RustType::Bytes => quote!(& #lifetime [__tw::u8]),
        RustType::Json | RustType::User => quote!(& #lifetime #inner),
        RustType::I16
        | RustType::I32
        | RustType::I64
        | RustType::Bool
        | RustType::F32
        | RustType::F64
        | RustType::Decimal
        | RustType::Date
        | RustType::Time
        | RustType::Timestamp
        | RustType::TimestampTz
        | RustType::Uuid => quote!(#inner),
    }
}

/// A finder's argument as a parameter.
pub fn argument(field: &Field, n: usize, name: &Ident) -> TokenStream {
    let function = match field.rust_type {
        RustType::String => quote!(text),
        RustType::Bytes => quote!(bytes),
        RustType::I16 => quote!(i16),
        RustType::I32 => quote!(i32),
        RustType::I64 => quote!(i64),
        RustType::Bool => quote!(bool),
        RustType::Date => quote!(date),
        RustType::Time => quote!(time),
        RustType::Timestamp => quote!(timestamp),
        RustType::TimestampTz => quote!(timestamp_tz),
        RustType::Uuid => quote!(uuid),
        RustType::F32 | RustType::F64 | RustType::Decimal => {
            let column = column(n);
            return quote!(__tw::encode_copy(#name, #column));
        }
        RustType::Json | RustType::User => {
            let column = column(n);
            return quote!(__tw::encode(#name, #column));
        }
    };
    quote!(__tw::Ok(__tw::key::#function(#name)))
}

/// A default that is a constant, as a Rust expression of the field's type without `Option`.
pub fn default(field: &Field, column: &ColumnDef) -> Option<TokenStream> {
    let Some(ColumnDefault::Literal(literal)) = &column.default else { return None };
    let written = field.default.as_ref()?;
    Some(match (field.rust_type, literal) {
        (RustType::String, _) => quote!(__tw::String::from(#written)),
        (RustType::Decimal, SqlLiteral::Number(digits)) => {
            let digits = &**digits;
            quote!(__tw::decimal_literal(#digits))
        }
        (RustType::Decimal, SqlLiteral::Integer(value)) => {
            let digits = value.to_string();
            quote!(__tw::decimal_literal(#digits))
        }
        (RustType::F32 | RustType::F64, SqlLiteral::Integer(value)) => {
            // Through text, since a negative literal is two tokens.
            format!("{value}.0").parse().unwrap_or_else(|_| written.clone())
        }
        (RustType::F32 | RustType::F64, SqlLiteral::Number(digits)) if !digits.contains(['.', 'e', 'E']) => {
            format!("{digits}.0").parse().unwrap_or_else(|_| written.clone())
        }
        // The rules refuse a text for the other types; if one gets here, the compiler will.
        (
            RustType::I16
            | RustType::I32
            | RustType::I64
            | RustType::Bool
            | RustType::F32
            | RustType::F64
            | RustType::Decimal
            | RustType::Date
            | RustType::Time
            | RustType::Timestamp
            | RustType::TimestampTz
            | RustType::Uuid
            | RustType::Json
            | RustType::Bytes
            | RustType::User,
            _,
        ) => written.clone(),
    })
}

/// The type that the derive takes a field's type for; nothing where the name cannot mean another one, or is the user's.
fn assumed(rust_type: RustType, span: Span) -> Option<TokenStream> {
    Some(match rust_type {
        RustType::String => quote_spanned!(span=> __tw::String),
        RustType::Decimal => quote_spanned!(span=> __tw::Decimal),
        RustType::Date => quote_spanned!(span=> __tw::NaiveDate),
        RustType::Time => quote_spanned!(span=> __tw::NaiveTime),
        RustType::Timestamp => quote_spanned!(span=> __tw::NaiveDateTime),
        RustType::TimestampTz => quote_spanned!(span=> __tw::Instant),
        RustType::Uuid => quote_spanned!(span=> __tw::Uuid),
        RustType::Json => quote_spanned!(span=> __tw::Json<_>),
        RustType::Bytes => quote_spanned!(span=> __tw::Bytes),
        RustType::I16
        | RustType::I32
        | RustType::I64
        | RustType::Bool
        | RustType::F32
        | RustType::F64
        | RustType::User => return None,
    })
}
