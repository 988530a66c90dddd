//! sqlparser reads the queries of the catalogs that cannot be asked here, and counts the columns of all of them.

use sqlparser::ast::{SetExpr, Statement};
use sqlparser::dialect::{Dialect as Grammar, GenericDialect, MsSqlDialect, OracleDialect};
use sqlparser::parser::Parser;
use tablewright_schema::Dialect;
use tablewright_schema::catalog::{Query, Source};
use tablewright_schema::dialect::catalog::Scope;

fn queries(dialect: Dialect) -> Vec<Query> {
    let mut all = dialect.state();
    match dialect.catalog(Scope::Own) {
        Source::Rows(queries) => all.extend(queries),
        Source::Statements(query) => all.push(query),
        Source::StatementEach { names, .. } => all.push(names),
    }
    all
}

/// How many columns the query has, as the parser reads it.
fn columns(query: &Query, grammar: &dyn Grammar) -> usize {
    let parsed = Parser::parse_sql(grammar, &query.sql).unwrap_or_else(|error| panic!("{error}: {}", query.sql));
    let [Statement::Query(parsed)] = &parsed[..] else { panic!("no query: {}", query.sql) };
    let mut body = &*parsed.body;
    while let SetExpr::SetOperation { left, .. } = body {
        body = left;
    }
    match body {
        SetExpr::Select(select) => select.projection.len(),
        other => panic!("no SELECT: {other}"),
    }
}

#[test]
fn sqlserver_and_oracle_are_asked_in_their_words() {
    for (dialect, grammar) in
        [(Dialect::SqlServer, &MsSqlDialect {} as &dyn Grammar), (Dialect::Oracle, &OracleDialect {} as &dyn Grammar)]
    {
        let queries = queries(dialect);
        assert!(queries.len() > 7, "{dialect}: {}", queries.len());
        for query in &queries {
            assert_eq!(columns(query, grammar), query.columns, "{dialect}: {}", query.sql);
        }
    }
}

#[test]
fn a_query_with_a_mistake_is_refused() {
    let query = Query { sql: "SELECT a, FROM WHERE t".to_owned(), columns: 2 };
    assert!(Parser::parse_sql(&GenericDialect {}, &query.sql).is_err());
}
