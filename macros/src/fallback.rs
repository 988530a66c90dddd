//! What a derive emits beside its messages when something is wrong, so that one mistake makes one message.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;
use tablewright_schema::{IndexDef, IndexPart};

use crate::errors::Errors;
use crate::expand::{self, names};
use crate::lowered::{Lowered, State};

/// The messages about a table, and what its users would name: all of it if the Rust side is sound, else the least.
pub fn table(mut lowered: Lowered, errors: Errors) -> TokenStream {
    let messages = errors.into_tokens();
    let code = match lowered.state {
        State::Sound | State::Wrong => {
            simplify(&mut lowered);
            expand::table(&lowered)
        }
        State::Unreadable => stubs(&lowered),
    };
    quote!(#messages #code)
}

/// Takes out what the compiler would judge again, and keeps what gives the DAO its methods.
fn simplify(lowered: &mut Lowered) {
    let def = &mut lowered.def;
    def.checks = Vec::new().into();
    let mut indexes = def.indexes.to_vec();
    for key in def.foreign_keys.iter() {
        let mut index = IndexDef::new("", &[]);
        index.parts =
            key.columns.iter().map(|name| IndexPart::Column { name: name.clone(), descending: false }).collect();
        indexes.push(index);
    }
    indexes.retain(|index| !index.parts.is_empty() && distinct(index.columns()));
    def.indexes = indexes.into();
    def.foreign_keys = Vec::new().into();
    def.uniques
        .to_mut()
        .retain(|unique| !unique.columns.is_empty() && distinct(unique.columns.iter().map(|name| &**name)));
    lowered.foreign_keys.clear();
}

/// Whether no column is named twice: a method cannot have two parameters of one name.
fn distinct<'a>(columns: impl Iterator<Item = &'a str>) -> bool {
    let mut seen = BTreeSet::new();
    columns.into_iter().all(|name| seen.insert(name))
}

/// The items and impls that other code names, without any content.
fn stubs(lowered: &Lowered) -> TokenStream {
    let Lowered { ident, vis, fields, .. } = lowered;
    let names::Names { new, dao, .. } = names::Names::of(lowered);
    let columns = fields.iter().map(|field| {
        let (vis, ty) = (&field.vis, &field.ty);
        let token = names::token(&field.ident);
        quote!(#vis const #token: __tw::Column<#ident, #ty> = __tw::Column::new(&COLUMN);)
    });
    quote! {
        #[doc(hidden)]
        #[derive(Clone)]
        #vis struct #new {}

        #[doc(hidden)]
        #[derive(Clone, Copy)]
        #vis struct #dao<'a>(::tablewright::__private::Dao<'a, #ident>);

        const _: () = {
            use ::tablewright::__private as __tw;

            static COLUMN: __tw::ColumnDef = __tw::ColumnDef::new("", __tw::DataType::Text);
            static DEF: __tw::TableDef = __tw::TableDef::new("", &[]);
            static META: __tw::TableMeta =
                __tw::TableMeta::new(&DEF, [const { __tw::Rendering::Refused(&[]) }; __tw::Dialect::COUNT]);

            fn wrong<T>() -> __tw::Result<T> {
                __tw::Err(__tw::Error::new(__tw::Kind::Usage, ""))
            }

            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __tw::Table for #ident {
                type Key<'k> = __tw::NoKey;
                type New = #new;
                const NAME: &'static ::core::primitive::str = "";
                const META: &'static __tw::TableMeta = &META;

                fn decode(_: &mut dyn __tw::Row) -> __tw::Result<Self> {
                    wrong()
                }

                fn encode_key<'k>(_: __tw::NoKey, _: &mut __tw::Vec<__tw::Param<'k>>) -> __tw::Result<()> {
                    wrong()
                }

                fn encode_update<'a>(&'a self, _: &mut __tw::Vec<__tw::Param<'a>>) -> __tw::Result<()> {
                    wrong()
                }
            }

            #[automatically_derived]
            impl __tw::New for #new {
                type Table = #ident;
                type Made = #ident;

                fn complete(&mut self, _: __tw::Dialect) {}

                fn encode<'a>(&'a self, _: &mut __tw::Vec<__tw::Param<'a>>) -> __tw::Result<()> {
                    wrong()
                }

                fn decode_made(_: &mut dyn __tw::Row) -> __tw::Result<#ident> {
                    wrong()
                }

                fn finish(self, made: #ident) -> #ident {
                    made
                }
            }

            #[allow(dead_code, missing_docs)]
            impl #ident {
                #(#columns)*

                #vis fn dao<'a>(executor: &'a impl __tw::Executor) -> #dao<'a> {
                    #dao(__tw::Dao::new(executor))
                }

                #vis fn patch() -> __tw::Patch<#ident> {
                    __tw::Patch::new()
                }

                #vis fn ddl(dialect: __tw::Dialect) -> __tw::Result<__tw::Ddl> {
                    __tw::Ddl::of_table(&META, dialect)
                }
            }

            #[automatically_derived]
            impl<'a> __tw::Deref for #dao<'a> {
                type Target = __tw::Dao<'a, #ident>;

                fn deref(&self) -> &Self::Target {
                    &self.0
                }
            }
        };
    }
}
