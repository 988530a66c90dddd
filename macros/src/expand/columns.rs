//! The struct's own items: a token for each column, and the ways in.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use tablewright_schema::ColumnDef;

use super::names::{self, Names, generated};
use crate::lowered::{Field, Lowered};

/// The inherent implementation of the struct.
pub fn impls(table: &Lowered, names: &Names) -> TokenStream {
    let Names { row, dao, .. } = names;
    let (vis, name) = (&table.vis, &table.def.name);
    let tokens = table
        .fields
        .iter()
        .zip(table.def.columns.iter())
        .enumerate()
        .map(|(n, (field, def))| token(table, names, n, field, def));
    let documented = [
        format!(" The DAO of `{name}` over a database or a transaction."),
        format!(" Changes of some columns of a row of `{name}`, none so far."),
        format!(" The statements that create `{name}`."),
    ];
    let [of_dao, of_patch, of_ddl] = documented;
    quote! {
        #[allow(dead_code, missing_docs)]
        impl #row {
            #(#tokens)*
            #[doc = #of_dao]
            #vis fn dao<'a>(executor: &'a (impl __tw::Executor)) -> #dao<'a> {
                #dao(__tw::Dao::new(executor))
            }
            #[doc = #of_patch]
            #vis fn patch() -> __tw::Patch<Self> {
                __tw::Patch::new()
            }
            #[doc = #of_ddl]
            #vis fn ddl(dialect: __tw::Dialect) -> __tw::Result<__tw::Ddl> {
                __tw::Ddl::of_table(&__META, dialect)
            }
        }
    }
}

fn token(table: &Lowered, names: &Names, n: usize, field: &Field, def: &ColumnDef) -> TokenStream {
    let row = &names.row;
    let (vis, ty, token) = (&field.vis, &field.ty, names::token(&field.ident));
    let kind = if table.def.is_key(&def.name) {
        quote!(, __tw::KeyColumn)
    } else if def.is_insertable() {
        TokenStream::new()
    } else {
        quote!(, __tw::Computed)
    };
    let documented = def.comment.as_ref().map(|comment| {
        let comment = format!(" {comment}");
        quote!(#[doc = #comment])
    });
    let column = names::column(n);
    let span = generated(field.ty.span());
    let made = quote_spanned!(span=> __tw::token(#column));
    quote! {
        #documented
        #vis const #token: __tw::Column<#row, #ty #kind> = #made;
    }
}
