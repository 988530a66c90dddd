//! What `schema!` generates in the build of a tool: the schema as bytes, where tools find it without running the program.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use tablewright_schema::snapshot::declared::{COFF_SECTION, MACH_O_SECTION, SECTION};

use super::Schema;
use super::migrations::{DRIFT, is_for_tools};

/// What makes cargo look again: a change of the variable.
pub fn watched() -> TokenStream {
    quote!(
        const _: ::core::option::Option<&::core::primitive::str> = ::core::option_env!(#DRIFT);
    )
}

/// A section of the object file; nothing in a build that is not a tool's.
pub fn section(schema: &Schema) -> Option<TokenStream> {
    if !is_for_tools() {
        return None;
    }
    let Schema { ident, tables, dropped, migrations, .. } = schema;
    let name = ident.unraw().to_string();
    let folder = migrations.as_ref().map_or("", |migrations| &migrations.folder);
    let tables = tables.iter().map(|table| {
        quote!((<#table as ::tablewright::__private::Table>::META.def, <#table as ::tablewright::__private::Table>::META.warnings))
    });
    let mach_o = format!("__DATA,{MACH_O_SECTION}");
    Some(quote! {
        const __DECLARATION: __tw::Declaration = __tw::Declaration {
            name: #name,
            dialects: <#ident as __tw::Schema>::DIALECTS,
            versions: <#ident as __tw::Schema>::VERSIONS,
            migrations: #folder,
            dropped: &[#(#dropped),*],
            tables: &[#(#tables),*],
        };
        // SAFETY: plain bytes in a section that nothing else has, and that no loader looks at.
        #[used]
        #[cfg_attr(target_vendor = "apple", unsafe(link_section = #mach_o))]
        #[cfg_attr(windows, unsafe(link_section = #COFF_SECTION))]
        #[cfg_attr(not(any(target_vendor = "apple", windows)), unsafe(link_section = #SECTION))]
        #[allow(long_running_const_eval)]
        static __DECLARED: [__tw::u8; __DECLARATION.length()] = __DECLARATION.bytes();
    })
}
