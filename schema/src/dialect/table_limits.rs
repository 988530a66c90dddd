//! What a dialect says about a table as a whole: columns, the width of a row, comments, and what may speak of what.

use super::column::CheckSql;
use super::context::Context;
use super::rules::{Ability, Comments, Limit};
use crate::problem::Place;

/// Finds what is too much.
pub(crate) fn judge(context: &mut Context<'_>) {
    let (def, rules) = (context.def, context.rules);
    if def.columns.len() > rules.max_columns() {
        let message = format!(
            "a table can have at most {} columns, `{}` has {}",
            rules.max_columns(),
            def.name,
            def.columns.len()
        );
        context.problem("table-columns", Place::Table, Limit::new(message));
    }
    judge_row(context);
    judge_page(context);
    let (of_table, of_column) = rules.longest_comments();
    judge_comment(context, Place::Table, def.comment.as_deref(), of_table);
    for (position, column) in def.columns.iter().enumerate() {
        judge_comment(context, Place::Column(position), column.comment.as_deref(), of_column);
    }
}

/// Some engines count the declared widths of a row's columns.
fn judge_row(context: &mut Context<'_>) {
    let Some(most) = context.rules.row_bytes() else { return };
    let widths = context.def.columns.iter().map(|column| context.rules.row_width(&column.data_type));
    let total = widths.fold(0, u32::saturating_add);
    if total > most {
        let message =
            format!("a row can have at most {most} bytes, and one of `{}` can have {total}", context.def.name);
        let help = "leave `max_length` out where a column is wide: unlimited texts are kept apart";
        context.problem("row-width", Place::Table, Limit::new(message).help(help));
    }
}

/// Some engines keep at least a part of each value in one page.
fn judge_page(context: &mut Context<'_>) {
    let Some((bytes, most)) = context.rules.page_bytes(context.def) else { return };
    if bytes > most {
        let message = format!(
            "a row can have at most {most} bytes in its page, and one of `{}` can have {bytes} there",
            context.def.name
        );
        let help = "split the table: also of a value that is kept apart, a part stays in the page";
        context.problem("row-page", Place::Table, Limit::new(message).help(help));
    }
}

fn judge_comment(context: &mut Context<'_>, place: Place, comment: Option<&str>, most: usize) {
    let length = comment.map_or(0, |comment| comment.chars().count());
    if length > most && !matches!(context.rules.comments(), Comments::Nowhere) {
        let message = format!("a comment can have at most {most} characters here, this one has {length}");
        let help = "write `comment = \"..\"`, or end the first paragraph of the doc comment earlier";
        context.problem("comment-length", place, Limit::new(message).help(help));
    }
}

/// Finds checks that speak of columns they may not.
pub(crate) fn judge_checks(context: &mut Context<'_>, checks: &[CheckSql]) {
    let def = context.def;
    if let Ability::No(why) = context.rules.checked_reference() {
        for (position, key) in def.foreign_keys.iter().enumerate().filter(|(_, key)| key.sets()) {
            for (part, column) in key.columns.iter().enumerate() {
                let quoted = context.quote(column);
                if let Some(check) =
                    checks.iter().find(|check| check.late.is_none() && check.condition.contains(&quoted))
                {
                    let message =
                        format!("`{column}` is part of `{}` and of the check `{}`: {why}", key.name, check.name);
                    let help =
                        "let the foreign key refuse (`no_action`, or `cascade` on delete), or leave the check out";
                    context.problem(
                        "foreign-key-check",
                        Place::ForeignKeyColumn(position, part),
                        Limit::new(message).help(help),
                    );
                }
            }
        }
    }
    for column in def.columns.iter().filter(|column| column.auto_increment) {
        let quoted = context.quote(&column.name);
        if let Some(check) = checks.iter().find(|check| check.condition.contains(&quoted)) {
            judge_numbered(context, &column.name, &check.name, Place::Table);
        }
    }
}

/// Finds a computed column that speaks of a numbered one.
pub(crate) fn judge_generated(context: &mut Context<'_>, position: usize, expression: &str) {
    let def = context.def;
    for column in def.columns.iter().filter(|column| column.auto_increment) {
        if expression.contains(&context.quote(&column.name)) {
            judge_numbered(context, &column.name, &def.columns[position].name, Place::ColumnGenerated(position, 0));
        }
    }
}

fn judge_numbered(context: &mut Context<'_>, column: &str, what: &str, place: Place) {
    if let Ability::No(why) = context.rules.numbered_in_expression() {
        let message = format!("`{what}` cannot depend on `{column}`, which the database numbers: {why}");
        context.problem("auto-increment-expression", place, Limit::new(message));
    }
}
