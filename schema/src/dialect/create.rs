//! A table's DDL: CREATE TABLE through sea-query, and the statements that go with it in words of our own.

use sea_query::{Check, ColumnDef, ColumnType, Expr, Index, Table, TableCreateStatement};

use super::check;
use super::column::{self, CheckSql};
use super::comment;
use super::context::Context;
use super::index;
use super::literal::text;
use super::reference;
use super::rules::Comments;
use super::sea::iden;
use super::table_limits;
use crate::ddl::TableDdl;

/// What stands before the closing parenthesis in sea-query's text.
const END: &str = " )";

/// The DDL of a table. What cannot be said is among the context's problems.
pub(crate) fn table(context: &mut Context<'_>) -> TableDdl {
    let def = context.def;
    let mut statement = Table::create();
    statement.table(iden(&def.name));
    let mut checks = Vec::new();
    let mut has_key = false;
    for (position, column) in def.columns.iter().enumerate() {
        let mut sql = column::column(context, position, column);
        checks.extend(sql.with_own_checks(context));
        let mut definition = if sql.type_name.is_empty() {
            ColumnDef::new(iden(&column.name))
        } else {
            ColumnDef::new_with_type(iden(&column.name), ColumnType::Custom(iden(&sql.type_name)))
        };
        if !sql.clauses.is_empty() {
            definition.extra(sql.clauses);
        }
        statement.col(definition);
        has_key |= sql.is_key;
    }
    if !has_key && !def.primary_key.columns.is_empty() {
        let mut key = Index::create();
        key.primary().name(&*def.primary_key.name);
        for column in def.primary_key.columns.iter() {
            key.col(iden(column));
        }
        statement.primary_key(&mut key);
    }
    index::judge_primary_key(context);
    table_limits::judge(context);
    let mut after = index::uniques(context, &mut statement);
    for (position, check) in def.checks.iter().enumerate() {
        let condition = check::condition(context, position, check);
        checks.push(CheckSql { name: check.name.to_string(), condition, late: None });
    }
    table_limits::judge_checks(context, &checks);
    let (known, late): (Vec<_>, Vec<_>) = checks.into_iter().partition(|check| check.late.is_none());
    for check in known {
        statement.check(Check::named(iden(&check.name), Expr::cust(check.condition)));
    }
    let mut head = head(context, &statement);
    late.iter().for_each(|check| head.push_str(&check.behind(", ", context)));
    after.extend(index::indexes(context).into_iter().map(|(_, create)| create));
    after.extend(comment::all(context).into_iter().map(|(_, set)| set));
    TableDdl {
        head,
        tail: tail(context),
        foreign_keys: reference::foreign_keys(context),
        after,
        drop: format!("DROP TABLE {}", context.table()),
    }
}

fn head(context: &Context<'_>, statement: &TableCreateStatement) -> String {
    let mut head = context.rules.sea().create(statement);
    if head.ends_with(END) {
        head.truncate(head.len() - END.len());
    }
    head
}

fn tail(context: &Context<'_>) -> String {
    let mut tail = format!("{END}{}", context.rules.table_options());
    if let (Comments::Inline, Some(comment)) = (context.rules.comments(), &context.def.comment) {
        tail.push_str(" COMMENT=");
        tail.push_str(&text(comment, context.dialect));
    }
    tail
}
