//! `DoctorDao`: the finders of the table, over the methods that all DAOs share.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use tablewright_schema::dml::finders;

use super::names::{Names, method};
use super::{row, value};
use crate::lowered::{Field, Lowered};

/// The struct.
pub fn item(table: &Lowered, names: &Names) -> TokenStream {
    let Names { row, dao, .. } = names;
    let (vis, name) = (&table.vis, &table.def.name);
    let documented = format!(" The DAO of `{name}`. Add methods of your own in an `impl {dao}<'_>`.");
    quote! {
        #[doc = #documented]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #vis struct #dao<'a>(::tablewright::__private::Dao<'a, #row>);
    }
}

/// Its finders, and the way to the shared methods.
pub fn impls(table: &Lowered, names: &Names) -> TokenStream {
    let Names { row, dao, .. } = names;
    let methods = methods(table, names);
    quote! {
        #[allow(dead_code, non_snake_case)]
        impl<'a> #dao<'a> {
            #(#methods)*
        }
        #[automatically_derived]
        impl<'a> __tw::Deref for #dao<'a> {
            type Target = __tw::Dao<'a, #row>;
            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }
    }
}

fn methods(table: &Lowered, names: &Names) -> Vec<TokenStream> {
    let vis = &table.vis;
    let (row, new) = (&names.row, &names.new);
    let key = row::key(table);
    let mut methods = Vec::new();
    if !key.is_empty() {
        let (fields, arguments, argument_names) = arguments(&key);
        let name = method("find_by", &fields);
        let key = match &argument_names[..] {
            [one] => one.clone(),
            several => quote!((#(#several),*)),
        };
        methods.push(quote! {
            /// The row with this primary key, if it is there.
            #vis fn #name(self, #(#arguments),*) -> __tw::Fetch<'a, __tw::Option<#row>> {
                self.0.find(#key)
            }
        });
    }
    let mut unique = 0_usize;
    for (n, finder) in finders(&table.def).into_iter().enumerate() {
        let columns: Vec<_> = finder.columns.iter().map(|column| (*column, &table.fields[*column])).collect();
        let number = unique;
        unique += usize::from(finder.unique);
        let same = |(left, _): &&(usize, &Field)| columns.iter().any(|(right, _)| left == right);
        if columns.len() == key.len() && key.iter().filter(same).count() == key.len() {
            continue;
        }
        let n = Literal::usize_unsuffixed(n);
        let (fields, arguments, _) = arguments(&columns);
        let name = method("find_by", &fields);
        let params = columns.iter().map(|(n, field)| value::argument(field, *n, &field.ident));
        if finder.unique {
            methods.push(quote! {
                /// The row with this value of a unique key, if it is there.
                #vis fn #name(self, #(#arguments),*) -> __tw::Fetch<'a, __tw::Option<#row>> {
                    self.0.fetch_static(__tw::finder::<#n>, [#(#params),*])
                }
            });
            // A new row has no value of a computed column to collide by.
            if !columns.iter().all(|(n, _)| table.def.columns[*n].is_insertable()) {
                continue;
            }
            let name = method("upsert_by", &fields);
            let number = Literal::usize_unsuffixed(number);
            methods.push(quote! {
                /// Adds a row, or gives the row with the same value of this unique key these values.
                #vis fn #name(self, new: #new) -> __tw::BoxFuture<'a, __tw::Result<#row>> {
                    self.0.upsert_by(#number, new)
                }
            });
        } else {
            methods.push(quote! {
                /// The rows with this value, by an index.
                #vis fn #name(self, #(#arguments),*) -> __tw::Fetch<'a, __tw::Vec<#row>> {
                    self.0.fetch_static(__tw::finder::<#n>, [#(#params),*])
                }
            });
        }
    }
    methods
}

/// The fields, the arguments with their types, and the arguments' names.
fn arguments<'a>(columns: &[(usize, &'a Field)]) -> (Vec<&'a Field>, Vec<TokenStream>, Vec<TokenStream>) {
    let fields: Vec<&Field> = columns.iter().map(|(_, field)| *field).collect();
    let typed = fields.iter().map(|field| {
        let (ident, ty) = (&field.ident, value::argument_type(field, &quote!('a)));
        quote!(#ident: #ty)
    });
    let (typed, names) = (
        typed.collect(),
        fields
            .iter()
            .map(|field| {
                let ident = &field.ident;
                quote!(#ident)
            })
            .collect(),
    );
    (fields, typed, names)
}
