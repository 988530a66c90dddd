//! What a way back gives back, change by change, and what it gives up.

use super::convert::{conversion, is_injective, loses};
use super::{Fill, Preflight, Sample};
use crate::Dialect;
use crate::dialect::literal::literal;
use crate::diff::{Change, Matched, Pair, Verb, diff, matched};
use crate::model::{ColumnDef, ColumnDefault, DataType, TableDef};

/// What the way back of a change is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// All is as it was.
    Exact,
    /// All is as it was, for what was dropped is kept aside until then.
    ExactIfKept,
    /// The shape is as it was; values that the way there gave up or filled in do not come back.
    Shape,
    /// What was added since is given up: the rows of a table, the values of a column, or the NULLs in it.
    LosesData,
    /// There is none.
    Impossible,
}

impl Class {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Exact, Self::ExactIfKept, Self::Shape, Self::LosesData, Self::Impossible];

    /// Its word in the file of a migration.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::ExactIfKept => "exact_if_kept",
            Self::Shape => "shape",
            Self::LosesData => "loses_data",
            Self::Impossible => "impossible",
        }
    }
}

/// What the way back of one change is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassifiedChange {
    /// What changes: `people`, `people.town`, or `people: index `ix``, by its name after the change.
    pub of: String,
    /// What its way back is worth.
    pub class: Class,
}

/// What a plan gives up if it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// What has to be named: a table, `people`, or a column, `people.town`; as it is called before.
    pub of: String,
    /// Gives one number: how many values there are to lose. Its message says what they are.
    pub question: Preflight,
}

/// What the way back is worth, for each change of the way there.
pub fn classified(old: &[TableDef], new: &[TableDef], fill: &Fill) -> Vec<ClassifiedChange> {
    let matched = matched(old, new);
    diff(old, new)
        .iter()
        .map(|change| ClassifiedChange { of: change.name(), class: class(change, &matched, fill) })
        .collect()
}

fn class(change: &Change, matched: &Matched<'_>, fill: &Fill) -> Class {
    let is_kept = fill.kept.contains(&change.name());
    let dropped = if is_kept { Class::ExactIfKept } else { Class::Shape };
    let Some(column) = change.column() else {
        return match (change.part.is_empty(), change.verb) {
            (true, Verb::Add) => Class::LosesData,
            (true, Verb::Drop) => dropped,
            (true, Verb::Rename | Verb::Change) | (false, _) => Class::Exact,
        };
    };
    let Some(pair) = matched.pairs.iter().find(|pair| pair.new.name == change.table) else { return Class::Exact };
    if change.verb == Verb::Rename {
        return Class::Exact;
    }
    match (stored(&pair.renamed_old, column), stored(pair.new, column)) {
        (None, None) => Class::Exact,
        (None, Some(_)) => Class::LosesData,
        (Some(_), None) => dropped,
        (Some(before), Some(after)) => changed(pair, before, after, fill),
    }
}

fn changed(pair: &Pair<'_>, before: &ColumnDef, after: &ColumnDef, fill: &Fill) -> Class {
    let (was_required, is_required) = (required(&pair.renamed_old, before), required(pair.new, after));
    let is_filled = fill.given.iter().any(|(table, name, _)| *table == *pair.new.name && *name == *after.name);
    if conversion(&after.data_type, &before.data_type).is_err() {
        Class::Impossible
    } else if loses(&after.data_type, &before.data_type) {
        Class::LosesData
    } else if !is_injective(&before.data_type, &after.data_type) {
        Class::Shape
    } else if was_required && !is_required {
        Class::LosesData
    } else if is_required && !was_required && is_filled {
        Class::Shape
    } else {
        Class::Exact
    }
}

/// What a plan gives up, in terms of the tables as they are before.
pub(super) fn losses(matched: &Matched<'_>, dialect: Dialect, fill: &Fill) -> Vec<Loss> {
    let tables = matched.dropped.iter().map(|def| {
        let sql = format!("SELECT COUNT(*) FROM {} t", dialect.quoted(&def.name));
        loss(def.name.to_string(), sql, "rows")
    });
    let columns = matched.pairs.iter().flat_map(|pair| {
        let lost = |column: &ColumnDef| {
            values_lost(pair, column, dialect, fill)
                .or_else(|| parts_lost(pair, column, dialect))
                .or_else(|| nulls_lost(pair, column, dialect, fill))
        };
        pair.old.columns.iter().filter(|column| column.generated.is_none()).filter_map(lost).collect::<Vec<_>>()
    });
    tables.chain(columns).collect()
}

fn loss(of: String, sql: String, what: &str) -> Loss {
    let message = format!("{what} of `{of}`");
    Loss { of, question: Preflight { sql, message, sample: Sample::Count } }
}

/// The values of a column that goes, apart from NULL and from those that its default gave to all rows.
fn values_lost(pair: &Pair<'_>, column: &ColumnDef, dialect: Dialect, fill: &Fill) -> Option<Loss> {
    let is_kept = fill.kept.contains(&format!("{}.{}", pair.new.name, column.name));
    if is_kept || stored(pair.new, new_name(pair, &column.name)).is_some() {
        return None;
    }
    let name = qualified(&column.name, dialect);
    let condition = match own_value(column, dialect) {
        Some(value) => format!("{name} <> {value}"),
        None => format!("{name} IS NOT NULL"),
    };
    let sql = format!("SELECT COUNT(*) FROM {} t WHERE {condition}", dialect.quoted(&pair.old.name));
    Some(loss(format!("{}.{}", pair.old.name, column.name), sql, "values"))
}

/// What of the values of a column its new type does not hold.
fn parts_lost(pair: &Pair<'_>, column: &ColumnDef, dialect: Dialect) -> Option<Loss> {
    let (from, to) = (&column.data_type, &stored(pair.new, new_name(pair, &column.name))?.data_type);
    if !loses(from, to) {
        return None;
    }
    let name = qualified(&column.name, dialect);
    let there_and_back = dialect.converted(to, from, &dialect.converted(from, to, &name));
    let sql = format!("SELECT COUNT(*) FROM {} t WHERE {there_and_back} <> {name}", dialect.quoted(&pair.old.name));
    Some(loss(format!("{}.{}", pair.old.name, column.name), sql, "parts of values"))
}

/// The constant that is in a column unless somebody wrote another, where every engine compares it.
fn own_value(column: &ColumnDef, dialect: Dialect) -> Option<String> {
    let Some(ColumnDefault::Literal(value)) = &column.default else { return None };
    let is_comparable = matches!(
        column.data_type,
        DataType::I16 | DataType::I32 | DataType::I64 | DataType::Bool | DataType::Varchar(_) | DataType::Enum(_)
    );
    is_comparable.then(|| literal(value, Some(&column.data_type), dialect))
}

/// The NULLs of a column that becomes required, where something else takes their place unasked.
fn nulls_lost(pair: &Pair<'_>, column: &ColumnDef, dialect: Dialect, fill: &Fill) -> Option<Loss> {
    let wanted = stored(pair.new, new_name(pair, &column.name))?;
    if !fill.neutral || required(pair.old, column) || !required(pair.new, wanted) {
        return None;
    }
    super::convert::value(pair.new, wanted, dialect, fill)?;
    let (table, name) = (dialect.quoted(&pair.old.name), qualified(&column.name, dialect));
    let sql = format!("SELECT COUNT(*) FROM {table} t WHERE {name} IS NULL");
    Some(loss(format!("{}.{}", pair.old.name, column.name), sql, "NULLs"))
}

/// With the table before it, for SQLite takes a quoted name that is not there for a text
/// (<https://www.sqlite.org/quirks.html#double_quoted_string_literals_are_accepted>).
fn qualified(name: &str, dialect: Dialect) -> String {
    format!("t.{}", dialect.quoted(name))
}

fn new_name<'a>(pair: &'a Pair<'_>, name: &'a str) -> &'a str {
    pair.renamed.iter().find(|(from, _)| from == name).map_or(name, |(_, to)| to)
}

/// A column that holds values of its own.
fn stored<'d>(def: &'d TableDef, name: &str) -> Option<&'d ColumnDef> {
    def.column(name).filter(|column| column.generated.is_none())
}

fn required(def: &TableDef, column: &ColumnDef) -> bool {
    !column.nullable || def.is_key(&column.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: Vec<ColumnDef>) -> TableDef {
        let mut def = TableDef::new("people", &[]);
        def.columns = columns.into();
        def
    }

    fn classes(old: ColumnDef, new: ColumnDef, fill: &Fill) -> Vec<Class> {
        classified(&[table(vec![old])], &[table(vec![new])], fill).into_iter().map(|change| change.class).collect()
    }

    const TOWN: ColumnDef = ColumnDef::new("town", DataType::I64);

    #[test]
    fn each_change_has_its_class() {
        let none = Fill::default();
        let given = Fill { given: vec![("people".into(), "town".into(), "0".into())], ..Fill::default() };
        let kept = Fill { kept: vec!["people".into()], ..Fill::default() };
        let (wide, narrow) = (TOWN, ColumnDef::new("town", DataType::I32));
        assert_eq!(classes(narrow, wide, &none), [Class::Exact]);
        assert_eq!(classes(TOWN, TOWN.nullable(), &none), [Class::LosesData]);
        assert_eq!(classes(TOWN.nullable(), TOWN, &none), [Class::Exact]);
        assert_eq!(classes(TOWN.nullable(), TOWN, &given), [Class::Shape]);
        assert_eq!(classes(TOWN, ColumnDef::new("town", DataType::Json), &none), [Class::Impossible]);
        assert_eq!(
            classes(TOWN, ColumnDef::new("city", DataType::I64).nullable(), &none),
            [Class::Shape, Class::LosesData]
        );
        let of = |old: &[TableDef], new: &[TableDef]| classified(old, new, &none);
        let people = [table(vec![TOWN])];
        assert_eq!(of(&people, &[]), [ClassifiedChange { of: "people".into(), class: Class::Shape }]);
        assert_eq!(classified(&people, &[], &kept)[0].class, Class::ExactIfKept);
        assert_eq!(of(&[], &people), [ClassifiedChange { of: "people".into(), class: Class::LosesData }]);
    }
}
