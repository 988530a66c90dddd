//! What the rows that are there must fulfil, as queries that count those that do not.

use super::future::{Future, Rows};
use super::sample::{Key, Sample};
use super::{Fill, keep};
use crate::Dialect;
use crate::diff::{Matched, Pair};
use crate::expr;
use crate::model::{ForeignKeyDef, IndexPart, TableDef, Text};

/// A question about the rows, in terms of the tables as they are before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preflight {
    /// Gives one number: how many rows are in the way.
    pub sql: String,
    /// What is wrong with them.
    pub message: String,
    /// What is shown of them.
    pub sample: Sample,
}

/// All questions.
pub(super) fn of(matched: &Matched<'_>, dialect: Dialect, fill: &Fill) -> Vec<Preflight> {
    let of = |pair| Questions {
        pair,
        matched,
        future: Future { pair, dialect, fill },
        key: Key::of(pair, matched, dialect),
        dialect,
        fill,
        all: Vec::new(),
    };
    matched.pairs.iter().flat_map(|pair| of(pair).of()).collect()
}

struct Questions<'a> {
    pair: &'a Pair<'a>,
    matched: &'a Matched<'a>,
    future: Future<'a>,
    key: Result<Key, String>,
    dialect: Dialect,
    fill: &'a Fill,
    all: Vec<Preflight>,
}

/// Something that no two rows may share.
#[derive(PartialEq, Eq)]
struct Unique {
    /// Columns and expressions.
    parts: Vec<(String, bool)>,
    filter: Option<String>,
}

impl Questions<'_> {
    fn of(mut self) -> Vec<Preflight> {
        self.columns();
        self.checks();
        self.uniques();
        self.references();
        self.all
    }

    fn ask(&mut self, rows: &Rows, condition: &str, message: String) {
        let sql = format!("SELECT COUNT(*) FROM {} WHERE {condition}", rows.from);
        let sample = self.sample(|key| key.sample(rows, &rows.keyed, "", condition));
        self.all.push(Preflight { sql, message, sample });
    }

    fn sample(&self, of: impl FnOnce(&Key) -> Sample) -> Sample {
        self.key.as_ref().map_or_else(|why| Sample::Withheld(why.clone()), of)
    }

    /// NULLs, and values that have no equal in another type.
    fn columns(&mut self) {
        let (pair, table) = (self.pair, &self.pair.old.name);
        let rows = self.future.present();
        for column in pair.new.columns.iter().filter(|column| column.generated.is_none()) {
            let name = pair.old_name(&column.name);
            let Some(before) = pair.renamed_old.column(&column.name).filter(|before| before.generated.is_none()) else {
                let kept = keep::returned(pair, column, self.dialect, self.fill).filter(|kept| kept.lacks);
                if let Some(kept) = kept {
                    let message = format!("no value of `{table}.{name}` was kept, and it needs one");
                    self.ask(&rows, &format!("{} IS NULL", kept.sql), message);
                }
                continue;
            };
            let quoted = self.dialect.quoted(name);
            let is_required = !column.nullable || pair.new.is_key(&column.name);
            let was_required = !before.nullable || pair.old.is_key(name);
            if is_required && !was_required && self.future.filling(before, column).is_none() {
                self.ask(&rows, &format!("{quoted} IS NULL"), format!("`{table}.{name}` is NULL"));
            }
            if before.data_type != column.data_type {
                for unfit in self.dialect.unfit(&before.data_type, &column.data_type, &quoted) {
                    self.ask(&rows, &unfit.condition, format!("`{table}.{name}` {}", unfit.words));
                }
            }
        }
    }

    fn checks(&mut self) {
        let pair = self.pair;
        for check in pair.new.checks.iter() {
            let columns = expr::columns(&check.expression, pair.new);
            let is_known = pair.renamed_old.checks.iter().any(|old| old.expression == check.expression)
                && columns.iter().all(|name| self.future.is_there(name));
            let Some(rows) = self.future.rows(&columns).filter(|_| !is_known) else { continue };
            let text = self.named(&check.expression, &rows);
            if let Ok(condition) = expr::render(&text, &rows.def, self.dialect) {
                self.ask(&rows, &format!("NOT ({condition})"), format!("`{}`: not {text}", pair.old.name));
            }
        }
    }

    /// An expression under the names that rows have.
    fn named(&self, expression: &str, rows: &Rows) -> String {
        if rows.is_old {
            expr::renamed(expression, |name| Some(self.pair.old_name(name).to_owned()))
        } else {
            expression.to_owned()
        }
    }

    fn uniques(&mut self) {
        let pair = self.pair;
        let known = uniques(&pair.renamed_old);
        for unique in uniques(pair.new) {
            let mut columns: Vec<String> = Vec::new();
            let filter = unique.filter.as_ref().map(|filter| (filter.clone(), true));
            for (text, is_expression) in unique.parts.iter().cloned().chain(filter) {
                let names = if is_expression { expr::columns(&text, pair.new) } else { vec![text] };
                columns.extend(names);
            }
            columns.dedup();
            let is_plain = unique.filter.is_none() && unique.parts.iter().all(|(_, is_expression)| !is_expression);
            let stays = |name: &String| {
                if is_plain { self.future.stays_distinct(name) } else { self.future.is_there(name) }
            };
            if !(known.contains(&unique) && columns.iter().all(stays)) && columns.iter().all(|name| self.collides(name))
            {
                self.all.extend(self.unique(&unique, &columns));
            }
        }
    }

    /// Whether rows can have the same value in a column at all: not if they are numbered, or all stay NULL.
    fn collides(&self, name: &str) -> bool {
        let pair = self.pair;
        let is_new = pair.renamed_old.column(name).is_none_or(|before| before.generated.is_some());
        let is_given = self.fill.gives(&pair.new.name, name);
        pair.new.column(name).is_some_and(|column| {
            let stays_null = column.nullable && column.default.is_none() && !is_given && !pair.new.is_key(name);
            column.generated.is_some() || !is_new || !(column.auto_increment || stays_null)
        })
    }

    fn unique(&self, unique: &Unique, columns: &[String]) -> Option<Preflight> {
        let rows = self.future.rows(columns)?;
        let value = |text: &str| expr::render_value(&self.named(text, &rows), &rows.def, None, self.dialect).ok();
        let written = unique.parts.iter().map(|(text, is_expression)| {
            if *is_expression {
                value(text)
            } else {
                let name = if rows.is_old { self.pair.old_name(text) } else { text };
                Some(self.dialect.quoted(name))
            }
        });
        let written = written.collect::<Option<Vec<_>>>()?;
        let mut conditions: Vec<String> = written.iter().map(|part| format!("{part} IS NOT NULL")).collect();
        if let Some(filter) = &unique.filter {
            let filter = expr::render(&self.named(filter, &rows), &rows.def, self.dialect).ok()?;
            conditions.push(format!("({filter})"));
        }
        let (list, condition) = (written.join(", "), conditions.join(" AND "));
        let sql = format!(
            "SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM {} WHERE {condition} GROUP BY {list} HAVING COUNT(*) > 1) v",
            rows.from,
        );
        let sample = self.sample(|key| key.twins(&rows, &written, &condition));
        let names: Vec<&str> = unique.parts.iter().map(|(text, _)| text.as_str()).collect();
        let message = format!("`{}`: the same values of {} more than once", self.pair.old.name, names.join(", "));
        Some(Preflight { sql, message, sample })
    }

    fn references(&mut self) {
        let pair = self.pair;
        let same = |old: &ForeignKeyDef, key: &ForeignKeyDef| {
            (&old.columns, &old.target, &old.target_columns) == (&key.columns, &key.target, &key.target_columns)
        };
        for key in pair.new.foreign_keys.iter() {
            let columns: Vec<String> = key.columns.iter().map(ToString::to_string).collect();
            let is_known = pair.renamed_old.foreign_keys.iter().any(|old| same(old, key));
            if is_known && columns.iter().all(|name| self.future.stays_distinct(name)) {
                continue;
            }
            let Some(rows) = self.future.rows(&columns) else { continue };
            let own = aliased(&rows, pair, &columns, self.dialect, "c");
            let present: Vec<String> = own.iter().map(|column| format!("{column} IS NOT NULL")).collect();
            let present = present.join(" AND ");
            let message = |target: &str| format!("`{}`: `{}` points to no row of `{target}`", pair.old.name, key.name);
            let Some(target) = self.matched.pairs.iter().find(|other| other.new.name == key.target) else {
                // A table that is new has no rows yet.
                self.ask_child(&rows, &present, message(&key.target));
                continue;
            };
            let future = Future { pair: target, dialect: self.dialect, fill: self.fill };
            let there: Vec<String> = key.target_columns.iter().map(ToString::to_string).collect();
            let Some(parents) = future.rows(&there) else { continue };
            let theirs = aliased(&parents, target, &there, self.dialect, "p");
            let equal: Vec<String> =
                own.iter().zip(&theirs).map(|(column, target)| format!("{target} = {column}")).collect();
            let condition = format!(
                "{present} AND NOT EXISTS (SELECT 1 FROM {} WHERE {})",
                from(&parents.from, &parents, "p"),
                equal.join(" AND ")
            );
            self.ask_child(&rows, &condition, message(&target.old.name));
        }
    }

    /// Of rows that are called `c`.
    fn ask_child(&mut self, rows: &Rows, condition: &str, message: String) {
        let sql = format!("SELECT COUNT(*) FROM {} WHERE {condition}", from(&rows.from, rows, "c"));
        let sample = self.sample(|key| key.sample(rows, &from(&rows.keyed, rows, "c"), "c", condition));
        self.all.push(Preflight { sql, message, sample });
    }
}

/// Columns of rows that have another name for a while.
fn aliased(rows: &Rows, pair: &Pair<'_>, names: &[String], dialect: Dialect, alias: &str) -> Vec<String> {
    let name = |name: &String| if rows.is_old { pair.old_name(name).to_owned() } else { name.clone() };
    names.iter().map(|new| format!("{alias}.{}", dialect.quoted(&name(new)))).collect()
}

/// Rows under another name.
fn from(from: &str, rows: &Rows, alias: &str) -> String {
    if rows.is_old { format!("{from} {alias}") } else { format!("(SELECT * FROM {from}) {alias}") }
}

/// All that no two rows of a table may share.
fn uniques(def: &TableDef) -> Vec<Unique> {
    let over = |columns: &[Text]| Unique {
        parts: columns.iter().map(|column| (column.to_string(), false)).collect(),
        filter: None,
    };
    let indexes = def.indexes.iter().filter(|index| index.unique).map(|index| Unique {
        parts: index
            .parts
            .iter()
            .map(|part| match part {
                IndexPart::Column { name, .. } => (name.to_string(), false),
                IndexPart::Expression { expression, .. } => (expression.to_string(), true),
            })
            .collect(),
        filter: index.filter.as_ref().map(ToString::to_string),
    });
    let constraints = def.uniques.iter().map(|unique| over(&unique.columns));
    let all = constraints.chain(indexes).chain([over(&def.primary_key.columns)]);
    all.filter(|unique| !unique.parts.is_empty()).collect()
}
