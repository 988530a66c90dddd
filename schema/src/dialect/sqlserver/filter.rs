//! What the condition of an index can be: comparisons of a column with a constant, lists, and IS NULL, joined by AND
//! (<https://learn.microsoft.com/sql/t-sql/statements/create-index-transact-sql#where-filter_predicate>).

use crate::dialect::rules::Unfit;
use crate::expr::{Expr, Node, Operator, Sense};
use crate::model::TableDef;

/// # Errors
/// The first part that it cannot be.
pub(super) fn judge(expression: &Expr, def: &TableDef) -> Result<(), Unfit> {
    let unfit = |help: &str| Err(Unfit { offset: expression.offset, help: help.to_owned() });
    match &expression.node {
        Node::Binary(Operator::And, left, right) => judge(left, def).and_then(|()| judge(right, def)),
        Node::Binary(Operator::Or, ..) => {
            unfit("write `in (..)` for several values of one column, or make an index for each")
        }
        Node::Binary(operator, left, right) if operator.is_comparison() => match (&left.node, is_constant(right)) {
            (Node::Column(_), true) => column(left, def),
            _ => unfit("compare a column, on the left, with a constant"),
        },
        Node::IsNull(inner, _) => column(inner, def),
        Node::In(inner, list, Sense::Is) if list.iter().all(is_constant) => column(inner, def),
        Node::In(_, _, Sense::Is) => unfit("let the list hold constants only"),
        Node::In(_, _, Sense::IsNot) => unfit("write a comparison with `<>` for each value"),
        Node::Between(_, _, _, Sense::Is) => unfit("write two comparisons, with `>=` and `<=`"),
        // A truth value.
        Node::Column(_) => column(expression, def),
        Node::Not(inner) => match &inner.node {
            Node::Column(name) => unfit(&format!("write `{name} = false`")),
            _ => unfit("write the opposite comparison, without `not`"),
        },
        Node::Between(..)
        | Node::Like(..)
        | Node::Case(..)
        | Node::Call(..)
        | Node::Binary(..)
        | Node::Minus(_)
        | Node::Text(_)
        | Node::Number(_)
        | Node::Bool(_)
        | Node::Null
        | Node::Moment(..) => unfit("compare columns with constants"),
    }
}

/// A column that is not computed.
fn column(expression: &Expr, def: &TableDef) -> Result<(), Unfit> {
    let Node::Column(name) = &expression.node else {
        let help = "compare the column itself, for no function or operation can stand there".to_owned();
        return Err(Unfit { offset: expression.offset, help });
    };
    match def.column(name).is_some_and(|column| column.generated.is_some()) {
        true => Err(Unfit { offset: expression.offset, help: format!("leave out `{name}`, for it is computed") }),
        false => Ok(()),
    }
}

fn is_constant(expression: &Expr) -> bool {
    match &expression.node {
        Node::Text(_) | Node::Number(_) | Node::Bool(_) | Node::Moment(..) => true,
        Node::Minus(inner) => matches!(inner.node, Node::Number(_)),
        Node::Column(_)
        | Node::Null
        | Node::Not(_)
        | Node::Binary(..)
        | Node::IsNull(..)
        | Node::In(..)
        | Node::Between(..)
        | Node::Like(..)
        | Node::Case(..)
        | Node::Call(..) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Dialect;
    use crate::dialect::render;
    use crate::expr::parse;
    use crate::model::{ColumnDef, DataType, IndexDef, IndexPart};
    use crate::problem::Place;

    fn table() -> TableDef {
        static COLUMNS: [ColumnDef; 5] = [
            ColumnDef::new("id", DataType::I64),
            ColumnDef::new("state", DataType::Varchar(20)).nullable(),
            ColumnDef::new("amount", DataType::I32),
            ColumnDef::new("done", DataType::Bool),
            ColumnDef::new("twice", DataType::I32).nullable().generated("amount + amount", true),
        ];
        TableDef::new("jobs", &COLUMNS)
    }

    #[test]
    fn simple_conditions_are_taken() {
        for text in [
            "amount > 0",
            "amount >= -5 and state <> 'or'",
            "state is not null",
            "state is null and done",
            "done = true",
            "state in ('NOT (', 'b') and amount in (1, 2)",
            "(amount < 3 and amount > 1) and done = false",
        ] {
            assert!(judge(&parse(text).unwrap(), &table()).is_ok(), "{text}");
        }
    }

    #[test]
    fn others_are_refused_where_they_begin() {
        for (text, offset, help) in [
            ("amount > 0 or amount < -9", 0, "in (..)"),
            ("amount > id", 0, "with a constant"),
            ("5 < amount", 0, "on the left"),
            ("done and not done", 9, "`done = false`"),
            ("not (amount = 1)", 0, "the opposite"),
            ("state not in ('a')", 0, "`<>`"),
            ("amount in (1, id)", 0, "constants only"),
            ("amount between 1 and 5", 0, "`>=` and `<=`"),
            ("amount not between 1 and 5", 0, "with constants"),
            ("state like 'a%'", 0, "with constants"),
            ("amount > 0 and upper(state) = 'A'", 15, "on the left"),
            ("amount + 1 > 5", 0, "on the left"),
            ("coalesce(state, 'a') is null", 0, "no function"),
            ("twice > 5", 0, "computed"),
            ("twice is not null", 0, "computed"),
            ("true", 0, "with constants"),
        ] {
            let unfit = judge(&parse(text).unwrap(), &table()).expect_err(text);
            assert!(unfit.help.contains(help), "{text}: {}", unfit.help);
            assert_eq!(unfit.offset, offset, "{text}");
        }
    }

    #[test]
    fn unique_indexes_are_judged_alike() {
        static PARTS: [IndexPart; 1] = [IndexPart::asc("state")];
        static INDEXES: [IndexDef; 1] = [IndexDef::new("ix", &PARTS).unique().filter("done or amount > 0")];
        let problems = render(&table().indexes(&INDEXES), Dialect::SqlServer).unwrap_err();
        assert_eq!(problems.iter().map(|problem| problem.place).collect::<Vec<_>>(), [Place::IndexFilter(0, 0)]);
        assert!(problems[0].message.contains("joined by `and`"), "{}", problems[0]);
    }

    /// A constraint over columns that may be NULL is an index with a condition, and that cannot name a computed one.
    #[test]
    fn a_computed_column_is_not_unique_if_it_may_be_null() {
        static PARTS: [IndexPart; 1] = [IndexPart::asc("twice")];
        static INDEXES: [IndexDef; 1] = [IndexDef::new("ix", &PARTS).unique()];
        let problems = render(&table().indexes(&INDEXES), Dialect::SqlServer).unwrap_err();
        assert_eq!(problems.iter().map(|problem| problem.rule).collect::<Vec<_>>(), ["unique-nullable"]);
    }
}
