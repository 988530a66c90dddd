//! `schema!`: the tables that belong together, and what only all of them can be asked.

mod declaration;
mod drift;
mod expand;
mod migrations;
mod read;

use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, Path, Visibility};
use tablewright_schema::Dialect;
use tablewright_schema::dialect::version::Version;

use crate::errors::Errors;
use migrations::Migrations;
#[cfg(test)]
pub use read::KEYS;

/// A schema as written.
pub struct Schema {
    /// Doc comments and other attributes of the struct.
    pub attributes: Vec<Attribute>,
    /// Its visibility.
    pub vis: Visibility,
    /// Its name.
    pub ident: Ident,
    /// The structs of its tables.
    pub tables: Vec<Path>,
    /// The dialects that every table is checked for, and the oldest release of each.
    pub dialects: Vec<(Dialect, Version)>,
    /// The tables before, whose rows are given up.
    pub dropped: Vec<String>,
    /// Where its migrations are, and what they say.
    pub migrations: Option<Migrations>,
    /// The warnings that are errors here, in kebab-case; `warnings` for all of them.
    pub deny: Vec<&'static str>,
}

/// The code of a schema: on any mistake, all of them, and the schema as far as it was understood.
pub fn expand(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let schema = read::schema(input, &mut errors);
    let faulty = errors.count() > 0;
    let mut code = errors.into_tokens();
    if let Some(schema) = schema {
        code.extend(expand::item(&schema));
        if !faulty {
            code.extend(expand::checks(&schema));
        }
    }
    code
}
