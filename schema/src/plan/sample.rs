//! Which of the rows that are in the way a refusal shows: their primary keys, unless those are personal.

use super::convert::conversion;
use super::future::Rows;
use crate::Dialect;
use crate::describe::data_type_name;
use crate::dialect::convert::text_width;
use crate::diff::{Matched, Pair};
use crate::model::DataType;

/// How many keys are shown.
pub const SHOWN: usize = 5;
/// Something that no two rows may share, under a name of its own.
const PART: &str = "_tablewright_part_";
/// A value of a key as a text.
const TEXT: &str = "_tablewright_text_";

/// What is shown of the rows that are in the way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Sample {
    /// How many they are.
    #[default]
    Count,
    /// The keys of the first of them.
    Keys {
        /// The columns of the key.
        columns: Vec<String>,
        /// Gives them as texts, a row each, at most [`SHOWN`] of them.
        sql: String,
    },
    /// How many they are, and why no keys.
    Withheld(String),
}

/// The primary key of a table that is there.
pub(super) struct Key {
    columns: Vec<(String, DataType)>,
    dialect: Dialect,
}

impl Key {
    /// The key, if it can be shown.
    pub(super) fn of(pair: &Pair<'_>, matched: &Matched<'_>, dialect: Dialect) -> Result<Self, String> {
        let (table, key) = (&pair.old.name, &pair.old.primary_key.columns);
        if key.is_empty() {
            return Err(format!("`{table}` has no primary key"));
        }
        if key.iter().any(|name| is_personal(pair, matched, name)) {
            return Err(format!("the primary key of `{table}` is personal"));
        }
        let mut columns = Vec::new();
        for name in key.iter() {
            let Some(column) = pair.old.column(name) else { continue };
            let (data_type, is_text) = (&column.data_type, text_width(&column.data_type).is_some());
            if !is_text && (conversion(data_type, &DataType::Text).is_err() || !dialect.converts_families()) {
                return Err(format!("keys of type {} are not shown", data_type_name(data_type)));
            }
            columns.push((name.to_string(), data_type.clone()));
        }
        Ok(Self { columns, dialect })
    }

    /// The keys of the rows for which a condition holds. Where they have another name for a while, `alias` is it.
    pub(super) fn sample(&self, rows: &Rows, from: &str, alias: &str, condition: &str) -> Sample {
        let raw = self.raw(rows, alias);
        self.asked(&raw, &format!("{from} WHERE {condition}"))
    }

    /// The keys of the rows that have the same values of all parts, among those for which a condition holds.
    pub(super) fn twins(&self, rows: &Rows, parts: &[String], condition: &str) -> Sample {
        let dialect = self.dialect;
        let named = |start: &str, n: usize| dialect.quoted(&format!("{start}{n}"));
        let parted = parts.iter().enumerate().map(|(n, part)| format!("{part} AS {}", named(PART, n)));
        let parted = parted.collect::<Vec<_>>().join(", ");
        let keys = self.raw(rows, "").into_iter().enumerate();
        let keys =
            keys.map(|(n, key)| format!("{key} AS {}", named(super::keep::KEY, n))).collect::<Vec<_>>().join(", ");
        let equal = (0..parts.len()).map(|n| named(PART, n)).map(|part| format!("r.{part} = d.{part}"));
        let from = format!(
            "(SELECT {keys}, {parted} FROM {} WHERE {condition}) r JOIN (SELECT {parted} FROM {} WHERE {condition} \
             GROUP BY {} HAVING COUNT(*) > 1) d ON {}",
            rows.keyed,
            rows.from,
            parts.join(", "),
            equal.collect::<Vec<_>>().join(" AND "),
        );
        let raw: Vec<String> = (0..self.columns.len()).map(|n| format!("r.{}", named(super::keep::KEY, n))).collect();
        self.asked(&raw, &from)
    }

    fn raw(&self, rows: &Rows, alias: &str) -> Vec<String> {
        let name = |(n, (name, _)): (usize, &(String, DataType))| {
            let name = if rows.is_old { name.clone() } else { format!("{}{n}", super::keep::KEY) };
            let dot = if alias.is_empty() { "" } else { "." };
            format!("{alias}{dot}{}", self.dialect.quoted(&name))
        };
        self.columns.iter().enumerate().map(name).collect()
    }

    fn asked(&self, raw: &[String], rest: &str) -> Sample {
        let text = |(raw, (_, data_type)): (&String, &(String, DataType))| match text_width(data_type) {
            Some(_) => raw.clone(),
            None => self.dialect.converted(data_type, &DataType::Text, raw),
        };
        // With a name of their own, for an order is first one of what is selected.
        let shown = |(n, text): (usize, String)| format!("{text} AS {}", self.dialect.quoted(&format!("{TEXT}{n}")));
        let texts: Vec<String> = raw.iter().zip(&self.columns).map(text).enumerate().map(shown).collect();
        let first = self.dialect.paging(Some(SHOWN as u64), None);
        let sql = format!("SELECT {} FROM {rest} ORDER BY {}{first}", texts.join(", "), raw.join(", "));
        Sample::Keys { columns: self.columns.iter().map(|(name, _)| name.clone()).collect(), sql }
    }
}

/// Whether a column is personal, was until now or will be, or points to one that is.
fn is_personal(pair: &Pair<'_>, matched: &Matched<'_>, name: &str) -> bool {
    let new_name = pair.renamed.iter().find(|(from, _)| from == name).map_or(name, |(_, to)| to);
    let is_marked = |column: Option<&crate::model::ColumnDef>| column.is_some_and(|column| column.personal);
    let points_to_one = pair.old.foreign_keys.iter().any(|key| {
        let Some(at) = key.columns.iter().position(|column| column == name) else { return false };
        let target = matched.pairs.iter().find(|other| other.old.name == key.target);
        target.zip(key.target_columns.get(at)).is_some_and(|(target, column)| is_marked(target.old.column(column)))
    });
    is_marked(pair.old.column(name)) || is_marked(pair.new.column(new_name)) || points_to_one
}
