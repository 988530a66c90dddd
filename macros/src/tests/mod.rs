//! What the derives make of structs and enums, without a compiler around them.

mod docs;
mod expansion;
mod messages;
mod model;
mod no_input_panics;
mod types;

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::errors::Errors;
use crate::lowered::Lowered;
use crate::table;

/// The mistakes of a struct with `#[derive(Table)]`, each after the token it points to.
fn mistakes(source: &str) -> String {
    let input: DeriveInput = syn::parse_str(source).unwrap();
    let mut errors = Errors::default();
    let _ = table::front(&input, &mut errors);
    errors.shown()
}

/// A struct that is right, as the model.
fn lowered(source: &str) -> Lowered {
    let input: DeriveInput = syn::parse_str(source).unwrap();
    let mut errors = Errors::default();
    let lowered = table::front(&input, &mut errors);
    let mistakes = errors.shown();
    assert!(mistakes.is_empty(), "{mistakes}");
    lowered.unwrap()
}

/// Generated code as one would write it.
fn pretty(code: &TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(code.clone()).unwrap())
}
