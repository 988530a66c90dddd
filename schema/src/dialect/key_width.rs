//! How wide a key may be, in columns and in bytes.

use super::context::Context;
use super::rules::{KeyKind, KeyWidth, Limit, WideUnique};
use crate::expr;
use crate::problem::Place;

/// Finds what makes a key too wide, or impossible, in the dialect.
pub(crate) fn judge(
    context: &mut Context<'_>,
    kind: KeyKind,
    columns: &[&str],
    place: Place,
    column_place: impl Fn(usize) -> Place,
) {
    let rules = context.rules;
    let what = match kind {
        KeyKind::Primary => "a primary key",
        KeyKind::Unique => "a unique key",
        KeyKind::Index => "an index",
    };
    if columns.len() > rules.max_key_columns() {
        let message =
            format!("{what} can have at most {} columns, this one has {}", rules.max_key_columns(), columns.len());
        context.problem("key-columns", place, Limit::new(message));
    }
    if kind == KeyKind::Unique && rules.wide_unique() == WideUnique::Hashed {
        return;
    }
    let mut widths = Vec::new();
    for (position, name) in columns.iter().enumerate() {
        let Some(column) = context.def.column(name) else { continue };
        let refused = match (rules.key_width(&column.data_type), kind) {
            (KeyWidth::Unknown, _) => continue,
            (KeyWidth::Bytes(width) | KeyWidth::RefusedInUnique(_, width), KeyKind::Index) => {
                widths.push(prefixed(context, name, width));
                continue;
            }
            (KeyWidth::Bytes(width), KeyKind::Primary | KeyKind::Unique) => {
                widths.push(width);
                continue;
            }
            (KeyWidth::Refused(_), KeyKind::Index) if prefix(context, name).is_some() => {
                widths.push(prefixed(context, name, 0));
                continue;
            }
            (KeyWidth::Refused(why), _) | (KeyWidth::RefusedInUnique(why, _), KeyKind::Primary | KeyKind::Unique) => {
                why
            }
        };
        let limit = Limit::new(format!("`{name}` cannot be part of {what}: {refused}"));
        context.problem(
            "key-column",
            column_place(position),
            limit.help("limit its length with `max_length`, or leave it out"),
        );
    }
    let total = rules.total_key_width(&widths);
    if let Some(most) = rules.key_bytes(kind).filter(|most| total > *most) {
        let message = format!("{what} can have at most {most} bytes, and this one can have {total}");
        let help = "shorten its columns with `max_length`, or leave some out";
        context.problem("key-width", place, Limit::new(message).help(help));
    }
}

/// Finds an expression whose values the dialect refuses in an index. One that is no value of a column's type is short.
pub(crate) fn judge_expression(context: &mut Context<'_>, unique: bool, text: &str, place: Place) {
    // One that cannot be read has been told.
    let Ok(expression) = expr::parse(text) else { return };
    for column in expr::sources(&expression) {
        let Some(data_type) = context.def.column(column).map(|column| &column.data_type) else { continue };
        let why = match context.rules.key_width(data_type) {
            KeyWidth::Refused(why) => why,
            KeyWidth::RefusedInUnique(why, _) if unique => why,
            KeyWidth::RefusedInUnique(..) | KeyWidth::Bytes(_) | KeyWidth::Unknown => continue,
        };
        let limit = Limit::new(format!("an expression made of `{column}` cannot be part of an index: {why}"));
        context.problem(
            "key-column",
            place,
            limit.help("limit its length with `max_length`, or leave the expression out"),
        );
    }
}

/// How many characters (or bytes) of a column an index holds, if not all of them.
pub(crate) fn prefix(context: &Context<'_>, name: &str) -> Option<u32> {
    context.rules.index_prefix(&context.def.column(name)?.data_type)
}

fn prefixed(context: &Context<'_>, name: &str, width: u32) -> u32 {
    // A prefix counts characters of at most four bytes.
    prefix(context, name).map_or(width, |length| length.saturating_mul(4))
}
