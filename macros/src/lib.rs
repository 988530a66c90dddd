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
mod schema_macro;
mod symbol;
mod table;
#[cfg(test)]
mod tests;
mod type_ddl;
mod warnings;

use std::panic::{AssertUnwindSafe, catch_unwind};

use proc_macro::TokenStream;

#[doc = include_str!("../docs/table.md")]
#[proc_macro_derive(Table, attributes(table, column, index, unique, check, foreign_key))]
pub fn derive_table(input: TokenStream) -> TokenStream {
    guarded(input, table::derive)
}

#[doc = include_str!("../docs/column_enum.md")]
#[proc_macro_derive(ColumnEnum, attributes(column_enum))]
pub fn derive_column_enum(input: TokenStream) -> TokenStream {
    guarded(input, column_enum::derive)
}

#[doc = include_str!("../docs/column_type.md")]
#[proc_macro_derive(ColumnType, attributes(column_type))]
pub fn derive_column_type(input: TokenStream) -> TokenStream {
    guarded(input, column_type::derive)
}

#[doc = include_str!("../docs/schema.md")]
#[proc_macro]
pub fn schema(input: TokenStream) -> TokenStream {
    guarded(input, schema_macro::expand)
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
