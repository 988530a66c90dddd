//! `Debug` of a row with personal columns, which do not show.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use super::names::Names;
use crate::lowered::Lowered;

/// The implementation of `Debug`, if a column is personal; the struct then does not derive it.
pub fn impls(table: &Lowered, names: &Names) -> TokenStream {
    if !table.def.columns.iter().any(|column| column.personal) {
        return TokenStream::new();
    }
    let row = &names.row;
    let name = row.unraw().to_string();
    let shown = table.fields.iter().zip(table.def.columns.iter()).map(|(field, def)| {
        let (ident, name) = (&field.ident, field.ident.unraw().to_string());
        let value = if def.personal { quote!(&__tw::Personal) } else { quote!(&self.#ident) };
        quote!((#name, #value))
    });
    quote! {
        #[automatically_derived]
        impl __tw::fmt::Debug for #row {
            fn fmt(&self, f: &mut __tw::fmt::Formatter<'_>) -> __tw::fmt::Result {
                __tw::show(f, #name, &[#(#shown),*])
            }
        }
    }
}
