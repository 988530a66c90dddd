//! The statements that are made for the call: their parts, in order.

use tablewright_schema::dialect::syntax::{OrderBy, Paging};
use tablewright_schema::{Dialect, TableDef};

use super::condition::{Node, Rows};
use super::order::Part;
use super::patch::Changes;
use super::writer::{Made, Writer};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// Which rows, in which order, and how many of them.
#[derive(Debug, Clone)]
pub(crate) struct Selection {
    pub(crate) condition: Node,
    pub(crate) order: Vec<Part>,
    pub(crate) limit: Option<u64>,
    pub(crate) offset: Option<u64>,
}

impl Selection {
    /// All rows that fulfil the condition.
    pub(crate) const fn new(condition: Node) -> Self {
        Self { condition, order: Vec::new(), limit: None, offset: None }
    }
}

/// `head` (`SELECT .. FROM table`), restricted to the selection.
pub(crate) fn select(head: &str, selection: Selection, table: &TableDef, dialect: Dialect) -> Result<Made<'static>> {
    let Selection { mut condition, order, mut limit, mut offset } = selection;
    if limit == Some(0) {
        // Not every engine takes that number (https://learn.microsoft.com/sql/t-sql/queries/select-order-by-clause-transact-sql).
        condition = match condition {
            Node::All => Node::Nothing,
            condition => Node::Every(vec![condition, Node::Nothing]),
        };
        (limit, offset) = (None, None);
    }
    let mut writer = Writer::new(dialect, head);
    writer.filter(condition)?;
    writer.order(&order)?;
    if limit.is_some() || offset.is_some() {
        if order.is_empty() && dialect.syntax().paging == (Paging::OffsetFetch { order: OrderBy::Required }) {
            writer.any_order(table);
        }
        writer.sql.push_str(&dialect.paging(limit, offset));
    }
    writer.finish()
}

/// `SELECT 1` for one of the rows that fulfil the condition.
pub(crate) fn exists(condition: Node, table: &TableDef, dialect: Dialect) -> Result<Made<'static>> {
    let mut head = String::from("SELECT 1 FROM ");
    dialect.quote(&table.name, &mut head);
    select(&head, Selection { limit: Some(1), ..Selection::new(condition) }, table, dialect)
}

/// Removes the rows that fulfil the condition.
pub(crate) fn delete(condition: Node, table: &TableDef, dialect: Dialect) -> Result<Made<'static>> {
    said(&condition)?;
    let mut writer = Writer::new(dialect, "DELETE FROM ");
    writer.name(&table.name);
    writer.filter(condition)?;
    writer.finish()
}

/// Changes the rows that fulfil the condition.
pub(crate) fn patch(changes: Changes, condition: Node, table: &TableDef, dialect: Dialect) -> Result<Made<'static>> {
    said(&condition)?;
    let mut writer = Writer::new(dialect, "UPDATE ");
    writer.changes(changes, table)?;
    writer.filter(condition)?;
    writer.finish()
}

/// Changes the row with this primary key.
pub(crate) fn patch_by_key<'p>(
    changes: Changes,
    key: Vec<Param<'p>>,
    table: &TableDef,
    dialect: Dialect,
) -> Result<Made<'p>> {
    let mut writer = Writer::new(dialect, "UPDATE ");
    writer.changes(changes, table)?;
    writer.equal(" WHERE ", &table.primary_key.columns, key);
    writer.finish()
}

/// Gives the row with these values in its key the other values of a new row; the primary key stays. Nothing if there are
/// no others.
pub(crate) fn replace<'p>(
    key: &[(&str, Param<'p>)],
    values: &[Param<'p>],
    table: &TableDef,
    dialect: Dialect,
) -> Result<Option<Made<'p>>> {
    let in_key = |name: &str| table.is_key(name) || key.iter().any(|(column, _)| *column == name);
    let all = table.insertable().map(|column| &*column.name).zip(values.iter().cloned());
    let others: Vec<_> = all.filter(|(name, _)| !in_key(name)).collect();
    if others.is_empty() {
        return Ok(None);
    }
    let mut writer = Writer::new(dialect, "UPDATE ");
    writer.name(&table.name);
    writer.each_equal([" SET ", ", "], others);
    writer.each_equal([" WHERE ", " AND "], key.iter().cloned());
    writer.finish().map(Some)
}

/// What turns out to be every row because of an empty list is more often a mistake than the wish to change them all.
fn said(condition: &Node) -> Result<()> {
    if !matches!(condition, Node::All) && condition.rows() == Rows::All {
        return Err(Error::new(
            Kind::Usage,
            "an empty list in the condition would change every row; write `Condition::all()` if that is meant",
        ));
    }
    Ok(())
}
