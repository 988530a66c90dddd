//! The SQL of a table in each dialect, rendered here and now, with constants where only other items know the text.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use tablewright_schema::dialect::name_space::{Made, Named};
use tablewright_schema::dialect::{self, Rendered};
use tablewright_schema::dml::finders;
use tablewright_schema::sql::{Late, Piece, split};
use tablewright_schema::{ColumnDefault, DataType, Dialect, Problem};

use super::names;
use crate::lowered::{Lowered, State};

/// The table's definition with its SQL in each dialect.
pub fn meta(table: &Lowered) -> TokenStream {
    let rendered = Dialect::ALL.map(|dialect| (dialect, rendered(table, dialect)));
    let made = made(&rendered);
    let finders = Literal::usize_unsuffixed(finders(&table.def).len());
    let late = late_columns(table);
    let statements = rendered.iter().filter_map(|(_, result)| result.as_ref().ok());
    if statements.flat_map(|rendered| rendered.sql.statements()).any(is_late) {
        let renderings = rendered.iter().map(|(dialect, result)| with_late_sql(*dialect, result, &finders, &late));
        return quote!(__tw::TableMeta::new(&__DEF, [#(#renderings),*]) #made);
    }
    let count = rendered.iter().map(|(_, result)| result.as_ref().map_or(0, |own| own.sql.statements().len())).max();
    let parts = rendered.iter().map(|(_, result)| match result {
        Ok(Rendered { ddl, sql, made: _ }) => {
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
    quote!(__tw::meta(&__DEF, #late, #finders, [#(#texts),*], &[#(#all_ends),*], [#(#ddl),*]) #made)
}

/// The names that no definition has and that can be those of something else, each once with the dialects that make it.
fn made(rendered: &[(Dialect, Result<Rendered, Vec<Problem>>)]) -> Option<TokenStream> {
    let mut all: Vec<(&Made, u16)> = Vec::new();
    for (dialect, result) in rendered {
        let own = result.iter().flat_map(|own| &own.made).filter(|made| made.is_judged_later(*dialect));
        for made in own {
            let bit = 1 << dialect.index();
            match all.iter_mut().find(|(known, _)| *known == made) {
                Some((_, dialects)) => *dialects |= bit,
                None => all.push((made, bit)),
            }
        }
    }
    let list = all.iter().map(|(made, dialects)| {
        let (name, column) = (&made.name, Literal::usize_unsuffixed(made.column));
        let dialects = Literal::u16_unsuffixed(*dialects);
        let make = match made.named {
            Named::Default => quote!(made_default),
            Named::Table | Named::PrimaryKey | Named::Unique | Named::Check | Named::Index | Named::ForeignKey => {
                quote!(made_check)
            }
        };
        quote!(__tw::#make(#name, #column, #dialects))
    });
    (!all.is_empty()).then(|| quote!(.made(&[#(#list),*])))
}

/// Nothing, without a problem, if the table is wrong: that has been told.
fn rendered(table: &Lowered, dialect: Dialect) -> Result<Rendered, Vec<Problem>> {
    match table.state {
        State::Sound => dialect::rendered(&table.def, dialect),
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
    result: &Result<Rendered, Vec<Problem>>,
    finders: &Literal,
    late: &TokenStream,
) -> TokenStream {
    match result {
        Ok(Rendered { ddl, sql, made: _ }) => {
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
        // A statement brings no check and makes no index.
        Piece::Late(
            Late::CheckStart(_) | Late::CheckBefore(_) | Late::CheckAfter(_) | Late::CheckEnd(_) | Late::Prefix(_),
        ) => quote!(""),
    });
    pieces.collect()
}
