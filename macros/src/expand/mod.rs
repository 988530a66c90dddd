//! What is generated for a table, in order.

mod columns;
mod dao;
mod debug;
mod foreign_key;
mod metadata;
pub mod names;
mod new;
mod rendering;
mod row;
mod value;
mod warnings;

use proc_macro2::TokenStream;
use quote::quote;

use crate::lowered::Lowered;
use names::Names;

/// The code of a table: its two companions, and one block with all that needs no name outside.
pub fn table(table: &Lowered) -> TokenStream {
    let names = Names::of(table);
    let new = new::item(table, &names);
    let dao = dao::item(table, &names);
    let inside = [
        foreign_key::constants(table, &names),
        metadata::statics(table, &names),
        row::impls(table, &names),
        columns::impls(table, &names),
        debug::impls(table, &names),
        new::impls(table, &names),
        dao::impls(table, &names),
        warnings::items(table),
    ];
    quote! {
        #new
        #dao
        const _: () = {
            use ::tablewright::__private as __tw;
            #(#inside)*
        };
    }
}
