//! What `schema!` generates to compare structs with the snapshot of the migrations.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use tablewright_schema::{describe, snapshot};

use super::Schema;
use super::migrations::Migrations;

/// What makes cargo look again: a change of each file.
pub fn watches(migrations: &Migrations) -> TokenStream {
    let files = migrations.files.iter().map(|file| {
        let file = format!("/{file}");
        quote!(
            const _: &[::core::primitive::u8] =
                ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #file));
        )
    });
    quote! {
        #(#files)*
    }
}

/// The migrations, name and text, for the program to run.
pub fn embedded(migrations: &Migrations) -> Option<TokenStream> {
    let files = migrations.files.iter().map(|file| (file.rsplit('/').next().unwrap_or(file), file));
    let files = files.filter(|(name, _)| *name != snapshot::FILE).map(|(name, file)| {
        let path = format!("/{file}");
        quote!((#name, ::core::include_str!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #path))))
    });
    let files: Vec<_> = files.collect();
    (!files.is_empty()).then(|| {
        quote! {
            const MIGRATIONS: &'static [(&'static ::core::primitive::str, &'static ::core::primitive::str)] = &[#(#files),*];
        }
    })
}

/// The snapshot, a check for each table at its place in the list, and one for tables that are gone.
pub fn checks(schema: &Schema, migrations: &Migrations) -> Option<TokenStream> {
    let mut tables: Vec<_> = migrations.snapshot.as_ref()?.tables.iter().collect();
    tables.sort_by(|left, right| left.name.cmp(&right.name));
    let kept = tables.iter().map(|def| {
        let (name, fingerprint, lines) = (&*def.name, describe::fingerprint(def), describe::lines(def));
        quote!(__tw::schema_check::drift::Kept { name: #name, fingerprint: #fingerprint, lines: #lines })
    });
    let each = schema.tables.iter().enumerate().map(|(n, table)| {
        let n = Literal::usize_unsuffixed(n);
        let span = table.span();
        quote_spanned! {span=>
            #[allow(long_running_const_eval, unused_qualifications)]
            const _: () = if let __tw::Some(message) = &__tw::schema_check::drift::table(__SCHEMA, __KEPT, #n) {
                ::core::panic!("{}", message.text())
            };
        }
    });
    let dropped = &schema.dropped;
    let span = migrations.span;
    let vanished = quote_spanned! {span=>
        #[allow(long_running_const_eval, unused_qualifications)]
        const _: () = if let __tw::Some(message) =
            &__tw::schema_check::drift::vanished(__SCHEMA, &__NAMES, __KEPT, &[#(#dropped),*])
        {
            ::core::panic!("{}", message.text())
        };
    };
    Some(quote! {
        const __KEPT: &[__tw::schema_check::drift::Kept] = &[#(#kept),*];
        #(#each)*
        #vanished
    })
}
