//! Keys and indexes: unique constraints, CREATE INDEX, and what takes their place where NULLs or conditions ask for it.

use sea_query::{Index, TableCreateStatement};

use super::context::Context;
use super::key_width::{self, KeyKind, Parts};
use super::rules::{Ability, Directions, ExpressionIndex, Limit, Partial, SameColumns, UniqueNulls};
use super::sea::iden;
use super::unique::{self, Unique};
use crate::expr;
use crate::model::{DataType, IndexDef, IndexPart, List, Text};
use crate::problem::Place;
use crate::sql::Late;

/// The primary key, as far as its columns and width go.
pub(crate) fn judge_primary_key(context: &mut Context<'_>) {
    let def = context.def;
    let columns: Vec<&str> = def.primary_key.columns.iter().map(|column| &**column).collect();
    key_width::judge(
        context,
        KeyKind::Primary,
        Parts::of_columns(&columns),
        Place::PrimaryKey,
        Place::PrimaryKeyColumn,
    );
}

/// Adds the unique constraints to the statement; those that the dialect must have as indexes are returned as statements.
pub(crate) fn uniques(context: &mut Context<'_>, statement: &mut TableCreateStatement) -> Vec<String> {
    let def = context.def;
    let mut after = Vec::new();
    for (position, form) in unique_forms(context) {
        match form {
            UniqueForm::Constraint => {
                let constraint = &def.uniques[position];
                let mut index = Index::create();
                index.unique().name(&*constraint.name);
                for column in constraint.columns.iter() {
                    index.col(iden(column));
                }
                statement.index(&mut index);
            }
            UniqueForm::Index(create) => after.push(create),
        }
    }
    after
}

/// What a unique constraint is in a dialect.
pub(crate) enum UniqueForm {
    /// One of its own.
    Constraint,
    /// An index, made by this statement.
    Index(String),
}

/// What becomes of each unique constraint, by its position; one that says nothing new is left out.
pub(crate) fn unique_forms(context: &mut Context<'_>) -> Vec<(usize, UniqueForm)> {
    let def = context.def;
    let mut forms = Vec::new();
    for (position, constraint) in def.uniques.iter().enumerate() {
        let columns: Vec<&str> = constraint.columns.iter().map(|column| &**column).collect();
        if is_said_already(context, position, &columns) {
            continue;
        }
        let place = Place::Unique(position);
        let parts = Parts::of_columns(&columns);
        key_width::judge(context, KeyKind::Unique, parts, place, |n| Place::UniqueColumn(position, n));
        if plain_constraint(context, &columns) {
            forms.push((position, UniqueForm::Constraint));
        } else {
            let unique = Unique { name: &constraint.name, columns: &columns, filter: None, place };
            forms.extend(unique::index(context, &unique).map(|create| (position, UniqueForm::Index(create))));
        }
    }
    forms
}

/// Whether an earlier key over the same columns makes this constraint superfluous, and the engine would refuse it.
fn is_said_already(context: &Context<'_>, position: usize, columns: &[&str]) -> bool {
    let def = context.def;
    let earlier = def.uniques.iter().take(position).map(|unique| &unique.columns).chain([&def.primary_key.columns]);
    let is_in = |other: &List<Text>| columns.iter().all(|column| other.iter().any(|name| name == column));
    let is_same = |other: &List<Text>| match context.rules.same_columns() {
        SameColumns::Allowed => false,
        // In whatever order.
        SameColumns::OneConstraint => other.len() == columns.len() && is_in(other),
        SameColumns::OneIndex => other.iter().eq(columns),
    };
    earlier.into_iter().any(is_same)
}

/// Whether the dialect's own unique constraint takes the columns and lets NULLs pass each other.
fn plain_constraint(context: &Context<'_>, columns: &[&str]) -> bool {
    if columns.iter().any(|column| only_as_expression(context, column).is_some()) {
        return false;
    }
    let nullable = unique::nullable(context, columns).next().is_some();
    match context.rules.unique_nulls() {
        UniqueNulls::Distinct => true,
        UniqueNulls::Equal => !nullable,
        UniqueNulls::EqualBesideValues => !nullable || columns.len() == 1,
    }
}

/// The statements that make the indexes, each with its position.
pub(crate) fn indexes(context: &mut Context<'_>) -> Vec<(usize, String)> {
    let def = context.def;
    let mut statements = Vec::new();
    for (position, index) in def.indexes.iter().enumerate() {
        if !is_there_already(context, position, index) {
            statements.extend(create(context, position, index).map(|create| (position, create)));
        }
    }
    statements
}

/// Whether an earlier index over the same columns serves, and the engine would refuse a second one (ORA-01408).
fn is_there_already(context: &Context<'_>, position: usize, index: &IndexDef) -> bool {
    let def = context.def;
    let plain = |index: &IndexDef| {
        index.filter.is_none() && index.parts.iter().all(|part| part.column().is_some() && !part.is_descending())
    };
    if context.rules.same_columns() != SameColumns::OneIndex || !plain(index) {
        return false;
    }
    let columns: Vec<&str> = index.columns().collect();
    let keys = def.uniques.iter().map(|unique| &unique.columns).chain([&def.primary_key.columns]);
    // A constraint that became an index over expressions does not count.
    let by_key = keys.into_iter().any(|key| key.iter().eq(&columns)) && plain_constraint(context, &columns);
    let mut earlier = def.indexes.iter().take(position).filter(|other| plain(other));
    by_key || earlier.any(|other| other.columns().eq(columns.iter().copied()) && (other.unique || !index.unique))
}

fn create(context: &mut Context<'_>, position: usize, index: &IndexDef) -> Option<String> {
    let place = Place::Index(position);
    let columns: Vec<&str> = index.columns().collect();
    let all_columns = columns.len() == index.parts.len();
    let kind = if index.unique { KeyKind::Unique } else { KeyKind::Index };
    let column_place = |n| Place::IndexPart(position, part_of(index, n));
    let parts = Parts::of_index(context, index, &columns);
    key_width::judge(context, kind, parts, place, column_place);
    let filter = index.filter.as_deref().map(|filter| context.condition(filter, |at| Place::IndexFilter(position, at)));
    let by_expression = matches!(context.rules.partial_index(), Partial::UniqueByExpression(_)) && filter.is_some();
    if !(by_expression && index.unique && all_columns) {
        judge_filter(context, position, index);
    }
    if index.unique && all_columns && (!plain_constraint(context, &columns) || by_expression) {
        let unique = Unique { name: &index.name, columns: &columns, filter: filter.as_deref(), place };
        return unique::index(context, &unique);
    }
    let descending = whole_direction(context, position, index)?;
    let list = list(context, position, index)?;
    let unique = if index.unique { "UNIQUE " } else { "" };
    let name = context.quote(&index.name);
    let condition = filter.map(|filter| format!(" WHERE {filter}")).unwrap_or_default();
    Some(format!("CREATE {unique}{descending}INDEX {name} ON {} {list}{condition}", context.table()))
}

/// Why a column can be in an index only as an expression, if it is such a one.
pub(crate) fn only_as_expression(context: &Context<'_>, column: &str) -> Option<&'static str> {
    let is_computed = context.def.column(column).is_some_and(|column| column.generated.is_some());
    match context.rules.computed_in_key() {
        Ability::No(why) if is_computed => Some(why),
        Ability::No(_) | Ability::Yes => None,
    }
}

/// The position among the parts of the n-th column.
fn part_of(index: &IndexDef, n: usize) -> usize {
    let columns = index.parts.iter().enumerate().filter(|(_, part)| part.column().is_some());
    columns.map(|(position, _)| position).nth(n).unwrap_or(0)
}

fn judge_filter(context: &mut Context<'_>, position: usize, index: &IndexDef) {
    let Some(filter) = index.filter.as_deref() else { return };
    let (why, unfit) = match context.rules.partial_index() {
        Partial::Where => return,
        Partial::WhereIf(judge) => {
            // One that cannot be read has been told.
            let unfit = expr::parse(filter).ok().and_then(|filter| judge(&filter, context.def).err());
            let Some(unfit) = unfit else { return };
            ("the condition of an index can only be comparisons joined by `and`", Some(unfit))
        }
        Partial::UniqueByExpression(why) | Partial::No(why) => (why, None),
    };
    let message = format!("index `{}` cannot hold only some of the rows: {why}", index.name);
    let (offset, help) = unfit.map_or((0, "leave out the filter".to_owned()), |unfit| (unfit.offset, unfit.help));
    context.problem("partial-index", Place::IndexFilter(position, offset), Limit::new(message).help(help));
}

/// The word for the direction of the whole index, where the dialect has it there.
fn whole_direction(context: &mut Context<'_>, position: usize, index: &IndexDef) -> Option<&'static str> {
    match context.rules.directions() {
        Directions::PerPart => Some(""),
        Directions::PerIndex => {
            let descending = index.parts.iter().filter(|part| part.is_descending()).count();
            if descending == 0 {
                Some("")
            } else if descending == index.parts.len() {
                Some("DESCENDING ")
            } else {
                let message = format!("index `{}` goes both up and down, and an index has one direction", index.name);
                let help = "let all of its parts go the same way, or make two indexes";
                context.problem("index-directions", Place::Index(position), Limit::new(message).help(help));
                None
            }
        }
    }
}

/// How much of a column an index holds, in parentheses, if not all of it.
fn prefix(context: &Context<'_>, name: &str) -> Option<String> {
    match &context.def.column(name)?.data_type {
        DataType::Late(n) => context.dialect.has_index_prefixes().then(|| Late::Prefix(*n).to_string()),
        data_type => context.dialect.index_prefix(data_type).map(|length| format!("({length})")),
    }
}

/// The list of parts, in its parentheses.
fn list(context: &mut Context<'_>, position: usize, index: &IndexDef) -> Option<String> {
    let rules = context.rules;
    let mut list = Vec::new();
    for (number, part) in index.parts.iter().enumerate() {
        let place = Place::IndexPart(position, number);
        let direction = match rules.directions() {
            Directions::PerPart if part.is_descending() => " DESC",
            Directions::PerPart | Directions::PerIndex => "",
        };
        let written = match part {
            IndexPart::Column { name, .. } => match only_as_expression(context, name) {
                None => {
                    let prefix = (!index.unique).then(|| prefix(context, name)).flatten().unwrap_or_default();
                    format!("{}{prefix}", context.quote(name))
                }
                Some(_) if index.parts.len() == 1 => return Some(format!("COMPUTED BY ({})", context.quote(name))),
                Some(why) => {
                    let message = format!("index `{}` cannot hold `{name}` and something else: {why}", index.name);
                    context.problem("index-expression", place, Limit::new(message).help("make two indexes"));
                    return None;
                }
            },
            IndexPart::Expression { expression, .. } => {
                let sql = context.value(expression, None, |at| Place::IndexExpression(position, number, at));
                // Where there are none at all, that is all there is to say.
                if !matches!(rules.expression_index(), ExpressionIndex::No(_)) {
                    key_width::judge_expression(context, index.unique, expression, place);
                }
                match rules.expression_index() {
                    ExpressionIndex::InParentheses => format!("({sql})"),
                    ExpressionIndex::Bare => sql,
                    ExpressionIndex::ComputedBy(_) if index.parts.len() == 1 => {
                        return Some(format!("COMPUTED BY ({sql})"));
                    }
                    ExpressionIndex::ComputedBy(_) => {
                        let message = format!("index `{}` has an expression and something else", index.name);
                        let help = "an index over an expression can hold nothing else: make two indexes";
                        context.problem("index-expression", place, Limit::new(message).help(help));
                        return None;
                    }
                    ExpressionIndex::No(why) => {
                        let message = format!("index `{}` cannot hold an expression: {why}", index.name);
                        let help = "make a generated column, and an index over it";
                        context.problem("index-expression", place, Limit::new(message).help(help));
                        return None;
                    }
                }
            }
        };
        list.push((written, direction));
    }
    // Over columns alone it is a plain one, or was made elsewhere.
    let has_expression = index.columns().count() < index.parts.len();
    if index.unique && has_expression && list.len() > 1 && rules.unique_nulls() == UniqueNulls::EqualBesideValues {
        let conditions: Vec<String> = list.iter().map(|(written, _)| format!("{written} IS NOT NULL")).collect();
        for (written, _) in &mut list {
            *written = unique::only_if(&conditions, None, written);
        }
    }
    let list: Vec<String> = list.into_iter().map(|(written, direction)| format!("{written}{direction}")).collect();
    Some(format!("({})", list.join(", ")))
}
