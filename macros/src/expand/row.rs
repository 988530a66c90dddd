//! `impl Table`: how a row is read, and how its key and its values are written.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::names::Names;
use super::value;
use crate::lowered::{Field, Lowered};

/// The implementation of `Table`.
pub fn impls(table: &Lowered, names: &Names) -> TokenStream {
    let Names { row, new, .. } = names;
    let name = &*table.def.name;
    let key = key(table);
    let key_type = key_type(&key);
    let encode_key = encode_key(&key);
    let decoded = value::decode_all(&table.fields);
    // The statement is empty where there is no key or nothing else, so nobody asks for these.
    let updated = table.def.updatable().filter_map(|column| position(table, &column.name));
    let encoded: Vec<_> = updated.chain(key.iter().map(|(n, _)| *n)).map(|n| sent(table, n)).collect();
    let encoded = value::encode_all(&encoded);
    quote! {
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl __tw::Table for #row {
            type Key<'k> = #key_type;
            type New = #new;
            const NAME: &'static __tw::str = #name;
            const META: &'static __tw::TableMeta = &__META;
            fn decode(row: &mut dyn __tw::Row) -> __tw::Result<Self> {
                #decoded
            }
            fn encode_key<'k>(key: Self::Key<'k>, params: &mut __tw::Params<'k>) -> __tw::Result<()> {
                #encode_key
            }
            fn encode_update<'a>(&'a self, params: &mut __tw::Params<'a>) -> __tw::Result<()> {
                #encoded
            }
        }
    }
}

fn sent(table: &Lowered, n: usize) -> value::Sent<'_> {
    let field = &table.fields[n];
    value::Sent { n, field, optional: field.optional, is_nested: false }
}

/// The fields of the primary key, in the key's order, with their positions.
pub fn key(table: &Lowered) -> Vec<(usize, &Field)> {
    let positions = table.def.primary_key.columns.iter().filter_map(|name| position(table, name));
    positions.map(|n| (n, &table.fields[n])).collect()
}

/// The position of a column; every name in a model that passed the checks has one.
fn position(table: &Lowered, name: &str) -> Option<usize> {
    table.def.columns.iter().position(|column| column.name == name)
}

fn key_type(key: &[(usize, &Field)]) -> TokenStream {
    let types: Vec<_> = key.iter().map(|(_, field)| value::argument_type(field, &quote!('k))).collect();
    match &types[..] {
        [] => quote!(__tw::NoKey),
        [one] => one.clone(),
        several => quote!((#(#several),*)),
    }
}

fn encode_key(key: &[(usize, &Field)]) -> TokenStream {
    let names: Vec<Ident> = match key.len() {
        1 => vec![format_ident!("key")],
        count => (0..count).map(|n| format_ident!("key_{n}")).collect(),
    };
    let pushed = key.iter().zip(&names).map(|((n, field), name)| value::argument(field, *n, name));
    let taken = (key.len() > 1).then(|| quote!(let (#(#names),*) = key;));
    match key {
        [] => quote! {
            let _ = params;
            match key {}
        },
        _ => quote! {
            #taken
            #(params.push(#pushed?);)*
            __tw::Ok(())
        },
    }
}
