//! Warnings on stable Rust: the use of a deprecated constant, at the user's token, whose note is the warning.
//!
//! A procedural macro has no other way to warn yet (<https://github.com/rust-lang/rust/issues/54140>).

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use crate::lowered::Lowered;

/// One deprecated constant for each warning, and its use.
pub fn items(table: &Lowered) -> TokenStream {
    let items = table.warnings.iter().map(|warning| {
        let name = Ident::new(&warning.rule.replace('-', "_"), warning.span);
        let note = &warning.message;
        let used = quote_spanned!(warning.span=> let _ = #name;);
        quote! {
            const _: () = {
                #[deprecated(note = #note)]
                #[allow(non_upper_case_globals)]
                const #name: &::core::primitive::str = "";
                #used
            };
        }
    });
    items.collect()
}

/// The warnings as a part of the table's description, for `schema!` and for tools.
pub fn list(table: &Lowered) -> Option<TokenStream> {
    let warnings = table.warnings.iter().map(|warning| {
        let (rule, message) = (warning.rule, &warning.message);
        quote!(__tw::Warning { rule: #rule, message: #message })
    });
    (!table.warnings.is_empty()).then(|| quote!(.warnings(&[#(#warnings),*])))
}
