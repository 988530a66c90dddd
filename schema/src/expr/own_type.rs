//! Types of the user's own in expressions: behind which data types an expression would be another one, or a mistake.
//!
//! A derive writes the expressions of a table before it is known what the types of some columns stand for. So it writes them
//! again for each that it could be, and tells which of them make a difference.

use super::{Context, misfit, parse, places, render, render_value, validate};
use crate::dialect::Dialect;
use crate::model::{ColumnDef, ColumnDefault, DataType, IndexPart, TableDef};

/// What can be behind a type, one of each family; and what other such columns are of then. Two decimals need not be of one scale.
static CANDIDATES: [(DataType, DataType); 13] = [
    (DataType::Varchar(50), DataType::Varchar(50)),
    (DataType::Text, DataType::Text),
    (DataType::I64, DataType::I64),
    (DataType::F64, DataType::F64),
    (DataType::Decimal { precision: 10, scale: 2 }, DataType::Decimal { precision: 10, scale: 4 }),
    (DataType::Bool, DataType::Bool),
    (DataType::Date, DataType::Date),
    (DataType::Time, DataType::Time),
    (DataType::Timestamp, DataType::Timestamp),
    (DataType::TimestampTz, DataType::TimestampTz),
    (DataType::Uuid, DataType::Uuid),
    (DataType::Blob, DataType::Blob),
    (DataType::Json, DataType::Json),
];

/// The family of a data type, as far as expressions tell them apart: its bit in a set, and its name.
pub const fn family(data_type: &DataType) -> (u16, &'static str) {
    match data_type {
        DataType::Varchar(_) | DataType::Enum(_) => (1, "a text"),
        DataType::I16 | DataType::I32 | DataType::I64 => (1 << 1, "a whole number"),
        DataType::F32 | DataType::F64 => (1 << 2, "a float"),
        DataType::Decimal { .. } => (1 << 3, "a decimal"),
        DataType::Bool => (1 << 4, "a truth value"),
        DataType::Date => (1 << 5, "a date"),
        DataType::Time => (1 << 6, "a time of day"),
        DataType::Timestamp => (1 << 7, "a time without a zone"),
        DataType::TimestampTz => (1 << 8, "an instant"),
        DataType::Uuid => (1 << 9, "a UUID"),
        DataType::Blob | DataType::Binary(_) => (1 << 10, "bytes"),
        DataType::Json | DataType::Late(_) => (1 << 11, "a document"),
        DataType::Text => (1 << 12, "a text of any length"),
    }
}

/// The families that cannot be behind the type of a column, as sets, a dialect each: an expression that speaks of the column
/// would be another one.
pub fn unfit(def: &TableDef, column: usize) -> [u16; Dialect::COUNT] {
    let mut unfit = [0; Dialect::COUNT];
    let expressions = expressions(def, column);
    if expressions.is_empty() {
        return unfit;
    }
    for (known, others) in &CANDIDATES {
        let alone = with(def, |n, _| (n == column).then_some(known));
        let together = with(def, |n, data_type| match data_type {
            DataType::Late(_) if n != column => Some(others),
            _ => (n == column).then_some(known),
        });
        for expression in &expressions {
            let fits = expression.is_right(&alone);
            // Others that cannot be of the same family are none of this column's business.
            let defs = if expression.is_right(&together) { vec![&alone, &together] } else { vec![&alone] };
            for dialect in Dialect::ALL {
                // What cannot be written is a problem of the table already.
                let Some(written) = expression.written(def, dialect) else { continue };
                let is_same = |def: &&TableDef| expression.written(def, dialect).as_ref() == Some(&written);
                if !(fits && defs.iter().all(is_same)) {
                    unfit[dialect.index()] |= family(known).0;
                }
            }
        }
    }
    unfit
}

/// An expression of a table.
struct Stands<'a> {
    text: &'a str,
    context: Context,
    /// The column that keeps its value.
    target: Option<usize>,
}

impl Stands<'_> {
    fn is_right(&self, def: &TableDef) -> bool {
        let Ok(expression) = parse(self.text) else { return false };
        let target = self.target.and_then(|n| def.columns.get(n));
        validate(&expression, def, self.context).is_empty()
            && target.is_none_or(|target| misfit(&expression, def, &target.data_type).is_none())
    }

    fn written(&self, def: &TableDef, dialect: Dialect) -> Option<String> {
        let target = self.target.and_then(|n| def.columns.get(n)).map(|target| &target.data_type);
        match self.context {
            Context::Condition => render(self.text, def, dialect).ok(),
            Context::Value | Context::Default => render_value(self.text, def, target, dialect).ok(),
        }
    }
}

/// The expressions that speak of a column, or whose value it keeps.
fn expressions(def: &TableDef, column: usize) -> Vec<Stands<'_>> {
    let condition = |text| Stands { text, context: Context::Condition, target: None };
    let mut all: Vec<Stands<'_>> = def.checks.iter().map(|check| condition(&check.expression)).collect();
    for index in def.indexes.iter() {
        all.extend(index.filter.as_deref().map(condition));
        all.extend(index.parts.iter().filter_map(|part| match part {
            IndexPart::Expression { expression, .. } => {
                Some(Stands { text: expression, context: Context::Value, target: None })
            }
            IndexPart::Column { .. } => None,
        }));
    }
    for (n, column) in def.columns.iter().enumerate() {
        let generated = column.generated.as_ref().map(|generated| (&*generated.expression, Context::Value));
        let default = match &column.default {
            Some(ColumnDefault::Expression(text)) => Some((&**text, Context::Default)),
            _ => None,
        };
        let values = generated.into_iter().chain(default);
        all.extend(values.map(|(text, context)| Stands { text, context, target: Some(n) }));
    }
    let name = def.columns.get(column).map(|column| &*column.name);
    let speaks = |text| places(text).unwrap_or_default().iter().any(|(_, column)| Some(column.as_str()) == name);
    all.retain(|stands| stands.target == Some(column) || speaks(stands.text));
    all
}

/// The table with other types, where there are.
fn with<'t>(def: &TableDef, data_type: impl Fn(usize, &DataType) -> Option<&'t DataType>) -> TableDef {
    let mut def = def.clone();
    let columns = def.columns.iter().enumerate().map(|(n, column)| {
        let mut column: ColumnDef = column.clone();
        if let Some(known) = data_type(n, &column.data_type) {
            column.data_type = known.clone();
        }
        column
    });
    def.columns = columns.collect::<Vec<_>>().into();
    def
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CheckDef;

    /// The families that do not fit column `own` under a check, by name.
    fn told(check: &'static str, dialect: Dialect) -> Vec<&'static str> {
        static COLUMNS: [ColumnDef; 5] = [
            ColumnDef::new("own", DataType::Late(0)),
            ColumnDef::new("other", DataType::Late(1)),
            ColumnDef::new("word", DataType::Late(2)),
            ColumnDef::new("amount", DataType::Decimal { precision: 10, scale: 2 }),
            ColumnDef::new("tenant", DataType::Uuid),
        ];
        let mut def = TableDef::new("t", &COLUMNS);
        def.checks = vec![CheckDef::new("ck", check)].into();
        let unfit = unfit(&def, 0)[dialect.index()];
        CANDIDATES
            .iter()
            .map(|(known, _)| family(known))
            .filter(|(bit, _)| unfit & bit != 0)
            .map(|(_, name)| name)
            .collect()
    }

    fn numbers_fit(check: &'static str, dialect: Dialect) -> [bool; 3] {
        let told = told(check, dialect);
        ["a whole number", "a float", "a decimal"].map(|family| !told.contains(&family))
    }

    #[test]
    fn what_makes_a_difference_does_not_fit() {
        assert_eq!(numbers_fit("own > 1.5", Dialect::Postgres), [true, true, true]);
        assert_eq!(numbers_fit("own > 1.5", Dialect::Sqlite), [true, true, false]);
        assert_eq!(numbers_fit("own / 2 > 1", Dialect::Postgres), [true, true, true]);
        assert_eq!(numbers_fit("own / 2 > 1", Dialect::Mysql), [false, true, true]);
        assert_eq!(numbers_fit("own / 2 > 1", Dialect::Firebird), [true, true, false]);
        assert_eq!(numbers_fit("own / other > 1", Dialect::Oracle), [false, true, true]);
        assert_eq!(numbers_fit("own % 2 = 1", Dialect::Oracle), [true, false, false]);
        assert_eq!(numbers_fit("own = other", Dialect::Sqlite), [true, true, false]);
        assert_eq!(numbers_fit("own = amount", Dialect::Sqlite), [true, false, false]);
        assert_eq!(numbers_fit("own > 1 and word = 'x'", Dialect::Mysql), [true, true, true]);
        assert_eq!(numbers_fit("own is null", Dialect::Sqlite), [true, true, true]);
        let times = "own > timestamp '2026-01-31 12:00:00'";
        assert!(told(times, Dialect::Postgres).contains(&"an instant"));
        assert!(!told(times, Dialect::Postgres).contains(&"a time without a zone"));
        assert!(!told(times, Dialect::Mysql).contains(&"an instant"));
        assert!(told("own > '18:00'", Dialect::Sqlite).contains(&"a time of day"));
        assert!(told("own = 'x'", Dialect::Postgres).contains(&"a UUID"));
        assert!(!told("own = 'x'", Dialect::Postgres).contains(&"a text"));
        assert!(!told("own = tenant", Dialect::Postgres).contains(&"a UUID"));
        assert!(told("own = tenant", Dialect::Postgres).contains(&"bytes"));
        assert!(told("own = other", Dialect::Postgres).contains(&"a document"));
        assert!(!told("own is null", Dialect::Postgres).contains(&"a document"));
        assert!(!told("own = 'x'", Dialect::Oracle).contains(&"a text"));
        assert!(told("own = 'x'", Dialect::Oracle).contains(&"a text of any length"));
        assert!(!told("own = 'x'", Dialect::Postgres).contains(&"a text of any length"));
        assert!(!told("own like 'x%' or own is null", Dialect::Oracle).contains(&"a text of any length"));
        for dialect in Dialect::ALL {
            assert!(!told("own", dialect).contains(&"a truth value"), "{dialect}");
            assert!(told("own", dialect).contains(&"a text"), "{dialect}");
            assert!(told("other = 1", dialect).is_empty(), "{dialect}");
        }
    }
}
