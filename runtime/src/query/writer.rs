//! Writes the parts of a query as text and parameters for one dialect.

use tablewright_schema::dialect::syntax::Nulls;
use tablewright_schema::model::Text;
use tablewright_schema::{ColumnDef, Dialect, TableDef};

use super::compare::Operand;
use super::condition::{Comparison, Membership, Node, Nullness};
use super::order::{Direction, Part};
use super::patch::{Change, Changes};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// The most conditions that stand in a row.
const CHAIN: usize = 100;

/// A finished statement.
#[derive(Debug)]
pub(crate) struct Made<'p> {
    pub(crate) sql: String,
    pub(crate) params: Vec<Param<'p>>,
    /// The columns that it gives its first parameters; empty where it adds one to what is there.
    pub(crate) set: Vec<&'static str>,
}

/// A statement on its way.
pub(super) struct Writer<'p> {
    dialect: Dialect,
    pub(super) sql: String,
    params: Vec<Param<'p>>,
    set: Vec<&'static str>,
}

impl<'p> Writer<'p> {
    pub(super) fn new(dialect: Dialect, head: &str) -> Self {
        let mut sql = String::with_capacity(head.len() + 120);
        sql.push_str(head);
        Self { dialect, sql, params: Vec::new(), set: Vec::new() }
    }

    /// The statement, unless it has more parameters than the engine takes.
    pub(super) fn finish(self) -> Result<Made<'p>> {
        let limit = self.dialect.syntax().max_parameters;
        if self.params.len() > limit {
            let message = format!(
                "{} takes at most {limit} values in a statement, this one has {}",
                self.dialect,
                self.params.len()
            );
            return Err(Error::new(Kind::Usage, message));
        }
        Ok(Made { sql: self.sql, params: self.params, set: self.set })
    }

    pub(super) fn name(&mut self, name: &str) {
        self.dialect.quote(name, &mut self.sql);
    }

    fn param(&mut self, param: Param<'p>) {
        self.params.push(param);
        self.dialect.placeholder(self.params.len(), &mut self.sql);
    }

    fn operand(&mut self, operand: Operand) {
        match operand {
            Operand::Value(value) => self.param(value),
            Operand::Column(column) => self.name(&column.name),
        }
    }

    /// Each column equal to its parameter.
    pub(super) fn equal(&mut self, before: &'static str, columns: &[Text], params: Vec<Param<'p>>) {
        self.each_equal([before, " AND "], columns.iter().map(|column| &**column).zip(params));
    }

    /// Each column, an equals sign, its parameter; before the first the first text, before the others the second.
    pub(super) fn each_equal<'c>(
        &mut self,
        [first, further]: [&'static str; 2],
        columns: impl IntoIterator<Item = (&'c str, Param<'p>)>,
    ) {
        for (position, (column, param)) in columns.into_iter().enumerate() {
            self.sql.push_str(if position == 0 { first } else { further });
            self.name(column);
            self.sql.push_str(" = ");
            self.param(param);
        }
    }

    pub(super) fn changes(&mut self, changes: Changes, table: &TableDef) -> Result<()> {
        if let Some(fault) = changes.fault {
            return Err(fault.into_error());
        }
        if changes.list.is_empty() {
            return Err(Error::new(
                Kind::Usage,
                "a patch without changes; give it some with `set`, `set_null` or `add`",
            ));
        }
        self.name(&table.name);
        let mut before = " SET ";
        for (column, change) in changes.list {
            self.set.push(match &change {
                Change::Set(_) => &column.name,
                Change::Add(_) => "",
            });
            self.sql.push_str(before);
            self.name(&column.name);
            self.sql.push_str(" = ");
            match change {
                Change::Set(value) => self.param(value),
                Change::Add(value) => {
                    self.numeric(column)?;
                    self.name(&column.name);
                    self.sql.push_str(" + ");
                    self.param(value);
                }
            }
            before = ", ";
        }
        Ok(())
    }

    pub(super) fn filter(&mut self, condition: Node) -> Result<()> {
        match condition {
            Node::All => Ok(()),
            Node::Every(nodes) if nodes.is_empty() => Ok(()),
            condition => {
                self.sql.push_str(" WHERE ");
                self.condition(condition)
            }
        }
    }

    fn condition(&mut self, condition: Node) -> Result<()> {
        match condition {
            Node::All => self.sql.push_str(self.dialect.syntax().condition(true)),
            Node::Nothing => self.sql.push_str(self.dialect.syntax().condition(false)),
            Node::Compare(column, comparison, operand) => {
                self.comparable(column, comparison, &operand)?;
                self.name(&column.name);
                self.sql.push_str(comparison.sql());
                self.operand(operand);
            }
            Node::Between(column, low, high) => {
                self.comparable(column, Comparison::LessOrEqual, &low)?;
                self.comparable(column, Comparison::LessOrEqual, &high)?;
                self.name(&column.name);
                self.sql.push_str(" BETWEEN ");
                self.operand(low);
                self.sql.push_str(" AND ");
                self.operand(high);
            }
            Node::In(column, membership, operands) => self.member(column, membership, operands)?,
            Node::Like(column, pattern) => self.like(column, pattern),
            Node::Null(column, nullness) => {
                self.name(&column.name);
                self.sql.push_str(match nullness {
                    Nullness::Null => " IS NULL",
                    Nullness::NotNull => " IS NOT NULL",
                });
            }
            Node::Every(nodes) => self.list(nodes, " AND ", Node::All)?,
            Node::Any(nodes) => self.list(nodes, " OR ", Node::Nothing)?,
            Node::Opposite(node) => {
                self.sql.push_str("NOT (");
                self.condition(*node)?;
                self.sql.push(')');
            }
            Node::Invalid(fault) => return Err(fault.into_error()),
        }
        Ok(())
    }

    /// A long list is one of lists: SQLite takes each `OR` for one level more, and allows for a thousand
    /// (<https://www.sqlite.org/limits.html#max_expr_depth>).
    fn list(&mut self, nodes: Vec<Node>, between: &'static str, empty: Node) -> Result<()> {
        if nodes.is_empty() {
            return self.condition(empty);
        }
        let mut before = "";
        if nodes.len() > CHAIN {
            let size = nodes.len().div_ceil(CHAIN);
            let mut nodes = nodes.into_iter();
            while nodes.len() > 0 {
                self.sql.push_str(before);
                self.sql.push('(');
                self.list(nodes.by_ref().take(size).collect(), between, Node::All)?;
                self.sql.push(')');
                before = between;
            }
            return Ok(());
        }
        for node in nodes {
            self.sql.push_str(before);
            if matches!(node, Node::Every(_) | Node::Any(_)) {
                self.sql.push('(');
                self.condition(node)?;
                self.sql.push(')');
            } else {
                self.condition(node)?;
            }
            before = between;
        }
        Ok(())
    }

    /// `IN` and `NOT IN`, in several lists where the engine limits one.
    fn member(&mut self, column: &'static ColumnDef, membership: Membership, operands: Vec<Operand>) -> Result<()> {
        let (word, between, empty) = match membership {
            Membership::Inside => (" IN (", " OR ", Node::Nothing),
            Membership::Outside => (" NOT IN (", " AND ", Node::All),
        };
        if operands.is_empty() {
            return self.condition(empty);
        }
        for operand in &operands {
            self.comparable(column, Comparison::Equal, operand)?;
        }
        let longest = self.dialect.syntax().max_list;
        let is_cut = operands.len() > longest;
        if is_cut {
            self.sql.push('(');
        }
        for (position, operand) in operands.into_iter().enumerate() {
            if position % longest == 0 {
                if position > 0 {
                    self.sql.push(')');
                    self.sql.push_str(between);
                }
                self.name(&column.name);
                self.sql.push_str(word);
            } else {
                self.sql.push_str(", ");
            }
            self.operand(operand);
        }
        self.sql.push_str(if is_cut { "))" } else { ")" });
        Ok(())
    }

    fn like(&mut self, column: &'static ColumnDef, pattern: Param<'static>) {
        let like = &self.dialect.syntax().like;
        let (before, behind) = like.around_column;
        self.sql.push_str(before);
        self.name(&column.name);
        self.sql.push_str(behind);
        let (before, behind) = like.around_parameter;
        self.sql.extend([like.operator, before]);
        self.param(match pattern {
            Param::Text(pattern) => Param::Text(like.pattern(&pattern).into()),
            other => other,
        });
        self.sql.extend([behind, like.after]);
    }

    pub(super) fn order(&mut self, parts: &[Part]) -> Result<()> {
        let mut before = " ORDER BY ";
        for &Part { column, direction } in parts {
            self.sortable(column)?;
            self.sql.push_str(before);
            self.name(&column.name);
            self.sql.push_str(match direction {
                Direction::Ascending => "",
                Direction::Descending => " DESC",
            });
            if column.nullable {
                self.sql.push_str(nulls(self.dialect.syntax().nulls, direction));
            }
            before = ", ";
        }
        Ok(())
    }

    /// Some order, for engines that cut pages out of ordered rows only.
    pub(super) fn any_order(&mut self, table: &TableDef) {
        let mut before = " ORDER BY ";
        for column in table.primary_key.columns.iter() {
            self.sql.push_str(before);
            self.name(column);
            before = ", ";
        }
        if table.primary_key.columns.is_empty() {
            self.sql.push_str(" ORDER BY (SELECT NULL)");
        }
    }

    fn comparable(&self, column: &ColumnDef, comparison: Comparison, operand: &Operand) -> Result<()> {
        self.of_a_row(column)?;
        let storage = self.dialect.storage(&column.data_type);
        if let Operand::Column(other) = operand {
            self.of_a_row(other)?;
            if self.dialect.storage(&other.data_type) != storage {
                return Err(self.unsupported(column, "compare it with a column of another scale"));
            }
        }
        match comparison {
            Comparison::Equal | Comparison::NotEqual => Ok(()),
            Comparison::Less | Comparison::LessOrEqual | Comparison::Greater | Comparison::GreaterOrEqual => {
                self.sortable(column)
            }
        }
    }

    /// Some engines keep long values apart from their rows, and compare none of them.
    fn of_a_row(&self, column: &ColumnDef) -> Result<()> {
        match self.dialect.incomparable(&column.data_type) {
            None => Ok(()),
            Some(why) => Err(Error::new(
                Kind::Unsupported,
                format!(
                    "column `{}` can neither be compared nor sorted by: {why}; limit its length with `max_length`, or ask by \
                     `like`, `is_null` or `is_not_null`",
                    column.name
                ),
            )),
        }
    }

    fn sortable(&self, column: &ColumnDef) -> Result<()> {
        self.of_a_row(column)?;
        if self.dialect.unordered_decimal(&column.data_type) {
            return Err(self.unsupported(column, "compare its values or sort by them"));
        }
        Ok(())
    }

    fn numeric(&self, column: &ColumnDef) -> Result<()> {
        if self.dialect.unordered_decimal(&column.data_type) {
            return Err(self.unsupported(column, "calculate with its values"));
        }
        Ok(())
    }

    #[cold]
    fn unsupported(&self, column: &ColumnDef, what: &str) -> Error {
        Error::new(
            Kind::Unsupported,
            format!(
                "{} keeps the decimals of column `{}` in a form of its own, so it cannot {what}; do it in Rust, or use at \
                 most 18 digits",
                self.dialect, column.name
            ),
        )
    }
}

impl Comparison {
    const fn sql(self) -> &'static str {
        match self {
            Self::Equal => " = ",
            Self::NotEqual => " <> ",
            Self::Less => " < ",
            Self::LessOrEqual => " <= ",
            Self::Greater => " > ",
            Self::GreaterOrEqual => " >= ",
        }
    }
}

/// What makes NULLs come first in an ascending order and last in a descending one, on every engine.
const fn nulls(nulls: Nulls, direction: Direction) -> &'static str {
    match (nulls, direction) {
        (Nulls::First, _) => "",
        (Nulls::Last, Direction::Ascending) => " NULLS FIRST",
        (Nulls::Last, Direction::Descending) => " NULLS LAST",
    }
}
