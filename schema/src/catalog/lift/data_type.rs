//! The data type behind a type's name and its check: the one of which the dialect makes both.

use super::expression::read;
use crate::catalog::{Column, Table};
use crate::dialect::{Dialect, type_sql};
use crate::expr::{Expr, Node, Sense};
use crate::model::{ColumnDef, DataType, Generated, TableDef, Text};
use crate::name;

/// The type of a column, and the position of the check that comes with it, if one does.
pub(super) fn lift(table: &Table, column: &Column, dialect: Dialect) -> Option<(DataType, Option<usize>)> {
    let own_name = name::check(&table.name, &column.name);
    let (mut by_another, mut without) = (None, None);
    // A type that says more comes first; of those that a dialect does not tell apart, the most usual.
    for candidate in candidates(table, column, dialect) {
        let Ok(sql) = type_sql(&candidate, dialect) else { continue };
        if !sql.name.eq_ignore_ascii_case(column.type_name.trim()) {
            continue;
        }
        let of_computed = || dialect.computed_check(&candidate, &generated(column)?);
        if sql.check.is_none() {
            without = without.or(Some((candidate.clone(), None)));
        }
        let Some((before, after)) = sql.check.clone().or_else(of_computed) else { continue };
        // Where constraints cannot speak of a computed column, they speak of its expression.
        let computed = column.computed.as_ref().map(|computed| format!("({})", computed.expression));
        let wanted: Vec<String> = [dialect.quoted(&column.name)]
            .into_iter()
            .chain(computed)
            .map(|of| format!("{before}{of}{after}"))
            .collect();
        for (at, check) in table.checks.iter().enumerate() {
            if wanted.iter().any(|wanted| same(&check.condition, wanted, table, dialect)) {
                if check.name == own_name {
                    return Some((candidate, Some(at)));
                }
                by_another = by_another.or(Some((candidate.clone(), Some(at))));
            }
        }
        // A truth value is one also where nobody made sure of it.
        if candidate == DataType::Bool && sql.name == "boolean" {
            without = without.or(Some((candidate, None)));
        }
    }
    by_another.or(without)
}

/// How a column is computed, if it is.
fn generated(column: &Column) -> Option<Generated> {
    column.computed.as_ref().map(|computed| Generated { expression: "".into(), stored: computed.stored })
}

/// Whether two conditions of a table say the same.
fn same(one: &str, other: &str, table: &Table, dialect: Dialect) -> bool {
    // Bytes are counted by a function of two names.
    let plain = |text: &str| text.to_lowercase().replace(['"', '`'], "").replace("octet_length", "length");
    if plain(one) == plain(other) {
        return true;
    }
    let read = |text: &str| reading(text, &table.columns, dialect);
    matches!((read(one), read(other)), (Some(one), Some(other)) if one == other)
}

/// The condition, as if the columns were texts.
fn reading(condition: &str, columns: &[Column], dialect: Dialect) -> Option<Expr> {
    let mut def = TableDef::new("", &[]);
    let columns = columns.iter().map(|column| {
        let mut def = ColumnDef::new("", DataType::Text);
        def.name = column.name.clone().into();
        def
    });
    def.columns = columns.collect::<Vec<_>>().into();
    read(condition, &def, dialect)
}

fn candidates(table: &Table, column: &Column, dialect: Dialect) -> Vec<DataType> {
    let mut all = Vec::new();
    let mut numbers = numbers(&column.type_name);
    for check in &table.checks {
        let Some(condition) = reading(&check.condition, std::slice::from_ref(column), dialect) else {
            if check.condition.contains(&dialect.quoted(&column.name)) || check.condition.contains(&column.name) {
                numbers.extend(self::numbers(&check.condition));
            }
            continue;
        };
        numbers.extend(self::numbers(&check.condition));
        if let Node::In(of, list, Sense::Is) = condition.node
            && matches!(of.node, Node::Column(_))
        {
            let values: Option<Vec<Text>> = list
                .into_iter()
                .map(|value| match value.node {
                    Node::Text(value) => Some(value.into()),
                    _ => None,
                })
                .collect();
            all.extend(values.map(|values| DataType::Enum(values.into())));
        }
    }
    for (at, number) in numbers.iter().enumerate() {
        all.extend([DataType::Varchar(*number), DataType::Binary(*number)]);
        if let Ok(precision) = u8::try_from(*number) {
            let scale = numbers.get(at + 1).and_then(|scale| u8::try_from(*scale).ok()).unwrap_or(0);
            all.push(DataType::Decimal { precision, scale });
        }
    }
    all.extend([
        DataType::Bool,
        DataType::Uuid,
        DataType::Text,
        DataType::Json,
        DataType::I64,
        DataType::I32,
        DataType::I16,
        DataType::F64,
        DataType::F32,
        DataType::Date,
        DataType::Time,
        DataType::TimestampTz,
        DataType::Timestamp,
        DataType::Blob,
    ]);
    all
}

/// The whole numbers in a text.
fn numbers(text: &str) -> Vec<u32> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}
