//! Rows that the database numbers, many in a statement where each is surely given its own number.
//!
//! No engine promises the order of the rows that an `INSERT` gives back. The numbers tell it: they are made in the order of
//! the lists of values, so that rows whose numbers rise have come in that order. If they do not rise (a sequence that counts
//! down, a trigger that leaves a row out), all is undone and each row gets a statement of its own. So it does where several rows
//! are more than the server takes at once.

use tablewright_schema::dialect::syntax::{ManyNumbers, Placeholder};
use tablewright_schema::{Dialect, TableDef};

use super::Core;
use super::only_id::OnlyId;
use crate::driver::many::Most;
use crate::driver::{Operation, Sink, Statement};
use crate::error::{Kind, Result};
use crate::param::Param;
use crate::row::Row;

/// What one statement has at most.
const MOST: Most = Most { rows: 512, bytes: 1 << 20 };

/// Whether it is known which row got which number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// As the rows were given.
    Kept,
    /// Not known; nothing was added.
    Unknown,
}

/// An INSERT that takes any number of rows.
struct Insert<'s> {
    /// The text up to the list of values.
    head: &'s str,
    /// The list, in its parentheses.
    list: &'s str,
    /// What follows it.
    tail: &'s str,
    /// The parameters of a row.
    width: usize,
    dialect: Dialect,
}

/// How the numbers come back.
enum Numbers {
    /// In this column of the rows.
    InColumn(usize),
    /// From the first one on, at the distance that a query tells.
    FromFirst { step: &'static str },
}

impl<'s> Insert<'s> {
    /// That of a static statement. `None` if it does not take several rows.
    fn of(sql: &'s str, width: usize, dialect: Dialect) -> Option<Self> {
        let (insert, tail) = match sql.rfind(" RETURNING ") {
            Some(at) => sql.split_at(at),
            None => (sql, ""),
        };
        let at = insert.find(" VALUES (")? + " VALUES ".len();
        let (head, list) = insert.split_at(at);
        let insert = Self { head, list, tail, width, dialect };
        let mut plain = String::new();
        insert.write_list(0, &mut plain);
        // Parameters without numbers are the same in each list, whatever stands around them.
        (list == plain || dialect.syntax().placeholder == Placeholder::Question).then_some(insert)
    }

    fn write_list(&self, row: usize, out: &mut String) {
        out.push('(');
        for column in 1..=self.width {
            out.push_str(if column == 1 { "" } else { ", " });
            self.dialect.placeholder(row * self.width + column, out);
        }
        out.push(')');
    }

    /// The statement for so many rows.
    fn text(&self, rows: usize) -> String {
        let mut text = String::from(self.head);
        for row in 0..rows {
            text.push_str(if row == 0 { "" } else { ", " });
            match self.dialect.syntax().placeholder {
                Placeholder::Question => text.push_str(self.list),
                _ => self.write_list(row, &mut text),
            }
        }
        text.push_str(self.tail);
        text
    }

    /// The rows in pieces that suit one statement each.
    fn pieces<'r, 'p>(&self, rows: &'r [Vec<Param<'p>>]) -> Vec<&'r [Vec<Param<'p>>]> {
        MOST.within(self.dialect.syntax().max_parameters, rows).pieces(rows, Param::size)
    }
}

impl Numbers {
    /// How those of a table do. `None` if it is not sure.
    fn of(def: &TableDef, dialect: Dialect) -> Option<Self> {
        let column = def.made_by_database().position(|column| column.auto_increment)?;
        match dialect.syntax().many_numbers {
            ManyNumbers::EachAlone => None,
            ManyNumbers::Returned => Some(Self::InColumn(column)),
            ManyNumbers::FromFirst { step } => {
                (def.made_by_database().count() == 1).then_some(Self::FromFirst { step })
            }
        }
    }
}

impl Core<'_> {
    /// Adds rows, all or none, many in a statement, and hands over for each what the database made.
    pub(super) async fn insert_numbered(self, lists: &[Vec<Param<'_>>], sink: Sink<'_>) -> Result<Order> {
        let Some(numbers) = Numbers::of(self.def(), self.dialect()) else { return Ok(Order::Unknown) };
        let width = lists.first().map_or(0, Vec::len);
        let Some(insert) = Insert::of(self.sql()?.insert(), width, self.dialect()) else { return Ok(Order::Unknown) };
        let unit = self.executor.begin_unit().await?;
        let inside = Core { executor: &unit, meta: self.meta };
        let inserted = match numbers {
            Numbers::InColumn(column) => inside.insert_returned(&insert, lists, column, sink).await,
            Numbers::FromFirst { step } => inside.insert_from_first(&insert, lists, step, sink).await,
        };
        let order = match inserted {
            // What the server takes at once may be less than several rows have together.
            Err(error) if error.kind() == Kind::TooLong && lists.len() > 1 => Order::Unknown,
            inserted => inserted?,
        };
        match order {
            Order::Kept => unit.commit().await?,
            Order::Unknown => unit.rollback().await?,
        }
        Ok(order)
    }

    async fn insert_returned(
        self,
        insert: &Insert<'_>,
        lists: &[Vec<Param<'_>>],
        column: usize,
        sink: Sink<'_>,
    ) -> Result<Order> {
        for piece in insert.pieces(lists) {
            let (mut last, mut rows, mut rises) = (None, 0, true);
            let mut check = |row: &mut dyn Row| {
                let number = row.i64(column)?;
                rises &= last.is_none_or(|last| last < number);
                (last, rows) = (Some(number), rows + 1);
                sink(row)
            };
            let text = insert.text(piece.len());
            let statement = Statement::built(&text, Operation::Insert).on(self.def());
            self.fetch(statement, &piece.concat(), &mut check).await?;
            if !rises || rows != piece.len() {
                return Ok(Order::Unknown);
            }
        }
        Ok(Order::Kept)
    }

    async fn insert_from_first(
        self,
        insert: &Insert<'_>,
        lists: &[Vec<Param<'_>>],
        step: &str,
        sink: Sink<'_>,
    ) -> Result<Order> {
        let mut distance = 0;
        let read = &mut |row: &mut dyn Row| {
            distance = row.i64(0)?;
            Ok(())
        };
        self.fetch(Statement::built(step, Operation::Select), &[], read).await?;
        for piece in insert.pieces(lists) {
            let text = insert.text(piece.len());
            let statement = Statement::built(&text, Operation::Insert).on(self.def());
            let done = self.execute(statement, &piece.concat()).await?;
            let Some(mut number) = done.last_insert_id.filter(|_| done.rows == piece.len() as u64) else {
                return Ok(Order::Unknown);
            };
            for _ in piece {
                sink(&mut OnlyId(Some(number))).map_err(|error| self.explain(error))?;
                number = number.saturating_add(distance);
            }
        }
        Ok(Order::Kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_insert_of_one_row_is_written_for_many() {
        let text = |sql, width, dialect| Insert::of(sql, width, dialect).map(|insert| insert.text(2));
        assert_eq!(
            text(r#"INSERT INTO "t" ("a", "b") VALUES ($1, $2) RETURNING "id""#, 2, Dialect::Postgres).as_deref(),
            Some(r#"INSERT INTO "t" ("a", "b") VALUES ($1, $2), ($3, $4) RETURNING "id""#)
        );
        assert_eq!(
            text("INSERT INTO `t` (`a`) VALUES (COALESCE(?, ' RETURNING ')) RETURNING `id`", 1, Dialect::Mariadb)
                .as_deref(),
            Some(
                "INSERT INTO `t` (`a`) VALUES (COALESCE(?, ' RETURNING ')), (COALESCE(?, ' RETURNING ')) RETURNING `id`"
            )
        );
        assert_eq!(
            text("INSERT INTO `t` (`a`) VALUES (?)", 1, Dialect::Mysql).as_deref(),
            Some("INSERT INTO `t` (`a`) VALUES (?), (?)")
        );
    }

    #[test]
    fn what_has_other_values_than_parameters_with_numbers_is_left_as_it_is() {
        for sql in [
            r#"INSERT INTO "t" ("a", "b") VALUES ($1, COALESCE($2, 'costs $1')) RETURNING "id""#,
            r#"INSERT INTO "t" DEFAULT VALUES RETURNING "id""#,
        ] {
            assert!(Insert::of(sql, 2, Dialect::Postgres).is_none(), "{sql}");
        }
    }
}
