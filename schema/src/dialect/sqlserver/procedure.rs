//! SQL Server's procedures: for new names, and for comments.
//!
//! Both name the schema, which is that of the connection, as in all other statements. A procedure takes no call of a function
//! as an argument (<https://learn.microsoft.com/sql/t-sql/language-elements/execute-transact-sql>), so a variable holds it.

use crate::Dialect;
use crate::dialect::comment::CommentChange;
use crate::dialect::context::Context;
use crate::dialect::literal;

/// The statement that gives a table or a column another name, which is bare
/// (<https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-rename-transact-sql>).
pub(super) fn rename(path: &[&str], to: &str) -> String {
    let kind = if path.len() > 1 { ", N'COLUMN'" } else { "" };
    let path: String = path.iter().map(|name| format!(".{name}")).collect();
    format!(
        "DECLARE @path NVARCHAR(1035) = QUOTENAME(SCHEMA_NAME()) + {}; EXEC sp_rename @path, {}{kind}",
        text(&path),
        text(to),
    )
}

/// The statement that changes a comment
/// (<https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-addextendedproperty-transact-sql>).
pub(super) fn comment(context: &Context<'_>, column: Option<&str>, change: CommentChange<'_>) -> String {
    let (verb, value) = match change {
        CommentChange::Added(comment) => ("add", Some(comment)),
        CommentChange::Replaced(comment) => ("update", Some(comment)),
        CommentChange::Dropped => ("drop", None),
    };
    let value = value.map(|comment| format!(" @value = {},", text(comment))).unwrap_or_default();
    let mut sql = format!(
        "DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_{verb}extendedproperty \
         @name = N'MS_Description',{value} @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', \
         @level1name = {}",
        text(&context.def.name),
    );
    if let Some(column) = column {
        sql.push_str(", @level2type = N'COLUMN', @level2name = ");
        sql.push_str(&text(column));
    }
    sql
}

fn text(value: &str) -> String {
    literal::text(value, Dialect::SqlServer)
}
