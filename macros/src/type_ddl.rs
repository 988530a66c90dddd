//! The SQL of a type of the user's own in each dialect, as tokens.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use tablewright_schema::{ColumnDef, DataType, Dialect, Place, TableDef, check, dialect};

use crate::errors::Errors;

/// `[TypeDdl; 7]`, in the order of [`Dialect::ALL`]; what some dialect cannot hold is a mistake, unless there are others.
pub fn rendered(data_type: &DataType, span: Span, errors: &mut Errors) -> TokenStream {
    let judged = errors.is_empty();
    let ddl = Dialect::ALL.map(|dialect| match dialect::type_sql(data_type, dialect) {
        Ok(sql) => {
            let name = sql.name;
            let check = match sql.check {
                Some((before, after)) => quote!(__tw::Some((#before, #after))),
                None => quote!(__tw::None),
            };
            quote!(__tw::TypeDdl { name: #name, check: #check })
        }
        Err(problem) => {
            if judged {
                errors.at(span, format_args!("{dialect}: {problem}"));
            }
            quote!(__tw::TypeDdl { name: "", check: __tw::None })
        }
    });
    quote!([#(#ddl),*])
}

/// The rules for a column's type, asked of a table of one such column.
pub fn judge(data_type: &DataType, span: Span, errors: &mut Errors) {
    let mut def = TableDef::new("judged", &[]);
    def.columns = vec![ColumnDef::new("column", data_type.clone())].into();
    for problem in check::table(&def) {
        if problem.place == Place::ColumnType(0) {
            errors.at(span, problem);
        }
    }
}
