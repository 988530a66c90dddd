//! Unique indexes that leave rows out: those with a NULL, or those that do not fulfil a condition.

use super::context::Context;
use super::rules::{ExpressionIndex, JoinedKey, Limit, UniqueNulls};
use crate::problem::Place;

/// A unique index over plain columns.
pub(crate) struct Unique<'a> {
    pub(crate) name: &'a str,
    pub(crate) columns: &'a [&'a str],
    /// The rendered condition of the rows it holds.
    pub(crate) filter: Option<&'a str>,
    pub(crate) place: Place,
}

/// The columns of a list that may be NULL.
pub(crate) fn nullable<'n>(context: &Context<'_>, columns: &'n [&'n str]) -> impl Iterator<Item = &'n str> {
    let def = context.def;
    columns.iter().copied().filter(|name| def.column(name).is_some_and(|column| column.nullable && !def.is_key(name)))
}

/// A unique index that no row with a NULL in it is part of.
pub(crate) fn index(context: &mut Context<'_>, unique: &Unique<'_>) -> Option<String> {
    let name = context.quote(unique.name);
    let table = context.table();
    let mut conditions: Vec<String> =
        nullable(context, unique.columns).map(|column| format!("{} IS NOT NULL", context.quote(column))).collect();
    match (context.rules.unique_nulls(), context.rules.expression_index()) {
        (UniqueNulls::Equal, _) => {
            judge_computed(context, unique);
            conditions.extend(unique.filter.map(str::to_owned));
            let columns = context.list(unique.columns.iter().copied());
            let condition = conditions.join(" AND ");
            Some(format!("CREATE UNIQUE INDEX {name} ON {table} ({columns}) WHERE {condition}"))
        }
        (_, ExpressionIndex::ComputedBy(join)) => {
            if unique.columns.len() == 1 && unique.filter.is_none() {
                // Of one value that is NULL there can be many.
                conditions.clear();
            }
            let key = joined(context, unique, join)?;
            let key = only_if(&conditions, unique.filter, &key);
            Some(format!("CREATE UNIQUE INDEX {name} ON {table} COMPUTED BY ({key})"))
        }
        (_, ExpressionIndex::InParentheses | ExpressionIndex::Bare | ExpressionIndex::No(_)) => {
            let parts: Vec<String> = unique
                .columns
                .iter()
                .map(|column| only_if(&conditions, unique.filter, &context.quote(column)))
                .collect();
            Some(format!("CREATE UNIQUE INDEX {name} ON {table} ({})", parts.join(", ")))
        }
    }
}

/// The condition of an index cannot name a computed column.
fn judge_computed(context: &mut Context<'_>, unique: &Unique<'_>) {
    let is_computed = |name: &&str| context.def.column(name).is_some_and(|column| column.generated.is_some());
    let found = nullable(context, unique.columns).find(is_computed);
    if let Some(name) = found {
        let message = format!(
            "`{}` is unique over `{name}`, which is computed and may be NULL, and the condition that leaves out NULL cannot name it",
            unique.name
        );
        let limit = Limit::new(message).help("make the column required");
        context.problem("unique-nullable", unique.place, limit);
    }
}

/// The key, or NULL for the rows that the index leaves out.
pub(crate) fn only_if(conditions: &[String], filter: Option<&str>, key: &str) -> String {
    let filter = filter.map(|filter| format!("({filter})"));
    let all: Vec<&str> = conditions.iter().map(String::as_str).chain(filter.as_deref()).collect();
    if all.is_empty() { key.to_owned() } else { format!("CASE WHEN {} THEN {key} END", all.join(" AND ")) }
}

/// One value in the place of several columns.
fn joined(context: &mut Context<'_>, unique: &Unique<'_>, join: JoinedKey) -> Option<String> {
    if let [column] = unique.columns {
        return Some(context.quote(column));
    }
    let typed = |name: &&str| (context.def.column(name).map(|column| &column.data_type), context.quote(name));
    let columns: Vec<_> = unique.columns.iter().map(typed).collect();
    match join(&columns) {
        Ok(key) => Some(key),
        Err(position) => {
            let message = format!(
                "`{}` is over several columns of which some may be NULL or are computed, which is not possible with the type of `{}`",
                unique.name,
                unique.columns.get(position).unwrap_or(&""),
            );
            context.problem(
                "unique-nullable",
                unique.place,
                Limit::new(message).help("make the columns required, and do not compute them"),
            );
            None
        }
    }
}
