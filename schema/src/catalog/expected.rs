//! What an engine's catalog has to say of a table: read from the table's own DDL.

use super::{Part, Table, from_statements};
use crate::dialect::catalog::Wording;
use crate::dialect::{Dialect, render};
use crate::model::TableDef;
use crate::problem::Problem;

/// The name of the table that is made for a moment to see how the engine words its expressions.
pub const TEMPORARY_NAME: &str = "tablewright_expected";

/// What should be there, with expressions as we write them.
///
/// # Errors
/// What the dialect cannot express.
pub fn expected(def: &TableDef, dialect: Dialect) -> Result<Table, Vec<Problem>> {
    let statements = statements(def, dialect)?;
    let rows: Vec<Vec<String>> = statements.into_iter().map(|sql| vec![String::new(), sql]).collect();
    let mut table = from_statements(dialect, &rows).into_iter().next().unwrap_or_default();
    if dialect.keeps_comments() {
        table.comment = def.comment.as_deref().unwrap_or_default().to_owned();
        for (column, def) in table.columns.iter_mut().zip(def.columns.iter()) {
            column.comment = def.comment.as_deref().unwrap_or_default().to_owned();
        }
    }
    Ok(table)
}

/// The statements that make the table with its references, also those that could be added later.
fn statements(def: &TableDef, dialect: Dialect) -> Result<Vec<String>, Vec<Problem>> {
    let (ddl, _) = render(def, dialect)?;
    let mut create = ddl.head;
    for key in &ddl.foreign_keys {
        create.push_str(", ");
        create.push_str(&key.clause);
    }
    create.push_str(&ddl.tail);
    Ok([vec![create], ddl.after].concat())
}

/// A table that is made for a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Temporary {
    /// The statements that make it.
    pub create: Vec<String>,
    /// The statement that drops it, if it is there.
    pub drop: String,
}

/// [`TEMPORARY_NAME`] like this table, without references and comments, where the dialect has such tables and words
/// expressions anew.
pub fn temporary(def: &TableDef, dialect: Dialect) -> Option<Temporary> {
    let Wording::AsOfATable { create, drop } = dialect.wording() else { return None };
    let bare = TableDef { foreign_keys: Vec::new().into(), comment: None, ..def.clone() };
    let (ddl, _) = render(&bare, dialect).ok()?;
    let (own, name) = (dialect.quoted(&def.name), dialect.quoted(TEMPORARY_NAME));
    let head = ddl.head.strip_prefix(&format!("CREATE TABLE {own}"))?.to_owned();
    let on = format!(" ON {own} ");
    let indexes = ddl.after.iter().filter(|sql| sql.contains("INDEX") && sql.contains(&on));
    let mut statements = vec![format!("{create}{name}{head}{}", ddl.tail)];
    statements.extend(indexes.map(|sql| sql.replacen(&on, &format!(" ON {name} "), 1)));
    Some(Temporary { create: statements, drop: format!("{drop}{name}") })
}

impl Table {
    /// Takes over the wording of expressions from a table that was made like this one.
    pub fn reword(&mut self, like: &Self) {
        for column in &mut self.columns {
            if let Some(other) = like.columns.iter().find(|other| other.name == column.name) {
                column.default.clone_from(&other.default);
                column.computed.clone_from(&other.computed);
            }
        }
        for check in &mut self.checks {
            if let Some(other) = like.checks.iter().find(|other| other.name == check.name) {
                check.condition.clone_from(&other.condition);
            }
        }
        for key in &mut self.keys {
            let is_like = |other: &&super::Key| other.name == key.name && other.parts.len() == key.parts.len();
            if let Some(other) = like.keys.iter().find(is_like) {
                key.parts.clone_from(&other.parts);
                key.filter.clone_from(&other.filter);
            }
        }
    }

    /// Whether there are expressions in it whose wording could be the engine's own.
    pub fn has_expressions(&self) -> bool {
        let of_column = |column: &super::Column| column.default.is_some() || column.computed.is_some();
        let of_key = |key: &super::Key| key.filter.is_some() || key.parts.iter().any(|part: &Part| part.is_expression);
        !self.checks.is_empty() || self.columns.iter().any(of_column) || self.keys.iter().any(of_key)
    }
}
