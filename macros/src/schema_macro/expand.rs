//! What `schema!` generates: the schema, and the questions that the compiler answers over all tables.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use tablewright_schema::Dialect;
use tablewright_schema::dialect::version::Version;

use super::{Schema, declaration, drift};

/// The struct and its implementation of `Schema`.
pub fn item(schema: &Schema) -> TokenStream {
    let Schema { attributes, vis, ident, tables, dialects, deny, dropped, migrations } = schema;
    let name = ident.unraw().to_string();
    let tables = tables.iter().map(|table| {
        let span = table.span();
        quote_spanned!(span=> <#table as ::tablewright::__private::Table>::META)
    });
    let versions = versions(dialects);
    let dialects = dialects.iter().map(|(dialect, _)| {
        let variant = Ident::new(&format!("{dialect:?}"), Span::call_site());
        quote!(::tablewright::__private::Dialect::#variant)
    });
    let deny =
        (!deny.is_empty()).then(|| quote!(const DENY: &'static [&'static ::core::primitive::str] = &[#(#deny),*];));
    let dropped = (!dropped.is_empty())
        .then(|| quote!(const DROPPED: &'static [&'static ::core::primitive::str] = &[#(#dropped),*];));
    let embedded = migrations.as_ref().and_then(drift::embedded);
    let watches = migrations.as_ref().map(drift::watches);
    let watched = declaration::watched();
    quote! {
        #watches
        #watched
        #(#attributes)*
        #vis struct #ident;
        #[automatically_derived]
        #[allow(unused_qualifications, reason = "the user's own names may be in scope")]
        impl ::tablewright::__private::Schema for #ident {
            const NAME: &'static ::core::primitive::str = #name;
            const TABLES: &'static [&'static ::tablewright::__private::TableMeta] = &[#(#tables),*];
            const DIALECTS: &'static [::tablewright::__private::Dialect] = &[#(#dialects),*];
            #versions
            #embedded
            #deny
            #dropped
        }
    }
}

/// The releases, if they are not the usual ones.
fn versions(dialects: &[(Dialect, Version)]) -> Option<TokenStream> {
    let of = |dialect: Dialect| dialects.iter().find(|(known, _)| *known == dialect).map(|(_, version)| *version);
    let versions = Dialect::ALL.map(|dialect| of(dialect).unwrap_or(dialect.usual()));
    (versions != Dialect::usual_versions()).then(|| {
        let versions = versions.iter().map(|version| {
            let (major, minor) = (version.major(), version.minor());
            quote!(::tablewright::__private::Version::new(#major, #minor))
        });
        quote! {
            const VERSIONS: &'static [::tablewright::__private::Version; ::tablewright::__private::Dialect::COUNT] =
                &[#(#versions),*];
        }
    })
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
    let declaration = declaration::section(schema);
    let drift = schema.migrations.as_ref().and_then(|migrations| drift::checks(schema, migrations));
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
            #drift
            #declaration
        };
    }
}
