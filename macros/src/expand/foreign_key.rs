//! What a foreign key asks of its target: the table, the columns, and that their types agree.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::names::{self, Names, generated};
use crate::lowered::Lowered;

/// The names of target tables and columns as constants.
///
/// A column's constant is made from its token, so a target without that field is an error at the field's name, and one of
/// another type too.
pub fn constants(table: &Lowered, _names: &Names) -> TokenStream {
    let keys = table.foreign_keys.iter().enumerate().map(|(n, key)| {
        let target = &key.target;
        let name = names::target(n);
        let columns = key.target_fields.iter().zip(&key.fields).enumerate().map(|(part, (field, own))| {
            let name = names::target_column(n, part);
            let (token, inner) = (names::token(field), &table.fields[*own].inner);
            let span = generated(field.span());
            let token = quote_spanned!(span=> #target::#token);
            quote_spanned! {span=>
                const #name: &__tw::str = __tw::target::<#inner, _, _, _>(#token);
            }
        });
        let span = generated(target.span());
        quote_spanned! {span=>
            const #name: &__tw::str = <#target as __tw::Table>::NAME;
            #(#columns)*
        }
    });
    keys.collect()
}

/// The name of the table that foreign key `n` points to.
pub fn target(_table: &Lowered, n: usize) -> TokenStream {
    let name = names::target(n);
    quote!(#name)
}
