//! The model and the SQL as statics: what a program knows about the table.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use syn::spanned::Spanned;
use tablewright_schema::model::Text;
use tablewright_schema::{
    Action, ColumnDef, ColumnDefault, DataType, ForeignKeyDef, IndexDef, IndexPart, Literal as SqlLiteral, describe,
};

use super::names::{self, Names};
use super::{foreign_key, rendering, warnings};
use crate::lowered::{Field, Lowered};

/// The statics of a table: its columns, its definition, and both with its SQL.
pub fn statics(table: &Lowered, _names: &Names) -> TokenStream {
    let count = Literal::usize_unsuffixed(table.def.columns.len());
    let pairs = || table.fields.iter().zip(table.def.columns.iter()).enumerate();
    let late = pairs().filter_map(|(n, (field, def))| late(field, def, n));
    let columns = pairs().map(|(_, (field, def))| column(field, def));
    let def = definition(table);
    let meta = rendering::meta(table);
    let warnings = warnings::list(table);
    let hashed = hashed(table);
    quote! {
        #(#late)*
        static __C: [__tw::ColumnDef; #count] = [#(#columns),*];
        static __DEF: __tw::TableDef = #def;
        static __META: __tw::TableMeta = #meta #hashed #warnings;
    }
}

/// What is known of the fingerprint.
fn hashed(table: &Lowered) -> TokenStream {
    let (sum, rest) = describe::known(&table.def);
    let (sum, rest) = (Literal::u64_unsuffixed(sum), rest.into_iter().map(Literal::usize_unsuffixed));
    quote!(.hashed(#sum, &[#(#rest),*]))
}

/// What only the type of the field knows, asked once.
fn late(field: &Field, def: &ColumnDef, n: usize) -> Option<TokenStream> {
    if !matches!(def.data_type, DataType::Late(_)) {
        return None;
    }
    let (ty, inner) = (names::type_ddl(n), &field.inner);
    let default = matches!(def.default, Some(ColumnDefault::Literal(_))).then_some(field.default.as_ref()).flatten();
    let default = default.map(|value| {
        let name = names::default(n);
        quote!(const #name: &__tw::str = #value.__tablewright_literal();)
    });
    Some(quote! {
        static #ty: [__tw::TypeDdl; __tw::Dialect::COUNT] = <#inner as __tw::UserType>::DDL;
        #default
    })
}

fn column(field: &Field, def: &ColumnDef) -> TokenStream {
    let name = &*def.name;
    let data_type = data_type(field, &def.data_type);
    let nullable = def.nullable.then(|| quote!(.nullable()));
    let default = def.default.as_ref().map(|value| {
        let value = default(field, value);
        quote!(.default(#value))
    });
    let auto_increment = def.auto_increment.then(|| quote!(.auto_increment()));
    let generated = def.generated.as_ref().map(|generated| {
        let (expression, stored) = (&*generated.expression, generated.stored);
        quote!(.generated(#expression, #stored))
    });
    let personal = def.personal.then(|| quote!(.personal()));
    let comment = def.comment.as_deref().map(|comment| quote!(.comment(#comment)));
    let renamed_from = def.renamed_from.as_deref().map(|name| quote!(.renamed_from(#name)));
    quote! {
        __tw::ColumnDef::new(#name, #data_type)
            #nullable #default #auto_increment #generated #personal #comment #renamed_from
    }
}

fn data_type(field: &Field, data_type: &DataType) -> TokenStream {
    match data_type {
        DataType::Varchar(length) => {
            let length = Literal::u32_unsuffixed(*length);
            quote!(__tw::DataType::Varchar(#length))
        }
        DataType::Binary(length) => {
            let length = Literal::u32_unsuffixed(*length);
            quote!(__tw::DataType::Binary(#length))
        }
        DataType::Decimal { precision, scale } => {
            let (precision, scale) = (Literal::u8_unsuffixed(*precision), Literal::u8_unsuffixed(*scale));
            quote!(__tw::DataType::Decimal { precision: #precision, scale: #scale })
        }
        DataType::Late(_) => {
            let inner = &field.inner;
            quote!(<#inner as __tw::UserType>::DATA_TYPE)
        }
        // The variants without content are written as they print; an enumeration is always late.
        other => {
            let name = Ident::new(&format!("{other:?}"), Span::call_site());
            quote!(__tw::DataType::#name)
        }
    }
}

fn default(field: &Field, default: &ColumnDefault) -> TokenStream {
    match default {
        ColumnDefault::Now => quote!(__tw::ColumnDefault::Now),
        ColumnDefault::Uuid => quote!(__tw::ColumnDefault::Uuid),
        ColumnDefault::Expression(expression) => {
            let expression = &**expression;
            quote!(__tw::expression(#expression))
        }
        ColumnDefault::Literal(literal) => match literal {
            SqlLiteral::Bool(value) => quote!(__tw::literal_bool(#value)),
            SqlLiteral::Integer(value) => {
                let value = Literal::i64_unsuffixed(*value);
                quote!(__tw::literal_integer(#value))
            }
            SqlLiteral::Number(digits) => {
                let digits = &**digits;
                quote!(__tw::literal_number(#digits))
            }
            SqlLiteral::Text(text) => {
                let text = &**text;
                quote!(__tw::literal_text(#text))
            }
            _ => {
                let value = &field.default;
                let span = value.span();
                quote::quote_spanned!(span=> __tw::literal_text(#value.__tablewright_text()))
            }
        },
        // The model's list may grow before this one does; the compiler then says what is missing.
        other => {
            let name = Ident::new(&format!("{other:?}"), Span::call_site());
            quote!(__tw::ColumnDefault::#name)
        }
    }
}

fn definition(table: &Lowered) -> TokenStream {
    let def = &table.def;
    let name = &*def.name;
    let comment = def.comment.as_deref().map(|comment| quote!(.comment(#comment)));
    let primary_key = (!def.primary_key.columns.is_empty()).then(|| {
        let (name, columns) = (&*def.primary_key.name, texts(&def.primary_key.columns));
        quote!(.primary_key(#name, #columns))
    });
    let uniques = list(
        "uniques",
        def.uniques.iter().map(|unique| {
            let (name, columns) = (&*unique.name, texts(&unique.columns));
            quote!(__tw::UniqueDef::new(#name, #columns))
        }),
    );
    let checks = list(
        "checks",
        def.checks.iter().map(|check| {
            let (name, expression) = (&*check.name, &*check.expression);
            quote!(__tw::CheckDef::new(#name, #expression))
        }),
    );
    let indexes = list("indexes", def.indexes.iter().map(index));
    let foreign_keys =
        list("foreign_keys", def.foreign_keys.iter().enumerate().map(|(n, key)| foreign_key_def(table, key, n)));
    let renamed_from = def.renamed_from.as_deref().map(|name| quote!(.renamed_from(#name)));
    let dropped = (!def.dropped.is_empty()).then(|| {
        let columns = texts(&def.dropped);
        quote!(.dropped(#columns))
    });
    quote! {
        __tw::TableDef::new(#name, &__C) #comment #primary_key #uniques #checks #indexes #foreign_keys #renamed_from #dropped
    }
}

fn index(index: &IndexDef) -> TokenStream {
    let name = &*index.name;
    let parts = index.parts.iter().map(|part| match part {
        IndexPart::Column { name, descending } => {
            let (name, order) = (&**name, order(*descending));
            quote!(__tw::IndexPart::#order(#name))
        }
        IndexPart::Expression { expression, descending: false } => {
            let expression = &**expression;
            quote!(__tw::IndexPart::expression(#expression))
        }
        IndexPart::Expression { expression, descending: true } => {
            let expression = &**expression;
            quote!(__tw::IndexPart::Expression { expression: __tw::text(#expression), descending: true })
        }
        // As for defaults.
        other => {
            let text = format!("{other:?}");
            quote!(::core::compile_error!(#text))
        }
    });
    let unique = index.unique.then(|| quote!(.unique()));
    let filter = index.filter.as_deref().map(|filter| quote!(.filter(#filter)));
    quote!(__tw::IndexDef::new(#name, const { &[#(#parts),*] }) #unique #filter)
}

fn order(descending: bool) -> Ident {
    Ident::new(if descending { "desc" } else { "asc" }, Span::call_site())
}

fn foreign_key_def(table: &Lowered, key: &ForeignKeyDef, n: usize) -> TokenStream {
    let (name, columns) = (&*key.name, texts(&key.columns));
    let target = foreign_key::target(table, n);
    let target_columns = (0..key.target_columns.len()).map(|part| names::target_column(n, part));
    let on_delete = action(key.on_delete).map(|action| quote!(.on_delete(__tw::Action::#action)));
    let on_update = action(key.on_update).map(|action| quote!(.on_update(__tw::Action::#action)));
    quote! {
        __tw::ForeignKeyDef::new(#name, #columns, #target, const { &[#(__tw::text(#target_columns)),*] })
            #on_delete #on_update
    }
}

/// The variant, unless it is the default.
fn action(action: Action) -> Option<Ident> {
    (action != Action::default()).then(|| Ident::new(&format!("{action:?}"), Span::call_site()))
}

/// A list of names.
fn texts(names: &[Text]) -> TokenStream {
    let names = names.iter().map(|name| &**name);
    quote!(const { &[#(__tw::text(#names)),*] })
}

/// A call of a builder, unless the list is empty. Inline constants, for the parts have destructors, and what has one is
/// not made static by itself.
fn list(method: &str, items: impl Iterator<Item = TokenStream>) -> Option<TokenStream> {
    let items: Vec<_> = items.collect();
    let method = Ident::new(method, Span::call_site());
    (!items.is_empty()).then(|| quote!(.#method(const { &[#(#items),*] })))
}
