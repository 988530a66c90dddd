//! The names of what is generated: the only place that makes them.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use crate::lowered::{Field, Lowered};

/// The names of a table's items.
pub struct Names {
    /// The struct.
    pub row: Ident,
    /// The row that is not in the database yet.
    pub new: Ident,
    /// The DAO.
    pub dao: Ident,
}

impl Names {
    /// The names for a struct.
    pub fn of(table: &Lowered) -> Self {
        let row = &table.ident;
        let companion = |name: String| Ident::new(&name, generated(row.span()));
        let plain = row.unraw();
        Self { row: row.clone(), new: companion(format!("New{plain}")), dao: companion(format!("{plain}Dao")) }
    }
}

/// A place in the source, for something that is not written there: editors go there, lints do not.
pub fn generated(span: Span) -> Span {
    span.resolved_at(Span::call_site())
}

/// The token of a field's column: `hpcsa_number` as `HPCSA_NUMBER`.
pub fn token(field: &Ident) -> Ident {
    Ident::new(&field.unraw().to_string().to_uppercase(), generated(field.span()))
}

/// A method over fields: `find_by` and `[province, city]` as `find_by_province_and_city`.
pub fn method(start: &str, fields: &[&Field]) -> Ident {
    let words: Vec<String> = fields.iter().map(|field| field.ident.unraw().to_string()).collect();
    let span = fields.first().map_or_else(Span::call_site, |field| generated(field.ident.span()));
    Ident::new(&format!("{start}_{}", words.join("_and_")), span)
}

/// The definition of column `n`.
pub fn column(n: usize) -> TokenStream {
    let n = Literal::usize_unsuffixed(n);
    quote!(&__C[#n])
}

/// What a type of the user's own says about column `n`.
pub fn type_ddl(n: usize) -> Ident {
    format_ident!("__TYPE_{n}")
}

/// The default of column `n`, as a literal of SQL.
pub fn default(n: usize) -> Ident {
    format_ident!("__DEFAULT_{n}")
}

/// The table that foreign key `n` points to.
pub fn target(n: usize) -> Ident {
    format_ident!("__TARGET_{n}")
}

/// The column that part `part` of foreign key `n` points to.
pub fn target_column(n: usize, part: usize) -> Ident {
    format_ident!("__TARGET_{n}_{part}")
}
