//! The SQL of a table in each dialect, rendered here and now, with constants where only other items know the text.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use tablewright_schema::ddl::TableDdl;
use tablewright_schema::dialect::render;
use tablewright_schema::dml::{TableSql, finders};
use tablewright_schema::sql::{Late, Piece, split};
use tablewright_schema::{ColumnDefault, DataType, Dialect, Problem};

use super::names;
use crate::lowered::{Lowered, State};

/// The table's definition with its SQL in each dialect.
pub fn meta(table: &Lowered) -> TokenStream {
    let rendered = Dialect::ALL.map(|dialect| (dialect, rendered(table, dialect)));
    let finders = Literal::usize_unsuffixed(finders(&table.def).len());
    let late = late_columns(table);
    let statements = rendered.iter().filter_map(|(_, result)| result.as_ref().ok());
    if statements.flat_map(|(_, sql)| sql.statements()).any(is_late) {
        let renderings = rendered.iter().map(|(dialect, result)| with_late_sql(*dialect, result, &finders, &late));
        return quote!(__tw::TableMeta::new(&__DEF, [#(#renderings),*]));
    }
    let count = rendered.iter().map(|(_, result)| result.as_ref().map_or(0, |(_, sql)| sql.statements().len())).max();
    let parts = rendered.iter().map(|(_, result)| match result {
        Ok((ddl, sql)) => {
            let mut end = 0;
            let ends = sql.statements().into_iter().map(|statement| {
                end += statement.len();
                end
            });
            let ddl = ddl.joined();
            (sql.statements().concat(), ends.collect(), quote!(__tw::Ok(#ddl)))
        }
        Err(problems) => {
            let problems = problems.iter().map(ToString::to_string);
            (String::new(), vec![0; count.unwrap_or(0)], quote!(__tw::Err(&[#(#problems),*])))
        }
    });
    let mut texts = Vec::new();
    let mut all_ends = Vec::new();
    let mut ddl = Vec::new();
    for (text, ends, pieces) in parts {
        let ends: Vec<usize> = ends;
        let ends = ends.into_iter().map(Literal::usize_unsuffixed);
        texts.push(text);
        all_ends.push(quote!([#(#ends),*]));
        ddl.push(pieces);
    }
    quote!(__tw::meta(&__DEF, #late, #finders, [#(#texts),*], &[#(#all_ends),*], [#(#ddl),*]))
}

/// Nothing, without a problem, if the table is wrong: that has been told.
fn rendered(table: &Lowered, dialect: Dialect) -> Result<(TableDdl, TableSql), Vec<Problem>> {
    match table.state {
        State::Sound => render(&table.def, dialect),
        State::Wrong | State::Unreadable => Err(Vec::new()),
    }
}

/// Whether a statement holds a text of another item: the type of a user's own, where the database makes the default.
fn is_late(statement: &str) -> bool {
    split(statement).iter().any(|piece| matches!(piece, Piece::Late(_)))
}

/// One dialect's part of a table with such a statement.
fn with_late_sql(
    dialect: Dialect,
    result: &Result<(TableDdl, TableSql), Vec<Problem>>,
    finders: &Literal,
    late: &TokenStream,
) -> TokenStream {
    match result {
        Ok((ddl, sql)) => {
            let text = ddl.joined();
            let index = Literal::usize_unsuffixed(dialect.index());
            let statements = sql.statements();
            let count = Literal::usize_unsuffixed(statements.len());
            let sql = statements.iter().flat_map(|statement| {
                let mut pieces = pieces(statement, dialect);
                pieces.push(quote!("\u{3}"));
                pieces
            });
            let sql = quote!(__tw::late_sql!(#count, #finders, [#(#sql),*]));
            let dialect = quote!(__tw::Dialect::ALL[#index]);
            let ddl = quote!(__tw::StaticDdl { text: #text, dialect: #dialect, def: &__DEF, late: #late });
            quote!(__tw::Rendering::Ready { ddl: #ddl, sql: #sql })
        }
        Err(problems) => {
            let problems = problems.iter().map(ToString::to_string);
            quote!(__tw::Rendering::Refused(&[#(#problems),*]))
        }
    }
}

/// The columns of types of the user's own, for the markers in the DDL.
fn late_columns(table: &Lowered) -> TokenStream {
    let late = table.def.columns.iter().enumerate().filter(|(_, column)| matches!(column.data_type, DataType::Late(_)));
    let late = late.map(|(n, column)| {
        let (number, ddl) = (Literal::usize_unsuffixed(n), names::type_ddl(n));
        let default = match &column.default {
            Some(ColumnDefault::Literal(_)) => {
                let default = names::default(n);
                quote!(#default)
            }
            _ => quote!(""),
        };
        quote!(__tw::LateColumn { column: #number, ddl: &#ddl, default: #default })
    });
    quote!(&[#(#late),*])
}

/// A statement cut at its markers, each replaced by what it stands for.
fn pieces(text: &str, dialect: Dialect) -> Vec<TokenStream> {
    let index = Literal::usize_unsuffixed(dialect.index());
    let pieces = split(text).into_iter().map(|piece| match piece {
        Piece::Literal(text) => quote!(#text),
        Piece::Late(Late::Type(n)) => {
            let ddl = names::type_ddl(n.into());
            quote!(#ddl[#index].name)
        }
        Piece::Late(Late::Default(n)) => {
            let name = names::default(n.into());
            quote!(#name)
        }
        Piece::Late(Late::Target(n)) => {
            let name = names::target(n.into());
            quote!(#name)
        }
        Piece::Late(Late::TargetColumn(n, part)) => {
            let name = names::target_column(n.into(), part.into());
            quote!(#name)
        }
        // A statement brings no check.
        Piece::Late(Late::CheckStart(_) | Late::CheckBefore(_) | Late::CheckAfter(_) | Late::CheckEnd(_)) => quote!(""),
    });
    pieces.collect()
}
