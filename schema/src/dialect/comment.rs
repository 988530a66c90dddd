//! Comments that are statements of their own.

use super::Dialect;
use super::context::Context;
use super::literal::text;
use super::rules::Comments;
use crate::model::TableDef;

/// What happens to a comment.
#[derive(Debug, Clone, Copy)]
pub(crate) enum CommentChange<'a> {
    /// There was none.
    Added(&'a str),
    /// There was another.
    Replaced(&'a str),
    /// There is none any more.
    Dropped,
}

/// Writes the statement for the comment of a column, or of the table if none is named.
pub(crate) type CommentWriter = fn(&Context<'_>, Option<&str>, CommentChange<'_>) -> String;

/// The statements that set all comments, where they are statements: of the table without a name, of its columns.
pub(crate) fn all(context: &Context<'_>) -> Vec<(Option<String>, String)> {
    let Comments::Statement(write) = context.rules.comments() else { return Vec::new() };
    let columns = context.def.columns.iter().map(|column| Some(&*column.name));
    let set = |column: Option<&str>| {
        let comment = of(context.def, column)?;
        Some((column.map(str::to_owned), write(context, column, CommentChange::Added(comment))))
    };
    [None].into_iter().chain(columns).filter_map(set).collect()
}

/// The statement that puts a comment in the place of another, where it is not the one that sets it.
pub(crate) fn replaced(def: &TableDef, dialect: Dialect, column: Option<&str>) -> Option<String> {
    changed(def, dialect, column, CommentChange::Replaced(of(def, column)?))
}

/// The statement that takes a comment away.
pub(crate) fn dropped(def: &TableDef, dialect: Dialect, column: Option<&str>) -> Option<String> {
    changed(def, dialect, column, CommentChange::Dropped)
}

fn changed(def: &TableDef, dialect: Dialect, column: Option<&str>, change: CommentChange<'_>) -> Option<String> {
    let context = Context::new(def, dialect);
    match context.rules.comments() {
        Comments::Statement(write) => Some(write(&context, column, change)),
        Comments::Nowhere | Comments::Inline => None,
    }
}

fn of<'a>(def: &'a TableDef, column: Option<&str>) -> Option<&'a str> {
    match column {
        None => def.comment.as_deref(),
        Some(name) => def.column(name)?.comment.as_deref(),
    }
}

/// `COMMENT ON`, the same whatever was there.
pub(crate) fn standard(context: &Context<'_>, column: Option<&str>, change: CommentChange<'_>) -> String {
    let comment = match change {
        CommentChange::Added(comment) | CommentChange::Replaced(comment) => text(comment, context.dialect),
        CommentChange::Dropped => context.rules.no_comment().to_owned(),
    };
    match column {
        None => format!("COMMENT ON TABLE {} IS {comment}", context.table()),
        Some(column) => format!("COMMENT ON COLUMN {}.{} IS {comment}", context.table(), context.quote(column)),
    }
}
