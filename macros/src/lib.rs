//! The derives of Tablewright. Use them through the package `tablewright`, which documents them.

mod ast;
mod attr;
mod check;
mod column_enum;
mod column_type;
mod errors;
mod expand;
mod fallback;
mod lower;
mod lowered;
mod rust_type;
mod symbol;
mod table;
#[cfg(test)]
mod tests;
mod type_ddl;

use std::panic::{AssertUnwindSafe, catch_unwind};

use proc_macro::TokenStream;

/// Makes a struct a table.
#[proc_macro_derive(Table, attributes(table, column, index, unique, check, foreign_key))]
pub fn derive_table(input: TokenStream) -> TokenStream {
    guarded(input, table::derive)
}

/// Makes an enum of plain variants a column type: one of a closed list of texts.
#[proc_macro_derive(ColumnEnum, attributes(column_enum))]
pub fn derive_column_enum(input: TokenStream) -> TokenStream {
    guarded(input, column_enum::derive)
}

/// Makes a struct around one value a column type of its own.
#[proc_macro_derive(ColumnType, attributes(column_type))]
pub fn derive_column_type(input: TokenStream) -> TokenStream {
    guarded(input, column_type::derive)
}

/// The seat belt: a panic is a bug of ours, and says so.
fn guarded(input: TokenStream, derive: fn(proc_macro2::TokenStream) -> proc_macro2::TokenStream) -> TokenStream {
    let input = proc_macro2::TokenStream::from(input);
    catch_unwind(AssertUnwindSafe(|| derive(input)))
        .unwrap_or_else(
            |_| quote::quote!(::core::compile_error!("bug in tablewright, please report it with this code");),
        )
        .into()
}
