//! The statements of a DAO, through sea-query where it has the statement.

use sea_query::{Asterisk, Condition, Expr, ExprTrait, Func, InsertStatement, OnConflict, Query};

use super::context::Context;
use super::rules::{EmptyRow, ReturningForm, Upsert};
use super::sea::iden;
use super::upsert;
use crate::dml::{TableSql, finders};
use crate::expr;
use crate::model::{ColumnDef, ColumnDefault};

/// All statements of a table's DAO.
pub(crate) fn table(context: &mut Context<'_>) -> TableSql {
    let def = context.def;
    let key: Vec<&str> = def.primary_key.columns.iter().map(|column| &**column).collect();
    let made: Vec<&str> = def.made_by_database().map(|column| &*column.name).collect();
    let all: Vec<&str> = def.columns.iter().map(|column| &*column.name).collect();
    let with_key = |text: String| if key.is_empty() { String::new() } else { text };
    let finders = finders(def);
    let names = |columns: &[usize]| columns.iter().map(|position| all[*position]).collect::<Vec<_>>();
    let insert = insert(context, &made);
    let reselects = context.rules.returning() == ReturningForm::Absent && !made.is_empty();
    let upserts: Vec<String> = finders
        .iter()
        .filter(|finder| finder.unique)
        .map(|finder| upsert::upsert(context, &names(&finder.columns)))
        .collect();
    TableSql {
        select: select(context, &all, &[]),
        count: context.rules.sea().select(Query::select().expr(Func::count(Expr::col(Asterisk))).from(iden(&def.name))),
        find: with_key(select(context, &all, &key)),
        exists: with_key(exists(context, &key)),
        insert,
        reselect: if reselects { with_key(select(context, &made, &key)) } else { String::new() },
        upsert: if key.is_empty() { String::new() } else { upsert::upsert(context, &key) },
        update: with_key(update(context, &key)),
        delete: with_key(
            context.rules.sea().delete(Query::delete().from_table(iden(&def.name)).cond_where(equal(&key))),
        ),
        finders: finders.iter().map(|finder| select(context, &all, &names(&finder.columns))).collect(),
        upserts,
    }
}

/// A parameter among expressions of our own, which sea-query would not count.
pub(crate) fn parameter(context: &Context<'_>, number: usize) -> String {
    let mut text = String::new();
    context.dialect.placeholder(number, &mut text);
    text
}

/// A parameter that sea-query counts: the value is thrown away.
fn counted() -> Expr {
    Expr::val(0)
}

/// That each column equals a parameter.
fn equal(columns: &[&str]) -> Condition {
    columns.iter().fold(Condition::all(), |all, column| all.add(Expr::col(iden(column)).eq(counted())))
}

fn select(context: &Context<'_>, columns: &[&str], by: &[&str]) -> String {
    let mut statement = Query::select();
    statement.columns(columns.iter().map(|column| iden(column))).from(iden(&context.def.name));
    if !by.is_empty() {
        statement.cond_where(equal(by));
    }
    context.rules.sea().select(&statement)
}

fn exists(context: &Context<'_>, key: &[&str]) -> String {
    let mut statement = Query::select();
    statement.expr(Expr::cust("1")).from(iden(&context.def.name)).cond_where(equal(key));
    context.rules.sea().select(&statement)
}

fn update(context: &Context<'_>, key: &[&str]) -> String {
    let columns: Vec<&str> = context.def.updatable().map(|column| &*column.name).collect();
    if columns.is_empty() {
        return String::new();
    }
    let mut statement = Query::update();
    statement.table(iden(&context.def.name)).cond_where(equal(key));
    for column in columns {
        statement.value(iden(column), counted());
    }
    context.rules.sea().update(&statement)
}

fn insert(context: &mut Context<'_>, made: &[&str]) -> String {
    let statement = insert_statement(context);
    let count = context.def.insertable().count();
    if count == 0 {
        return empty_row(context, made);
    }
    finish(context, statement, made, count)
}

/// `INSERT INTO t (..) VALUES (..)`.
pub(crate) fn insert_statement(context: &mut Context<'_>) -> InsertStatement {
    let def = context.def;
    let mut statement = Query::insert();
    statement.into_table(iden(&def.name)).columns(def.insertable().map(|column| iden(&column.name)));
    let values: Vec<Expr> = values(context).into_iter().map(Expr::cust).collect();
    if !values.is_empty() {
        // As many values as columns, from the same list.
        let _ = statement.values(values);
    }
    statement
}

/// The values of an INSERT: parameters, and what the database evaluates in the place of a parameter that is NULL.
pub(crate) fn values(context: &mut Context<'_>) -> Vec<String> {
    let def = context.def;
    let columns: Vec<&ColumnDef> = def.insertable().collect();
    columns.into_iter().enumerate().map(|(position, column)| value(context, column, position + 1)).collect()
}

fn value(context: &mut Context<'_>, column: &ColumnDef, number: usize) -> String {
    let parameter = parameter(context, number);
    match &column.default {
        Some(ColumnDefault::Expression(expression)) => {
            // A problem in it is reported once, where the default is.
            let target = Some(&column.data_type);
            let Ok(sql) = expr::render_value(expression, context.def, target, context.dialect) else {
                return parameter;
            };
            format!("COALESCE({}, {sql})", cast(context, column, &parameter))
        }
        Some(ColumnDefault::Literal(_) | ColumnDefault::Now | ColumnDefault::Uuid) | None => parameter,
    }
}

/// A parameter with the type of its column, where the dialect must be told.
pub(crate) fn cast(context: &Context<'_>, column: &ColumnDef, parameter: &str) -> String {
    let name = format!("{}.{}", context.table(), context.quote(&column.name));
    context.rules.cast(&column.data_type, &name, parameter)
}

/// The statement with its result, if it has one.
pub(crate) fn finish(context: &Context<'_>, mut statement: InsertStatement, back: &[&str], params: usize) -> String {
    if !back.is_empty() && context.rules.returning() == ReturningForm::SeaQuery {
        statement.returning(Query::returning().columns(back.iter().map(|column| iden(column))));
    }
    let mut sql = context.rules.sea().insert(&statement);
    sql.push_str(&returning(context, back, params));
    sql
}

/// What is put at the end to get columns back.
pub(crate) fn returning(context: &Context<'_>, back: &[&str], params: usize) -> String {
    match context.rules.returning() {
        _ if back.is_empty() => String::new(),
        ReturningForm::SeaQuery | ReturningForm::Absent => String::new(),
        ReturningForm::AtEnd => format!(" RETURNING {}", context.list(back.iter().copied())),
        ReturningForm::IntoParameters => {
            let out: Vec<String> = (1..=back.len()).map(|n| parameter(context, params + n)).collect();
            format!(" RETURNING {} INTO {}", context.list(back.iter().copied()), out.join(", "))
        }
    }
}

fn empty_row(context: &Context<'_>, made: &[&str]) -> String {
    let mut statement = Query::insert();
    statement.into_table(iden(&context.def.name));
    match (context.rules.empty_row(), context.def.columns.iter().find(|column| column.generated.is_none())) {
        (EmptyRow::DefaultKeyword, Some(column)) => {
            statement.columns([iden(&column.name)]);
            let _ = statement.values([Expr::cust("DEFAULT")]);
        }
        (EmptyRow::EmptyLists, _) => {
            return format!("INSERT INTO {} () VALUES (){}", context.table(), returning(context, made, 0));
        }
        (EmptyRow::DefaultValues | EmptyRow::DefaultKeyword, _) => {
            statement.or_default_values();
        }
    }
    finish(context, statement, made, 0)
}

/// An INSERT that changes the row that is there instead, in sea-query's words.
pub(crate) fn on_conflict(context: &mut Context<'_>, target: &[&str], changes: &[&str], style: Upsert) -> String {
    let all: Vec<&str> = context.def.columns.iter().map(|column| &*column.name).collect();
    let mut statement = insert_statement(context);
    let names = |columns: &[&str]| columns.iter().map(|column| iden(column)).collect::<Vec<_>>();
    let mut conflict = OnConflict::columns(names(target));
    match (changes.is_empty(), style) {
        (false, _) => conflict.update_columns(names(changes)),
        (true, Upsert::OnDuplicateKey) => conflict.do_nothing_on(names(target)),
        (true, _) => conflict.do_nothing(),
    };
    statement.on_conflict(conflict);
    let count = context.def.insertable().count();
    finish(context, statement, &all, count)
}
