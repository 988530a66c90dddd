//! `NewDoctor`: a row that is not in the database yet.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use tablewright_schema::{ColumnDef, ColumnDefault};

use super::names::{Names, column, generated};
use super::value;
use crate::lowered::{Field, Lowered};
use crate::rust_type::RustType;

/// Who gives a column of a new row its value.
enum Source {
    /// The caller of `new`.
    Caller,
    /// A setter; NULL otherwise.
    Setter,
    /// A setter; this constant otherwise.
    Constant(TokenStream),
    /// A setter; the client otherwise, by this function of the runtime's.
    Client(TokenStream),
    /// A setter; the database's expression otherwise.
    Expression,
    /// The database alone.
    Database,
}

/// A column and how a new row gets it.
struct Column<'a> {
    n: usize,
    field: &'a Field,
    source: Source,
}

/// The struct.
pub fn item(table: &Lowered, names: &Names) -> TokenStream {
    let (vis, new, name) = (&table.vis, &names.new, &table.def.name);
    let fields = columns(table).into_iter().filter(Column::is_insertable).map(|column| {
        let Field { vis, ident, .. } = column.field;
        let ty = column.kept_type();
        let documented = match &column.source {
            Source::Caller | Source::Setter | Source::Constant(_) | Source::Database => None,
            Source::Client(_) => Some(" Made when the row is created if absent."),
            Source::Expression => Some(" The database's default if absent."),
        };
        let documented = documented.map(|text| quote!(#[doc = #text]));
        quote!(#documented #vis #ident: #ty)
    });
    let documented = format!(" A row of `{name}` that is not in the database yet.");
    quote! {
        #[doc = #documented]
        #[derive(::core::clone::Clone)]
        #[must_use = "a new row is in the database once the DAO's `create` has taken it"]
        #[allow(dead_code, missing_docs, non_snake_case)]
        #vis struct #new { #(#fields),* }
    }
}

/// Its constructor and setters, and how it becomes parameters and at last a row.
pub fn impls(table: &Lowered, names: &Names) -> TokenStream {
    let Names { row, new, .. } = names;
    let columns = columns(table);
    let new_impl = of_new(row, new, &columns);
    let inherent = inherent(table, new, &columns);
    let shown = new.unraw().to_string();
    quote! {
        #new_impl
        #inherent
        #[automatically_derived]
        impl __tw::fmt::Debug for #new {
            fn fmt(&self, f: &mut __tw::fmt::Formatter<'_>) -> __tw::fmt::Result {
                f.debug_struct(#shown).finish_non_exhaustive()
            }
        }
    }
}

fn of_new(row: &Ident, new: &Ident, columns: &[Column<'_>]) -> TokenStream {
    let made: Vec<_> = columns.iter().filter(|column| column.is_made_by_database()).collect();
    let made_types = made.iter().map(|column| &column.field.ty);
    let made_values = made.iter().enumerate().map(|(position, column)| value::decode(column.field, column.n, position));
    let row_name = if made.is_empty() { quote!(_row) } else { quote!(row) };
    let made_name = if made.is_empty() { quote!(_made) } else { quote!(made) };
    let completed = columns.iter().filter_map(Column::completed);
    let dialect = if columns.iter().any(Column::is_cut) { quote!(dialect) } else { quote!(_) };
    let encoded = columns.iter().filter(|column| column.is_insertable()).map(Column::sent);
    let encoded = value::encode_all(&encoded.collect::<Vec<_>>());
    let finished = columns.iter().map(|column| {
        let ident = &column.field.ident;
        let value = match made.iter().position(|other| other.n == column.n) {
            Some(position) => {
                let position = Literal::usize_unsuffixed(position);
                quote!(made.#position)
            }
            None => column.finished(),
        };
        quote!(#ident: #value)
    });
    quote! {
        #[automatically_derived]
        impl __tw::New for #new {
            type Table = #row;
            type Made = (#(#made_types,)*);
            fn complete(&mut self, #dialect: __tw::Dialect) {
                #(#completed)*
            }
            fn encode<'a>(&'a self, params: &mut __tw::Params<'a>) -> __tw::Result<()> {
                #encoded
            }
            fn decode_made(#row_name: &mut dyn __tw::Row) -> __tw::Result<Self::Made> {
                __tw::Ok((#(#made_values,)*))
            }
            fn finish(self, #made_name: Self::Made) -> #row {
                #row { #(#finished),* }
            }
        }
    }
}

fn inherent(table: &Lowered, new: &Ident, columns: &[Column<'_>]) -> TokenStream {
    let vis = &table.vis;
    let required: Vec<_> = columns.iter().filter(|column| matches!(column.source, Source::Caller)).collect();
    let arguments = required.iter().map(|column| {
        let Field { ident, ty, .. } = column.field;
        quote!(#ident: impl __tw::To<#ty>)
    });
    let values = columns.iter().filter_map(|column| {
        let ident = &column.field.ident;
        let value = match &column.source {
            Source::Caller => quote!(#ident.into_column()),
            Source::Constant(value) => match column.field.optional {
                true => quote!(__tw::Some(#value)),
                false => value.clone(),
            },
            Source::Setter | Source::Client(_) | Source::Expression => quote!(__tw::None),
            Source::Database => return None,
        };
        Some(quote!(#ident: #value))
    });
    let setters = columns.iter().filter_map(|column| column.setter(vis));
    let documented = match required.is_empty() {
        true => " A new row with the defaults.",
        false => " A new row of the columns that have no default; the others are set by methods.",
    };
    let default = required.is_empty().then(|| {
        quote! {
            #[automatically_derived]
            impl ::core::default::Default for #new {
                fn default() -> Self {
                    Self::new()
                }
            }
        }
    });
    quote! {
        #[allow(dead_code, missing_docs, non_snake_case, clippy::too_many_arguments)]
        impl #new {
            #[doc = #documented]
            #vis fn new(#(#arguments),*) -> Self {
                Self { #(#values),* }
            }
            #(#setters)*
        }
        #default
    }
}

fn columns(table: &Lowered) -> Vec<Column<'_>> {
    let pairs = table.fields.iter().zip(table.def.columns.iter()).enumerate();
    pairs.map(|(n, (field, def))| Column { n, field, source: source(field, def) }).collect()
}

fn source(field: &Field, def: &ColumnDef) -> Source {
    if !def.is_insertable() {
        return Source::Database;
    }
    match &def.default {
        None if field.optional => Source::Setter,
        None => Source::Caller,
        Some(ColumnDefault::Now) => Source::Client(quote!(__tw::now)),
        Some(ColumnDefault::Uuid) => Source::Client(quote!(__tw::new_uuid)),
        Some(ColumnDefault::Expression(_)) => Source::Expression,
        // A literal; the model's list may grow, and what it has then is asked of the caller.
        Some(_) => value::default(field, def).map_or(Source::Caller, Source::Constant),
    }
}

impl Column<'_> {
    fn is_insertable(&self) -> bool {
        !matches!(self.source, Source::Database)
    }

    fn is_made_by_database(&self) -> bool {
        matches!(self.source, Source::Database | Source::Expression)
    }

    /// The type of the field in the new row. Written for outside of the block.
    fn kept_type(&self) -> TokenStream {
        let Field { ty, inner, .. } = self.field;
        match self.source {
            Source::Caller | Source::Setter | Source::Constant(_) | Source::Database => quote!(#ty),
            // That it is NULL is not that it is absent.
            Source::Client(_) => quote!(::core::option::Option<#ty>),
            Source::Expression => quote!(::core::option::Option<#inner>),
        }
    }

    /// Whether what the column does not keep of it is cut off before it is sent.
    fn is_cut(&self) -> bool {
        self.is_insertable() && self.keeps_less()
    }

    /// What makes it ready to be sent.
    fn completed(&self) -> Option<TokenStream> {
        let ident = &self.field.ident;
        let span = generated(self.field.ty.span());
        if let Source::Client(make) = &self.source {
            let made = match self.field.optional {
                true => quote_spanned!(span=> self.#ident.get_or_insert_with(|| __tw::Some(#make()))),
                false => quote_spanned!(span=> self.#ident.get_or_insert_with(#make)),
            };
            return Some(match self.keeps_less() {
                true => quote_spanned!(span=> __tw::normalize(#made, dialect);),
                false => quote!(#made;),
            });
        }
        self.is_cut().then(|| {
            if self.field.is_users() {
                let cut = value::user_type(self.field, "cut", self.keeps_option());
                return quote_spanned!(span=> #cut(&mut self.#ident, dialect););
            }
            quote_spanned!(span=> __tw::normalize(&mut self.#ident, dialect);)
        })
    }

    /// Whether the new row holds an `Option` of it.
    fn keeps_option(&self) -> bool {
        match self.source {
            Source::Caller | Source::Setter | Source::Constant(_) | Source::Database => self.field.optional,
            Source::Client(_) | Source::Expression => true,
        }
    }

    fn sent(&self) -> value::Sent<'_> {
        let is_nested = matches!(self.source, Source::Client(_)) && self.field.optional;
        value::Sent { n: self.n, field: self.field, optional: self.keeps_option(), is_nested }
    }

    /// Whether the column may keep less than the type.
    fn keeps_less(&self) -> bool {
        match self.field.rust_type {
            RustType::Time | RustType::Timestamp | RustType::TimestampTz | RustType::User => true,
            RustType::String
            | RustType::I16
            | RustType::I32
            | RustType::I64
            | RustType::Bool
            | RustType::F32
            | RustType::F64
            | RustType::Decimal
            | RustType::Date
            | RustType::Uuid
            | RustType::Json
            | RustType::Bytes => false,
        }
    }

    /// The value in the finished row, where the database does not make it.
    fn finished(&self) -> TokenStream {
        let ident = &self.field.ident;
        match &self.source {
            // It is there after `complete`, and made again if that did not run.
            Source::Client(make) if !self.field.optional => quote!(self.#ident.unwrap_or_else(#make)),
            Source::Client(make) => quote!(self.#ident.unwrap_or_else(|| __tw::Some(#make()))),
            Source::Caller | Source::Setter | Source::Constant(_) => quote!(self.#ident),
            Source::Expression | Source::Database => {
                let column = column(self.n);
                quote!(::core::compile_error!("bug in tablewright: made by the database", #column))
            }
        }
    }

    /// The method that sets it, unless `new` does.
    fn setter(&self, vis: &syn::Visibility) -> Option<TokenStream> {
        let Field { ident, ty, inner, .. } = self.field;
        let (ty, value) = match &self.source {
            Source::Setter | Source::Constant(_) => (ty, quote!(value.into_column())),
            Source::Client(_) => (ty, quote!(__tw::Some(value.into_column()))),
            // The statement takes a NULL for an absent value, so there is none to give.
            Source::Expression => (inner, quote!(__tw::Some(value.into_column()))),
            Source::Caller | Source::Database => return None,
        };
        let plain = ident.unraw();
        // `new` is taken by the constructor.
        let method = if plain == "new" { "set_new".to_owned() } else { ident.to_string() };
        let method = match method.strip_prefix("r#") {
            Some(word) => Ident::new_raw(word, generated(ident.span())),
            None => Ident::new(&method, generated(ident.span())),
        };
        Some(quote! {
            #vis fn #method(mut self, value: impl __tw::To<#ty>) -> Self {
                self.#ident = #value;
                self
            }
        })
    }
}
