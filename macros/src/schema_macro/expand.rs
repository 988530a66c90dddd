//! What `schema!` generates: the schema, and the questions that the compiler answers over all tables.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::Schema;

/// The struct and its implementation of `Schema`.
pub fn item(schema: &Schema) -> TokenStream {
    let Schema { attributes, vis, ident, tables, dialects } = schema;
    let name = ident.unraw().to_string();
    let tables = tables.iter().map(|table| {
        let span = table.span();
        quote_spanned!(span=> <#table as ::tablewright::__private::Table>::META)
    });
    let dialects = dialects.iter().map(|dialect| {
        let variant = Ident::new(&format!("{dialect:?}"), Span::call_site());
        quote!(::tablewright::__private::Dialect::#variant)
    });
    quote! {
        #(#attributes)*
        #vis struct #ident;
        #[automatically_derived]
        #[allow(unused_qualifications, reason = "the user's own names may be in scope")]
        impl ::tablewright::__private::Schema for #ident {
            const NAME: &'static ::core::primitive::str = #name;
            const TABLES: &'static [&'static ::tablewright::__private::TableMeta] = &[#(#tables),*];
            const DIALECTS: &'static [::tablewright::__private::Dialect] = &[#(#dialects),*];
        }
    }
}

/// One check of all names, and one for each table, which points to the table in the list.
pub fn checks(schema: &Schema) -> TokenStream {
    let ident = &schema.ident;
    let each = schema.tables.iter().enumerate().map(|(n, table)| {
        let n = Literal::usize_unsuffixed(n);
        let span = table.span();
        quote_spanned! {span=>
            #[allow(long_running_const_eval, unused_qualifications)]
            const _: () = if let __tw::Some(message) = &__tw::schema_check::table(__SCHEMA, &__NAMES, #n) {
                ::core::panic!("{}", message.text())
            };
        }
    });
    let span = ident.span();
    let names = quote_spanned! {span=>
        #[allow(long_running_const_eval, unused_qualifications)]
        const _: () = if let __tw::Some(message) = &__tw::schema_check::names(__SCHEMA, &__NAMES) {
            ::core::panic!("{}", message.text())
        };
    };
    quote! {
        const _: () = {
            use ::tablewright::__private as __tw;
            const __SCHEMA: __tw::schema_check::Listed = __tw::schema_check::Listed::of::<#ident>();
            #[allow(long_running_const_eval)]
            const __NAMES: [__tw::schema_check::Name; __SCHEMA.count()] = __SCHEMA.sorted();
            #names
            #(#each)*
        };
    }
}
