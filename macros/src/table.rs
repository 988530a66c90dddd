//! `#[derive(Table)]`, from the struct to its code.

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::ast::Table;
use crate::errors::Errors;
use crate::lowered::{Lowered, State};
use crate::{check, expand, fallback, lower, warnings};

/// The code of a struct with `#[derive(Table)]`: on any mistake, all of them and stubs.
pub fn derive(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    match front(&input, &mut errors) {
        Some(lowered) if errors.is_empty() => expand::table(&lowered),
        Some(lowered) => fallback::table(lowered, errors),
        None => errors.into_tokens(),
    }
}

/// Reads a struct, makes its model, and judges that; nothing if it is no struct with named fields.
pub fn front(input: &DeriveInput, errors: &mut Errors) -> Option<Lowered> {
    let table = Table::read(input, errors)?;
    let mut lowered = lower::table(&table, errors);
    if errors.is_empty() {
        check::table(&mut lowered, errors);
    }
    if errors.is_empty() {
        lowered.warnings = warnings::find(&table, &lowered);
    }
    if !errors.is_empty() && lowered.state == State::Sound {
        lowered.state = State::Wrong;
    }
    Some(lowered)
}
