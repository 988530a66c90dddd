//! The SQL of a table in each dialect, rendered here and now, with constants where only other items know the text.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use tablewright_schema::ddl::TableDdl;
use tablewright_schema::dialect::render;
use tablewright_schema::dml::TableSql;
use tablewright_schema::sql::{Late, Piece, split};
use tablewright_schema::{Dialect, Problem};

use super::names;
use crate::lowered::{Lowered, State};

/// What each dialect says, in the order of [`Dialect::ALL`].
pub fn all(table: &Lowered) -> impl Iterator<Item = TokenStream> {
    Dialect::ALL.into_iter().map(|dialect| match rendered(table, dialect) {
        Ok((ddl, sql)) => {
            let (ddl, sql) = (pieces(&ddl.joined(), dialect), statements(&sql, dialect));
            quote!(__tw::Rendering::Ready { ddl: __tw::StaticDdl(&[#(#ddl),*]), sql: #sql })
        }
        Err(problems) => {
            let problems = problems.iter().map(ToString::to_string);
            quote!(__tw::Rendering::Refused(&[#(#problems),*]))
        }
    })
}

/// Nothing, without a problem, if the table is wrong: that has been told.
fn rendered(table: &Lowered, dialect: Dialect) -> Result<(TableDdl, TableSql), Vec<Problem>> {
    match table.state {
        State::Sound => render(&table.def, dialect),
        State::Wrong | State::Unreadable => Err(Vec::new()),
    }
}

/// All statements as one text. No parameter's place and no name depends on another item, so there is rarely a marker in it.
fn statements(sql: &TableSql, dialect: Dialect) -> TokenStream {
    let statements = sql.statements();
    let finders = Literal::usize_unsuffixed(sql.finders.len());
    if statements.iter().any(|statement| split(statement).iter().any(|piece| matches!(piece, Piece::Late(_)))) {
        let count = Literal::usize_unsuffixed(statements.len());
        let pieces = statements.iter().flat_map(|statement| {
            let mut pieces = pieces(statement, dialect);
            pieces.push(quote!("\u{3}"));
            pieces
        });
        return quote!(__tw::late_sql!(#count, #finders, [#(#pieces),*]));
    }
    let mut end = 0;
    let ends = statements.iter().map(|statement| {
        end += statement.len();
        Literal::usize_unsuffixed(end)
    });
    let ends: Vec<_> = ends.collect();
    let text = statements.concat();
    quote!(__tw::StaticSql { text: #text, ends: &[#(#ends),*], finders: #finders })
}

/// A text cut at its markers, each replaced by what it stands for.
fn pieces(text: &str, dialect: Dialect) -> Vec<TokenStream> {
    let index = Literal::usize_unsuffixed(dialect.index());
    // The column whose type may bring a check, while inside of the stretch that is there only if it does.
    let mut optional = None;
    let check = |n: u16| {
        let ddl = names::type_ddl(n.into());
        quote!(#ddl[#index].check)
    };
    let mut pieces = Vec::new();
    for piece in split(text) {
        pieces.push(match piece {
            Piece::Literal(text) => match optional {
                Some(n) => {
                    let check = check(n);
                    quote!(__tw::when(#check, #text))
                }
                None => quote!(#text),
            },
            Piece::Late(late) => match late {
                Late::Target(n) => {
                    let name = names::target(n.into());
                    quote!(#name)
                }
                Late::TargetColumn(n, part) => {
                    let name = names::target_column(n.into(), part.into());
                    quote!(#name)
                }
                Late::Type(n) => {
                    let ddl = names::type_ddl(n.into());
                    quote!(#ddl[#index].name)
                }
                Late::Default(n) => {
                    let name = names::default(n.into());
                    quote!(#name)
                }
                Late::CheckStart(n) => {
                    optional = Some(n);
                    continue;
                }
                Late::CheckBefore(n) => {
                    let check = check(n);
                    quote!(__tw::before(#check))
                }
                Late::CheckAfter(n) => {
                    let check = check(n);
                    quote!(__tw::after(#check))
                }
                Late::CheckEnd(_) => {
                    optional = None;
                    continue;
                }
            },
        });
    }
    pieces
}
