//! What the rows that are there must fulfil, as queries that count those that do not.

use super::Fill;
use super::convert::{Conversion, conversion, text_width, value};
use crate::Dialect;
use crate::diff::{Matched, Pair};
use crate::expr;
use crate::model::{DataType, TableDef};

/// A question about the rows, in terms of the tables as they are before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preflight {
    /// Gives one number: how many rows are in the way.
    pub sql: String,
    /// What is wrong with them.
    pub message: String,
}

/// All questions.
pub(super) fn of(matched: &Matched<'_>, dialect: Dialect, fill: &Fill) -> Vec<Preflight> {
    matched.pairs.iter().flat_map(|pair| Questions { pair, matched, dialect, all: Vec::new() }.of(fill)).collect()
}

struct Questions<'a> {
    pair: &'a Pair<'a>,
    matched: &'a Matched<'a>,
    dialect: Dialect,
    all: Vec<Preflight>,
}

impl Questions<'_> {
    fn of(mut self, fill: &Fill) -> Vec<Preflight> {
        self.columns(fill);
        self.checks();
        self.uniques(fill);
        self.references();
        self.all
    }

    fn ask(&mut self, condition: &str, message: String) {
        let sql = format!("SELECT COUNT(*) FROM {} WHERE {condition}", self.dialect.quoted(&self.pair.old.name));
        self.all.push(Preflight { sql, message });
    }

    /// The old name of a column that was there and held values of its own, quoted.
    fn old(&self, name: &str) -> Option<String> {
        self.pair.renamed_old.column(name).map(|_| self.dialect.quoted(self.pair.old_name(name)))
    }

    fn columns(&mut self, fill: &Fill) {
        let (pair, table) = (self.pair, &self.pair.old.name);
        for column in pair.new.columns.iter().filter(|column| column.generated.is_none()) {
            let name = pair.old_name(&column.name);
            let Some(before) = pair.old.column(name).filter(|before| before.generated.is_none()) else { continue };
            let quoted = self.dialect.quoted(name);
            let is_required = !column.nullable || pair.new.is_key(&column.name);
            let was_required = !before.nullable || pair.old.is_key(name);
            if is_required && !was_required && value(pair.new, column, self.dialect, fill).is_none() {
                self.ask(&format!("{quoted} IS NULL"), format!("`{table}.{name}` is NULL"));
            }
            if conversion(&before.data_type, &column.data_type) != Some(Conversion::Narrows) {
                continue;
            }
            if let (Some(_), Some(to)) = (text_width(&before.data_type), text_width(&column.data_type)) {
                let length = expr::render(&format!("length({name})"), pair.old, self.dialect);
                if let Ok(length) = length {
                    self.ask(&format!("{length} > {to}"), format!("`{table}.{name}` is longer than {to} characters"));
                }
            }
            let most = match column.data_type {
                DataType::I16 => i64::from(i16::MAX),
                DataType::I32 => i64::from(i32::MAX),
                _ => continue,
            };
            let least = -most - 1;
            self.ask(
                &format!("{quoted} > {most} OR {quoted} < {least}"),
                format!("`{table}.{name}` is not within {least} and {most}"),
            );
        }
    }

    fn checks(&mut self) {
        let pair = self.pair;
        for check in pair.new.checks.iter() {
            let is_known = pair.renamed_old.checks.iter().any(|old| old.expression == check.expression);
            let text = expr::renamed(&check.expression, |name| Some(pair.old_name(name).to_owned()));
            let speaks_of_old = expr::columns(&check.expression, pair.new).iter().all(|name| self.old(name).is_some());
            if !is_known
                && speaks_of_old
                && let Ok(condition) = expr::render(&text, pair.old, self.dialect)
            {
                self.ask(&format!("NOT ({condition})"), format!("`{}`: not {text}", pair.old.name));
            }
        }
        for column in pair.new.columns.iter() {
            let name = pair.old_name(&column.name);
            if let (DataType::Enum(values), Some(before)) = (&column.data_type, pair.old.column(name))
                && before.data_type != column.data_type
                && before.generated.is_none()
            {
                let list: Vec<String> =
                    values.iter().map(|value| crate::dialect::literal::text(value, self.dialect)).collect();
                let condition = format!("{} NOT IN ({})", self.dialect.quoted(name), list.join(", "));
                self.ask(&condition, format!("`{}.{name}` is none of {}", pair.old.name, values.join(", ")));
            }
        }
    }

    fn uniques(&mut self, fill: &Fill) {
        let pair = self.pair;
        let keys = |def: &TableDef| -> Vec<Vec<String>> {
            let uniques = def.uniques.iter().map(|unique| unique.columns.iter().map(ToString::to_string).collect());
            let indexes = def
                .indexes
                .iter()
                .filter(|index| index.unique && index.filter.is_none() && index.columns().count() == index.parts.len());
            let indexes = indexes.map(|index| index.columns().map(str::to_owned).collect());
            let key = def.primary_key.columns.iter().map(ToString::to_string).collect();
            uniques.chain(indexes).chain([key]).filter(|columns: &Vec<String>| !columns.is_empty()).collect()
        };
        let known = keys(&pair.renamed_old);
        for columns in keys(pair.new).into_iter().filter(|columns| !known.contains(columns)) {
            let Some(quoted) = self.distinguishing(&columns, fill) else { continue };
            let (list, table) = (quoted.join(", "), self.dialect.quoted(&pair.old.name));
            let present: Vec<String> = quoted.iter().map(|column| format!("{column} IS NOT NULL")).collect();
            let sql = if quoted.is_empty() {
                format!("SELECT CASE WHEN COUNT(*) > 1 THEN COUNT(*) ELSE 0 END FROM {table}")
            } else {
                format!(
                    "SELECT COUNT(*) FROM (SELECT {list} FROM {table} WHERE {} GROUP BY {list} HAVING COUNT(*) > 1) t",
                    present.join(" AND ")
                )
            };
            let message = format!("`{}`: the same values of {} more than once", pair.old.name, columns.join(", "));
            self.all.push(Preflight { sql, message });
        }
    }

    /// The columns of a key in which rows can differ, quoted; `None` if nothing can be said, or nothing collides.
    fn distinguishing(&self, columns: &[String], fill: &Fill) -> Option<Vec<String>> {
        let mut quoted = Vec::new();
        for name in columns {
            if let Some(old) = self.old(name) {
                quoted.push(old);
                continue;
            }
            let column = self.pair.new.column(name)?;
            let is_given = fill.given.iter().any(|(table, given, _)| *table == *self.pair.new.name && given == name);
            // One that stays NULL never collides; what is computed or given may be anything.
            if column.generated.is_some() || is_given || (column.nullable && column.default.is_none()) {
                return None;
            }
        }
        Some(quoted)
    }

    fn references(&mut self) {
        let pair = self.pair;
        let same = |old: &crate::ForeignKeyDef, key: &crate::ForeignKeyDef| {
            (&old.columns, &old.target, &old.target_columns) == (&key.columns, &key.target, &key.target_columns)
        };
        for key in pair.new.foreign_keys.iter() {
            if pair.renamed_old.foreign_keys.iter().any(|old| same(old, key)) {
                continue;
            }
            // A target that is new has no rows yet.
            let target = self.matched.pairs.iter().find(|other| other.new.name == key.target);
            let columns = key.columns.iter().map(|name| self.old(name)).collect::<Option<Vec<_>>>();
            let (Some(target), Some(columns)) = (target, columns) else { continue };
            let there: Option<Vec<String>> = key
                .target_columns
                .iter()
                .map(|name| target.renamed_old.column(name).map(|_| self.dialect.quoted(target.old_name(name))))
                .collect();
            let Some(there) = there else { continue };
            let present: Vec<String> = columns.iter().map(|column| format!("c.{column} IS NOT NULL")).collect();
            let equal: Vec<String> =
                columns.iter().zip(&there).map(|(column, target)| format!("p.{target} = c.{column}")).collect();
            let (child, parent) = (self.dialect.quoted(&pair.old.name), self.dialect.quoted(&target.old.name));
            let sql = format!(
                "SELECT COUNT(*) FROM {child} c WHERE {} AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE {})",
                present.join(" AND "),
                equal.join(" AND ")
            );
            let message = format!("`{}`: `{}` points to no row of `{}`", pair.old.name, key.name, target.old.name);
            self.all.push(Preflight { sql, message });
        }
    }
}
